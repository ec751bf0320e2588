import { type EntryInput, entryInputSchema } from '#contracts/custody/entry.ts'
import type { JsonObject } from '#platform/commands/types.ts'

/** Members that name or describe someone: encrypted, and gone with the key of the custody. */
const personal = new Set([
  'note',
  'who',
  'capacity',
  'interpreter',
  'answer',
  'to',
  'doctor',
  'reason',
  'found',
  'used',
  'items',
  'missing',
  'place',
  'act',
  'localOfficer',
  'document',
  'ref',
  'diet',
])
export const isPersonal = (name: string): boolean => personal.has(name)

/** Members that have columns of their own. */
const columns = new Set(['kind', 'at', 'until', 'paper', 'corrects', 'of'])

/** An entry in two parts: codes that clocks and lists read, and what is encrypted. */
export function splitEntry(entry: EntryInput): { codes: JsonObject; detail: JsonObject } {
  const codes: Record<string, unknown> = {}
  const detail: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entry)) {
    if (columns.has(name) || value === undefined) continue
    if (personal.has(name)) detail[name] = value
    else codes[name] = value
  }
  return { codes: codes as JsonObject, detail: detail as JsonObject }
}

export interface EntryColumns {
  readonly kind: string
  readonly at: Date
  readonly until: Date | null
  readonly paper_page: string | null
  readonly paper_line: string | null
  readonly corrects_id: string | null
  readonly of_id: string | null
  readonly codes: unknown
}

/** The entry again. Without `detail` what was encrypted is left out, which is enough for clocks and cells. */
export function joinEntry(row: EntryColumns, detail: JsonObject | undefined): EntryInput {
  const whole = {
    kind: row.kind,
    at: row.at.toISOString(),
    until: row.until?.toISOString() ?? null,
    ...(row.paper_page === null ? {} : { paper: { page: row.paper_page, line: row.paper_line } }),
    ...(row.corrects_id === null ? {} : { corrects: row.corrects_id }),
    ...(row.of_id === null ? {} : { of: row.of_id }),
    ...(row.codes as JsonObject),
    ...detail,
  }
  return detail === undefined ? (whole as unknown as EntryInput) : entryInputSchema.parse(whole)
}
