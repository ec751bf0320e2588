import { z } from 'zod'
import { authoriseBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, changeLine, getLineAt, lineEvent, requirePast } from '../line-store.ts'

/** Takes down what the prosecutor decided on an anonymous denunciation; a refusal closes the line. */
export const authoriseLine = defineCommand({
  type: 'register.authorise',
  permission: 'register.authorise',
  input: authoriseBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, decision, reference, text, decidedAt, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    if (line.state !== 'awaiting-authorisation') throw intakeErrors.fail('REGISTER_AUTHORISATION_NOT_AWAITED')
    const at = requirePast(tx, new Date(decidedAt))
    const granted = decision === 'granted'
    const result = await changeLine(tx, line, {
      authorisation: decision,
      state: granted ? 'open' : 'closed',
      ended_at: granted ? null : tx.now,
    })
    const codes = { reference: reference ?? null }
    await addEntry(tx, line, {
      kind: granted ? 'authorisation-granted' : 'authorisation-refused',
      codes,
      text,
      happenedAt: at,
    })
    return {
      result,
      event: lineEvent(granted ? 'register.authorised' : 'register.authorisation-refused', line, {
        codes,
        occurredAt: at,
      }),
    }
  },
})
