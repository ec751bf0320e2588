import { z } from 'zod'
import { shortText, unitRefSchema } from './values.ts'

export const transferCaseBody = z.strictObject({ toUnitId: z.uuid(), reason: shortText })

export const answerTransferBody = z.strictObject({
  answer: z.enum(['accepted', 'refused']),
  note: z.string().max(300).nullish(),
})

export const transferSchema = z.object({
  id: z.uuid(),
  from: unitRefSchema,
  to: unitRefSchema,
  reason: z.string(),
  state: z.enum(['asked', 'accepted', 'refused', 'withdrawn']),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  answer: z.string().nullable(),
})
