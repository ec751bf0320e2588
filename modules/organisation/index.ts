import type { Module } from '#platform/http/module.ts'
import { organisationErrors } from './organisation-errors.ts'
import { organisationEvents } from './organisation-events.ts'
import { organisationPermissions } from './organisation-permissions.ts'
import { lawRoutes } from './law-routes.ts'
import { type LawSets, ownLawSets } from './law-sets.ts'
import { officerRoutes } from './officer-routes.ts'
import { unitRoutes } from './unit-routes.ts'

/**
 * Units with their history, officers, postings, judicial-police qualities, roles, and law data changed by two persons.
 * `lawSets` names further lists that two persons may change, each with the schema its readers need and what its codes are called.
 */
export function createOrganisationModule(options: { readonly lawSets?: LawSets } = {}): Module {
  return {
    name: 'organisation',
    registers: ['officers'],
    permissions: organisationPermissions,
    errors: organisationErrors.table,
    events: organisationEvents,
    routes: [...unitRoutes, ...officerRoutes, ...lawRoutes({ ...ownLawSets, ...options.lawSets })],
  }
}

export { type GrantsNow, listGrantsNow } from './grants-now.ts'
export { endRole } from './commands/end-role.ts'
export { grantRole } from './commands/grant-role.ts'
export { qualityDecisionSchema, recordQuality } from './commands/record-quality.ts'
export type { LoadingContext } from './country-loading.ts'
export { loadOnce } from './country-loading.ts'
export { type RoleDefinition, loadLawSets, loadOrganisation, loadRoles } from './load-country.ts'
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
  listServingOfficers,
  newOfficerSchema,
} from './officer-store.ts'
export { type LawReader, type LawSets, type LawWords, createLawReader, findLawData } from './law-sets.ts'
export { organisationRoles } from './organisation-roles.ts'
export { type QualitySnapshot, addQuality, findQualityAt } from './quality-store.ts'
export { type NewGrant, addGrant } from './role-store.ts'
export { type UnitInChain, listUnitChain, unitNames } from './unit-chain.ts'
