import { z } from 'zod'
import { defineCommand, defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies, lineOf } from '../custody-store.ts'
import { loadCustodies } from '../custody-view.ts'
import { tellOfAlarms } from './alarm-notices.ts'
import { NothingDue, batchSize } from './raise-alarms.ts'

// As in one look for those that are due.
const most = 1_000

/** Alarms that were raised and not told yet, those about a deadline first; `except` leaves out those that are given a rest. */
export const findUntoldAlarms = defineQuery({
  type: 'custody.find-untold-alarms',
  permission: 'job.custody.alarms',
  input: z.strictObject({ except: z.array(z.uuid()) }),
  recorded: false,
  execute: async (tx, { except }) => {
    const untold = custodies(tx)
      .selectFrom('custody.alarm')
      .select('id')
      .where('raised_at', 'is not', null)
      .where('told_at', 'is', null)
    const rows = await (except.length > 0 ? untold.where('id', 'not in', except) : untold)
      .orderBy('what')
      .orderBy('raised_at')
      .limit(most)
      .execute()
    return { result: rows.map(({ id }) => id) }
  },
})

/** Tells officers of alarms that were raised, each once; a kill leaves all of it told or none. */
export const tellAlarms = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody.tell-alarms',
    permission: 'job.custody.alarms',
    input: z.strictObject({ alarmIds: z.array(z.uuid()).min(1).max(batchSize) }),
    execute: async (tx, { alarmIds }) => {
      // Another worker tells of those that are locked.
      const alarms = await custodies(tx)
        .selectFrom('custody.alarm')
        .select(['id', 'custody_id', 'what', 'hours_before', 'about_at', 'due_at'])
        .where('id', 'in', alarmIds)
        .where('told_at', 'is', null)
        .orderBy('id')
        .forUpdate()
        .skipLocked()
        .execute()
      if (alarms.length === 0) throw new NothingDue()
      const custodyIds = [...new Set(alarms.map(({ custody_id }) => custody_id))]
      const rows = await custodies(tx).selectFrom('custody.custody').selectAll().where('id', 'in', custodyIds).execute()
      const judged = (await loadCustodies(tx, rows)).map(({ row, record }) => ({
        custody: row,
        line: lineOf(row),
        record,
      }))
      const told = await tellOfAlarms(
        tx,
        deps,
        judged,
        alarms.map((row) => ({
          id: row.id,
          custodyId: row.custody_id,
          what: row.what,
          hoursBefore: Number(row.hours_before),
          aboutAt: row.about_at,
          dueAt: row.due_at,
        })),
      )
      await custodies(tx)
        .updateTable('custody.alarm')
        .set({ told_at: tx.now })
        .where(
          'id',
          'in',
          alarms.map(({ id }) => id),
        )
        .execute()
      return {
        result: { told },
        event: {
          type: 'custody.alarms-told',
          subjects: custodyIds.map((id) => ({ type: 'custody', id })),
          codes: { count: alarms.length, told },
        },
      }
    },
  })
