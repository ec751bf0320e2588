import { z } from 'zod'
import { reopenBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { reopenedState } from '../domain/line.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, changeLine, getLineAt, lineEvent } from '../line-store.ts'

/** The head of unit reopens a closed line; why is part of its story. */
export const reopenLine = defineCommand({
  type: 'register.reopen',
  permission: 'register.assign',
  input: reopenBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, text, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    if (line.state !== 'closed') throw intakeErrors.fail('REGISTER_NOT_CLOSED')
    const authorisation = line.authorisation === 'refused' ? 'awaited' : line.authorisation
    const result = await changeLine(tx, line, { state: reopenedState(authorisation), authorisation, ended_at: null })
    await addEntry(tx, line, { kind: 'reopened', text })
    return { result, event: lineEvent('register.reopened', line) }
  },
})
