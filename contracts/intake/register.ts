import { z } from 'zod'
import { textSchema } from '#platform/i18n/text.ts'
import { pointSchema } from '../casework/case-facts.ts'
import { participantInputSchema } from '../casework/participants.ts'
import { day, instant } from './time.ts'

/** Who comes to the counter or calls. */
export const deskKinds = ['complaint', 'denunciation', 'declaration', 'found-object', 'call', 'visit'] as const
/** What arrives by post. */
export const postKinds = [
  'prosecutor-instruction',
  'complaint-from-court',
  'rogatory-commission',
  'request-of-unit',
  'other-letter',
] as const
export const lineKinds = [...deskKinds, ...postKinds] as const
export const lineKindSchema = z.enum(lineKinds)
export type LineKind = z.infer<typeof lineKindSchema>

export const declarationCategorySchema = z.enum(['loss', 'theft', 'other'])

export const openStates = ['open', 'awaiting-authorisation', 'sent'] as const
export const lineStateSchema = z.enum([...openStates, 'became-case', 'joined-case', 'passed-on', 'closed', 'answered'])
export type LineState = z.infer<typeof lineStateSchema>

export const authorisationSchema = z.enum(['not-needed', 'awaited', 'granted', 'refused'])
export type Authorisation = z.infer<typeof authorisationSchema>

export const closeReasonSchema = z.enum([
  'informed',
  'no-offence',
  'not-competent',
  'withdrawn',
  'returned',
  'duplicate',
  'entered-in-error',
  'authorisation-refused',
  'other',
])
export type CloseReason = z.infer<typeof closeReasonSchema>

/** What stood out when a line was taken down; nothing was refused for it. */
export const markSchema = z.enum(['late-entry', 'letter-dated-later', 'happened-later', 'due-already'])
export type Mark = z.infer<typeof markSchema>

/** What can be done with a line in its state, as far as its state goes. */
export const stepSchema = z.enum([
  'add',
  'assign',
  'take',
  'send',
  'open-case',
  'join-case',
  'close',
  'answer',
  'authorise',
  'reopen',
  'set-deadline',
  'issue-receipt',
])
export type Step = z.infer<typeof stepSchema>

const words = z.string().trim().min(1).max(8_000)
const short = z.string().trim().min(1).max(300)
const stored = z.iso.datetime()

/** First particulars of whoever came, as typed. The person's own record is made when there is a case. */
export const contactSchema = z.strictObject({
  capacity: z.enum(['complainant', 'victim', 'informant', 'finder', 'owner', 'caller', 'visitor', 'representative']),
  nameAr: short.optional(),
  nameLatin: short.optional(),
  identityNumber: z.string().trim().min(1).max(60).optional(),
  phone: z.string().trim().min(1).max(60).optional(),
  email: z.string().trim().min(1).max(200).optional(),
  address: short.optional(),
  /** Language the person speaks, BCP 47. */
  language: z.string().trim().min(2).max(20).optional(),
})
export type Contact = z.infer<typeof contactSchema>

export const letterSchema = z.strictObject({
  /** Who wrote. */
  sender: short,
  /** The unit or prosecutor's office that wrote, where it is one of the tree. */
  senderUnitId: z.uuid().optional(),
  reference: z.string().trim().min(1).max(120),
  date: day,
})

export const recordLineBody = z.strictObject({
  /** The officer's own unit where it is left out. */
  unitId: z.uuid().optional(),
  kind: lineKindSchema,
  category: declarationCategorySchema.optional(),
  anonymous: z.boolean().optional(),
  text: words,
  place: short.optional(),
  /** The place on the map; it goes along when the line becomes a case. */
  point: pointSchema.optional(),
  contact: contactSchema.optional(),
  /** When the person came or the letter arrived; now where it is left out. */
  receivedAt: instant.optional(),
  happenedFrom: instant.optional(),
  happenedTo: instant.optional(),
  letter: letterSchema.optional(),
  dueAt: instant.optional(),
  remindAt: z.array(instant).max(10).optional(),
  /** The officer who gets it; the tray of the head of unit where it is left out. */
  ownerId: z.uuid().optional(),
  /** Ends the line at once, for a question answered at the counter. */
  closed: z.strictObject({ reason: closeReasonSchema, text: words.optional() }).optional(),
})
export type RecordLineBody = z.infer<typeof recordLineBody>

export const lineRefSchema = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  year: z.number().int(),
  number: z.number().int(),
  state: lineStateSchema,
  version: z.number().int(),
})

export const recordedLineSchema = lineRefSchema.extend({
  marks: z.array(markSchema),
  receivedAt: stored,
  recordedAt: stored,
  /** True where a receipt can be printed for who came. */
  hasReceipt: z.boolean(),
})

const ownerSchema = z.object({
  kind: z.enum(['officer', 'tray']),
  officerId: z.uuid().nullable(),
  nameAr: z.string().nullable(),
  nameLatin: z.string().nullable(),
})

/** A line as lists show it. */
export const lineItemSchema = lineRefSchema.extend({
  kind: lineKindSchema,
  category: declarationCategorySchema.nullable(),
  anonymous: z.boolean(),
  authorisation: authorisationSchema,
  owner: ownerSchema,
  receivedAt: stored,
  recordedAt: stored,
  happenedFrom: stored.nullable(),
  happenedTo: stored.nullable(),
  marks: z.array(markSchema),
  letter: z.object({ reference: z.string(), date: z.iso.date(), senderUnitId: z.uuid().nullable() }).nullable(),
  dueAt: stored.nullable(),
  overdue: z.boolean(),
  caseId: z.uuid().nullable(),
  endedAt: stored.nullable(),
  /** First words of the text, and the name of who came or wrote; null once the key is gone. */
  summary: z.string().nullable(),
  name: z.string().nullable(),
})
export type LineItem = z.infer<typeof lineItemSchema>

export const lineListSchema = z.object({ items: z.array(lineItemSchema), next: z.string().nullable() })

export const entrySchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  codes: z.record(z.string(), z.json()),
  text: z.string().nullable(),
  happenedAt: stored,
  recordedAt: stored,
  officer: z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() }).nullable(),
})

export const lineSchema = lineItemSchema.extend({
  /** Null where the key was destroyed at the end of retention. */
  content: z
    .object({
      text: z.string(),
      place: z.string().nullable(),
      point: pointSchema.nullable(),
      sender: z.string().nullable(),
      contact: contactSchema.nullable(),
    })
    .nullable(),
  recordedBy: z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() }),
  originLineId: z.uuid().nullable(),
  sentTo: z.object({ transferId: z.uuid(), unitId: z.uuid(), sentAt: stored }).nullable(),
  receipt: z.object({ issuedAt: stored }).nullable(),
  entries: z.array(entrySchema),
  reminders: z.array(z.object({ id: z.uuid(), remindAt: stored, doneAt: stored.nullable() })),
  steps: z.array(stepSchema),
  /** The articles behind the country's rules that act on this line; null where none does. */
  bases: z.object({ authorisation: textSchema.nullable(), due: textSchema.nullable() }),
})
export type Line = z.infer<typeof lineSchema>

export const lineParams = z.strictObject({ id: z.uuid() })
const baseVersion = z.number().int().min(1)

export const addEntryBody = z.strictObject({
  /** A correction says what was wrong; what was said stays as it is. */
  kind: z.enum(['addition', 'correction']),
  text: words,
  happenedAt: instant.optional(),
})
export const addedEntrySchema = z.object({ id: z.uuid(), lineId: z.uuid() })

export const assignBody = z.strictObject({
  /** Null puts it back into the tray of the head of unit. */
  ownerId: z.uuid().nullable(),
  baseVersion,
})
export const takeBody = z.strictObject({ baseVersion })

export const sendBody = z.strictObject({ toUnitId: z.uuid(), reason: words, baseVersion })
export const sentSchema = lineRefSchema.extend({ transferId: z.uuid() })
export const transferParams = z.strictObject({ id: z.uuid() })
export const acceptBody = z.strictObject({ ownerId: z.uuid().optional() })
export const refuseBody = z.strictObject({ reason: words })
export const refusedSchema = z.object({ transferId: z.uuid(), lineId: z.uuid() })

export const transferSchema = z.object({
  id: z.uuid(),
  fromUnitId: z.uuid(),
  toUnitId: z.uuid(),
  sentAt: stored,
  kind: lineKindSchema,
  anonymous: z.boolean(),
  receivedAt: stored,
  dueAt: stored.nullable(),
  reason: z.string().nullable(),
  text: z.string().nullable(),
  name: z.string().nullable(),
})
export const transferListSchema = z.object({ items: z.array(transferSchema) })

export const closeBody = z.strictObject({ reason: closeReasonSchema, text: words.optional(), baseVersion })
export const reopenBody = z.strictObject({ text: words, baseVersion })
export const answerBody = z.strictObject({
  text: words,
  reference: z.string().trim().min(1).max(120).optional(),
  answeredAt: instant.optional(),
  baseVersion,
})
export const authoriseBody = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  reference: z.string().trim().min(1).max(120).optional(),
  /** Who decided, and how it was said. */
  text: words,
  decidedAt: instant,
  baseVersion,
})
export const deadlineBody = z.strictObject({
  dueAt: instant.nullable().optional(),
  remindAt: z.array(instant).max(10).optional(),
  text: words.optional(),
  baseVersion,
})

export const openCaseBody = z.strictObject({
  /** Offence codes of the country's catalogue, as first qualified. */
  offences: z.array(z.string().min(1).max(80)).max(20).optional(),
  /** People with their roles, names split as the desk completed them; the contact of the line where left out. */
  participants: z.array(participantInputSchema).max(30).optional(),
  /** The officer who gets the case; the owner of the line, or nobody yet. */
  assigneeId: z.uuid().optional(),
  baseVersion,
})
export const openedCaseSchema = lineRefSchema.extend({
  caseId: z.uuid(),
  caseYear: z.number().int(),
  caseNumber: z.number().int(),
})
export const joinCaseBody = z.strictObject({ caseId: z.uuid(), baseVersion })
export const joinedCaseSchema = lineRefSchema.extend({ caseId: z.uuid() })

export const receiptSchema = z.object({ receiptId: z.uuid(), lineId: z.uuid(), issuedAt: stored })

export const dayQuery = z.strictObject({
  unitId: z.uuid().optional(),
  /** Day by the country's legal time; today where it is left out. */
  date: day.optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
export const openQuery = z.strictObject({
  unitId: z.uuid().optional(),
  owner: z.enum(['me', 'tray', 'all']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
export const postQuery = z.strictObject({
  unitId: z.uuid().optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
})
export const unitQuery = z.strictObject({ unitId: z.uuid().optional() })
export const printQuery = z.strictObject({ lang: z.enum(['ar', 'fr', 'en']).optional() })
export const dayPrintQuery = z.strictObject({
  unitId: z.uuid().optional(),
  date: day.optional(),
  lang: z.enum(['ar', 'fr', 'en']).optional(),
})
