import { z } from 'zod'
import { instant } from '../intake/time.ts'
import { ageSchema, authoritySchema, exclusionKindSchema, hearingSchema } from './measure.ts'

const name = z.string().trim().min(1).max(200)
const words = z.string().trim().min(1).max(4000)
const ref = z.string().trim().min(1).max(120)
const means = z.enum(['phone', 'in-person', 'message', 'consulate', 'bar', 'other'])

/** Why someone leaves the cells. */
export const extractionReasons = [
  'hearing',
  'medical',
  'search',
  'identification',
  'lawyer',
  'family',
  'prosecutor',
  'court',
  'other-place',
  'other',
] as const
export const riskLevels = ['standard', 'raised', 'high', 'constant'] as const
export type RiskLevel = (typeof riskLevels)[number]
export const riskReasons = [
  'self-harm',
  'illness',
  'medication',
  'intoxication',
  'injury',
  'first-time',
  'vulnerable',
  'violence',
  'escape',
  'other',
] as const
export const endKinds = [
  'released',
  'presented',
  'ended-by-prosecutor',
  'handed-to-guardian',
  'moved-to-other-service',
  'identified',
  'escaped',
  'died',
] as const
export type EndKind = (typeof endKinds)[number]
export const mealOutcomes = ['taken', 'refused', 'own-food', 'not-served'] as const
export const medicalOutcomes = ['fit', 'fit-with-care', 'not-fit', 'hospital', 'refused-by-person'] as const
export const welfareStates = ['well', 'asleep-breathing', 'roused', 'needs-doctor', 'no-answer'] as const

/** One thing the person had. What is kept as evidence is an exhibit, not property. */
export const propertyItemSchema = z.strictObject({
  label: name,
  quantity: z.string().trim().min(1).max(60),
  kept: z.enum(['stored', 'left-with-person', 'seized']),
})

/** What each kind says beside its time. Nothing clinical has a field: that is the doctor's alone. */
const said = {
  /** Reasons and rights told, silence included, in a language the person understands. */
  rights: {
    language: name,
    understood: z.boolean(),
    interpreter: z.strictObject({ name, number: ref.nullish() }).nullish(),
    silenceTold: z.boolean(),
    /** Whether the person signed the sheet. */
    signed: z.enum(['signed', 'fingerprint', 'refused', 'unable']),
  },
  'family-notice': {
    outcome: z.enum(['told', 'not-reached', 'objected']),
    who: name.nullish(),
    capacity: name.nullish(),
    means: means.nullish(),
  },
  'guardian-notice': { outcome: z.enum(['told', 'not-reached']), who: name.nullish(), capacity: name.nullish(), means },
  'lawyer-notice': {
    outcome: z.enum(['chosen-told', 'bar-told', 'legal-aid-asked', 'declined', 'not-reached']),
    who: name.nullish(),
    means: means.nullish(),
  },
  /** Confidential and under watch; `at` to `until`. */
  'lawyer-contact': { who: name },
  /** The report to the prosecutor that follows a contact. */
  'contact-report': { of: z.uuid() },
  'lawyer-delay': { hours: z.number().positive().max(1000), atRequestOfOpj: z.boolean(), ref },
  'prosecutor-notice': { prosecutorUnitId: z.uuid(), who: name.nullish(), means, answer: words.nullish() },
  'prosecutor-authorisation': { prosecutorUnitId: z.uuid(), who: name.nullish(), ref },
  'prosecutor-order': {
    order: z.enum(['end', 'present', 'examine', 'other']),
    who: name.nullish(),
    ref: ref.nullish(),
  },
  /** Another prosecutor who is competent too, and by what. */
  competence: {
    prosecutorUnitId: z.uuid(),
    ground: z.enum(['place-of-facts', 'residence', 'place-of-arrest', 'other']),
  },
  extension: {
    hours: z.number().positive().max(1000),
    by: authoritySchema,
    writtenReasoned: z.boolean(),
    heard: hearingSchema,
    ref,
  },
  /** Time that is claimed not to count; `until` is null while it goes on. */
  exclusion: { exclusion: exclusionKindSchema, outsideDistrict: z.boolean(), place: name.nullish() },
  /** What proves an exclusion. */
  proof: { of: z.uuid(), document: ref, pvId: z.uuid().nullish() },
  /** The end of what was begun with `until` null. */
  ended: { of: z.uuid(), cellId: z.uuid().nullish() },
  cell: { cellId: z.uuid() },
  extraction: { why: z.enum(extractionReasons), to: name, escort: z.array(z.uuid()).max(10).default([]) },
  property: {
    items: z.array(propertyItemSchema).max(100),
    signed: z.enum(['signed', 'fingerprint', 'refused', 'unable']),
  },
  'property-returned': {
    to: name,
    all: z.boolean(),
    missing: words.nullish(),
    signed: z.enum(['signed', 'fingerprint', 'refused', 'unable']),
  },
  'body-search': {
    by: z.uuid(),
    extent: z.enum(['pat-down', 'full']),
    reason: words.nullish(),
    found: words.nullish(),
  },
  meal: {
    meal: z.enum(['breakfast', 'lunch', 'dinner', 'other']),
    outcome: z.enum(mealOutcomes),
    diet: name.nullish(),
  },
  rest: {},
  hearing: {
    by: z.uuid(),
    toldOfFacts: z.boolean(),
    attended: z
      .array(z.enum(['lawyer', 'guardian', 'interpreter']))
      .max(3)
      .default([]),
    pvId: z.uuid().nullish(),
  },
  medical: {
    askedBy: z.enum(['person', 'police', 'prosecutor', 'lawyer', 'family']),
    doctor: name.nullish(),
    outcome: z.enum(medicalOutcomes),
    /** The report, in its closed envelope, is attached. */
    reportAttached: z.boolean(),
    prosecutorTold: z.boolean(),
  },
  force: { used: name, reason: words, injured: z.boolean() },
  injury: { origin: z.enum(['before-arrest', 'at-arrest', 'in-custody', 'unknown']), seenBy: z.uuid().nullish() },
  death: { foundBy: z.uuid().nullish(), prosecutorTold: z.boolean() },
  welfare: { state: z.enum(welfareStates) },
  risk: { level: z.enum(riskLevels), reasons: z.array(z.enum(riskReasons)).max(10).default([]) },
  /** The offences of the file as they stand now take effect for the clock; the server copies them. */
  offences: {},
  age: { age: ageSchema, basis: z.enum(['document', 'statement', 'bone-age', 'court', 'appearance']) },
  /** An act outside one's territory: who was told there, and before which local officer. */
  'act-elsewhere': { act: name, place: name, prosecutorUnitId: z.uuid().nullish(), localOfficer: name.nullish() },
  end: { how: z.enum(endKinds), to: name.nullish(), ref: ref.nullish() },
  note: {},
} as const

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
