import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficerInReach } from '../officer-store.ts'
import { addQuality } from '../quality-store.ts'

export const qualityDecisionSchema = z.strictObject({
  kind: z.enum(['held', 'suspended']),
  /** A quality for `held`, a measure for `suspended`. */
  code: z.string().min(1).max(80),
  decisionRef: z.string().trim().min(1).max(200),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }).nullable().optional(),
})

/** Takes down a decision that gives, suspends or ends a judicial-police quality. */
export const recordQuality = defineCommand({
  type: 'quality.record',
  permission: 'quality.change',
  input: qualityDecisionSchema.extend({ officerId: z.uuid() }),
  execute: async (tx, input) => {
    const officer = await getOfficerInReach(tx, input.officerId)
    const id = await addQuality(tx, input)
    return {
      result: { qualityId: id },
      event: {
        type: 'quality.recorded',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'quality', id },
        ],
        unitId: officer.unit_id,
        area: officer.area,
        codes: { kind: input.kind, quality: input.code, from: input.from, to: input.to ?? null },
        detail: { officer: officer.name_ar, decision: input.decisionRef },
      },
    }
  },
})
