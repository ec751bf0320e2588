import { z } from 'zod'
import { sealCaseBody, unsealCaseBody } from '#contracts/casework/seals.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import {
  type CaseRow,
  caseCodes,
  caseEvent,
  changeCase,
  getCaseToChange,
  keepNumber,
  takeNumber,
} from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'
import type { CaseworkTables, Series } from '../casework-tables.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'
import { sealFacts, writeAccessList } from '../seal-store.ts'

export function sealCase(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.seal',
    permission: 'case.seal',
    input: z.strictObject({ id: z.uuid(), ...sealCaseBody.shape }),
    execute: async (tx, { id, baseVersion, reason, officers, barred }) => {
      const row = await getCaseToChange(tx, id, { baseVersion, evenClosed: true })
      if (row.sealed) throw caseworkErrors.fail('CASE_ALREADY_SEALED')
      if (row.transfer_to_unit_id) throw caseworkErrors.fail('TRANSFER_PENDING')
      const assigned = row.assigned_to ? [row.assigned_to] : []
      // The list stands before the seal: from the seal on only those on it can write it.
      await writeAccessList(tx, id, [...officers, ...assigned], barred)
      const number = await numberAgain(tx, law, row, 'case-sealed')
      const version = await changeCase(tx, row, { sealed: true, seal_reason: reason, sealed_at: tx.now, ...number })
      await sealFacts(tx, id)
      return {
        result: { id, version, reference: number.reference },
        event: {
          type: 'case.sealed',
          ...caseEvent(row),
          codes: { reference: number.reference, before: row.reference, sealReason: reason },
          detail: { officers, barred },
        },
      }
    },
  })
}

export function unsealCase(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.unseal',
    permission: 'case.seal',
    input: z.strictObject({ id: z.uuid(), ...unsealCaseBody.shape }),
    execute: async (tx, { id, baseVersion, reason }) => {
      const row = await getCaseToChange(tx, id, { baseVersion, evenClosed: true })
      if (!row.sealed) throw caseworkErrors.fail('CASE_NOT_SEALED')
      // Being on the list shows the case; lifting its seal takes the permission for its unit as well.
      if (!tx.reach.covers(row.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
      const number = await numberAgain(tx, law, row, 'case')
      const version = await changeCase(tx, row, { sealed: false, seal_reason: null, sealed_at: null, ...number })
      await sealFacts(tx, id)
      // Last: a list that has ended shows nothing any more, not even to whoever ends it.
      await endList(tx, id)
      return {
        result: { id, version, reference: number.reference },
        event: {
          type: 'case.unsealed',
          ...caseEvent(row),
          codes: { ...caseCodes({ reference: number.reference }), before: row.reference },
          detail: { why: reason },
        },
      }
    },
  })
}

/** A number it had in that series and unit comes back; otherwise it takes the next one. */
async function numberAgain(tx: Tx, law: CaseworkLaw, row: CaseRow, series: Series) {
  const earlier = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_number')
    .select(['series', 'year', 'number', 'reference'])
    .where('case_id', '=', row.id)
    .where('unit_id', '=', row.unit_id)
    .where('series', '=', series)
    .executeTakeFirst()
  if (earlier) return earlier
  const taken = await takeNumber(tx, law, series, row.unit_id)
  await keepNumber(tx, row.id, row.unit_id, taken)
  return taken
}

async function endList(tx: Tx, caseId: string): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .updateTable('casework.case_access')
    .set({ until: tx.now })
    .where('case_id', '=', caseId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', tx.now)]))
    .execute()
}
