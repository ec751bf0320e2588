import { createHash } from 'node:crypto'
import { type JsonValue, canonicalJson } from '#platform/audit/log/index.ts'
import type { CustodyRow, EntryRow } from '../custody-store.ts'

/** Everything a line keeps. Ids of case and person stand as digests: the feed shows these records to whom a case is sealed. */
export const lineColumns = [
  'id',
  'case_id',
  'participant_id',
  'unit_id',
  'area',
  'place_id',
  'place_unit_id',
  'prosecutor_unit_ids',
  'book',
  'year',
  'number',
  'reference',
  'measure',
  'inquiry',
  'age',
  'sex',
  'grounds',
  'arrested_at',
  'placed_at',
  'outside_district',
  'offences',
  'officer_id',
  'quality_at_act',
  'key_id',
  'subject',
  'recorded_at',
  'from_paper',
  'marks',
  'entry_count',
  'deadline_at',
  'ended_at',
  'end_kind',
  'signed_at',
  'signed_by',
  'signing',
  'destroyed_at',
  'version',
] as const satisfies readonly (keyof CustodyRow)[]

/** Everything an entry keeps; what is encrypted stands as the digest of its sealed bytes, so that no key is needed. */
export const entryColumns = [
  'id',
  'custody_id',
  'unit_id',
  'area',
  'seq',
  'kind',
  'at',
  'until',
  'recorded_at',
  'recorded_by',
  'paper_page',
  'paper_line',
  'corrects_id',
  'of_id',
  'codes',
  'marks',
  'key_id',
  'detail',
] as const satisfies readonly (keyof EntryRow)[]

const hashed = new Set<string>(['case_id', 'participant_id'])

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array | string): string => sha256(bytes).toString('hex')

/** A line as it is stored, as the one JSON text that its digest is of. */
export function canonicalLine(row: CustodyRow): Record<string, JsonValue> {
  return canonical(lineColumns, row)
}

export function canonicalEntry(row: EntryRow): Record<string, JsonValue> {
  return canonical(entryColumns, row)
}

export const digestOfRecord = (record: Record<string, JsonValue>): Buffer => sha256(canonicalJson(record))

export interface RunningLine {
  readonly row: CustodyRow
  readonly rows: readonly EntryRow[]
}

/** What an emptied line still adds: the digests of the line and of its entries, one after the other. */
export interface EndedParts {
  readonly parts: Uint8Array
}

/** What a line with its entries adds to the digest of its month. */
export const partsOf = ({ row, rows }: RunningLine): Buffer =>
  Buffer.concat([digestOfRecord(canonicalLine(row)), ...rows.map((entry) => digestOfRecord(canonicalEntry(entry)))])

/**
 * The digest of a month of a book after each of its lines, the first value before all of them. Each takes in the one before, the
 * line and its entries in order: the last is the digest of the month, and a page that ends with one of them cannot be missing.
 */
export function runningDigests(
  of: { readonly placeId: string; readonly book: string; readonly month: string },
  lines: readonly (RunningLine | EndedParts)[],
): Buffer[] {
  const digests = [sha256(canonicalJson({ v: 1, placeId: of.placeId, book: of.book, month: of.month }))]
  for (const line of lines) {
    const parts = 'parts' in line ? line.parts : partsOf(line)
    digests.push(sha256(Buffer.concat([digests.at(-1) ?? Buffer.alloc(0), parts])))
  }
  return digests
}

function canonical<R extends object>(columns: readonly (keyof R & string)[], row: R): Record<string, JsonValue> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = plain(row[column])
      return [column, hashed.has(column) && typeof value === 'string' ? hex(value) : value]
    }),
  )
}

function plain(value: unknown): JsonValue {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return hex(value)
  if (Array.isArray(value)) return value.map(plain)
  // The one text of JSON takes whole numbers only: half an hour more is written out.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : { decimal: String(value) }
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, plain(member)]])),
    )
  return typeof value === 'string' || typeof value === 'boolean' ? value : null
}
