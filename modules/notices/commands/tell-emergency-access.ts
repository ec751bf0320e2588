import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '../notify.ts'

/** What the job carries. The reason stays in the log, where the head and the inspectors read it. */
export const emergencyAccessPayload = z.object({
  caseId: z.uuid(),
  unitId: z.uuid(),
  officerId: z.uuid(),
  /** When the access began: told once, however often the job runs. */
  since: z.iso.datetime(),
  /** Officers who are parties to the case: they are not told, even where they are the head. */
  barred: z.array(z.uuid()).default([]),
})

/** The same command id whenever the job runs for the same access. */
export function emergencyCommandId({ caseId, officerId, since }: z.output<typeof emergencyAccessPayload>): string {
  const random = createHash('sha256').update(`${caseId} ${officerId} ${since}`).digest().subarray(0, 16)
  return v7({ msecs: Date.parse(since), random, seq: random.readUInt32BE(0) })
}

/** Tells the head of the case's unit and every inspector of an emergency access to a sealed case, at once (G9). */
export const tellEmergencyAccess = defineCommand({
  type: 'notice.tell-emergency-access',
  permission: 'job.notices.emergency-access',
  input: emergencyAccessPayload.strict(),
  execute: async (tx, { caseId, officerId, unitId, since, barred }) => {
    const count = await notify(tx, {
      kind: 'case.emergency-access',
      to: [
        { kind: 'role', role: 'head-of-unit', unitId },
        { kind: 'role-everywhere', role: 'inspector' },
      ],
      link: { type: 'case', id: caseId },
      unitId,
      aboutOfficerId: officerId,
      key: `emergency-access:${caseId}:${officerId}:${since}`,
      except: barred,
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
        unitId,
        codes: { count, since },
      },
    }
  },
})
