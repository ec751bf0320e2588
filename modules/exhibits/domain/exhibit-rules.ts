import { z } from 'zod'
import {
  type ExhibitKind,
  type MarkCode,
  type OrderAuthority,
  exhibitKinds,
  exhibitOrigins,
  measures,
  orderAuthorities,
} from '#contracts/exhibits/lists.ts'

const sourced = {
  /** Law and articles it rests on; none where it is a choice of the country's service or of the project. */
  law: z.string().min(1).nullable(),
  articles: z.array(z.string()),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().nullable().default(null),
}

const origins = z.strictObject({ origins: z.array(z.enum(exhibitOrigins)), ...sourced })
const end = z.strictObject({
  /** Authorities whose order bears it; none where no order is asked for. */
  authorities: z.array(z.enum(orderAuthorities)),
  ...sourced,
})

/** What a country asks of things in the hands of its police. A rule broken is a mark, never a refusal. */
export const exhibitRulesSchema = z.strictObject({
  /** ISO 4217 code of the country's money, proposed where money is counted. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What came this way needs a sealed PV. */
  pv: origins,
  /** What came this way is to be sealed before it is carried anywhere. */
  seal: origins,
  kinds: z.array(
    z.strictObject({
      kind: z.enum(exhibitKinds),
      /** It is to be measured, in one of these; not asked for where there are none. */
      measures: z.array(z.enum(measures)).default([]),
      serialNumber: z.boolean().default(false),
      countedByTwo: z.boolean().default(false),
      ...sourced,
    }),
  ),
  ends: z.strictObject({ deposited: end, returned: end, destroyed: end }),
  /** A movement taken down later than this is marked. */
  late: z.strictObject({ afterHours: z.number().positive(), ...sourced }),
})
export type ExhibitRules = z.output<typeof exhibitRulesSchema>
export type EndState = keyof ExhibitRules['ends']

export interface Seizure {
  readonly kind: ExhibitKind
  readonly origin: (typeof exhibitOrigins)[number]
  readonly quantity: number | null
  readonly measure: (typeof measures)[number]
  readonly serialNumbers: readonly string[]
  readonly countedByTwo: boolean
  readonly hasSealedPv: boolean
}

/** What the rules say of a thing when it is taken down. */
export function marksOfSeizure(rules: ExhibitRules, thing: Seizure): MarkCode[] {
  const rule = rules.kinds.find(({ kind }) => kind === thing.kind)
  const marks: MarkCode[] = []
  if (rules.pv.origins.includes(thing.origin) && !thing.hasSealedPv) marks.push('no-pv')
  if (rule && rule.measures.length > 0 && (thing.quantity === null || !rule.measures.includes(thing.measure)))
    marks.push('not-measured')
  if (rule?.serialNumber && thing.serialNumbers.length === 0) marks.push('no-serial-number')
  if (rule?.countedByTwo && !thing.countedByTwo) marks.push('not-counted-by-two')
  return marks
}

/** What the rules say of the order under which an exhibit ended. Days are legal ones. */
export function marksOfOrder(
  rules: ExhibitRules,
  end: EndState,
  order: { readonly authority: OrderAuthority; readonly date: string } | null,
  day: string,
): MarkCode[] {
  const { authorities } = rules.ends[end]
  if (authorities.length === 0 && !order) return []
  if (!order) return ['no-order']
  const marks: MarkCode[] = []
  if (authorities.length > 0 && !authorities.includes(order.authority)) marks.push('other-authority')
  if (order.date > day) marks.push('order-later')
  return marks
}

/** The articles a mark rests on, for this kind and end; none where it is no matter of law. */
export function articlesOf(rules: ExhibitRules, mark: MarkCode, kind: ExhibitKind, end: EndState | null): string[] {
  switch (mark) {
    case 'no-pv':
      return rules.pv.articles
    case 'not-sealed':
    case 'seal-broken':
      return rules.seal.articles
    case 'not-measured':
    case 'no-serial-number':
    case 'not-counted-by-two':
      return rules.kinds.find((rule) => rule.kind === kind)?.articles ?? []
    case 'no-order':
    case 'other-authority':
    case 'order-later':
      return end ? rules.ends[end].articles : []
    case 'late':
      return rules.late.articles
    case 'from-elsewhere':
    case 'seal-differs':
    case 'seal-out-of-turn':
    case 'time-reversed':
    case 'while-missing':
    case 'laboratory-out-of-turn':
    case 'not-missing':
      return []
  }
}
