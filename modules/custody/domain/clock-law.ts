import { z } from 'zod'
import {
  ageSchema,
  authoritySchema,
  exclusionKindSchema,
  hearingSchema,
  inquirySchema,
  measureSchema,
  regimeNameSchema,
} from '#contracts/custody/measure.ts'

const sourced = {
  /** The text and article that the rule was read in. */
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().min(1).nullable(),
}
const hours = z.number().positive()
const authorities = z.array(authoritySchema)

const regimeSchema = z.strictObject({
  name: regimeNameSchema,
  /** The kind of offence that carries it; null for the one that any offence carries. */
  needs: z.enum(['state-security', 'terrorism']).nullable(),
  baseHours: hours,
  /** How often and how long at most; null where nothing extends it. */
  extension: z.strictObject({ number: z.int().positive(), hours }).nullable(),
  ...sourced,
})
export type Regime = z.infer<typeof regimeSchema>

/** The rules of one or more measures, as they stood from an instant to another. */
export const holdRulesSchema = z.strictObject({
  measures: z.array(measureSchema).min(1),
  validFrom: z.iso.datetime(),
  /** First instant at which they no longer hold; null while they are in force. */
  validTo: z.iso.datetime().nullable(),
  opening: z.strictObject({
    /** A crime, or an offence punished by imprisonment proper, must be known. */
    needsOffence: z.boolean(),
    barredAges: z.array(ageSchema),
    ...sourced,
  }),
  /** In the order in which they are tried: gravest first, the general one last. */
  regimes: z.array(regimeSchema).min(1),
  /** What differs for a minor; null where the measure knows no difference. */
  minors: z
    .strictObject({
      /** Whether only an offence of the special list lets it be extended. */
      extensionNeedsSpecialList: z.boolean(),
      needsPriorAuthorisation: z.boolean(),
      ...sourced,
    })
    .nullable(),
  exclusions: z.array(z.strictObject({ kind: exclusionKindSchema, outsideDistrictOnly: z.boolean(), ...sourced })),
  extensions: z
    .strictObject({
      authorities: z.record(inquirySchema, authorities),
      needsWrittenReasons: z.boolean(),
      /** In these inquiries the person is heard first, in one of these ways. */
      hearing: z.strictObject({ inquiries: z.array(inquirySchema), ways: z.array(hearingSchema) }).nullable(),
      ...sourced,
    })
    .nullable(),
  priorAuthorisation: z.strictObject({ inquiries: z.array(inquirySchema), ...sourced }).nullable(),
  notice: z.strictObject({ inquiries: z.array(inquirySchema), withinHours: hours, ...sourced }).nullable(),
  /** From which hour a lawyer is let in; null where the clock does not say. */
  lawyer: z.strictObject({ longestDelayShareOfBase: z.number().min(0).max(1), ...sourced }).nullable(),
})
export type HoldRules = z.infer<typeof holdRulesSchema>

function areApart(holds: readonly HoldRules[]): boolean {
  return holds.every((one, index) =>
    holds
      .slice(index + 1)
      .every(
        (other) =>
          !one.measures.some((measure) => other.measures.includes(measure)) ||
          (one.validTo !== null && Date.parse(one.validTo) <= Date.parse(other.validFrom)) ||
          (other.validTo !== null && Date.parse(other.validTo) <= Date.parse(one.validFrom)),
      ),
  )
}

/** A country's law of the time for which a person may be held. An act is judged by the rules of its own instant. */
export const clockLawSchema = z
  .strictObject({
    /** Hours before the deadline at which an alarm is due, the earliest first; 0 is the deadline itself. */
    alarms: z.strictObject({ hoursBefore: z.array(z.number().nonnegative()).min(1), ...sourced }),
    holds: z.array(holdRulesSchema).min(1),
  })
  .refine(({ holds }) => areApart(holds), 'two sets of rules for one measure at one instant')
  .refine(({ holds }) => holds.every(({ regimes }) => regimes.at(-1)?.needs === null), 'no general regime comes last')
  .refine(
    ({ alarms }) => alarms.hoursBefore.every((each, index, all) => index === 0 || each < (all[index - 1] ?? 0)),
    'alarms not in order',
  )
export type ClockLaw = z.infer<typeof clockLawSchema>
