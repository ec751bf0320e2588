import type { Tx } from '#platform/commands/types.ts'
import type { IntakeTables } from './intake-tables.ts'
import type { LineRow } from './line-store.ts'

/** Sets reminders: a job each, which exists if, and only if, this transaction commits. */
export async function setReminders(
  tx: Tx,
  line: Pick<LineRow, 'id' | 'unit_id' | 'area'>,
  times: readonly Date[],
): Promise<void> {
  const setBy = tx.actor.officerId
  for (const remindAt of times) {
    if (!setBy) throw new Error('a reminder is set by an officer')
    const id = tx.ids.next()
    await tx
      .tables<IntakeTables>()
      .insertInto('intake.reminder')
      .values({
        id,
        line_id: line.id,
        unit_id: line.unit_id,
        area: line.area,
        remind_at: remindAt,
        set_by: setBy,
        set_at: tx.now,
        done_at: null,
      })
      .execute()
    // The job's own command id travels with it: run twice, it reminds once.
    await tx.enqueue(
      'intake.remind',
      { reminderId: id, commandId: tx.ids.next() },
      { runAt: remindAt, key: `intake.remind:${id}` },
    )
  }
}
