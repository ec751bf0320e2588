import { z } from 'zod'
import { addNoteBody } from '#contracts/casework/case.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, getCaseToChange } from '../case-store.ts'
import type { CaseworkTables } from '../casework-tables.ts'

export const addNote = defineCommand({
  type: 'case.add-note',
  permission: 'case.change',
  fromAfar: true,
  input: z.strictObject({ caseId: z.uuid(), ...addNoteBody.shape }),
  execute: async (tx, { caseId, text }) => {
    const row = await getCaseToChange(tx, caseId, { evenClosed: true })
    const id = tx.ids.next()
    await tx
      .tables<CaseworkTables>()
      .insertInto('casework.note')
      .values({
        id,
        case_id: caseId,
        unit_id: row.unit_id,
        area: row.area,
        body: text,
        written_at: tx.occurredAt,
        recorded_at: tx.now,
        written_by: tx.actor.officerId,
      })
      .execute()
    return {
      result: { id },
      event: {
        type: 'case.note-added',
        ...caseEvent(row, [{ type: 'note', id }]),
        codes: caseCodes(row),
        detail: { note: text.length > 120 ? `${text.slice(0, 119)}…` : text },
      },
    }
  },
})
