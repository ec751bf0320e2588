import { z } from 'zod'
import { assignCaseBody } from '#contracts/casework/case.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, changeCase, getCaseToChange, getOfficerName, tellOfCase } from '../case-store.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import { addAssignment } from '../open-case.ts'
import { addAccess } from '../seal-store.ts'

export const assignCase = defineCommand({
  type: 'case.assign',
  permission: 'case.assign',
  input: z.strictObject({ id: z.uuid(), ...assignCaseBody.shape }),
  execute: async (tx, { id, officerId, baseVersion }) => {
    const row = await getCaseToChange(tx, id, { baseVersion })
    const officer = await getOfficerName(tx, officerId)
    const db = tx.tables<CaseworkTables>()
    await db
      .updateTable('casework.assignment')
      .set({ until: tx.now })
      .where('case_id', '=', id)
      .where('until', 'is', null)
      .execute()
    await addAssignment(tx, id, officerId)
    // Whoever is put in charge of a sealed case must be able to see it.
    if (row.sealed) await addAccess(tx, id, officerId, 'listed')
    const version = await changeCase(tx, row, { assigned_to: officerId })
    await tellOfCase(tx, row, 'case.assigned', [{ kind: 'officer', officerId }])
    return {
      result: { id, version },
      event: {
        type: 'case.assigned',
        ...caseEvent(row, [{ type: 'officer', id: officerId }]),
        codes: caseCodes(row),
        detail: { officer },
      },
    }
  },
})
