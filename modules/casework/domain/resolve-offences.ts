import { type Offence, type OffenceClass, offenceClassSchema, offencesInForce } from './offence.ts'

/** What the law of a country gives to case files; handed over by the composition root. */
export interface CaseworkLaw {
  /** The catalogue as the country's folder has it. */
  readonly offences: readonly Offence[]
  /** The civil date (`YYYY-MM-DD`) of an instant in the country's legal time. */
  readonly civilDate: (instant: Date) => string
}

export type Resolution =
  | { readonly kind: 'in-force'; readonly offence: Offence }
  /** Known, but in no wording that applies on that day; the nearest one is given so that the file can show it. */
  | { readonly kind: 'not-in-force'; readonly offence: Offence }
  | { readonly kind: 'unknown' }

/** The wording of an offence that applies to facts of a civil date. */
export function resolveOffence(law: CaseworkLaw, code: string, onDate: string): Resolution {
  const wordings = law.offences.filter((offence) => offence.code === code)
  const [inForce] = offencesInForce(wordings, onDate)
  if (inForce) return { kind: 'in-force', offence: inForce }
  const byStart = [...wordings].sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  const nearest = byStart.findLast(({ validFrom }) => validFrom <= onDate) ?? byStart[0]
  return nearest ? { kind: 'not-in-force', offence: nearest } : { kind: 'unknown' }
}

/** The class of a case is that of its gravest offence; null while there is none. */
export function gravestClass(classes: readonly OffenceClass[]): OffenceClass | null {
  return offenceClassSchema.options.find((each) => classes.includes(each)) ?? null
}
