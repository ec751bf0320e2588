import { type LoadingContext, loadOnce } from '#modules/organisation/index.ts'
import type { Module } from '#platform/http/module.ts'
import { checkAllFiles, checkFilesJob } from './check-files.ts'
import type { ExhibitRules } from './domain/exhibit-rules.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import { exhibitsEvents } from './exhibits-events.ts'
import { exhibitsPermissions } from './exhibits-permissions.ts'
import { exhibitsRoutes } from './exhibits-routes.ts'

/** Things in the hands of the police: their chain of custody, photographs, digital files, places and counts. */
export function createExhibitsModule(deps: ExhibitsDeps): Module {
  return {
    name: 'exhibits',
    registers: ['exhibits'],
    permissions: exhibitsPermissions,
    errors: exhibitsErrors.table,
    events: exhibitsEvents,
    routes: exhibitsRoutes(deps),
    schedule: { [checkFilesJob]: '23 1 * * *' },
    jobs: { [checkFilesJob]: () => checkAllFiles(deps.kernel, deps.ids, deps) },
  }
}

/** Notes which rules are in use, with their digest, as the owner. Does nothing where they were noted last. */
export async function loadExhibitRules(
  context: LoadingContext,
  country: string,
  rules: ExhibitRules,
): Promise<boolean> {
  return loadOnce(context, 'exhibit-rules', { ...rules, country }, () =>
    Promise.resolve({ type: 'exhibit-rules.loaded', subjects: [], codes: { country, kinds: rules.kinds.length } }),
  )
}

export type { ExhibitsDeps } from './exhibits-deps.ts'
export type { ExhibitRules } from './domain/exhibit-rules.ts'
export { exhibitsNotices } from './exhibits-notices.ts'
export { exhibitsTasks } from './exhibits-tasks.ts'
export { exhibitsRoles } from './exhibits-permissions.ts'
export { createExhibitCasePart } from './exhibits-retention.ts'
