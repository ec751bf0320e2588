import { z } from 'zod'
import { answerBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { isPost } from '../domain/line.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, changeLine, getLineAt, lineEvent, requireOpen, requirePast } from '../line-store.ts'

/** Notes the answer to a letter, which ends its line. An answer after the deadline is noted as such. */
export const answerLine = defineCommand({
  type: 'register.answer',
  permission: 'register.handle',
  input: answerBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, text, reference, answeredAt, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    if (!isPost(line.kind)) throw intakeErrors.fail('REGISTER_NOT_POST')
    requireOpen(line)
    const at = answeredAt ? requirePast(tx, new Date(answeredAt)) : tx.now
    const codes = { reference: reference ?? null, late: line.due_at !== null && at > line.due_at }
    const result = await changeLine(tx, line, { state: 'answered', ended_at: tx.now })
    await addEntry(tx, line, { kind: 'answered', codes, text, happenedAt: at })
    return { result, event: lineEvent('register.answered', line, { codes, occurredAt: at }) }
  },
})
