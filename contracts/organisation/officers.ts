import { z } from 'zod'

const instant = z.iso.datetime({ offset: true })

export const grantRoleBody = z.strictObject({
  roleCode: z.string().min(1).max(60),
  unitId: z.uuid(),
  reason: z.enum(['posting', 'acting']).optional(),
  from: instant.optional(),
  to: instant.nullable().optional(),
})
export const grantRoleAnswer = z.object({ grantId: z.uuid() })

export const qualityBody = z.strictObject({
  /** `held` gives a quality; `suspended` records a measure against it. */
  kind: z.enum(['held', 'suspended']),
  code: z.string().min(1).max(80),
  decisionRef: z.string().trim().min(1).max(200),
  from: instant,
  to: instant.nullable().optional(),
})
export const qualityAnswer = z.object({ qualityId: z.uuid() })
