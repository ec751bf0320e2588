import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import type { CustodyTables } from '../custody-tables.ts'
import { type AlarmPlan, type KnownAlarm, changesTo } from './alarm-plan.ts'

/** A custody whose row this transaction has locked, or made, with the alarms that it should have. */
export interface Planned {
  readonly custody: { readonly id: string; readonly unit_id: string; readonly area: string }
  readonly plan: AlarmPlan
}

/**
 * Writes what is ahead of custodies: what is missing is added, what no longer holds is dropped, what was raised stays.
 * Answers how many alarms changed.
 */
export async function planAlarms(tx: Tx, planned: readonly Planned[]): Promise<number> {
  const db = tx.tables<CustodyTables>()
  const known = await knownAlarms(
    tx,
    planned.map(({ custody }) => custody.id),
  )
  const changes = planned.map(({ custody, plan }) => ({
    custody,
    ...changesTo(known.get(custody.id) ?? [], plan, tx.now.getTime()),
  }))
  const gone = changes.flatMap(({ drop }) => drop.map(({ id }) => id))
  if (gone.length > 0)
    await db
      .updateTable('custody.alarm')
      .set({ dropped_at: tx.now })
      .where('id', 'in', gone)
      .where('raised_at', 'is', null)
      .execute()
  const added = changes.flatMap(({ custody, add }) =>
    add.map((each) => ({
      id: tx.ids.next(),
      custody_id: custody.id,
      unit_id: custody.unit_id,
      area: custody.area,
      what: each.what,
      hours_before: each.hoursBefore,
      about_at: new Date(each.aboutAt),
      due_at: new Date(each.dueAt),
      raised_at: null,
      dropped_at: null,
    })),
  )
  if (added.length > 0)
    await db
      .insertInto('custody.alarm')
      .values(added)
      // A deadline that came back to an earlier hour takes its alarms up again.
      .onConflict((conflict) =>
        conflict
          .constraint('alarm_once')
          .doUpdateSet({ dropped_at: null, due_at: (eb) => eb.ref('excluded.due_at') })
          .where(sql<boolean>`custody.alarm.raised_at is null`),
      )
      .execute()
  return gone.length + added.length
}

/** Alarms that are open, and those about a deadline that were raised, by custody. */
async function knownAlarms(tx: Tx, custodyIds: readonly string[]): Promise<ReadonlyMap<string, KnownAlarm[]>> {
  if (custodyIds.length === 0) return new Map()
  const rows = await tx
    .tables<CustodyTables>()
    .selectFrom('custody.alarm')
    .select(['id', 'custody_id', 'what', 'hours_before', 'about_at', 'due_at', 'raised_at'])
    .where('custody_id', 'in', [...custodyIds])
    .where('dropped_at', 'is', null)
    .execute()
  const alarms = rows.map((row) => ({
    custodyId: row.custody_id,
    id: row.id,
    what: row.what,
    hoursBefore: Number(row.hours_before),
    aboutAt: row.about_at.getTime(),
    dueAt: row.due_at.getTime(),
    raisedAt: row.raised_at?.getTime() ?? null,
  }))
  return Map.groupBy(alarms, ({ custodyId }) => custodyId)
}
