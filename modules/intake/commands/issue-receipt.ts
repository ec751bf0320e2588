import { z } from 'zod'
import { type Command, defineCommand } from '#platform/commands/types.ts'
import { mayHaveReceipt } from '../domain/line.ts'
import type { Intake } from '../intake-deps.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, getLineForChange, lineEvent } from '../line-store.ts'
import { issueReceipt as storeReceipt } from '../receipt-store.ts'

const input = z.strictObject({ lineId: z.uuid() })

/** Issues a new receipt where the sheet was lost: its code ends the one before. */
export function issueReceipt(
  intake: Intake,
): Command<typeof input, { receiptId: string; lineId: string; issuedAt: string }> {
  return defineCommand({
    type: 'register.issue-receipt',
    permission: 'register.print-receipt',
    input,
    execute: async (tx, { lineId }) => {
      const line = await getLineForChange(tx, lineId)
      if (!mayHaveReceipt(line, intake.rules)) throw intakeErrors.fail('REGISTER_NO_RECEIPT')
      await tx
        .tables<IntakeTables>()
        .updateTable('intake.receipt')
        .set({ revoked_at: tx.now })
        .where('line_id', '=', lineId)
        .where('revoked_at', 'is', null)
        .execute()
      const receiptId = await storeReceipt(tx, line, intake.random)
      await addEntry(tx, line, { kind: 'receipt', codes: { receiptId } })
      return {
        result: { receiptId, lineId, issuedAt: tx.now.toISOString() },
        event: lineEvent('register.receipt-issued', line, { codes: { receiptId } }),
      }
    },
  })
}
