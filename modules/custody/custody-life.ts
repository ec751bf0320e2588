import type { Tx } from '#platform/commands/types.ts'
import { alarmPlanOf } from './alarms/alarm-plan.ts'
import { planAlarms } from './alarms/plan-alarms.ts'
import type { CustodyRow } from './custody-store.ts'
import { custodies, entryRows, lineOf, takenDown } from './custody-store.ts'
import type { CustodyTable } from './custody-tables.ts'
import type { ClockAnswer } from './domain/clock-case.ts'
import { askCustodyClock } from './domain/clock.ts'
import type { CustodyRules } from './domain/custody-rules.ts'
import { clockCaseOf } from './domain/record-clock.ts'
import { type Standing, endOf, foldRecord } from './domain/record.ts'
import type { Updateable } from 'kysely'

/** The clock's answer about a custody at an hour, by what stands of its record. */
export function clockOf(rules: CustodyRules, row: CustodyRow, record: readonly Standing[], now: Date): ClockAnswer {
  return askCustodyClock(rules.clock, clockCaseOf(lineOf(row), record, now.getTime()))
}

export async function recordOf(tx: Tx, custodyId: string): Promise<Standing[]> {
  return foldRecord(takenDown(await entryRows(tx, [custodyId])))
}

/**
 * After facts were added: what follows from the record is written beside it (the deadline, the end, the alarms ahead).
 * Nothing here decides anything: a deadline that passed releases nobody.
 */
export async function keepLife(
  tx: Tx,
  rules: CustodyRules,
  row: CustodyRow,
  change: Updateable<CustodyTable> = {},
): Promise<ClockAnswer> {
  const after = { ...row, ...change } as CustodyRow
  const record = await recordOf(tx, row.id)
  const answer = clockOf(rules, after, record, tx.now)
  const end = endOf(record)
  await custodies(tx)
    .updateTable('custody.custody')
    .set({
      ...change,
      deadline_at: answer.deadlineProven === null ? null : new Date(answer.deadlineProven),
      ended_at: end ? new Date(end.at) : null,
      end_kind: end ? end.entry.how : null,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  await planAlarms(tx, [{ custody: row, plan: alarmPlanOf(rules, lineOf(after), record, tx.now.getTime()) }])
  return answer
}
