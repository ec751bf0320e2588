import { z } from 'zod'
import { addEntryBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { addEntry as storeEntry, getLineForChange, lineEvent, requirePast } from '../line-store.ts'

/** Adds to a line, or says what on it was wrong. What was said stays, and so does the correction. */
export const addEntry = defineCommand({
  type: 'register.add',
  permission: 'register.handle',
  fromAfar: true,
  input: addEntryBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, kind, text, happenedAt }) => {
    const line = await getLineForChange(tx, lineId)
    const at = happenedAt ? requirePast(tx, new Date(happenedAt)) : tx.occurredAt
    const id = await storeEntry(tx, line, { kind, text, happenedAt: at })
    return {
      result: { id, lineId },
      event: lineEvent(kind === 'correction' ? 'register.corrected' : 'register.added', line, {
        codes: { entryId: id },
        occurredAt: at,
      }),
    }
  },
})
