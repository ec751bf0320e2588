import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { systemIds } from '#platform/ids.ts'
import { openKeyring } from '#platform/keys/keyring.ts'
import { findZoneFault } from '#platform/time/legal-time-table.ts'
import { type LoadingContext, loadLawSets, loadOrganisation, loadRoles } from '#modules/organisation/index.ts'
import { loadForms } from '#modules/documents/index.ts'
import { loadExhibitRules } from '#modules/exhibits/index.ts'
import { loadCharters } from '#modules/registry/index.ts'
import { type Country, loadCountry } from './country.ts'
import type { Installation } from './installation.ts'
import { roles } from './modules.ts'

/** Loads the country's data and the roles into the installation's database, as its owner. */
export async function installCountry(installation: Installation, say: (line: string) => void): Promise<void> {
  const keyring = await openKeyring(join(installation.home, 'secrets', 'keys'), installation.logOrigin)
  const context = { ownerUrl: installation.urls.owner, vault: keyring.vault, clock: systemClock, ids: systemIds }
  const country = await loadCountry(installation.country)
  const fault = findZoneFault(country.legalTime, systemClock.now())
  if (fault) throw new Error(fault)
  await loadCountryInto(context, country, say)
}

/** What is loaded already, and has not changed, is left alone. */
export async function loadCountryInto(
  context: LoadingContext,
  country: Country,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  if (await loadOrganisation(context, country.organisation)) say(`units of ${country.code} loaded`)
  if (await loadLawSets(context, { offences: country.offences })) say('offences loaded')
  if (await loadCharters(context, country.charters)) say('charters of the registers loaded')
  if (await loadForms(context, country.documents)) say('forms of the acts noted')
  if (await loadExhibitRules(context, country.code, country.exhibits)) say('rules of exhibits noted')
  if (await loadRoles(context, roles)) say('roles loaded')
}
