import { z } from 'zod'
import { closeBody } from '#contracts/intake/register.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { isOfficersReason } from '../domain/line.ts'
import { addEntry, changeLine, getLineAt, lineEvent, requireOpen } from '../line-store.ts'

/** Closes a line with a reason. */
export const closeLine = defineCommand({
  type: 'register.close',
  permission: 'register.handle',
  input: closeBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, reason, text, baseVersion }) => {
    if (!isOfficersReason(reason)) throw inputError(['reason'])
    const line = await getLineAt(tx, lineId, baseVersion)
    requireOpen(line)
    const result = await changeLine(tx, line, { state: 'closed', ended_at: tx.now })
    await addEntry(tx, line, { kind: 'closed', codes: { reason }, text })
    return { result, event: lineEvent('register.closed', line, { codes: { reason } }) }
  },
})
