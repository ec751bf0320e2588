import type { FactKind, Person } from '#contracts/registry/person.ts'

type Name = Person['names'][number]
type Document = Person['documents'][number]
type OtherFact = Person['facts'][number]

/** What a fact is about: a name, a document, or one of the other kinds. */
export type About = 'name' | 'document' | FactKind

/** Anything that is known of a person, whichever list it came in. */
export type Known =
  | { readonly about: 'name'; readonly fact: Name }
  | { readonly about: 'document'; readonly fact: Document }
  | { readonly about: FactKind; readonly fact: OtherFact }

/** What is known about one thing: what holds, side by side, and what was superseded. */
export interface FactGroup {
  readonly about: About
  readonly current: readonly Known[]
  readonly earlier: readonly Known[]
  /** Sources disagree: at most one of what holds can be true. */
  readonly contradicted: boolean
}

const order: readonly About[] = [
  'name',
  'document',
  'birth',
  'sex',
  'father',
  'mother',
  'nationality',
  'civil-status',
  'occupation',
  'address',
  'contact',
  'language',
]

/** Groups what is known by what it is about, in the order of an identity sheet. */
export function groupFacts(person: Person): FactGroup[] {
  const all: Known[] = [
    ...person.names.map((fact): Known => ({ about: 'name', fact })),
    ...person.documents.map((fact): Known => ({ about: 'document', fact })),
    ...person.facts.map((fact): Known => ({ about: fact.kind, fact })),
  ]
  return order.flatMap((about) => {
    const of = all.filter((known) => known.about === about)
    if (of.length === 0) return []
    const current = of.filter(({ fact }) => fact.endedAt === null)
    return [
      { about, current, earlier: of.filter(({ fact }) => fact.endedAt !== null), contradicted: contradict(current) },
    ]
  })
}

// Two nationalities, addresses, phones or aliases go together; two fathers or two births do not.
const single = new Set<About>(['birth', 'sex', 'father', 'mother', 'civil-status'])

function contradict(current: readonly Known[]): boolean {
  return current.some((a, index) => current.slice(index + 1).some((b) => disagree(a, b)))
}

function disagree(a: Known, b: Known): boolean {
  if (a.about === 'name' && b.about === 'name') {
    return (
      a.fact.kind === 'civil' &&
      b.fact.kind === 'civil' &&
      a.fact.script === b.fact.script &&
      (differ(a.fact.given, b.fact.given) || differ(a.fact.family, b.fact.family))
    )
  }
  if (a.about === 'name' || b.about === 'name' || a.about === 'document' || b.about === 'document') return false
  if (!single.has(a.about)) return false
  const names = new Set([...Object.keys(a.fact.value), ...Object.keys(b.fact.value)])
  return [...names].some((name) => differ(a.fact.value[name], b.fact.value[name]))
}

// What only one of the two says is no contradiction, nor is a year beside a date of that year.
function differ(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string' || a === '' || b === '') return false
  const [short, long] = [a.trim().toLowerCase(), b.trim().toLowerCase()].toSorted((x, y) => x.length - y.length)
  if (short === undefined || long === undefined) return false
  return /^\d{4}/.test(short) ? !long.startsWith(short) : short !== long
}
