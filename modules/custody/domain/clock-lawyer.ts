import type { Finding } from '#contracts/custody/measure.ts'
import type { ClockCase } from './clock-case.ts'
import type { ClockLaw } from './clock-law.ts'
import { findRegime, findRulesAt, isOnSpecialList, offencesThatHold } from './clock-rules.ts'

const hour = 3_600_000

export interface LawyerRead {
  /** Null where the law of that day is not computed. */
  readonly from: number | null
  readonly findings: readonly Finding[]
}

/** From when a lawyer is let in: the first hour of the placement, or the end of a delay that holds. */
export function readLawyer(law: ClockLaw, input: ClockCase): LawyerRead {
  const placed = Date.parse(input.placedAt)
  const rules = findRulesAt(law, input.measure, placed)
  if (!rules?.lawyer) return { from: null, findings: [] }
  const delay = input.lawyerDelay
  if (!delay || Date.parse(delay.grantedAt) > Date.parse(input.now)) return { from: placed, findings: [] }
  const known = offencesThatHold(input.offences, Date.parse(delay.grantedAt))
  const base = findRegime(rules, known)?.baseHours ?? 0
  const holds =
    delay.atRequestOfOpj && isOnSpecialList(known) && delay.hours <= base * rules.lawyer.longestDelayShareOfBase
  if (!holds) return { from: placed, findings: ['lawyer-delay-invalid'] }
  return { from: placed + delay.hours * hour, findings: [] }
}
