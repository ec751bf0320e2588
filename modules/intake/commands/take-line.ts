import { z } from 'zod'
import { takeBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { intakeErrors } from '../intake.errors.ts'
import {
  addEntry,
  changeLine,
  getLineAt,
  hasServingOwner,
  lineEvent,
  requireOfficerOf,
  requireOpen,
} from '../line-store.ts'

/** An officer of the unit takes a line out of the tray. */
export const takeLine = defineCommand({
  type: 'register.take',
  permission: 'register.handle',
  input: takeBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    requireOpen(line)
    const officerId = tx.actor.officerId
    if (officerId === null || (await hasServingOwner(tx, line))) throw intakeErrors.fail('REGISTER_TAKEN')
    await requireOfficerOf(tx, officerId, line.unit_id)
    const result = await changeLine(tx, line, { owner_kind: 'officer', owner_id: officerId })
    await addEntry(tx, line, { kind: 'taken', codes: { ownerId: officerId, from: line.owner_id } })
    return { result, event: lineEvent('register.taken', line) }
  },
})
