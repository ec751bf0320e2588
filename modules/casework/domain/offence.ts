import { z } from 'zod'

/**
 * The four kinds of offence a case can be qualified as, gravest first. Which penalty makes which kind is the
 * country's to say (`offenceClassRulesSchema`).
 */
export const offenceClassSchema = z.enum(['crime', 'delit_correctionnel', 'delit_de_police', 'contravention'])
export type OffenceClass = z.infer<typeof offenceClassSchema>

/** The shelf under which the desk finds an offence; it carries no legal effect. */
export const offenceCategorySchema = z.enum([
  'theft',
  'fraud',
  'violence',
  'homicide',
  'threats',
  'liberty',
  'sexual',
  'family',
  'minors',
  'trafficking',
  'immigration',
  'public_health',
  'drugs',
  'weapons',
  'traffic',
  'property_damage',
  'public_order',
  'authority',
  'justice',
  'honour',
  'privacy',
  'discrimination',
  'cyber',
  'forgery',
  'identity',
  'corruption',
  'money_laundering',
  'organised_crime',
  'state_security',
  'terrorism',
])
export type OffenceCategory = z.infer<typeof offenceCategorySchema>

const confidenceSchema = z.enum(['high', 'medium', 'low'])
const civilDateSchema = z.iso.date()
const durationSchema = z
  .string()
  .regex(/^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?$/, 'an ISO 8601 duration in years, months and days')
  .meta({ format: 'duration' })
const nonNegative = z.int().nonnegative()

export const penaltySchema = z.strictObject({
  imprisonmentMin: durationSchema.nullable(),
  imprisonmentMax: durationSchema.nullable(),
  /** The imprisonment is the criminal kind (السجن), not the correctional one (الحبس). */
  reclusion: z.boolean(),
  /** The imprisonment is the short kind reserved to contraventions (الاعتقال). */
  policeDetention: z.boolean(),
  life: z.boolean(),
  death: z.boolean(),
  /** A criminal penalty that does not lock up: loss of civic rights, forced residence. */
  civicDegradation: z.boolean(),
  /** In whole units of the country's currency. */
  fineMin: nonNegative.nullable(),
  fineMax: nonNegative.nullable(),
  /** The court may choose the imprisonment or the fine alone. */
  eitherAlone: z.boolean(),
  /** The penalty in a few words, in the language of the law. */
  text: z.string().min(1),
})
export type Penalty = z.infer<typeof penaltySchema>

export const offenceFlagsSchema = z.strictObject({
  /** Punished by imprisonment proper, so that custody can be thought of. */
  imprisonable: z.boolean(),
  /** The longest imprisonment reaches what the country calls long (`longImprisonmentFrom`). */
  ge5years: z.boolean(),
  /** On the country's closed list that opens the special powers (interception, later lawyer, …). */
  specialRegime: z.boolean(),
  terrorism: z.boolean(),
  stateSecurity: z.boolean(),
  /** The victim is, or can be, a minor by the definition of the offence itself. */
  minorProtected: z.boolean(),
})
export type OffenceFlags = z.infer<typeof offenceFlagsSchema>

/** One offence as a country hands it over. An act is judged by the row in force on the day of the act. */
export const offenceSchema = z.strictObject({
  /**
   * Stable for ever, never used again for another offence: `<country>.<law>.<article>[.<paragraph>]`. A code may have
   * several wordings in time, never two on one day; with `validFrom` it names one row.
   */
  code: z.string().regex(/^[a-z]{2}(?:\.[a-z0-9-]+)+$/),
  labels: z.strictObject({ ar: z.string().min(3), fr: z.string().min(3), frIsOurTranslation: z.literal(true) }),
  law: z.string().min(1),
  article: z.string().min(1),
  paragraph: z.string().min(1).nullable(),
  class: offenceClassSchema,
  /** The text itself names the class, so that the general rule on penalties does not decide it. */
  classNamedByText: z.boolean(),
  penalty: penaltySchema,
  flags: offenceFlagsSchema,
  /** Which line of the country's closed list makes it `specialRegime`. */
  specialRegimeGround: z.string().min(1).nullable(),
  category: offenceCategorySchema,
  keywords: z.strictObject({ ar: z.array(z.string().min(2)), fr: z.array(z.string().min(2)) }),
  /** First day on which this wording applies. */
  validFrom: civilDateSchema,
  /** First day on which it no longer applies; null while it is in force. */
  validTo: civilDateSchema.nullable(),
  source: z.strictObject({ text: z.string().min(1), article: z.string().min(1), note: z.string().min(1).nullable() }),
  confidence: confidenceSchema,
})
export type Offence = z.infer<typeof offenceSchema>

const sourced = { source: z.string().min(1), confidence: confidenceSchema, note: z.string().min(1).nullable() }

/** Which penalty makes which class of offence. */
export const offenceClassRulesSchema = z.strictObject({
  /** Imprisonment whose maximum is longer than this makes the graver of the two middle classes. */
  correctionalAbove: durationSchema,
  /** A fine whose maximum is above this makes the offence more than a contravention. */
  policeOffenceFineAbove: nonNegative,
  /** From which maximum imprisonment counts as long. */
  longImprisonmentFrom: durationSchema,
  ...sourced,
})
export type OffenceClassRules = z.infer<typeof offenceClassRulesSchema>

/** How long the public action lives, by class of offence. */
export const limitationRulesSchema = z.strictObject({
  validFrom: civilDateSchema,
  validTo: civilDateSchema.nullable(),
  periods: z.record(offenceClassSchema, durationSchema),
  /** Whether the period runs again from majority for a minor harmed by an ascendant or a person in charge. */
  minorVictimRunsAgainFromMajority: z.boolean(),
  ...sourced,
})
export type LimitationRules = z.infer<typeof limitationRulesSchema>

export function limitationPeriod(rules: LimitationRules, offenceClass: OffenceClass): string {
  return rules.periods[offenceClass]
}

/** The rows of a catalogue whose wording applies on a civil date (`YYYY-MM-DD`); `validTo` is the first day out. */
export function offencesInForce(catalogue: readonly Offence[], onDate: string): Offence[] {
  return catalogue.filter(({ validFrom, validTo }) => validFrom <= onDate && (validTo === null || onDate < validTo))
}

/** A length for comparing penalties only: 12 months of 30 days, so that P12M equals P1Y and P30D equals P1M. */
function lengthOf(duration: string): number {
  const part = (unit: string) => Number(new RegExp(String.raw`(\d+)${unit}`).exec(duration)?.[1] ?? 0)
  return part('Y') * 360 + part('M') * 30 + part('D')
}

function isImprisonable({ imprisonmentMax, policeDetention, life, death }: Penalty): boolean {
  return death || life || (imprisonmentMax !== null && !policeDetention)
}

/** The class that the penalty makes by the country's general rule. */
export function classOfPenalty(penalty: Penalty, rules: OffenceClassRules): OffenceClass {
  if (penalty.death || penalty.life || penalty.reclusion || penalty.civicDegradation) return 'crime'
  if (isImprisonable(penalty) && lengthOf(penalty.imprisonmentMax ?? 'P0D') > lengthOf(rules.correctionalAbove))
    return 'delit_correctionnel'
  const fine = penalty.fineMax ?? penalty.fineMin ?? 0
  if (isImprisonable(penalty) || (!penalty.policeDetention && fine > rules.policeOffenceFineAbove))
    return 'delit_de_police'
  return 'contravention'
}

export type OffenceContradiction =
  | 'no_penalty'
  | 'penalty_min_above_max'
  | 'fine_min_above_max'
  | 'imprisonable_against_penalty'
  | 'ge5years_against_penalty'
  | 'class_against_penalty'
  | 'special_regime_against_ground'
  | 'dates_reversed'

/** Says where a row contradicts itself; an empty answer means that it holds together. */
export function derivedFlagsAgree(offence: Offence, rules: OffenceClassRules): OffenceContradiction[] {
  const { penalty, flags } = offence
  const { imprisonmentMin, imprisonmentMax, fineMin, fineMax, life, death } = penalty
  const longest = lengthOf(imprisonmentMax ?? 'P0D')
  const long = death || life || (isImprisonable(penalty) && longest >= lengthOf(rules.longImprisonmentFrom))
  const punished =
    death || life || penalty.civicDegradation || imprisonmentMax !== null || (fineMax ?? fineMin) !== null
  const checks: [boolean, OffenceContradiction][] = [
    [punished, 'no_penalty'],
    [imprisonmentMin === null || lengthOf(imprisonmentMin) <= longest, 'penalty_min_above_max'],
    [fineMin === null || fineMax === null || fineMin <= fineMax, 'fine_min_above_max'],
    [flags.imprisonable === isImprisonable(penalty), 'imprisonable_against_penalty'],
    [flags.ge5years === long, 'ge5years_against_penalty'],
    [offence.classNamedByText || offence.class === classOfPenalty(penalty, rules), 'class_against_penalty'],
    [flags.specialRegime === (offence.specialRegimeGround !== null), 'special_regime_against_ground'],
    [offence.validTo === null || offence.validFrom < offence.validTo, 'dates_reversed'],
  ]
  return checks.filter(([agrees]) => !agrees).map(([, contradiction]) => contradiction)
}
