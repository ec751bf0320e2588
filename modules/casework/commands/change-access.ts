import { z } from 'zod'
import { changeAccessBody } from '#contracts/casework/seals.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, getCaseToChange, getOfficerName, tellOfCase } from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import { addAccess } from '../seal-store.ts'

/** Changes for whom a sealed case exists. Nobody takes the own access away or is left locked out by it. */
export const changeAccess = defineCommand({
  type: 'case.change-access',
  permission: 'case.seal',
  input: z.strictObject({ id: z.uuid(), ...changeAccessBody.shape }),
  execute: async (tx, { id, add, remove, bar }) => {
    const row = await getCaseToChange(tx, id, { evenClosed: true })
    if (!row.sealed) throw caseworkErrors.fail('CASE_NOT_SEALED')
    const self = tx.actor.officerId
    if (!self || remove.includes(self) || bar.includes(self)) throw caseworkErrors.fail('ACCESS_LIST_EMPTY')
    for (const officerId of [...add, ...bar]) await getOfficerName(tx, officerId)
    const ending = [...remove, ...bar]
    if (ending.length > 0) {
      await tx
        .tables<CaseworkTables>()
        .updateTable('casework.case_access')
        .set({ until: tx.now })
        .where('case_id', '=', id)
        .where('officer_id', 'in', ending)
        .where('until', 'is', null)
        .execute()
    }
    for (const officerId of new Set(add)) {
      if (!bar.includes(officerId)) await addAccess(tx, id, officerId, 'listed')
    }
    await tellOfCase(
      tx,
      row,
      'case.access-granted',
      add.filter((each) => !bar.includes(each)).map((officerId) => ({ kind: 'officer', officerId })),
    )
    for (const officerId of new Set(bar)) await addAccess(tx, id, officerId, 'barred')
    return {
      result: { id },
      event: {
        type: 'case.access-changed',
        ...caseEvent(row),
        codes: { ...caseCodes(row), added: add.length, removed: remove.length, barred: bar.length },
        detail: { add, remove, bar },
      },
    }
  },
})
