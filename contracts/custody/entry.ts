import { z } from 'zod'
import { instant } from '../intake/time.ts'
import { said, words } from './entry-said.ts'

/** Kinds that may last: `until` may be given, or left null and ended later. */
export const lastingKinds = ['lawyer-contact', 'exclusion', 'extraction', 'rest', 'hearing'] as const
export type LastingKind = (typeof lastingKinds)[number]

export type EntryKind = keyof typeof said
export const entryKinds = Object.keys(said) as EntryKind[]

/** Taken from a paper book that was kept while the computers were down. */
export const paperSchema = z.strictObject({
  page: z.string().trim().min(1).max(20),
  line: z.string().trim().min(1).max(20).nullish(),
})

const common = {
  /** When it was. The server adds when it was taken down; the two are never one. */
  at: instant,
  until: instant.nullish(),
  note: words.nullish(),
  paper: paperSchema.nullish(),
  /** The entry that this one puts right; that one stays. */
  corrects: z.uuid().nullish(),
}

function entryOf<K extends EntryKind>(kind: K) {
  return z.strictObject({ kind: z.literal(kind), ...common, ...said[kind] })
}

/** One fact of a person's time in custody. */
export const entryInputSchema = z.discriminatedUnion('kind', [
  entryOf('rights'),
  entryOf('family-notice'),
  entryOf('guardian-notice'),
  entryOf('lawyer-notice'),
  entryOf('lawyer-contact'),
  entryOf('contact-report'),
  entryOf('lawyer-delay'),
  entryOf('prosecutor-notice'),
  entryOf('prosecutor-authorisation'),
  entryOf('prosecutor-order'),
  entryOf('competence'),
  entryOf('extension'),
  entryOf('exclusion'),
  entryOf('proof'),
  entryOf('ended'),
  entryOf('cell'),
  entryOf('extraction'),
  entryOf('property'),
  entryOf('property-returned'),
  entryOf('body-search'),
  entryOf('meal'),
  entryOf('rest'),
  entryOf('hearing'),
  entryOf('medical'),
  entryOf('force'),
  entryOf('injury'),
  entryOf('death'),
  entryOf('welfare'),
  entryOf('risk'),
  entryOf('offences'),
  entryOf('age'),
  entryOf('act-elsewhere'),
  entryOf('end'),
  entryOf('note'),
])
export type EntryInput = z.output<typeof entryInputSchema>
export type EntryOf<K extends EntryKind> = Extract<EntryInput, { kind: K }>

/** What the house remarks about an entry, beside the findings of the clock. */
export const entryMarks = [
  'taken-down-late',
  'from-paper',
  'before-arrest',
  'after-end',
  'contact-too-long',
  'contact-before-lawful',
  'searched-by-other-sex',
  'officer-suspended',
  'officer-without-quality',
  'cell-over-capacity',
  'cell-not-for-this-person',
  'rights-late',
  'hearing-before-rights',
  'guardian-cannot-be-kept-from',
  'second-custody',
] as const
export type EntryMark = (typeof entryMarks)[number]

/** Stands for every word of an entry where its case is sealed to the reader. */
export const hiddenWords = '•••'

/** An entry as it was taken down. */
export const entrySchema = z.object({
  id: z.uuid(),
  seq: z.int(),
  recordedAt: instant,
  recordedBy: z.object({ id: z.uuid(), nameAr: z.string(), nameLatin: z.string() }),
  /** The entry that put this one right; it stands no more, and is shown struck through. */
  correctedBy: z.uuid().nullable(),
  /** Where a lasting one was ended by another entry. */
  endedAt: instant.nullable(),
  proven: z.boolean(),
  marks: z.array(z.enum(entryMarks)),
  entry: entryInputSchema,
})
export type Entry = z.output<typeof entrySchema>
