import { type Kysely, sql } from 'kysely'
import type { Vault } from '#platform/keys/vault.ts'
import { AuditLogError, HASH_BYTES, type JsonValue, SALT_BYTES, addSignature, canonicalJson } from '../log/index.ts'

/** What can be shown of an event's personal detail. */
export type DetailState =
  | { readonly state: 'shown'; readonly salt: Buffer; readonly detail: JsonValue }
  /** The event lies beyond the reader's sight. */
  | { readonly state: 'withheld' }
  /** Retention shredded its key. */
  | { readonly state: 'destroyed'; readonly at: Date }
  /** It ought to be there and cannot be read: somebody changed it. */
  | { readonly state: 'unreadable' }

/** A place of the log as it is stored: nothing is computed anew, so that a verifier sees what was altered. */
export interface LogEntry {
  readonly index: number
  readonly leaf: string
  /** The node of level 0; null where it is missing or none. */
  readonly hash: Buffer | null
  readonly detail: DetailState
}

/** A checkpoint with the cosignatures that have come in. */
export interface StoredCheckpoint {
  readonly size: number
  readonly note: string
  readonly madeAt: Date
  readonly witnesses: readonly string[]
}

interface EntryRow {
  readonly seq: number
  readonly leaf: Buffer
  readonly hash: Buffer | null
  readonly detail: Buffer | null
  readonly key_id: string | null
  readonly wrapped: Buffer | null
  readonly shredded_at: Date | null
}

export interface ReaderOptions<T> {
  readonly db: Kysely<T>
  readonly vault: Vault
  /** True where the role sees every event, so that one that is missing has been removed. */
  readonly seesAll: boolean
}

/** The entries [from, to) in their order; gaps are left as they are. */
export async function readEntries<T>(options: ReaderOptions<T>, from: number, to: number): Promise<LogEntry[]> {
  const { rows } = await sql<EntryRow>`
    select l.seq, l.leaf, n.hash, e.detail, e.detail_key_id as key_id, k.wrapped, k.shredded_at
    from audit.leaf l
    left join audit.node n on n.level = 0 and n.position = l.seq
    left join audit.event e on e.id = l.event_id
    left join platform.data_key k on k.id = e.detail_key_id
    where l.seq >= ${from} and l.seq < ${to} order by l.seq`.execute(options.db)
  return rows.map((row) => ({
    index: row.seq,
    leaf: row.leaf.toString(),
    hash: row.hash?.length === HASH_BYTES ? row.hash : null,
    detail: openDetail(options, row),
  }))
}

/** Opens what was encrypted with an event: salt and canonical detail in one. */
export function openDetail(
  { vault, seesAll }: Pick<ReaderOptions<unknown>, 'vault' | 'seesAll'>,
  row: Pick<EntryRow, 'detail' | 'key_id' | 'wrapped' | 'shredded_at'>,
): DetailState {
  if (!row.detail || !row.key_id) return { state: seesAll ? 'unreadable' : 'withheld' }
  if (row.shredded_at) return { state: 'destroyed', at: row.shredded_at }
  if (!row.wrapped) return { state: 'unreadable' }
  try {
    const plain = vault.openWith(row.wrapped, row.key_id, row.detail)
    const text = plain.subarray(SALT_BYTES).toString()
    const detail = JSON.parse(text) as JsonValue
    // Somebody with the keys may have put in what no bundle could carry.
    return canonicalJson(detail) === text
      ? { state: 'shown', salt: plain.subarray(0, SALT_BYTES), detail }
      : { state: 'unreadable' }
  } catch {
    return { state: 'unreadable' }
  }
}

/** Checkpoints of the given sizes, by growing size, each with the cosignatures that have come in. */
export async function readCheckpoints<T>(db: Kysely<T>, sizes: readonly number[]): Promise<StoredCheckpoint[]> {
  const { rows } = await sql<{ size: number; note: string; made_at: Date; lines: string[]; witnesses: string[] }>`
    select c.size, c.note, c.made_at,
      array(select s.line from audit.cosignature s where s.size = c.size order by s.witness) as lines,
      array(select s.witness from audit.cosignature s where s.size = c.size order by s.witness) as witnesses
    from audit.checkpoint c where c.size = any(${[...sizes]}::bigint[]) order by c.size`.execute(db)
  return rows.map((row) => ({
    size: row.size,
    note: withLines(row.note, row.lines),
    madeAt: row.made_at,
    witnesses: row.witnesses,
  }))
}

function withLines(note: string, lines: readonly string[]): string {
  try {
    return lines.reduce((signed, line) => addSignature(signed, line), note)
  } catch (error) {
    // A note that is none is shown as it stands; the verifier names it.
    if (error instanceof AuditLogError) return note
    throw error
  }
}

/** The newest checkpoint, or undefined before the first. */
export async function findNewestCheckpoint<T>(db: Kysely<T>): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<{ size: number }>`select max(size) as size from audit.checkpoint`.execute(db)
  const size = rows[0]?.size
  return typeof size === 'number' ? (await readCheckpoints(db, [size]))[0] : undefined
}

// A witness answers within seconds; what is older than this without one has lost its witnesses.
const cosignedWithinMinutes = 15

/**
 * The checkpoint that an export ends with: the newest one that witnesses have cosigned, as long as it is hardly older than
 * the newest of all; else the newest of all.
 */
export async function findHead<T>(db: Kysely<T>): Promise<StoredCheckpoint | undefined> {
  const newest = await findNewestCheckpoint(db)
  if (!newest) return undefined
  const { rows } = await sql<{ size: number }>`
    select c.size from audit.checkpoint c join audit.cosignature s on s.size = c.size
    where c.made_at >= ${newest.madeAt}::timestamptz - make_interval(mins => ${cosignedWithinMinutes})
    group by c.size order by count(*) desc, c.size desc limit 1`.execute(db)
  const cosigned = rows[0]
  return cosigned ? (await readCheckpoints(db, [cosigned.size]))[0] : newest
}

/** Sizes of the last checkpoint of each day before `size`, at most `limit`, newest days first. */
export async function listDailySizes<T>(db: Kysely<T>, size: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ size: number }>`
    select max(size) as size from audit.checkpoint where size < ${size}
    group by floor(extract(epoch from made_at) / 86400) order by 1 desc limit ${limit}`.execute(db)
  return rows.map((row) => row.size)
}

/** Places of the entries that concern a record and that the reader may see. */
export async function listPlacesAbout<T>(
  db: Kysely<T>,
  subject: { readonly type: string; readonly id: string },
  size: number,
): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select l.seq from audit.leaf l join audit.event e on e.id = l.event_id
    where e.id in (select audit.events_about(${subject.type}, ${subject.id})) and l.seq < ${size} order by l.seq`.execute(
    db,
  )
  return rows.map((row) => row.seq)
}

/** The smallest range of places that holds every entry recorded in [from, to); undefined where there is none. */
export async function findPlacesOfTime<T>(
  db: Kysely<T>,
  from: Date,
  to: Date,
): Promise<{ from: number; to: number } | undefined> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select min(l.seq) as first, max(l.seq) as last from audit.leaf l join audit.event e on e.id = l.event_id
    where e.recorded_at >= ${from} and e.recorded_at < ${to}`.execute(db)
  const { first, last } = rows[0] ?? { first: null, last: null }
  return first === null || last === null ? undefined : { from: first, to: last + 1 }
}
