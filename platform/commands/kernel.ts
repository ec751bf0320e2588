import { createHash } from 'node:crypto'
import { type Kysely, type Transaction, sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type Ids, isUuidV7 } from '#platform/ids.ts'
import type { Vault } from '#platform/keys/vault.ts'
import { parseInput } from './input-error.ts'
import { stableJson } from './plain-json.ts'
import { recordEvent } from './record-event.ts'
import { createTx } from './tx.ts'
import type { Actor, AuditEntry, Caller, Command, FromAfar, Purpose, PurposeTable, Query, Reach, Tx } from './types.ts'

export interface KernelOptions {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
  /** What the modules vouch for, known once they stand. A kind of work that nobody vouches for explains nothing. */
  readonly purposes?: () => PurposeTable
}

/** Runs use cases: the only way in which anything is read or changed. */
export interface Kernel {
  /**
   * Carries a command out once for its id (a UUIDv7); repeated with the same input it gives the same answer. `afar` says
   * when and by whom it was given, where that was not here and now.
   */
  run<I extends z.ZodType, R>(
    command: Command<I, R>,
    caller: Caller,
    commandId: string,
    input: unknown,
    afar?: FromAfar,
  ): Promise<R>
  /** Answers a query. `purpose` is the work in hand, where the request names one. */
  ask<I extends z.ZodType, R>(query: Query<I, R>, caller: Caller, input: unknown, purpose?: Purpose): Promise<R>
}

const stepUpMinutes = 5
const entrySchema = z.object({
  status: z.enum(['ok', 'no-session', 'locked', 'denied']),
  officer_id: z.string().nullable(),
  session_id: z.string().nullable(),
  unit_id: z.string().nullable(),
  area: z.string().nullable(),
  stepped_up_at: z.date().nullable(),
  wall_place_id: z.string().nullable(),
  units: z.array(z.string()).nullable(),
  reaches_all: z.boolean().nullable(),
  reaches_own: z.boolean().nullable(),
})

export function createKernel({ database, vault, clock, ids, purposes = () => ({}) }: KernelOptions): Kernel {
  return {
    run: async (command, caller, commandId, input, afar = {}) => {
      if (!isUuidV7(commandId)) throw platformErrors.fail('IDEMPOTENCY_KEY_MISSING')
      if (afar.occurredAt && !command.fromAfar) throw platformErrors.fail('NOT_FROM_AFAR')
      const parsed = parseInput(command.input, input)
      const inputHash = createHash('sha256').update(command.type).update(stableJson(parsed)).digest()
      const work = async (trx: Transaction<unknown>): Promise<unknown> => {
        const tx = await enter(trx, caller, command.permission, commandId, afar.occurredAt)
        if (afar.officerId && afar.officerId !== tx.actor.officerId) throw platformErrors.fail('OTHER_OFFICER')
        const earlier = await findEarlier(tx, commandId, command.type, inputHash)
        if (earlier) return earlier.result
        if (command.stepUp && caller.kind === 'session') requireStepUp(tx)
        const { result, event } = await command.execute(tx, parsed)
        await recordEvent(
          tx,
          caller.kind === 'job' || caller.kind === 'set-up' ? 'system' : 'command',
          event,
          commandId,
        )
        await tx
          .tables<CommandTables>()
          .insertInto('platform.command')
          .values({
            id: commandId,
            type: command.type,
            actor_id: tx.actor.officerId,
            input_hash: inputHash,
            result: JSON.stringify(result ?? null),
            done_at: tx.now,
          })
          .execute()
        return result
      }
      const answer = await withRefusals(command, caller, commandId, () => inTransaction(work))
      // The answer of an earlier run was this command's own result, stored as JSON.
      return answer as Awaited<ReturnType<typeof command.execute>>['result']
    },

    ask: async (query, caller, input, purpose) => {
      const parsed = parseInput(query.input, input)
      return withRefusals(query, caller, null, () =>
        inTransaction(async (trx) => {
          const tx = await enter(trx, caller, query.permission, null)
          const { result, access } = await query.execute(tx, parsed)
          if (query.recorded) {
            if (!access) throw new Error(`${query.type} is to be recorded and names no access`)
            await recordEvent(tx, 'read', { purpose, ...access }, null)
            if (purpose && !(await isInHand(trx, caller, tx, purpose, access)))
              throw platformErrors.fail('PURPOSE_UNKNOWN')
          }
          return result
        }),
      )
    },
  }

  async function enter(
    trx: Transaction<unknown>,
    caller: Caller,
    permission: string,
    commandId: string | null,
    occurredAt?: Date,
  ): Promise<Tx> {
    const now = clock.now()
    const entry = await openContext(trx, caller, permission, commandId, now)
    return createTx({ trx, vault, ids, now, occurredAt: occurredAt && notLater(occurredAt, now), permission, ...entry })
  }

  /**
   * True where the work named as purpose is the reader's to name. Asked last, under the permission that shows such work, and
   * not at all where the look-up showed that very work: it has been found visible then.
   */
  async function isInHand(
    trx: Transaction<unknown>,
    caller: Caller,
    tx: Tx,
    { kind, id }: Purpose,
    access: AuditEntry,
  ): Promise<boolean> {
    if (id === undefined || access.subjects.some((subject) => subject.type === kind && subject.id === id)) return true
    const check = purposes()[kind]
    if (!check || caller.kind !== 'session') return false
    const now = tx.now
    const entry = await askEntry(trx, caller.tokenHash, check.permission, null, now)
    if (entry.status !== 'ok') return false
    return check.sees(createTx({ trx, vault, ids, now, permission: check.permission, ...contextOf(entry) }), id)
  }

  function inTransaction<R>(work: (trx: Transaction<unknown>) => Promise<R>): Promise<R> {
    return retrying(() => database.kysely.transaction().execute(work))
  }

  // What was refused leaves a trace of its own: the transaction that failed took its rows with it.
  async function withRefusals<R>(
    use: { readonly type: string; readonly permission: string },
    caller: Caller,
    commandId: string | null,
    work: () => Promise<R>,
  ): Promise<R> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof AppError && caller.kind === 'session' && error.recorded) {
        await database.kysely.transaction().execute(async (trx) => {
          const now = clock.now()
          const entry = await askEntry(trx, caller.tokenHash, use.permission, commandId, now)
          if (!entry.officer_id || entry.status === 'no-session') return
          // A locked desk sets no context; its permission is self.refused so that the refusal can be written.
          if (entry.status === 'locked') await askEntry(trx, caller.tokenHash, 'self.refused', commandId, now)
          const tx = createTx({ trx, vault, ids, now, permission: use.permission, ...contextOf(entry) })
          await recordEvent(tx, 'refusal', refusalOf(use.type, error), null)
        })
      }
      throw error
    }
  }
}

interface CommandTables {
  'platform.command': {
    id: string
    type: string
    actor_id: string | null
    input_hash: Uint8Array
    result: string
    done_at: Date
  }
}

async function findEarlier(
  tx: Tx,
  id: string,
  type: string,
  inputHash: Uint8Array,
): Promise<{ readonly result: unknown } | undefined> {
  // Two at once with the same key: the second waits here for the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx.tables())
  const row = await tx
    .tables<CommandTables>()
    .selectFrom('platform.command')
    .select(['type', 'input_hash', 'result'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.type !== type || !Buffer.from(row.input_hash).equals(inputHash))
    throw platformErrors.fail('IDEMPOTENCY_KEY_REUSED')
  return { result: row.result }
}

const clockTolerance = 5 * 60_000

// Nothing was done in the future: what a clock may err is put right, more than that is said.
function notLater(occurredAt: Date, now: Date): Date {
  if (occurredAt.getTime() - now.getTime() > clockTolerance) {
    throw platformErrors.fail('CLOCK_WRONG', { time: occurredAt.toISOString() })
  }
  return occurredAt < now ? occurredAt : now
}

function requireStepUp(tx: Tx): void {
  const at = tx.actor.steppedUpAt
  if (!at || tx.now.getTime() - at.getTime() > stepUpMinutes * 60_000) throw platformErrors.fail('STEP_UP_NEEDED')
}

interface Context {
  readonly actor: Actor
  readonly reach: Reach
}

async function openContext(
  trx: Kysely<unknown>,
  caller: Caller,
  permission: string,
  commandId: string | null,
  now: Date,
): Promise<Context> {
  const nobody: Actor = {
    officerId: null,
    sessionId: null,
    unitId: null,
    area: null,
    steppedUpAt: null,
    wallPlaceId: null,
  }
  switch (caller.kind) {
    case 'session': {
      const entry = await askEntry(trx, caller.tokenHash, permission, commandId, now)
      if (entry.status === 'no-session') throw platformErrors.fail('SIGN_IN_NEEDED')
      if (entry.status === 'locked') throw platformErrors.fail('DESK_LOCKED')
      if (entry.status === 'denied') throw platformErrors.fail('NOT_PERMITTED')
      return contextOf(entry)
    }
    case 'door':
      if (permission !== 'session.open') throw platformErrors.fail('SIGN_IN_NEEDED')
      await sql`select identity.enter_door(${commandId}, ${now})`.execute(trx)
      return { actor: nobody, reach: reachOf(false, false, []) }
    case 'set-up': {
      const { rows } = await sql<{
        open: boolean
      }>`select identity.enter_set_up(${permission}, ${commandId}, ${now}) as open`.execute(trx)
      if (!rows[0]?.open) throw platformErrors.fail('NOT_PERMITTED')
      return { actor: nobody, reach: reachOf(true, false, []) }
    }
    case 'job':
      await sql`select identity.enter_job(${caller.job}, ${commandId}, ${now})`.execute(trx)
      return { actor: nobody, reach: reachOf(true, false, []) }
  }
}

async function askEntry(
  trx: Kysely<unknown>,
  tokenHash: Uint8Array,
  permission: string,
  commandId: string | null,
  now: Date,
): Promise<z.output<typeof entrySchema>> {
  const { rows } = await sql`select * from identity.enter(${tokenHash}, ${permission}, ${commandId}, ${now})`.execute(
    trx,
  )
  return entrySchema.parse(rows[0])
}

function contextOf(entry: z.output<typeof entrySchema>): Context {
  return {
    actor: {
      officerId: entry.officer_id,
      sessionId: entry.session_id,
      unitId: entry.unit_id,
      area: entry.area,
      steppedUpAt: entry.stepped_up_at,
      wallPlaceId: entry.wall_place_id,
    },
    reach: reachOf(entry.reaches_all ?? false, entry.reaches_own ?? false, entry.units ?? []),
  }
}

function reachOf(all: boolean, own: boolean, units: readonly string[]): Reach {
  const set = new Set(units)
  return { all, own, units: set, covers: (unitId) => all || set.has(unitId) }
}

function refusalOf(type: string, error: AppError): AuditEntry {
  return { type: 'request.refused', subjects: [], codes: { use: type, code: error.code } }
}

const retriable = new Set(['40001', '40P01'])

async function retrying<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (attempt >= 4 || !retriable.has(code)) throw error
    }
  }
}
