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
export const sessionsEndedAnswer = z.object({ sessionsEnded: z.int() })

const instant = z.iso.datetime()
const person = z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() })
const recovery = z.object({
  id: z.uuid(),
  askedBy: person,
  askedAt: instant,
  expiresAt: instant,
  reason: z.string(),
})

/** Half of the code, for who asks; null where the same request is repeated. */
export const askRecoveryAnswer = z.object({
  recoveryId: z.uuid(),
  expiresAt: instant,
  firstHalf: z.string().nullable(),
})
export const recoveriesQuery = z.object({ officerId: z.uuid().optional() })
export const recoveriesAnswer = z.object({
  items: z.array(
    recovery.extend({
      officer: person.extend({ serviceNumber: z.string() }),
      /** False for who asked, whom it concerns, who only stands in, and who got the role less than three days ago. */
      mayApprove: z.boolean(),
    }),
  ),
})
export const decideRecoveryBody = z.strictObject({ approve: z.boolean() })
/** The other half, for who approves; null where it was rejected or the same request is repeated. */
export const decideRecoveryAnswer = z.object({
  approved: z.boolean(),
  secondHalf: z.string().nullable(),
  sessionsEnded: z.int(),
  factorsRemoved: z.int(),
})
export const ownRecoveriesAnswer = z.object({ items: z.array(recovery) })
export const objectionAnswer = z.object({ recoveryId: z.uuid() })
