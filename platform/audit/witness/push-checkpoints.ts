import { type Kysely, sql } from 'kysely'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import {
  AuditLogError,
  type VerifierKey,
  addSignature,
  consistencyProof,
  formatAddCheckpoint,
  parseNote,
  parseVerifierKey,
  verifyCheckpoint,
} from '../log/index.ts'
import { databaseNodes } from '../database-nodes.ts'
import type { LogTables } from '../sequencer.ts'

/** A witness of this log: where it answers and the key by which its cosignatures are checked. */
export interface WitnessAddress {
  readonly url: string
  readonly key: VerifierKey
}

/** Reads `url+vkey` pairs parted by commas, as in `DAIRA_WITNESSES`. Throws a sentence where one is not understood. */
export function parseWitnesses(text: string | undefined): readonly WitnessAddress[] {
  const entries = (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return entries.map((entry) => {
    const at = entry.indexOf('+')
    const url = entry.slice(0, at)
    try {
      const key = parseVerifierKey(entry.slice(at + 1))
      if (at > 0 && /^https?:$/.test(new URL(url).protocol) && key.algorithm === 'cosignature/v1')
        return { url: url.replace(/\/$/, ''), key }
    } catch (cause) {
      throw new Error(notUnderstood(entry), { cause })
    }
    throw new Error(notUnderstood(entry))
  })
}

function notUnderstood(entry: string): string {
  return `DAIRA_WITNESSES: ${entry} is not understood. Write the witness's address, a plus sign and the key it printed, e.g. http://10.0.0.7:8500+name+0a1b2c3d+BASE64.`
}

export interface PushOptions {
  readonly database: Database
  readonly logKey: VerifierKey
  readonly witnesses: readonly WitnessAddress[]
  readonly clock: Clock
  /** As `fetch`; given so that a test may cut the line. */
  readonly send?: typeof fetch
}

/** What became of a push; `reason` is for the operator. */
export type PushOutcome =
  | { readonly witness: string; readonly state: 'cosigned'; readonly size: number }
  | { readonly witness: string; readonly state: 'nothing-new' }
  | { readonly witness: string; readonly state: 'failed'; readonly reason: string }

const answerWithinMs = 5_000

/**
 * Sends the newest checkpoint to each witness that has not cosigned it and keeps what comes back. Never throws for what a
 * witness does: a log goes on without its witnesses, and says so in what it exports.
 */
export function pushCheckpoints(options: PushOptions): Promise<readonly PushOutcome[]> {
  return Promise.all(
    options.witnesses.map(async (witness): Promise<PushOutcome> => {
      try {
        return await pushTo(options, witness)
      } catch (error) {
        const reason = error instanceof Error ? describe(error) : String(error)
        return { witness: witness.key.name, state: 'failed', reason }
      }
    }),
  )
}

function describe(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

async function pushTo(options: PushOptions, witness: WitnessAddress): Promise<PushOutcome> {
  const log = options.database.kysely as Kysely<LogTables>
  const name = witness.key.name
  const newest = await log
    .selectFrom('audit.checkpoint')
    .select(['size', 'note'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { rows } = await sql<{ size: number | null }>`
    select max(size) as size from audit.cosignature where witness = ${name}`.execute(log)
  const cosigned = rows[0]?.size ?? 0
  if (!newest || newest.size <= cosigned) return { witness: name, state: 'nothing-new' }
  let answer = await ask(options, witness, newest, cosigned)
  if (answer.status === 409) {
    const known = /^(0|[1-9][0-9]{0,15})\n$/.exec(answer.body)?.[1]
    if (known !== undefined && Number(known) > newest.size)
      throw new Error(`it has cosigned ${known} entries, and this log has ${newest.size}: the log was cut or made anew`)
    if (known !== undefined) answer = await ask(options, witness, newest, Number(known))
  }
  if (answer.status !== 200) throw new Error(`it answered ${answer.status}: ${answer.body.trim().slice(0, 300)}`)
  const line = findCosignature(options, witness, newest.note, answer.body)
  if (line === undefined) throw new Error('its answer does not hold a cosignature of its key')
  await sql`insert into audit.cosignature (size, witness, line, received_at)
    values (${newest.size}, ${name}, ${line}, ${options.clock.now()}) on conflict do nothing`.execute(log)
  return { witness: name, state: 'cosigned', size: newest.size }
}

async function ask(
  { database, send = fetch }: PushOptions,
  witness: WitnessAddress,
  newest: { readonly size: number; readonly note: string },
  oldSize: number,
): Promise<{ status: number; body: string }> {
  const proof = await consistencyProof(databaseNodes(database.kysely), oldSize, newest.size)
  const response = await send(`${witness.url}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint({ oldSize, proof, note: newest.note }),
    signal: AbortSignal.timeout(answerWithinMs),
    redirect: 'error',
  })
  return { status: response.status, body: (await response.text()).slice(0, 10_000) }
}

function findCosignature(
  { logKey }: PushOptions,
  witness: WitnessAddress,
  note: string,
  body: string,
): string | undefined {
  return body.split('\n').find((line) => {
    if (line === '') return false
    try {
      const signed = addSignature(note, line)
      const named = parseNote(signed).signatures.at(-1)
      const verified = verifyCheckpoint(signed, [logKey, witness.key])
      return named?.keyId === witness.key.keyId && verified.ok && verified.cosignatures.length === 1
    } catch (error) {
      if (error instanceof AuditLogError) return false
      throw error
    }
  })
}
