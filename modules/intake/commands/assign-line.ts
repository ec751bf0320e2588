import { z } from 'zod'
import { assignBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '#modules/notices/index.ts'
import { isOpen } from '../domain/line.ts'
import { intakeErrors } from '../intake.errors.ts'
import { addEntry, changeLine, getLineAt, lineEvent, lineSubject, requireOfficerOf } from '../line-store.ts'

/** Gives a line to an officer of the unit, or puts it back into the head's tray. */
export const assignLine = defineCommand({
  type: 'register.assign',
  permission: 'register.assign',
  input: assignBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, ownerId, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    if (!isOpen(line.state)) throw intakeErrors.fail('REGISTER_LINE_ENDED')
    if (ownerId) await requireOfficerOf(tx, ownerId, line.unit_id)
    const result = await changeLine(tx, line, { owner_kind: ownerId ? 'officer' : 'tray', owner_id: ownerId })
    await addEntry(tx, line, { kind: 'assigned', codes: { ownerId } })
    if (ownerId) {
      await notify(tx, {
        kind: 'register.assigned',
        to: [{ kind: 'officer', officerId: ownerId }],
        link: lineSubject(line.id),
        unitId: line.unit_id,
        params: { number: line.number, year: line.year },
        aboutOfficerId: tx.actor.officerId,
      })
    }
    return {
      result,
      event: lineEvent('register.assigned', line, {
        codes: { from: line.owner_id, to: ownerId },
        also: ownerId ? [{ type: 'officer', id: ownerId }] : [],
      }),
    }
  },
})
