import type { ClockCase, KnownOffence } from './clock-case.ts'
import type { ClockLaw, HoldRules, Regime } from './clock-law.ts'

/** The rules of a measure in force at an instant. */
export function findRulesAt(law: ClockLaw, measure: ClockCase['measure'], at: number): HoldRules | undefined {
  return law.holds.find(
    ({ measures, validFrom, validTo }) =>
      measures.includes(measure) && Date.parse(validFrom) <= at && (validTo === null || at < Date.parse(validTo)),
  )
}

/** The offences known at an instant for which a person can be held at all; the others carry nothing. */
export function offencesThatHold(offences: readonly KnownOffence[], at: number): KnownOffence[] {
  return offences.filter(({ from, crime, imprisonable }) => Date.parse(from) <= at && (crime || imprisonable))
}

/** The regime that the offences carry; undefined where none of them lets anyone be held. */
export function findRegime(rules: HoldRules, offences: readonly KnownOffence[]): Regime | undefined {
  if (!rules.opening.needsOffence) return rules.regimes.at(-1)
  if (offences.length === 0) return undefined
  return rules.regimes.find(
    ({ needs }) =>
      needs === null || offences.some((each) => (needs === 'terrorism' ? each.terrorism : each.stateSecurity)),
  )
}

/** State security and terrorism stand on the list themselves. */
export function isOnSpecialList(offences: readonly KnownOffence[]): boolean {
  return offences.some(({ art108, terrorism, stateSecurity }) => art108 || terrorism || stateSecurity)
}

/** Doubt about the age is resolved as a minor's. */
export function isTreatedAsMinor({ measure, age }: ClockCase): boolean {
  return measure === 'minor-retention' || age === 'minor' || age === 'doubtful'
}
