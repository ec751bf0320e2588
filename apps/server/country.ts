import { type OrganisationData, organisationDataSchema } from '#modules/organisation/domain/country-data.ts'
import type { LegalTimeTable } from '#platform/time/legal-time-table.ts'

/** A country's data as the modules take them. */
export interface Country {
  readonly code: 'morocco' | 'testland'
  readonly organisation: OrganisationData
  readonly legalTime: LegalTimeTable
}

/** Reads a country's folder. Imported on demand: one installation needs one country. */
export async function loadCountry(code: Country['code']): Promise<Country> {
  switch (code) {
    case 'morocco': {
      const { moroccanOrganisation } = await import('#country/morocco/organisation/index.ts')
      const { legalTime } = await import('#country/morocco/time/index.ts')
      return { code, organisation: organisationDataSchema.parse(moroccanOrganisation), legalTime }
    }
    case 'testland': {
      const { testlandOrganisation } = await import('#country/testland/organisation/index.ts')
      const { legalTime } = await import('#country/testland/time/index.ts')
      return { code, organisation: organisationDataSchema.parse(testlandOrganisation), legalTime }
    }
  }
}
