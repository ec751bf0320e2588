import { z } from 'zod'
import { closeCaseBody, reopenCaseBody } from '#contracts/casework/case.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, changeCase, getCaseToChange } from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'

export const closeCase = defineCommand({
  type: 'case.close',
  permission: 'case.close',
  input: z.strictObject({ id: z.uuid(), ...closeCaseBody.shape }),
  execute: async (tx, { id, baseVersion, reason, note }) => {
    const row = await getCaseToChange(tx, id, { baseVersion })
    if (row.transfer_to_unit_id) throw caseworkErrors.fail('TRANSFER_PENDING')
    const version = await changeCase(tx, row, {
      state: 'closed',
      close_reason: reason,
      closed_at: tx.now,
      waiting_since: null,
    })
    return {
      result: { id, version },
      event: {
        type: 'case.closed',
        ...caseEvent(row),
        codes: { ...caseCodes(row), closeReason: reason },
        detail: note ? { why: note } : {},
      },
    }
  },
})

export const reopenCase = defineCommand({
  type: 'case.reopen',
  permission: 'case.reopen',
  input: z.strictObject({ id: z.uuid(), ...reopenCaseBody.shape }),
  execute: async (tx, { id, baseVersion, reason }) => {
    const row = await getCaseToChange(tx, id, { baseVersion, evenClosed: true })
    if (row.state !== 'closed') throw caseworkErrors.fail('CASE_NOT_CLOSED')
    const version = await changeCase(tx, row, { state: 'reopened', closed_at: null })
    return {
      result: { id, version },
      event: { type: 'case.reopened', ...caseEvent(row), codes: caseCodes(row), detail: { why: reason } },
    }
  },
})
