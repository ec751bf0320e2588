import type { z } from 'zod'
import type { Tx } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import { qualityRulesSchema } from './domain/quality-data.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import { readVersion } from './unit-store.ts'

/** What the codes in a row are called, by the path of the member they stand in, as `source.text`. */
export type LawWords = Readonly<Record<string, readonly { readonly code: string; readonly labels: Text }[]>>

export interface LawSet {
  /** The shape its readers need. */
  readonly schema: z.ZodType
  /** Names of the codes that the shape leaves open. */
  readonly words?: LawWords
}

/** Lists of law data that two persons may change. */
export type LawSets = Readonly<Record<string, LawSet>>

export const ownLawSets: LawSets = { 'quality-rules': { schema: qualityRulesSchema } }

/**
 * The version in use of a list of law data, as the country's folder or a decision of two persons left it; undefined
 * where none was loaded. The reader parses `data` by its own schema.
 */
export async function findLawData(
  tx: Tx,
  name: string,
): Promise<{ readonly version: number; readonly data: unknown } | undefined> {
  return readVersion(tx.tables<OrganisationTables>(), name)
}

/** Reads a set of law data in the version in use; what was parsed is kept until another version comes into use. */
export type LawReader<T> = (tx: Tx) => Promise<T | undefined>

export function createLawReader<T>(name: string, schema: z.ZodType<T>): LawReader<T> {
  let kept: { readonly version: number; readonly data: T } | undefined
  return async (tx) => {
    const inUse = await tx
      .tables<OrganisationTables>()
      .selectFrom('organisation.reference')
      .select((eb) => eb.fn.max('version').as('version'))
      .where('name', '=', name)
      .executeTakeFirst()
    if (!inUse?.version) return undefined
    if (kept?.version !== inUse.version) {
      const found = await findLawData(tx, name)
      if (found) kept = { version: found.version, data: schema.parse(found.data) }
    }
    return kept?.data
  }
}
