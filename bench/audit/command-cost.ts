import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { canonicalJson } from '#platform/audit/log/index.ts'
import { recordEvent } from '#platform/commands/record-event.ts'
import { createTx } from '#platform/commands/tx.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { percentile } from '../bench-result.ts'
import type { Ground } from './ground.ts'

type Variant = 'kernel' | 'with' | 'without'

/** What the log adds to a small command, in milliseconds. */
export interface CommandCost {
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly addedP50: number
  readonly addedP95: number
}

interface BenchTables {
  'bench.note': { id: string; officer_id: string | null; text: string }
  'bench.note_unguarded': { id: string; officer_id: string | null; text: string }
}

const input = z.strictObject({ text: z.string() })
const permission = 'self.bench'
// What a case's acts do: most fall on a record that has its key already.
const recordCount = 200

const writeNote = defineCommand({
  type: 'note.write',
  permission,
  input: input.extend({ caseId: z.uuid() }),
  execute: async (tx, { text, caseId }) => {
    const id = await insertNote(tx, 'bench.note', text)
    return {
      result: { id },
      event: { type: 'note.written', subjects: [{ type: 'case', id: caseId }], detail: { text } },
    }
  },
})

/** Tables of the bench: one behind the guard as every table of a module, one without, for the run without the log. */
export async function makeBenchTables(ground: Ground): Promise<void> {
  await ground.asSuperuser((client) =>
    client.query(`
      set role daira_owner;
      create schema bench; grant usage on schema bench to daira_app;
      create table bench.note (id uuid primary key, officer_id uuid, text text not null);
      create table bench.note_unguarded (like bench.note including all);
      create table bench.command_unguarded (like platform.command including all);
      select platform.guard('bench.note'), platform.guard('bench.note_unguarded', false), platform.guard('bench.command_unguarded', false);
      create policy own on bench.note to daira_app using (officer_id = (select ctx.actor_id())) with check (officer_id = (select ctx.actor_id()));
      create policy own on bench.note_unguarded to daira_app using (officer_id = (select ctx.actor_id())) with check (officer_id = (select ctx.actor_id()));
      create policy own on bench.command_unguarded to daira_app using (actor_id = (select ctx.actor_id())) with check (actor_id = (select ctx.actor_id()));
      grant select, insert on bench.note, bench.note_unguarded, bench.command_unguarded to daira_app;
      reset role`),
  )
}

/** Runs the same command with and without the log in turn, so that whatever else the machine does falls on both alike. */
export async function measureCommandCost(ground: Ground, rounds: number): Promise<CommandCost> {
  const { ids } = ground.house
  const cases = Array.from({ length: recordCount }, () => ids.next())
  const samples: Record<Variant, number[]> = { kernel: [], with: [], without: [] }
  const orders: readonly (readonly Variant[])[] = [
    ['kernel', 'with', 'without'],
    ['with', 'without', 'kernel'],
    ['without', 'kernel', 'with'],
  ]
  const warmUp = Math.ceil(rounds / 10)
  for (let round = -warmUp; round < rounds; round += 1) {
    const caseId = cases[Math.abs(round) % recordCount] ?? ids.next()
    for (const variant of orders[Math.abs(round) % orders.length] ?? []) {
      const started = performance.now()
      await runOnce(ground, variant, caseId, `note ${round}`)
      if (round >= 0) samples[variant].push(performance.now() - started)
    }
  }
  await requireRows(ground, rounds)
  const of = (variant: Variant, share: number): number => percentile(samples[variant], share)
  const row = (what: string, variant: Variant) => ({
    what,
    runs: samples[variant].length,
    'p50 ms': round2(of(variant, 0.5)),
    'p95 ms': round2(of(variant, 0.95)),
  })
  return {
    rows: [
      row('command through the kernel', 'kernel'),
      row('the same steps, with the log', 'with'),
      row('the same steps, without the log', 'without'),
    ],
    addedP50: round2(of('with', 0.5) - of('without', 0.5)),
    addedP95: round2(of('with', 0.95) - of('without', 0.95)),
  }
}

async function runOnce(ground: Ground, variant: Variant, caseId: string, text: string): Promise<void> {
  const { kernel, ids } = ground.house
  if (variant === 'kernel') {
    await kernel.run(writeNote, ground.caller, ids.next(), { text, caseId })
    return
  }
  await runByHand(ground, variant === 'with', caseId, text)
}

// The kernel has no switch for its log, and must not have one: its steps are repeated here, with that one left out.
async function runByHand(ground: Ground, withLog: boolean, caseId: string, text: string): Promise<void> {
  const { database, keyring, clock, ids } = ground.house
  const commandId = ids.next()
  const parsed = input.parse({ text })
  const hash = createHash('sha256')
    .update('note.write')
    .update(canonicalJson({ ...parsed, caseId }))
    .digest()
  const commands = withLog ? 'platform.command' : 'bench.command_unguarded'
  await database.kysely.transaction().execute(async (trx) => {
    const now = clock.now()
    const entered = await sql<{
      status: string
      officer_id: string
      session_id: string
      unit_id: string
      area: string
    }>`
      select * from identity.enter(${ground.caller.tokenHash}, ${permission}, ${commandId}, ${now})`.execute(trx)
    const entry = entered.rows[0]
    if (entry?.status !== 'ok') throw new Error(`the session of the bench: ${entry?.status}`)
    const { officer_id: officerId, session_id: sessionId, unit_id: unitId, area } = entry
    const tx = createTx({
      trx,
      vault: keyring.vault,
      ids,
      now,
      permission,
      actor: { officerId, sessionId, unitId, area, steppedUpAt: null, wallPlaceId: null },
      reach: { all: false, own: true, units: new Set(), covers: () => false },
    })
    await sql`select pg_advisory_xact_lock(hashtextextended(${commandId}, 0))`.execute(trx)
    await sql`select type, input_hash, result from ${sql.table(commands)} where id = ${commandId}`.execute(trx)
    const id = await insertNote(tx, withLog ? 'bench.note' : 'bench.note_unguarded', parsed.text)
    if (withLog) {
      const subjects = [{ type: 'case', id: caseId }]
      await recordEvent(tx, 'command', { type: 'note.written', subjects, detail: { text } }, commandId)
    }
    await sql`insert into ${sql.table(commands)} (id, type, actor_id, input_hash, result, done_at)
      values (${commandId}, 'note.write', ${officerId}, ${hash}, ${JSON.stringify({ id })}, ${now})`.execute(trx)
  })
}

async function insertNote(tx: Tx, table: keyof BenchTables, text: string): Promise<string> {
  const id = tx.ids.next()
  await tx.tables<BenchTables>().insertInto(table).values({ id, officer_id: tx.actor.officerId, text }).execute()
  return id
}

async function requireRows(ground: Ground, rounds: number): Promise<void> {
  const { rows } = await ground.asSuperuser((client) =>
    client.query<{ guarded: number; unguarded: number; events: number }>(`
      select (select count(*) from bench.note) as guarded, (select count(*) from bench.note_unguarded) as unguarded,
        (select count(*) from audit.event where type = 'note.written') as events`),
  )
  const found = rows[0]
  if (!found || found.guarded < 2 * rounds || found.unguarded < rounds || found.events !== found.guarded)
    throw new Error(`the bench did not do what it measures: ${JSON.stringify(found)}`)
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
