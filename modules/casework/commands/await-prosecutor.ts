import { z } from 'zod'
import { awaitProsecutorBody, resumeCaseBody } from '#contracts/casework/case.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { caseCodes, caseEvent, changeCase, getCaseToChange, getUnit } from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'

/** The file goes to, or asks, the prosecutor; from here on that office sees it. */
export const awaitProsecutor = defineCommand({
  type: 'case.await-prosecutor',
  permission: 'case.change',
  input: z.strictObject({ id: z.uuid(), ...awaitProsecutorBody.shape }),
  execute: async (tx, { id, baseVersion, prosecutorUnitId }) => {
    const row = await getCaseToChange(tx, id, { baseVersion })
    if (row.state === 'waiting-prosecutor') throw caseworkErrors.fail('CASE_ALREADY_WAITING')
    const unit = await getUnit(tx, prosecutorUnitId, 'prosecutor')
    const version = await changeCase(tx, row, {
      state: 'waiting-prosecutor',
      prosecutor_unit_id: unit.id,
      waiting_since: tx.now,
    })
    return {
      result: { id, version },
      event: {
        type: 'case.prosecutor-awaited',
        ...caseEvent(row, [{ type: 'unit', id: unit.id }]),
        codes: { ...caseCodes(row), unit: unit.name },
      },
    }
  },
})

/** The prosecutor has answered, or the wait is given up: the work goes on. */
export const resumeCase = defineCommand({
  type: 'case.resume',
  permission: 'case.change',
  input: z.strictObject({ id: z.uuid(), ...resumeCaseBody.shape }),
  execute: async (tx, { id, baseVersion }) => {
    const row = await getCaseToChange(tx, id, { baseVersion })
    if (row.state !== 'waiting-prosecutor') throw caseworkErrors.fail('CASE_NOT_WAITING')
    const version = await changeCase(tx, row, { state: 'open', waiting_since: null })
    return {
      result: { id, version },
      event: { type: 'case.resumed', ...caseEvent(row), codes: caseCodes(row) },
    }
  },
})
