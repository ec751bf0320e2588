import { z } from 'zod'
import {
  ageSchema,
  authoritySchema,
  exclusionKindSchema,
  findingSchema,
  hearingSchema,
  inquirySchema,
  measureSchema,
  regimeNameSchema,
} from '#contracts/custody/measure.ts'

const instant = z.iso.datetime()

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
