import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'

export const noticeSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  /** The sentence, filled, in every working language. */
  text: textSchema,
  link: z.object({ type: z.string(), id: z.uuid() }),
  unitId: z.uuid(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

export const noticeListQuery = z.strictObject({
  unread: z.enum(['true', 'false']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})

export const noticeListSchema = z.object({ items: z.array(noticeSchema), next: z.string().nullable() })

export const noticeCountSchema = z.object({ unread: z.number().int() })

export const noticeReadSchema = z.object({ id: z.uuid(), readAt: z.iso.datetime() })

/** Marks all notices read up to and including one, so that what arrived meanwhile stays unread. */
export const readAllBody = z.strictObject({ upTo: z.uuid() })
export const readAllSchema = z.object({ read: z.number().int() })
