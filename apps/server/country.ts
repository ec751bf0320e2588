import { type OrganisationData, organisationDataSchema } from '#modules/organisation/domain/country-data.ts'

/** A country's data as the modules take them. */
export interface Country {
  readonly code: 'morocco' | 'testland'
  readonly organisation: OrganisationData
}

/** Reads a country's folder. Imported on demand: one installation needs one country. */
export async function loadCountry(code: Country['code']): Promise<Country> {
  switch (code) {
    case 'morocco': {
      const { moroccanOrganisation } = await import('#country/morocco/organisation/index.ts')
      return { code, organisation: organisationDataSchema.parse(moroccanOrganisation) }
    }
    case 'testland': {
      const { testlandOrganisation } = await import('#country/testland/organisation/index.ts')
      return { code, organisation: organisationDataSchema.parse(testlandOrganisation) }
    }
  }
}
