import { type Kysely, sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Vault } from '#platform/keys/vault.ts'
import {
  EMPTY_FRONTIER,
  type Frontier,
  type VerifierKey,
  appendLeaves,
  detailHash,
  frontierRoot,
  leafHashOf,
  sameHash,
  toBase64,
  verifyCheckpoint,
} from '../log/index.ts'
import { type SignedCertificate, findCertificate } from '#platform/retention/certificate.ts'
import { openDetail } from '../export/log-reader.ts'
import { type LogTables, leafOf } from '../sequencer.ts'
import type { CheckFinding } from './check-findings.ts'

export interface CheckOptions {
  /** As a role that sees every event. */
  readonly db: Kysely<unknown>
  readonly vault: Vault
  readonly logKey: VerifierKey
  /** Key of the certificates of deletion. */
  readonly deletionKey: VerifierKey
  readonly clock: Clock
  readonly batch?: number
}

/** What was looked at, so that a check which saw nothing does not look like one that found nothing. */
export interface CheckReport {
  readonly entries: number
  readonly checkpoints: number
  readonly details: number
  readonly pending: number
  readonly findings: readonly CheckFinding[]
  readonly omitted: number
}

const batchSize = 5_000
const maxFindings = 1_000
const placedWithinSeconds = 60
const signedWithinSeconds = 60

type EventRow = LogTables['audit.event'] & {
  readonly seq: number
  readonly event_id: string
  readonly leaf: Buffer
  readonly leaf_hash: Buffer
  readonly node: Buffer | null
  readonly detail: Buffer | null
  readonly key_id: string | null
  readonly wrapped: Buffer | null
  readonly shredded_at: Date | null
}

/**
 * Compares what a running installation stores: events with their entries, entries with their hashes, hashes with the roots
 * that were signed, and what still waits. It runs where the log lives and trusts its keys: whoever wants to know whether
 * the operator rewrote the log exports it and verifies elsewhere.
 */
export async function checkLog(options: CheckOptions): Promise<CheckReport> {
  const found = new Findings()
  const walk = await walkEntries(options, found)
  const last = await checkBeyond(options, found, walk.size)
  const pending = await checkWaiting(options, found, last, walk.size)
  await checkUnplaced(options.db, found)
  await checkDestroyedKeys(options, found)
  const { entries, details, checkpoints } = walk
  return { entries, details, checkpoints, pending, findings: found.list, omitted: found.omitted }
}

class Findings {
  readonly list: CheckFinding[] = []
  omitted = 0

  add(code: CheckFinding['code'], params: CheckFinding['params']): void {
    if (this.list.length < maxFindings) this.list.push({ code, params })
    else this.omitted += 1
  }
}

interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly made_at: Date
}

/** Checkpoints with more than `from` and at most `to` entries: a stretch at a time, there are thousands a day. */
async function readCheckpoints(db: Kysely<unknown>, from: number, to: number): Promise<CheckpointRow[]> {
  const { rows } = await sql<CheckpointRow>`
    select size, root, note, made_at from audit.checkpoint where size > ${from} and size <= ${to} order by size`.execute(
    db,
  )
  return rows
}

interface Walk {
  readonly entries: number
  readonly details: number
  readonly checkpoints: number
  readonly size: number
}

async function walkEntries(options: CheckOptions, found: Findings): Promise<Walk> {
  let frontier: Frontier | undefined = EMPTY_FRONTIER
  let walk: Walk = { entries: 0, details: 0, checkpoints: 0, size: 0 }
  for (;;) {
    const rows = await readBatch(options.db, walk.size, options.batch ?? batchSize)
    const end = rows.at(-1)
    if (!end) return walk
    const checkpoints = await readCheckpoints(options.db, walk.size, end.seq + 1)
    for (const checkpoint of checkpoints) checkCheckpoint(options, found, checkpoint)
    const bySize = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]))
    let { details, size } = walk
    for (const row of rows) {
      if (row.seq > size) {
        found.add('LEAF_GAP', { from: size, to: row.seq - 1 })
        frontier = undefined
      }
      size = row.seq + 1
      const hash = leafHashOf(row.leaf.toString())
      if (!sameHash(hash, row.leaf_hash) || !row.node || !sameHash(hash, row.node))
        found.add('LEAF_ALTERED', { index: row.seq })
      if (checkEvent(options, found, row)) details += 1
      if (!frontier) continue
      frontier = appendLeaves(frontier, [hash]).frontier
      const signed = bySize.get(size)
      if (signed && !sameHash(frontierRoot(frontier), signed.root)) found.add('ROOT_DIFFERS', { size })
    }
    walk = {
      entries: walk.entries + rows.length,
      details,
      checkpoints: walk.checkpoints + checkpoints.length,
      size,
    }
  }
}

async function readBatch(db: Kysely<unknown>, from: number, batch: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select l.seq, l.event_id, l.leaf, l.leaf_hash, n.hash as node, e.id, e.kind, e.type, e.actor_id, e.actor_unit_id,
      e.command_id, e.recorded_at, e.subjects, e.detail_hash, e.detail, e.detail_key_id as key_id, k.wrapped, k.shredded_at
    from audit.leaf l
    left join audit.node n on n.level = 0 and n.position = l.seq
    left join audit.event e on e.id = l.event_id
    left join platform.data_key k on k.id = e.detail_key_id
    where l.seq >= ${from} order by l.seq limit ${batch}`.execute(db)
  return rows
}

/** Returns whether the detail was there to be compared. */
function checkEvent(options: CheckOptions, found: Findings, row: EventRow): boolean {
  const place = { event: row.event_id, index: row.seq }
  // With the event gone, its columns of the join are null.
  if ((row.id as string | null) === null) {
    found.add('EVENT_MISSING', place)
    return false
  }
  if (storedLeaf(row) !== row.leaf.toString()) found.add('EVENT_DIFFERS', place)
  const opened = openDetail({ vault: options.vault, seesAll: true }, row)
  switch (opened.state) {
    case 'shown':
      if (detailHash(opened.salt, opened.detail) !== toBase64(row.detail_hash)) found.add('DETAIL_ALTERED', place)
      return true
    case 'unreadable':
      found.add('DETAIL_ALTERED', place)
      return true
    case 'destroyed':
    case 'withheld':
      return false
  }
}

// What was put into an event from outside may not even have the form of a leaf.
function storedLeaf(row: EventRow): string | undefined {
  try {
    return leafOf(row)
  } catch {
    return undefined
  }
}

function checkCheckpoint({ logKey }: CheckOptions, found: Findings, row: CheckpointRow): void {
  const verified = verifyCheckpoint(row.note, [logKey])
  const honest = verified.ok && verified.checkpoint.size === row.size && sameHash(verified.checkpoint.root, row.root)
  if (!honest) found.add('CHECKPOINT_INVALID', { size: row.size })
}

/** Checkpoints of more entries than there are. Answers the newest of all. */
async function checkBeyond(options: CheckOptions, found: Findings, size: number): Promise<CheckpointRow | undefined> {
  const { rows } = await sql<CheckpointRow>`
    select size, root, note, made_at from audit.checkpoint order by size desc limit 1`.execute(options.db)
  const [last] = rows
  // The sequencer goes on meanwhile: only what was signed of fewer entries than are there now was cut.
  const { rows: now } = await sql<{ size: number }>`select coalesce(max(seq) + 1, 0) as size from audit.leaf`.execute(
    options.db,
  )
  const there = Math.max(size, now[0]?.size ?? 0)
  if (last && last.size > there) {
    checkCheckpoint(options, found, last)
    found.add('TREE_SHORT', { size: last.size, found: there })
  }
  return last
}

async function checkWaiting(
  { db, clock }: CheckOptions,
  found: Findings,
  last: CheckpointRow | undefined,
  size: number,
): Promise<number> {
  const now = clock.now().getTime()
  const { rows } = await sql<{ count: number; late: number }>`
    select count(*) as count, count(*) filter (where event_id < ${firstIdAt(now - placedWithinSeconds * 1000)}) as late
    from audit.pending`.execute(db)
  const { count, late } = rows[0] ?? { count: 0, late: 0 }
  if (late > 0) found.add('PENDING_TOO_LONG', { count: late, seconds: placedWithinSeconds })
  const age = Math.floor((now - (last?.made_at.getTime() ?? 0)) / 1000)
  if (size > (last?.size ?? 0) && last && age > signedWithinSeconds)
    found.add('CHECKPOINT_LATE', { count: size - last.size, seconds: age })
  return count
}

// By the time within the id (UUIDv7): what is taken down for training states times of the past.
function firstIdAt(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

async function checkUnplaced(db: Kysely<unknown>, found: Findings): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select e.id from audit.event e
    where not exists (select 1 from audit.leaf l where l.event_id = e.id)
      and not exists (select 1 from audit.pending p where p.event_id = e.id)
    order by e.id limit ${maxFindings}`.execute(db)
  for (const { id } of rows) found.add('EVENT_UNPLACED', { event: id })
}

// A key that nobody was allowed to destroy hides a detail for good: only a signed certificate explains it.
async function checkDestroyedKeys({ db, deletionKey }: CheckOptions, found: Findings): Promise<void> {
  const certificates = await sql<SignedCertificate>`select body, note from retention.certificate`.execute(db)
  const explained = certificates.rows.flatMap(
    (signed) => findCertificate(signed, deletionKey)?.keys.map(({ id }) => id) ?? [],
  )
  const { rows } = await sql<{ subject_type: string; subject_id: string }>`
    select subject_type, subject_id from platform.data_key
    where shredded_at is not null and id <> all (${explained}::uuid[]) order by id limit ${maxFindings}`.execute(db)
  for (const row of rows) found.add('KEY_DESTROYED_UNEXPLAINED', { type: row.subject_type, id: row.subject_id })
}
