import { z } from 'zod'
import { lawChangesAnswer, type lawRowChange, type lawSetAnswer, lawSetsAnswer } from '#contracts/organisation/law.ts'
import { read } from '../api/queries.ts'

export type LawSet = z.output<typeof lawSetAnswer>
export type RowChange = z.output<typeof lawRowChange>
export type LawRow = Readonly<Record<string, unknown>>

export const lawSetsQuery = read('/law-sets', lawSetsAnswer)
export const lawChangesQuery = read('/law-changes', lawChangesAnswer)

/** What is asked for again when something was proposed or decided. */
export const lawRefresh: readonly (readonly unknown[])[] = [['/law-sets'], ['/law-changes']]

const rowsSchema = z.array(z.record(z.string(), z.unknown()))

/** The rows of a list of the set; the list is null where the set is one. */
export function rowsOf({ data }: LawSet, list: string | null): readonly LawRow[] {
  const rows = list === null ? data : z.record(z.string(), z.unknown()).catch({}).parse(data)[list]
  return rowsSchema.catch([]).parse(rows)
}

/** As the server names a row: its code, and its first day where it has one. */
export function keyOfRow(row: LawRow): string {
  const { code, validFrom } = row
  return typeof validFrom === 'string' ? `${String(code)}@${validFrom}` : String(code)
}

const labelsSchema = z.object({ ar: z.string(), fr: z.string(), en: z.string().optional() })

/** The label that a row brings, in the languages it has; undefined where it has none. */
export function labelsOf(row: LawRow): z.output<typeof labelsSchema> | undefined {
  return labelsSchema.safeParse(row['labels']).data
}
