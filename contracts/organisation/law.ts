import { z } from 'zod'

export const lawSetAnswer = z.object({ name: z.string(), version: z.int(), data: z.unknown() })
export const proposeLawBody = z.strictObject({
  name: z.string().min(1).max(80),
  /** Version the proposal was made from. */
  baseVersion: z.int().min(0).max(2_000_000_000),
  /** The whole list as it is to stand; numbers are integers. */
  data: z.json(),
  /** Text, article and publication it rests on. */
  legalBasis: z.string().trim().min(5).max(500),
})
export const proposeLawAnswer = z.object({ lawChangeId: z.uuid() })
export const decideLawBody = z.strictObject({ approve: z.boolean() })
export const decideLawAnswer = z.object({ lawChangeId: z.uuid(), version: z.int().nullable() })
export const lawChangesQuery = z.object({ cursor: z.uuid().optional() })
export const lawChangesAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      baseVersion: z.int(),
      data: z.unknown(),
      legalBasis: z.string(),
      state: z.enum(['proposed', 'approved', 'rejected']),
      proposedBy: z.uuid(),
      proposedAt: z.iso.datetime(),
      decidedBy: z.uuid().nullable(),
      decidedAt: z.iso.datetime().nullable(),
    }),
  ),
  next: z.uuid().nullable(),
})
