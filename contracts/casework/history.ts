import { z } from 'zod'
import { unitRefSchema, officerRefSchema } from './values.ts'

export const historyQuery = z.strictObject({ cursor: z.string().max(200).optional() })

export const historySchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      recordedAt: z.iso.datetime(),
      type: z.string(),
      sentence: z.string(),
      officer: officerRefSchema.nullable(),
      unit: unitRefSchema.nullable(),
    }),
  ),
  next: z.string().nullable(),
})

/** What kind of look it was; the ones that leave the file are told apart. */
export const lookKinds = ['read', 'emergency', 'export', 'list'] as const

export const readersSchema = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      type: z.string(),
      look: z.enum(lookKinds),
      sentence: z.string(),
      officer: officerRefSchema.nullable(),
      unit: unitRefSchema.nullable(),
      purpose: z.object({ kind: z.string(), id: z.uuid().nullable(), reason: z.string().nullable() }).nullable(),
    }),
  ),
  next: z.string().nullable(),
})
