import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { notify } from '#modules/notices/index.ts'
import { isOpen } from '../domain/line.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { addEntry, lineEvent, lineSubject, ownerAudience } from '../line-store.ts'

/** What the job of a reminder carries. */
export const remindPayload = z.object({ reminderId: z.uuid(), commandId: z.uuidv7() })

/** Reminds the owner of a line; of one that has ended, nobody. */
export const remind = defineCommand({
  type: 'register.remind',
  permission: 'job.intake.remind',
  input: z.strictObject({ reminderId: z.uuid() }),
  execute: async (tx, { reminderId }) => {
    const db = tx.tables<IntakeTables>()
    const row = await db
      .selectFrom('intake.reminder as r')
      .innerJoin('intake.line as l', 'l.id', 'r.line_id')
      .select(['l.id', 'l.unit_id', 'l.area', 'l.year', 'l.number', 'l.state', 'l.owner_id', 'r.done_at'])
      .where('r.id', '=', reminderId)
      .executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    const due = row.done_at === null && isOpen(row.state)
    await db.updateTable('intake.reminder').set({ done_at: tx.now }).where('id', '=', reminderId).execute()
    let told = 0
    if (due) {
      told = await notify(tx, {
        kind: 'register.reminder',
        to: [await ownerAudience(tx, row)],
        link: lineSubject(row.id),
        unitId: row.unit_id,
        params: { number: row.number, year: row.year },
        key: `reminder:${reminderId}`,
      })
      await addEntry(tx, row, { kind: 'reminded', codes: { reminderId, told } })
    }
    return { result: { told }, event: lineEvent('register.reminded', row, { codes: { told } }) }
  },
})
