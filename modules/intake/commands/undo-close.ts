import { z } from 'zod'
import { takeBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { reopenedState } from '../domain/line.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, changeLine, getLineAt, lineEvent } from '../line-store.ts'

const undoMinutes = 10

/** The officer who closed a line takes that back within ten minutes. Both stay in its story. */
export const undoClose = defineCommand({
  type: 'register.undo-close',
  permission: 'register.handle',
  input: takeBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    if (line.state !== 'closed' || line.ended_at === null) throw intakeErrors.fail('REGISTER_NOT_CLOSED')
    const closing = await tx
      .tables<IntakeTables>()
      .selectFrom('intake.entry')
      .select('officer_id')
      .where('line_id', '=', lineId)
      .where('kind', 'in', ['closed', 'authorisation-refused'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const late = tx.now.getTime() - line.ended_at.getTime() > undoMinutes * 60_000
    // A prosecutor's refusal is no slip of the officer's: the head of unit reopens it.
    if (late || closing?.officer_id !== tx.actor.officerId || line.authorisation === 'refused') {
      throw intakeErrors.fail('REGISTER_UNDO_TOO_LATE')
    }
    const result = await changeLine(tx, line, { state: reopenedState(line.authorisation), ended_at: null })
    await addEntry(tx, line, { kind: 'reopened', codes: { undo: true } })
    return { result, event: lineEvent('register.reopened', line, { codes: { undo: true } }) }
  },
})
