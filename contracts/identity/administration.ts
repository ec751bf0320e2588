import { z } from 'zod'
import { qualityBody } from '#contracts/organisation/officers.ts'

export const enrolBody = z.strictObject({
  serviceNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{1,31}$/),
  nameAr: z.string().trim().min(1).max(120),
  nameLatin: z.string().trim().min(1).max(120),
  rankCode: z.string().nullable(),
  sex: z.enum(['female', 'male']),
  unitId: z.uuid(),
  post: z.string().trim().min(1).max(60),
  since: z.iso.datetime({ offset: true }).optional(),
  roles: z
    .array(z.strictObject({ roleCode: z.string().min(1).max(60), unitId: z.uuid().optional() }))
    .max(20)
    .default([]),
  qualities: z.array(qualityBody).max(10).default([]),
})
/** The code is shown once; it is null where the same request is repeated. */
export const enrolAnswer = z.object({ officerId: z.uuid(), initialCode: z.string().nullable() })

export const reasonBody = z.strictObject({ reason: z.string().trim().min(5).max(500) })
export const resetAnswer = z.object({
  initialCode: z.string().nullable(),
  sessionsEnded: z.int(),
  factorsRemoved: z.int(),
})
export const sessionsEndedAnswer = z.object({ sessionsEnded: z.int() })
