import { z } from 'zod'
import { deadlineBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { addEntry, changeLine, getLineAt, lineEvent, requireOpen } from '../line-store.ts'
import { setReminders } from '../reminder-store.ts'

/** Sets or moves the deadline of a line, and reminders. The former deadline stays in its story. */
export const setDeadline = defineCommand({
  type: 'register.set-deadline',
  permission: 'register.handle',
  input: deadlineBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, dueAt, remindAt, text, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    requireOpen(line)
    const due = dueAt === undefined ? line.due_at : dueAt === null ? null : new Date(dueAt)
    const result = await changeLine(tx, line, { due_at: due })
    const codes = {
      from: line.due_at?.toISOString() ?? null,
      to: due?.toISOString() ?? null,
      reminders: remindAt?.length ?? 0,
    }
    await addEntry(tx, line, { kind: 'deadline', codes, text })
    await setReminders(
      tx,
      line,
      (remindAt ?? []).map((each) => new Date(each)),
    )
    return { result, event: lineEvent('register.deadline-set', line, { codes }) }
  },
})
