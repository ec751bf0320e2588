import { z } from 'zod'
import { entryKinds } from '#contracts/custody/entry.ts'
import { riskLevels } from '#contracts/custody/entry-said.ts'
import { ageSchema, exclusionKinds, inquirySchema, measureSchema } from '#contracts/custody/measure.ts'
import { clockLawSchema } from './clock-law.ts'

const sourced = {
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().min(1).nullable(),
}
const labels = z.strictObject({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) })

/** What is printed for a custody; each names the article it rests on. */
export const paperKinds = [
  'rights',
  'grounds',
  'family-notice',
  'guardian-notice',
  'lawyer-notice',
  'prosecutor-notice',
  'prosecutor-authorisation',
  'property',
  'register',
  'day-list',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** What a country says of custody beside the hours: who may, why, what must be told and looked after. */
export const custodyRulesSchema = z.strictObject({
  clock: clockLawSchema,
  /** The closed list of grounds; one at least is named where the measure asks for it. */
  grounds: z.array(
    z.strictObject({ code: z.string().min(1), labels, measures: z.array(measureSchema).min(1), ...sourced }),
  ),
  /** Qualities that may hold and sign, by measure. */
  holders: z.array(
    z.strictObject({
      measures: z.array(measureSchema).min(1),
      qualities: z.array(z.string().min(1)).min(1),
      ...sourced,
    }),
  ),
  /** Kinds of entry that the law asks for, and within how many minutes of placement; null where at once has no number. */
  duties: z.array(
    z.strictObject({
      measures: z.array(measureSchema).min(1),
      ages: z.array(ageSchema).nullable(),
      inquiries: z.array(inquirySchema).nullable(),
      kind: z.enum(entryKinds as [string, ...string[]]),
      withinMinutes: z.int().positive().nullable(),
      ...sourced,
    }),
  ),
  /** Rights that are told, in the words of the notice. */
  rights: z.array(
    z.strictObject({ code: z.string().min(1), labels, measures: z.array(measureSchema).min(1), ...sourced }),
  ),
  /** The article that stands on each paper. */
  papers: z.array(
    z.strictObject({ paper: z.enum(paperKinds), measures: z.array(measureSchema).min(1), basis: labels, ...sourced }),
  ),
  lawyerContact: z.strictObject({ longestMinutes: z.int().positive(), ...sourced }),
  welfare: z.strictObject({
    everyMinutes: z.strictObject(
      Object.fromEntries(riskLevels.map((level) => [level, z.int().positive()])) as Record<
        (typeof riskLevels)[number],
        z.ZodInt
      >,
    ),
    ...sourced,
  }),
  /** Hours for which the clock may stand still before someone asks whether what stops it is over; asked again after as many. */
  standstill: z.strictObject({
    everyHours: z.strictObject(
      Object.fromEntries(exclusionKinds.map((kind) => [kind, z.int().positive()])) as Record<
        (typeof exclusionKinds)[number],
        z.ZodInt
      >,
    ),
    ...sourced,
  }),
  /** An entry taken down later than this after it happened is marked. */
  lateAfterMinutes: z.strictObject({ minutes: z.int().positive(), ...sourced }),
  /** An alarm on a deadline that nobody took note of for so long is told to the unit above. */
  escalation: z.strictObject({ afterMinutes: z.int().positive(), ...sourced }),
  /** Hours over which the day's list looks back, and the legal hour at which it goes out. */
  dayList: z.strictObject({ hours: z.int().positive(), at: z.string().regex(/^\d{2}:\d{2}$/), ...sourced }),
  /** Hours after which a screen on the wall ends by itself. */
  wall: z.strictObject({ hours: z.int().positive().max(24), ...sourced }),
  /** Days after which the record of an identity check is destroyed unless something came of it; null where never. */
  identityPurge: z.strictObject({ days: z.int().positive(), ...sourced }).nullable(),
})
export type CustodyRules = z.output<typeof custodyRulesSchema>
