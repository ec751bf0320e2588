import type { Module } from '#platform/http/module.ts'
import { organisationErrors } from './organisation-errors.ts'
import { organisationEvents } from './organisation-events.ts'
import { organisationPermissions } from './organisation-permissions.ts'
import { organisationRoutes } from './organisation-routes.ts'

/** Units with their history, officers, postings, judicial-police qualities, roles. Needs nothing from outside. */
export function createOrganisationModule(): Module {
  return {
    name: 'organisation',
    permissions: organisationPermissions,
    errors: organisationErrors.table,
    events: organisationEvents,
    routes: organisationRoutes(),
  }
}

export { type GrantsNow, listGrantsNow } from './grants-now.ts'
export { endRole } from './commands/end-role.ts'
export { grantRole } from './commands/grant-role.ts'
export { qualityDecisionSchema, recordQuality } from './commands/record-quality.ts'
export type { LoadingContext } from './country-loading.ts'
export { loadOnce } from './country-loading.ts'
export { type RoleDefinition, loadOrganisation, loadRoles } from './load-country.ts'
export {
  type NewOfficer,
  type OfficerRow,
  type UnitRow,
  addOfficer,
  findOfficer,
  findOfficerByNumber,
  findUnit,
  getOfficer,
  getOfficerInReach,
  getUnit,
  newOfficerSchema,
} from './officer-store.ts'
export { organisationRoles } from './organisation-roles.ts'
export { type QualitySnapshot, addQuality, findQualityAt } from './quality-store.ts'
export { type NewGrant, addGrant } from './role-store.ts'
export { type UnitInChain, listUnitChain } from './unit-chain.ts'
