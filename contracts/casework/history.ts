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

/**
 * What kind of look it was: the file read, a PV read on the screen, opened for printing, taken as a file, read before a
 * signature, or given out as a copy; an emergency; this list. `opened` is a PV of which nobody said what for.
 */
export const lookKinds = [
  'read',
  'screen',
  'print',
  'download',
  'signing',
  'copy',
  'certified-copy',
  'opened',
  'emergency',
  'list',
] as const
export type LookKind = (typeof lookKinds)[number]

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
export type CaseReaders = z.output<typeof readersSchema>
