import { z } from 'zod'

const instant = z.iso.datetime()

export const measureSchema = z.enum(['custody', 'minor-retention', 'identity-check', 'sentence-hold', 'warrant-hold'])
export const inquirySchema = z.enum(['flagrant', 'preliminary', 'rogatory'])
/** The age on the day of the offence. */
export const ageSchema = z.enum(['adult', 'minor', 'doubtful', 'under-12'])
export const exclusionKindSchema = z.enum(['travel', 'treatment', 'examination', 'waiting'])
export const authoritySchema = z.enum(['procureur', 'procureur-general', 'investigating-judge', 'police'])
export const hearingSchema = z.enum(['presented', 'video', 'reasoned-without', 'none'])

export const knownOffenceSchema = z.strictObject({
  /** Since when it is known in this custody. */
  from: instant,
  crime: z.boolean(),
  imprisonable: z.boolean(),
  stateSecurity: z.boolean(),
  terrorism: z.boolean(),
  /** On the country's closed list of offences that open the special powers. */
  art108: z.boolean(),
})
export type KnownOffence = z.infer<typeof knownOffenceSchema>

export const clockExclusionSchema = z.strictObject({
  kind: exclusionKindSchema,
  from: instant,
  /** Null while it goes on. */
  to: instant.nullable(),
  /** Arrested outside the judicial district of the officer who holds. */
  outsideDistrict: z.boolean(),
  /** Without proof it is a claim. */
  proven: z.boolean(),
})

export const clockExtensionSchema = z.strictObject({
  decidedAt: instant,
  hours: z.number().positive(),
  writtenReasoned: z.boolean(),
  by: authoritySchema,
  heard: hearingSchema,
})

/** One person held, as far as the clock needs to know it. Instants are in UTC; hours are elapsed hours. */
export const clockCaseSchema = z.strictObject({
  measure: measureSchema,
  inquiry: inquirySchema,
  offences: z.array(knownOffenceSchema),
  age: ageSchema,
  /** The clock starts here. */
  arrestedAt: instant,
  placedAt: instant,
  exclusions: z.array(clockExclusionSchema),
  extensions: z.array(clockExtensionSchema),
  /** Hours count from placement. */
  lawyerDelay: z
    .strictObject({ grantedAt: instant, hours: z.number().positive(), atRequestOfOpj: z.boolean() })
    .nullable(),
  prosecutor: z.strictObject({ noticeAt: instant.nullable(), priorAuthorisationAt: instant.nullable() }),
  endedAt: instant.nullable(),
  /** The hour at which the question is asked; what came later is not known yet. */
  now: instant,
})
export type ClockCase = z.infer<typeof clockCaseSchema>

export const regimeNameSchema = z.enum([
  'ordinary',
  'state-security',
  'terrorism',
  'minor',
  'identity-check',
  'sentence-hold',
  'warrant-hold',
])
export type RegimeName = z.infer<typeof regimeNameSchema>

export const findingSchema = z.enum([
  'exclusion-not-lawful',
  'exclusion-not-proven',
  'extension-late',
  'extension-minor',
  'extension-no-authority',
  'extension-not-heard',
  'extension-too-long',
  'extension-too-many',
  'extension-unreasoned',
  'held-over',
  'lawyer-delay-invalid',
  'minor-treated',
  'no-prior-authorisation',
  'not-possible',
  'notice-late',
])
export type Finding = z.infer<typeof findingSchema>

export const clockAnswerSchema = z.strictObject({
  /** Null where nobody may be held so; the times below are null then. */
  regime: regimeNameSchema.nullable(),
  baseHours: z.number().nullable(),
  /** Hours of the extensions that count. */
  extensionHours: z.number(),
  /** With what is proven taken off; the one that alarms follow. */
  deadlineProven: instant.nullable(),
  /** With claims without proof taken off too. */
  deadlineClaimed: instant.nullable(),
  /** With every extension that could be granted. */
  deadlineMax: instant.nullable(),
  realHours: z.number(),
  legalHours: z.number(),
  overdue: z.boolean(),
  alarms: z.array(instant),
  lawyerFrom: instant.nullable(),
  /** What is to be marked, in order of their codes. */
  findings: z.array(findingSchema),
})
export type ClockAnswer = z.infer<typeof clockAnswerSchema>
