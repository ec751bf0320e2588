import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { Custody } from '#contracts/custody/custody.ts'
import {
  type Age,
  type Measure,
  ageSchema,
  inquirySchema,
  measureSchema,
  regimeNameSchema,
} from '#contracts/custody/measure.ts'
import { read } from '../api/queries.ts'

const measures = z.array(measureSchema)

/** What the desk uses of the country's rules; each with its article. */
const custodyRulesSchema = z.object({
  wall: z.object({ hours: z.int() }),
  grounds: z.array(
    z.object({
      code: z.string(),
      labels: z.object({ ar: z.string(), fr: z.string(), en: z.string() }),
      measures,
      source: z.string(),
    }),
  ),
  duties: z.array(
    z.object({
      measures,
      ages: z.array(ageSchema).nullable(),
      inquiries: z.array(inquirySchema).nullable(),
      kind: z.string(),
      source: z.string(),
    }),
  ),
  holds: z.array(
    z.object({
      measures,
      validFrom: z.iso.datetime(),
      validTo: z.iso.datetime().nullable(),
      opening: z.object({ needsOffence: z.boolean(), barredAges: z.array(ageSchema), source: z.string() }),
      regimes: z.array(
        z.object({
          name: regimeNameSchema,
          needs: z.enum(['state-security', 'terrorism']).nullable(),
          baseHours: z.number(),
          extension: z.object({ number: z.int(), hours: z.number() }).nullable(),
          source: z.string(),
        }),
      ),
      minors: z.object({ source: z.string() }).nullable(),
    }),
  ),
})
export type CustodyRules = z.output<typeof custodyRulesSchema>

const rulesQuery = { ...read('/custody-rules', custodyRulesSchema), staleTime: 600_000 }

export function useCustodyRules(): CustodyRules | undefined {
  return useQuery(rulesQuery).data
}

/** What is stated of a hold as far as rules depend on it. */
export interface HoldStated {
  readonly measure: Measure
  readonly inquiry: z.output<typeof inquirySchema>
  readonly age: Age
  readonly arrestedAt: string
}

/** Kinds of entry that the law asks for at such a placement, with the article of each. */
export function dutiesOf(
  rules: CustodyRules | undefined,
  { measure, age, inquiry }: HoldStated,
): ReadonlyMap<string, string> {
  const asked = (rules?.duties ?? []).filter(
    (duty) =>
      duty.measures.includes(measure) &&
      (duty.ages === null || duty.ages.includes(age)) &&
      (duty.inquiries === null || duty.inquiries.includes(inquiry)),
  )
  return new Map(asked.map(({ kind, source }) => [kind, source]))
}

export function groundsOf(rules: CustodyRules | undefined, measure: Measure): CustodyRules['grounds'] {
  return (rules?.grounds ?? []).filter((ground) => ground.measures.includes(measure))
}

type Hold = CustodyRules['holds'][number]

function holdAt(rules: CustodyRules | undefined, measure: Measure, at: string): Hold | undefined {
  const hour = Date.parse(at)
  return rules?.holds.find(
    ({ measures: of, validFrom, validTo }) =>
      of.includes(measure) && Date.parse(validFrom) <= hour && (validTo === null || hour < Date.parse(validTo)),
  )
}

/** What the clock will say at first: the regime, its hours and its article; why none, where there is none. */
export type FirstAnswer =
  | {
      readonly kind: 'deadline'
      readonly regime: Hold['regimes'][number]['name']
      readonly hours: number
      readonly deadline: string
      readonly source: string
    }
  | { readonly kind: 'barred-age' | 'no-offence'; readonly source: string }

interface OffenceFlags {
  readonly offenceClass: string
  readonly flags: Readonly<Record<string, boolean>>
}

/** The first answer of the clock while an intake is filled in; the server's is the one that counts. */
export function firstAnswer(
  rules: CustodyRules | undefined,
  stated: HoldStated,
  offences: readonly OffenceFlags[],
): FirstAnswer | undefined {
  const hold = holdAt(rules, stated.measure, stated.arrestedAt)
  if (!hold) return undefined
  const { opening, regimes } = hold
  if (opening.barredAges.includes(stated.age)) return { kind: 'barred-age', source: opening.source }
  const opens = offences.some(({ offenceClass, flags }) => offenceClass === 'crime' || flags['imprisonable'] === true)
  if (opening.needsOffence && !opens) return { kind: 'no-offence', source: opening.source }
  const has = { 'state-security': 'stateSecurity', terrorism: 'terrorism' } as const
  const regime = regimes.find(({ needs }) => needs === null || offences.some(({ flags }) => flags[has[needs]] === true))
  if (!regime) return undefined
  const deadline = new Date(Date.parse(stated.arrestedAt) + regime.baseHours * 3_600_000).toISOString()
  // As the server does: a doubt about the age is resolved as a minor's.
  const young = stated.measure === 'minor-retention' || stated.age === 'minor' || stated.age === 'doubtful'
  const named = young && hold.minors ? { name: 'minor' as const, source: hold.minors.source } : regime
  return { kind: 'deadline', regime: named.name, hours: regime.baseHours, deadline, source: named.source }
}

/** How long one extension lasts in the regime of someone held; null where nothing extends it, or that is not known. */
export function extensionHoursOf(rules: CustodyRules | undefined, held: Custody): number | null {
  const { regime } = held.clock
  const regimes = holdAt(rules, held.measure, held.arrestedAt)?.regimes ?? []
  const found = regimes.find(({ name }) => name === regime) ?? regimes.find(({ needs }) => needs === null)
  return found?.extension?.hours ?? null
}
