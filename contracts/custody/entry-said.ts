import { z } from 'zod'
import { ageSchema, authoritySchema, exclusionKindSchema, hearingSchema } from './measure.ts'

const name = z.string().trim().min(1).max(200)
export const words = z.string().trim().min(1).max(4000)
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
export const said = {
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
