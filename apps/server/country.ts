import { type DocumentsData, parseDocumentsData } from '#modules/documents/index.ts'
import type { Offence } from '#modules/casework/index.ts'
import type { CustodyRules } from '#modules/custody/index.ts'
import type { ExhibitRules } from '#modules/exhibits/index.ts'
import type { IntakeRules } from '#modules/intake/index.ts'
import type { Charter } from '#modules/registry/index.ts'
import { type BaseMap, baseMapSchema } from '#contracts/casework/map.ts'
import type { LawWords } from '#modules/organisation/index.ts'
import { type OrganisationData, organisationDataSchema } from '#modules/organisation/domain/country-data.ts'
import type { RetentionData } from '#platform/retention/index.ts'
import type { LegalTimeTable } from '#platform/time/legal-time-table.ts'

/** A country's data as the modules take them. */
export interface Country {
  readonly code: 'morocco' | 'testland'
  /** ISO 3166-1 alpha-2; what an identity card at the counter is taken to be of. */
  readonly iso: string
  readonly organisation: OrganisationData
  readonly legalTime: LegalTimeTable
  readonly offences: readonly Offence[]
  /** What the codes in a row of the catalogue are called. */
  readonly offenceWords: LawWords
  readonly charters: readonly Charter[]
  readonly retention: RetentionData
  readonly documents: DocumentsData
  readonly intake: IntakeRules
  readonly custody: CustodyRules
  readonly exhibits: ExhibitRules
  readonly baseMap: BaseMap
}

/** Reads a country's folder. Imported on demand: one installation needs one country. */
export async function loadCountry(code: Country['code']): Promise<Country> {
  switch (code) {
    case 'morocco': {
      const { moroccanOrganisation } = await import('#country/morocco/organisation/index.ts')
      const { legalTime } = await import('#country/morocco/time/index.ts')
      const { offences } = await import('#country/morocco/offences/index.ts')
      const { offenceWords } = await import('#country/morocco/law/index.ts')
      const { charters } = await import('#country/morocco/charters/index.ts')
      const { moroccanRetention } = await import('#country/morocco/retention/index.ts')
      const { moroccanDocuments } = await import('#country/morocco/forms/index.ts')
      const { moroccanCustody } = await import('#country/morocco/custody/index.ts')
      const { moroccanIntake } = await import('#country/morocco/intake/index.ts')
      const { moroccanExhibits } = await import('#country/morocco/exhibits/index.ts')
      const { baseMap } = await import('#country/morocco/map/index.ts')
      const documents = parseDocumentsData(moroccanDocuments)
      return {
        code,
        iso: 'MA',
        organisation: organisationDataSchema.parse(moroccanOrganisation),
        legalTime,
        offences,
        offenceWords,
        charters,
        retention: moroccanRetention,
        documents,
        intake: moroccanIntake,
        custody: moroccanCustody,
        exhibits: moroccanExhibits,
        baseMap: baseMapSchema.parse(baseMap),
      }
    }
    case 'testland': {
      const { testlandOrganisation } = await import('#country/testland/organisation/index.ts')
      const { legalTime } = await import('#country/testland/time/index.ts')
      const { offenceWords, offences } = await import('#country/testland/offences/index.ts')
      const { charters } = await import('#country/testland/charters/index.ts')
      const { testlandRetention } = await import('#country/testland/retention/index.ts')
      const { testlandDocuments } = await import('#country/testland/forms/index.ts')
      const { testlandCustody } = await import('#country/testland/custody/index.ts')
      const { testlandIntake } = await import('#country/testland/intake/index.ts')
      const { testlandExhibits } = await import('#country/testland/exhibits/index.ts')
      const { baseMap } = await import('#country/testland/map/index.ts')
      const documents = parseDocumentsData(testlandDocuments)
      return {
        code,
        iso: 'XT',
        organisation: organisationDataSchema.parse(testlandOrganisation),
        legalTime,
        offences,
        offenceWords,
        charters,
        retention: testlandRetention,
        documents,
        intake: testlandIntake,
        custody: testlandCustody,
        exhibits: testlandExhibits,
        baseMap: baseMapSchema.parse(baseMap),
      }
    }
  }
}
