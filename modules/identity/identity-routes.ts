import type { Kernel } from '#platform/commands/kernel.ts'
import type { Route } from '#platform/http/route.ts'
import type { Ids } from '#platform/ids.ts'
import { administrationRoutes } from './administration-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import type { IdentityDeps } from './identity-deps.ts'
import { ownSessionRoutes } from './own-session-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { recoveryRoutes } from './recovery-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { wallRoutes } from './wall-routes.ts'

export interface IdentityRouteDeps extends IdentityDeps {
  readonly kernel: Kernel
  readonly ids: Ids
}

export function identityRoutes(deps: IdentityRouteDeps): readonly Route[] {
  return [
    ...sessionRoutes(deps),
    ...ownSessionRoutes,
    ...wallRoutes(deps),
    ...factorRoutes(deps),
    ...administrationRoutes(deps),
    ...recoveryRoutes(deps),
    ...providerRoutes(deps),
  ]
}
