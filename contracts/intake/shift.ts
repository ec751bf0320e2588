import { z } from 'zod'
import { lineKindSchema } from './register.ts'
import { instant } from './time.ts'

const words = z.string().trim().min(1).max(20_000)
const stored = z.iso.datetime()
const officer = z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() })

export const writeHandoverBody = z.strictObject({
  unitId: z.uuid().optional(),
  shiftFrom: instant,
  shiftTo: instant,
  text: words,
  /** Lines the text points to. */
  lineIds: z.array(z.uuid()).max(200).optional(),
  toOfficerId: z.uuid().optional(),
})
export const writtenHandoverSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  openLines: z.number().int(),
  overdueLines: z.number().int(),
})
export const acknowledgeBody = z.strictObject({ remark: words.optional() })
export const acknowledgedSchema = z.object({ id: z.uuid(), acknowledgedAt: stored })

export const handoverSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  shiftFrom: stored,
  shiftTo: stored,
  text: z.string().nullable(),
  lineIds: z.array(z.uuid()),
  openLines: z.number().int(),
  overdueLines: z.number().int(),
  writtenBy: officer,
  writtenAt: stored,
  toOfficerId: z.uuid().nullable(),
  acknowledgedBy: officer.nullable(),
  acknowledgedAt: stored.nullable(),
  remark: z.string().nullable(),
})
export type Handover = z.infer<typeof handoverSchema>
export const handoverListSchema = z.object({ items: z.array(handoverSchema) })

export const bulletinSchema = z.object({
  unitId: z.uuid(),
  date: z.iso.date(),
  /** Lines taken down that day. */
  received: z.number().int(),
  byKind: z.array(z.object({ kind: lineKindSchema, count: z.number().int() })),
  lateEntries: z.number().int(),
  becameCase: z.number().int(),
  joinedCase: z.number().int(),
  passedOn: z.number().int(),
  closed: z.number().int(),
  answered: z.number().int(),
  /** Cases opened in the unit that day, from the register or otherwise; null where that is not known here. */
  casesOpened: z.number().int().nullable(),
  /** As they stood at the end of that day, or now. */
  openLines: z.number().int(),
  overdueLines: z.number().int(),
  awaitingAuthorisation: z.number().int(),
  inTray: z.number().int(),
})
export type Bulletin = z.infer<typeof bulletinSchema>
