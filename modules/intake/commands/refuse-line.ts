import { z } from 'zod'
import { refuseBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { lineSubject } from '../line-store.ts'
import { getTransferToAnswer, settleTransfer } from '../transfer-store.ts'

/** Returns a line to the unit that sent it, with a reason; it is open there again. */
export const refuseLine = defineCommand({
  type: 'register.refuse',
  permission: 'register.accept',
  input: refuseBody.extend({ transferId: z.uuid() }),
  execute: async (tx, { transferId, reason }) => {
    const transfer = await getTransferToAnswer(tx, transferId)
    await settleTransfer(tx, transfer, { refusal: reason })
    return {
      result: { transferId, lineId: transfer.line_id },
      event: {
        type: 'register.refused',
        subjects: [lineSubject(transfer.line_id), { type: 'unit', id: transfer.to_unit_id }],
        unitId: transfer.unit_id,
        area: transfer.area,
        codes: { transferId, toUnitId: transfer.to_unit_id },
      },
    }
  },
})
