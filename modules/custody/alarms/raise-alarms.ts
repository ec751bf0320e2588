import { z } from 'zod'
import { type Tx, defineCommand, defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies, lineOf } from '../custody-store.ts'
import { loadCustodies } from '../custody-view.ts'
import { alarmPlanOf } from './alarm-plan.ts'
import type { RaisedAlarm } from './alarm-notices.ts'
import { planAlarms } from './plan-alarms.ts'

/** Custodies judged in one transaction. More waste less on round trips, and make those who take facts down wait longer. */
export const batchSize = 100
// As many as are worked off within a second or two; then whatever is more urgent by now comes first.
const most = 1_000

/** Others had them in hand, or took note: there is nothing to do, and nothing to record. */
export class NothingDue extends Error {}

/** Custodies with an alarm that is due, those about a deadline first, then the longest due; `except` leaves out those that are given a rest. */
export const findDueCustodies = defineQuery({
  type: 'custody.find-due-alarms',
  permission: 'job.custody.alarms',
  input: z.strictObject({ except: z.array(z.uuid()) }),
  recorded: false,
  execute: async (tx, { except }) => {
    // In order of letters a deadline comes first, and welfare last.
    const due = custodies(tx)
      .selectFrom('custody.alarm')
      .select(['custody_id', (eb) => eb.fn.min('what').as('first'), (eb) => eb.fn.min('due_at').as('since')])
      .where('due_at', '<=', tx.now)
      .where('raised_at', 'is', null)
      .where('dropped_at', 'is', null)
    const rows = await (except.length > 0 ? due.where('custody_id', 'not in', except) : due)
      .groupBy('custody_id')
      .orderBy('first')
      .orderBy('since')
      .limit(most)
      .execute()
    return { result: rows.map(({ custody_id }) => custody_id) }
  },
})

/**
 * Raises the alarms of some custodies that are due. Each custody is judged anew by its record: a deadline that moved since
 * it was planned raises nothing, and is planned for its new hour. One transaction, so that a kill leaves all of it or none.
 * Officers are told in another, right after (tell-alarms.ts): most of the time goes into that, and a wall need not wait for it.
 */
export const raiseAlarms = (deps: Pick<CustodyDeps, 'rules'>) =>
  defineCommand({
    type: 'custody.raise-alarms',
    permission: 'job.custody.alarms',
    input: z.strictObject({ custodyIds: z.array(z.uuid()).min(1).max(batchSize) }),
    execute: async (tx, { custodyIds }) => {
      // Another worker, or an officer who takes a fact down, has those that are locked; they are looked at again.
      const rows = await custodies(tx)
        .selectFrom('custody.custody')
        .selectAll()
        .where('id', 'in', custodyIds)
        .orderBy('id')
        .forUpdate()
        .skipLocked()
        .execute()
      const now = tx.now.getTime()
      const judged = (await loadCustodies(tx, rows)).map(({ row, record }) => ({
        custody: row,
        line: lineOf(row),
        record,
        plan: alarmPlanOf(deps.rules, lineOf(row), record, now),
      }))
      const changed = await planAlarms(tx, judged)
      const raised = await raiseDue(
        tx,
        rows.map(({ id }) => id),
      )
      if (changed + raised.length === 0) throw new NothingDue()
      const waited = raised.filter(({ what }) => what === 'deadline').map(({ id }) => id)
      if (waited.length > 0)
        await tx.enqueue(
          'custody.escalate-alarms',
          { alarmIds: waited, commandId: tx.ids.next() },
          { runAt: new Date(now + deps.rules.escalation.afterMinutes * 60_000) },
        )
      const concerned = new Set(raised.map(({ custodyId }) => custodyId))
      return {
        result: { raised: raised.length },
        event: {
          type: 'custody.alarms-raised',
          // The cases are left out: one event about several would tell of each to whoever sees another.
          subjects: (concerned.size > 0 ? [...concerned] : rows.map(({ id }) => id)).map((id) => ({
            type: 'custody',
            id,
          })),
          codes: { count: raised.length, planned: changed },
        },
      }
    },
  })

async function raiseDue(tx: Tx, custodyIds: readonly string[]): Promise<RaisedAlarm[]> {
  if (custodyIds.length === 0) return []
  const rows = await custodies(tx)
    .updateTable('custody.alarm')
    .set({ raised_at: tx.now, told_at: null })
    .where('custody_id', 'in', [...custodyIds])
    .where('raised_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('due_at', '<=', tx.now)
    .returning(['id', 'custody_id', 'what', 'hours_before', 'about_at', 'due_at'])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    custodyId: row.custody_id,
    what: row.what,
    hoursBefore: Number(row.hours_before),
    aboutAt: row.about_at,
    dueAt: row.due_at,
  }))
}
