import { sql } from 'kysely'
import type { ClockAnswer } from '../domain/clock-case.ts'
import type { CustodyTables } from '../custody-tables.ts'
import type { Tx } from '#platform/commands/types.ts'

const hour = 3_600_000

/** An alarm that is to be raised at an hour. */
export interface PlannedAlarm {
  readonly what: 'deadline' | 'welfare'
  readonly hoursBefore: number
  readonly aboutAt: number
  readonly dueAt: number
}

/**
 * The alarms that a custody should have ahead of it. Of those that were due before now only the last is kept: what is
 * taken down late raises one alarm at once, and not a row of old ones.
 */
export function alarmsAhead(
  hoursBefore: readonly number[],
  answer: ClockAnswer,
  welfareDueAt: number | null,
  now: number,
): PlannedAlarm[] {
  const planned: PlannedAlarm[] = []
  if (answer.deadlineProven !== null) {
    const aboutAt = Date.parse(answer.deadlineProven)
    const all = hoursBefore
      .map((before) => ({ what: 'deadline' as const, hoursBefore: before, aboutAt, dueAt: aboutAt - before * hour }))
      .toSorted((one, other) => one.dueAt - other.dueAt)
    const past = all.filter(({ dueAt }) => dueAt <= now)
    planned.push(...past.slice(-1), ...all.filter(({ dueAt }) => dueAt > now))
  }
  if (welfareDueAt !== null)
    planned.push({ what: 'welfare', hoursBefore: 0, aboutAt: welfareDueAt, dueAt: welfareDueAt })
  return planned
}

/** Writes what is ahead of a custody: what is missing is added, what no longer holds is dropped, what was raised stays. */
export async function planAlarms(
  tx: Tx,
  custody: { readonly id: string; readonly unit_id: string; readonly area: string },
  planned: readonly PlannedAlarm[],
): Promise<void> {
  const db = tx.tables<CustodyTables>()
  const open = await db
    .selectFrom('custody.alarm')
    .select(['id', 'what', 'hours_before', 'about_at'])
    .where('custody_id', '=', custody.id)
    .where('raised_at', 'is', null)
    .where('dropped_at', 'is', null)
    .execute()
  const keyOf = (what: string, before: number, about: number): string => `${what} ${before} ${about}`
  const wanted = new Set(planned.map((each) => keyOf(each.what, each.hoursBefore, each.aboutAt)))
  const gone = open.filter((row) => !wanted.has(keyOf(row.what, Number(row.hours_before), row.about_at.getTime())))
  if (gone.length > 0)
    await db
      .updateTable('custody.alarm')
      .set({ dropped_at: tx.now })
      .where(
        'id',
        'in',
        gone.map((row) => row.id),
      )
      .execute()
  if (planned.length === 0) return
  await db
    .insertInto('custody.alarm')
    .values(
      planned.map((each) => ({
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
    // A deadline that came back to an earlier hour takes its alarms up again.
    .onConflict((conflict) =>
      conflict
        .constraint('alarm_once')
        .doUpdateSet({ dropped_at: null })
        .where(sql<boolean>`custody.alarm.raised_at is null`),
    )
    .execute()
}
