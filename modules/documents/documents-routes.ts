import type { Route } from '#platform/http/route.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { draftRoutes } from './draft-routes.ts'
import { pvFileRoutes } from './pv-file-routes.ts'
import { pvRoutes } from './pv-routes.ts'

export function documentsRoutes(deps: DocumentsDeps): readonly Route[] {
  return [...draftRoutes(deps), ...pvRoutes(deps), ...pvFileRoutes(deps)]
}
