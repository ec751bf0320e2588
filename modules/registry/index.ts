import type { Module } from '#platform/http/module.ts'
import { registryErrors } from './registry-errors.ts'
import { registryEvents } from './registry-events.ts'
import { registryPermissions } from './registry-permissions.ts'
import { registryRoutes } from './registry-routes.ts'

/** Persons: what is known of them, fact by fact, each with its source and case. */
export function createRegistryModule(): Module {
  return {
    name: 'registry',
    registers: ['persons'],
    permissions: registryPermissions,
    errors: registryErrors.table,
    events: registryEvents,
    routes: registryRoutes,
  }
}

export { type Charter, charterSchema, findUnchartered } from './domain/charter.ts'
export { registryErrors } from './registry-errors.ts'
export { registryEvents } from './registry-events.ts'
export { registryRoles } from './registry-permissions.ts'
export {
  type FactContext,
  addFacts,
  createPerson,
  createPersons,
  findPerson,
  requireCharter,
  summarisePersons,
} from './person-store.ts'
export { forgetPersons } from './forget-persons.ts'
export { findPersons } from './queries/search-persons.ts'
export { looksLikeDocumentNumber } from './domain/document-number.ts'
export { foldLetters, foldName } from './domain/fold-name.ts'
export { loadCharters } from './load-charters.ts'
