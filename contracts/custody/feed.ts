import { z } from 'zod'
import { heldPersonSchema } from './custody.ts'
import { entryInputSchema } from './entry.ts'
import { bookSchema, measureSchema } from './measure.ts'

const instant = z.iso.datetime({ offset: true })

const common = {
  /** Where to go on after this item: `after` of the next request. Opaque. */
  cursor: z.string(),
  placeId: z.uuid(),
  placeCode: z.string(),
  book: bookSchema,
  custodyId: z.uuid(),
  year: z.int(),
  number: z.int(),
  reference: z.string(),
}
/** The record as it is stored when it is read, and its SHA-256: the digest of a visa is computed from these, without any key. */
const stored = { stored: z.record(z.string(), z.unknown()), digest: z.string() }

/**
 * One line of the feed of a book (NDJSON): a custody was entered, a fact was taken down, the line was signed. Each comes once, in
 * the order in which it was written. Person and case are null where the case is sealed to the reader.
 */
export const feedItemSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('line'),
    ...common,
    measure: measureSchema,
    grounds: z.array(z.string()),
    arrestedAt: instant,
    placedAt: instant,
    recordedAt: instant,
    fromPaper: z.boolean(),
    caseReference: z.string().nullable(),
    person: heldPersonSchema.nullable(),
    arrestPlace: z.string().nullable(),
    ...stored,
  }),
  z.object({
    what: z.literal('entry'),
    ...common,
    entryId: z.uuid(),
    seq: z.int(),
    recordedAt: instant,
    marks: z.array(z.string()),
    /** Without notes on health and without diet: those are the doctor's. */
    entry: entryInputSchema,
    ...stored,
  }),
  z.object({
    what: z.literal('signature'),
    ...common,
    signedAt: instant,
    signedBy: z.uuid(),
    person: z.enum(['signed', 'fingerprint', 'refused', 'unable']),
    reason: z.string().nullable(),
  }),
])
export type FeedItem = z.output<typeof feedItemSchema>
