import { z } from 'zod'
import { shortText, baseVersion, officerRefSchema } from './values.ts'

export const sealReasons = ['minor', 'officer-party', 'secrecy'] as const
export type SealReason = (typeof sealReasons)[number]

export const sealInputSchema = z.strictObject({
  reason: z.enum(sealReasons),
  /** Officers for whom the case goes on existing; who seals is always one of them. */
  officers: z.array(z.uuid()).max(50).default([]),
  /** Officers who are parties: never let in, not even in an emergency. */
  barred: z.array(z.uuid()).max(50).default([]),
})

export const sealCaseBody = z.strictObject({ ...sealInputSchema.shape, baseVersion })
export const unsealCaseBody = z.strictObject({ reason: shortText, baseVersion })

export const changeAccessBody = z.strictObject({
  add: z.array(z.uuid()).max(50).default([]),
  remove: z.array(z.uuid()).max(50).default([]),
  bar: z.array(z.uuid()).max(50).default([]),
})

export const emergencyAccessBody = z
  .strictObject({
    caseId: z.uuid().optional(),
    unitId: z.uuid().optional(),
    reference: z.string().min(1).max(40).optional(),
    reason: z.string().min(10).max(500),
  })
  .refine((body) => body.caseId !== undefined || (body.unitId !== undefined && body.reference !== undefined), {
    path: ['caseId'],
  })

export const accessSchema = z.object({
  officer: officerRefSchema,
  kind: z.enum(['listed', 'emergency', 'barred']),
  reason: z.string().nullable(),
  since: z.iso.datetime(),
  until: z.iso.datetime().nullable(),
})
