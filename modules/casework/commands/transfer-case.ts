import { sql } from 'kysely'
import { z } from 'zod'
import { answerTransferBody, transferCaseBody } from '#contracts/casework/transfers.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import {
  caseCodes,
  caseEvent,
  changeCase,
  getCase,
  getCaseToChange,
  getUnit,
  keepNumber,
  takeNumber,
  tellOfCase,
} from '../case-store.ts'
import { caseworkErrors } from '../casework-errors.ts'
import type { CaseworkTables } from '../casework-tables.ts'
import type { CaseworkLaw } from '../domain/resolve-offences.ts'

/** Offers a case to another unit. It stays where it is until that unit accepts. */
export const transferCase = defineCommand({
  type: 'case.transfer',
  permission: 'case.transfer',
  input: z.strictObject({ id: z.uuid(), ...transferCaseBody.shape }),
  execute: async (tx, { id, toUnitId, reason }) => {
    const row = await getCaseToChange(tx, id)
    if (row.sealed) throw caseworkErrors.fail('CASE_SEALED_NO_TRANSFER')
    if (row.transfer_to_unit_id) throw caseworkErrors.fail('TRANSFER_PENDING')
    const unit = await getUnit(tx, toUnitId, 'police')
    if (unit.id === row.unit_id) throw caseworkErrors.fail('CASE_CASE_UNIT_UNSUITABLE')
    const transferId = tx.ids.next()
    await tx
      .tables<CaseworkTables>()
      .insertInto('casework.transfer')
      .values({
        id: transferId,
        case_id: id,
        from_unit_id: row.unit_id,
        to_unit_id: unit.id,
        reason,
        state: 'asked',
        asked_at: tx.now,
        asked_by: tx.actor.officerId,
        answered_at: null,
        answered_by: null,
        answer: null,
      })
      .execute()
    const version = await changeCase(tx, row, { transfer_to_unit_id: unit.id })
    await tellOfCase(tx, row, 'case.transfer-asked', [{ kind: 'role', role: 'head-of-unit', unitId: unit.id }])
    return {
      result: { id, version, transferId },
      event: {
        type: 'case.transfer-asked',
        ...caseEvent(row, [{ type: 'unit', id: unit.id }]),
        codes: { ...caseCodes(row), unit: unit.name },
        detail: { why: reason },
      },
    }
  },
})

export const withdrawTransfer = defineCommand({
  type: 'case.withdraw-transfer',
  permission: 'case.transfer',
  input: z.strictObject({ id: z.uuid() }),
  execute: async (tx, { id }) => {
    const row = await getCaseToChange(tx, id)
    if (!row.transfer_to_unit_id) throw caseworkErrors.fail('TRANSFER_NOT_PENDING')
    await answer(tx, id, 'withdrawn', null)
    const version = await changeCase(tx, row, { transfer_to_unit_id: null })
    return {
      result: { id, version },
      event: { type: 'case.transfer-withdrawn', ...caseEvent(row), codes: caseCodes(row) },
    }
  },
})

/** The unit asked accepts, and numbers the case anew, or refuses. */
export function answerTransfer(law: CaseworkLaw) {
  return defineCommand({
    type: 'case.answer-transfer',
    permission: 'case.answer-transfer',
    input: z.strictObject({ id: z.uuid(), ...answerTransferBody.shape }),
    execute: async (tx, { id, answer: given, note }) => {
      const row = await getCase(tx, id)
      const target = row.transfer_to_unit_id
      if (!target) throw caseworkErrors.fail('TRANSFER_NOT_PENDING')
      if (!tx.reach.covers(target)) throw platformErrors.fail('NOT_PERMITTED')
      const unit = await getUnit(tx, target, 'police')
      await answer(tx, id, given, note ?? null)
      await tellOfCase(tx, row, given === 'accepted' ? 'case.transfer-accepted' : 'case.transfer-refused', [
        { kind: 'role', role: 'head-of-unit', unitId: row.unit_id },
      ])
      const detail = note ? { why: note } : {}
      if (given === 'refused') {
        await sql`select casework.clear_refused_transfer(${id})`.execute(tx.tables())
        return {
          result: { id, reference: row.reference },
          event: {
            type: 'case.transfer-refused',
            ...caseEvent(row, [{ type: 'unit', id: target }]),
            codes: { ...caseCodes(row), unit: unit.name },
            detail,
          },
        }
      }
      const db = tx.tables<CaseworkTables>()
      await db
        .updateTable('casework.assignment')
        .set({ until: tx.now })
        .where('case_id', '=', id)
        .where('until', 'is', null)
        .execute()
      const taken = await takeNumber(tx, law, 'case', target)
      await changeCase(tx, row, { unit_id: target, transfer_to_unit_id: null, assigned_to: null, ...taken })
      await keepNumber(tx, id, target, taken)
      return {
        result: { id, reference: taken.reference },
        event: {
          type: 'case.transfer-accepted',
          ...caseEvent({ ...row, unit_id: target }, [{ type: 'unit', id: row.unit_id }]),
          codes: { reference: taken.reference, before: row.reference, unit: unit.name },
          detail,
        },
      }
    },
  })
}

async function answer(
  tx: Tx,
  caseId: string,
  state: 'accepted' | 'refused' | 'withdrawn',
  note: string | null,
): Promise<void> {
  const done = await tx
    .tables<CaseworkTables>()
    .updateTable('casework.transfer')
    .set({ state, answered_at: tx.now, answered_by: tx.actor.officerId, answer: note })
    .where('case_id', '=', caseId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  // Someone else answered in the same moment.
  if (done.numUpdatedRows === 0n) throw caseworkErrors.fail('TRANSFER_NOT_PENDING')
}
