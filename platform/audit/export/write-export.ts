import type { Kysely } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Vault } from '#platform/keys/vault.ts'
import {
  type BundleBodyLine,
  type BundleHeader,
  consistencyProof,
  inclusionProof,
  leafHashOf,
  toBase64,
  writeBundle,
} from '../log/index.ts'
import { databaseNodes } from '../database-nodes.ts'
import {
  type LogEntry,
  type ReaderOptions,
  type StoredCheckpoint,
  findHead,
  findNewestCheckpoint,
  listDailySizes,
  listPlacesAbout,
  readCheckpoints,
  readEntries,
} from './log-reader.ts'
import { nearNodes } from './near-nodes.ts'

/** What of the log is exported. Places count from 0, `to` is not included. */
export type ExportScope =
  | { readonly type: 'all' }
  | { readonly type: 'range'; readonly from: number; readonly to: number }
  | { readonly type: 'subject'; readonly subject: { readonly type: string; readonly id: string } }

/** Runs a piece of work with the database in sight: on a connection of its own, or inside a recorded query. */
export type WithLog = <R>(work: (db: Kysely<unknown>) => Promise<R>) => Promise<R>

export interface ExportOptions {
  readonly origin: string
  readonly scope: ExportScope
  readonly withLog: WithLog
  readonly vault: Vault
  /** True where every event is in sight. */
  readonly seesAll: boolean
  readonly clock: Clock
  /** Sizes of checkpoints that the reader has kept; those the log signed are put in, so that they can be compared. */
  readonly since?: readonly number[]
  readonly batch?: number
}

/** What an export will hold, known before its first line. */
export interface ExportPlan {
  readonly head: StoredCheckpoint
  readonly checkpoints: readonly StoredCheckpoint[]
  readonly scope: BundleHeader['scope']
  /** Places of the entries shown, for a selection. */
  readonly places: readonly number[] | undefined
  /** Entries that are signed already and newer than the head. */
  readonly left: number
}

const days = 366
const batchSize = 2_000

/** Decides what an export holds. Undefined where the log has no checkpoint yet. */
export function planExport(
  options: Pick<ExportOptions, 'scope' | 'withLog' | 'since'>,
): Promise<ExportPlan | undefined> {
  return options.withLog(async (db) => {
    const head = await findHead(db)
    const newest = await findNewestCheckpoint(db)
    if (!head || !newest) return undefined
    const older = [...(await listDailySizes(db, head.size, days)), ...(options.since ?? [])]
    const sizes = [...new Set([...older.filter((size) => size <= head.size), head.size])]
    const checkpoints = await readCheckpoints(db, sizes)
    const plan = { head, checkpoints, left: newest.size - head.size }
    switch (options.scope.type) {
      case 'all':
        return { ...plan, scope: { type: 'all' }, places: undefined }
      case 'range': {
        const from = Math.min(options.scope.from, head.size)
        const to = Math.min(options.scope.to, head.size)
        return { ...plan, scope: { type: 'range', from, to: Math.max(from, to) }, places: undefined }
      }
      case 'subject': {
        const places = await listPlacesAbout(db, options.scope.subject, head.size)
        return { ...plan, scope: { type: 'selection' }, places }
      }
    }
  })
}

/** The lines of an export bundle (without newlines), read in batches: a log of any length fits. */
export function writeExport(options: ExportOptions, plan: ExportPlan): AsyncGenerator<string, unknown> {
  const exportedAt = options.clock.now().toISOString()
  return writeBundle({ origin: options.origin, exportedAt, scope: plan.scope }, bodyOf(options, plan))
}

async function* bodyOf(options: ExportOptions, plan: ExportPlan): AsyncGenerator<BundleBodyLine> {
  for (const { note } of plan.checkpoints) yield { kind: 'checkpoint', note }
  let from: number | undefined
  for (const { size: to } of plan.checkpoints) {
    if (from !== undefined && from > 0) {
      const between = { from, to }
      const proof = await options.withLog((db) =>
        findProof(consistencyProof(databaseNodes(db), between.from, between.to)),
      )
      if (proof) yield { kind: 'consistency', ...between, proof: proof.map(toBase64) }
    }
    from = to
  }
  const batch = options.batch ?? batchSize
  for (const [first, last] of stretches(plan, batch)) {
    yield* await options.withLog((db) => linesOf(options, plan, db, first, last))
  }
}

/** Stretches [from, to) of places to read at once. */
function* stretches(plan: ExportPlan, batch: number): Generator<readonly [number, number]> {
  if (plan.places) {
    for (const place of plan.places) yield [place, place + 1]
    return
  }
  const [from, to] = plan.scope.type === 'range' ? [plan.scope.from, plan.scope.to] : [0, plan.head.size]
  for (let at = from; at < to; at += batch) yield [at, Math.min(at + batch, to)]
}

async function linesOf(
  options: ExportOptions,
  plan: ExportPlan,
  db: Kysely<unknown>,
  from: number,
  to: number,
): Promise<BundleBodyLine[]> {
  const reader: ReaderOptions<unknown> = { db, vault: options.vault, seesAll: options.seesAll }
  const entries = await readEntries(reader, from, to)
  const nodes = nearNodes(db)
  if (plan.scope.type !== 'all' && to - from > 1) await nodes.approach(from, to)
  const lines: BundleBodyLine[] = []
  for (const entry of entries) {
    lines.push(...linesOfEntry(entry))
    if (plan.scope.type === 'all') continue
    const proof = await findProof(inclusionProof(nodes, entry.index, plan.head.size))
    if (proof) lines.push({ kind: 'inclusion', index: entry.index, size: plan.head.size, proof: proof.map(toBase64) })
  }
  return lines
}

// Where nodes are missing there is no proof; the verifier says what that leaves unproven.
async function findProof(proof: Promise<Uint8Array[]>): Promise<Uint8Array[] | undefined> {
  try {
    return await proof
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const noSalt = toBase64(Buffer.alloc(32))

function linesOfEntry({ index, leaf, hash, detail }: LogEntry): BundleBodyLine[] {
  const line: BundleBodyLine = { kind: 'leaf', index, leaf, hash: toBase64(hash ?? leafHashOf(leaf)) }
  switch (detail.state) {
    case 'shown':
      return [line, { kind: 'detail', index, salt: toBase64(detail.salt), detail: detail.detail }]
    case 'unreadable':
      // To leave it out would make what was tampered with look like what was shredded.
      return [line, { kind: 'detail', index, salt: noSalt, detail: { unreadable: true } }]
    case 'withheld':
    case 'destroyed':
      return [line]
  }
}
