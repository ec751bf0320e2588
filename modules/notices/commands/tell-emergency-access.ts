import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { NoticesTables } from '../notices-tables.ts'
import { notify } from '../notify.ts'

/** What the job carries. The reason stays in the log, where the head and the inspectors read it. */
export const emergencyAccessPayload = z.object({
  caseId: z.uuid(),
  officerId: z.uuid(),
  /** Unit of the case; the officer's where it is left out. */
  unitId: z.uuid().optional(),
  /** UUIDv7 of this access: told once, however often the job runs. */
  accessId: z.uuidv7(),
})

/** Tells the head of the case's unit and every inspector of an emergency access to a sealed case, at once (G9). */
export const tellEmergencyAccess = defineCommand({
  type: 'notice.tell-emergency-access',
  permission: 'job.notices.emergency-access',
  input: emergencyAccessPayload.strict(),
  execute: async (tx, { caseId, officerId, unitId, accessId }) => {
    const officer = await tx
      .tables<NoticesTables>()
      .selectFrom('organisation.officer')
      .select('unit_id')
      .where('id', '=', officerId)
      .executeTakeFirst()
    if (!officer) throw platformErrors.fail('NOT_FOUND')
    const unit = unitId ?? officer.unit_id
    const count = await notify(tx, {
      kind: 'case.emergency-access',
      to: [
        { kind: 'role', role: 'head-of-unit', unitId: unit },
        { kind: 'role-everywhere', role: 'inspector' },
      ],
      link: { type: 'case', id: caseId },
      unitId: unit,
      aboutOfficerId: officerId,
      key: `emergency-access:${accessId}`,
      tellActor: true,
    })
    return {
      result: { told: count },
      event: {
        type: 'notice.emergency-access-told',
        subjects: [
          { type: 'case', id: caseId },
          { type: 'officer', id: officerId },
        ],
        unitId: unit,
        codes: { count, accessId },
      },
    }
  },
})
