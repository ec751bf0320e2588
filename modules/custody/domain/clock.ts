import type { Finding } from '#contracts/custody/measure.ts'
import type { ClockAnswer, ClockCase } from './clock-case.ts'
import { readExclusions } from './clock-exclusions.ts'
import { readExtensions } from './clock-extensions.ts'
import type { ClockLaw, HoldRules, Regime } from './clock-law.ts'
import { readLawyer } from './clock-lawyer.ts'
import { type Span, countedWithin, instantAfter } from './clock-line.ts'
import { findRegime, findRulesAt, isOnSpecialList, isTreatedAsMinor, offencesThatHold } from './clock-rules.ts'

const hour = 3_600_000
const text = (at: number): string => new Date(at).toISOString()

/** From the arrest to the end of the measure, or to the hour of the question while it lasts. */
function heldSpan({ arrestedAt, endedAt, now }: ClockCase): Span {
  const from = Date.parse(arrestedAt)
  const asked = Date.parse(now)
  const to = endedAt === null ? asked : Math.min(Date.parse(endedAt), asked)
  return { from, to: Math.max(from, to) }
}

function notPossible(held: Span, { age }: ClockCase): ClockAnswer {
  const realHours = (held.to - held.from) / hour
  return {
    regime: null,
    baseHours: null,
    extensionHours: 0,
    deadlineProven: null,
    deadlineClaimed: null,
    deadlineMax: null,
    realHours,
    // Nothing can be taken off where there is no measure to take it off from.
    legalHours: realHours,
    overdue: false,
    alarms: [],
    lawyerFrom: null,
    findings: age === 'doubtful' ? ['minor-treated', 'not-possible'] : ['not-possible'],
  }
}

/** What is wrong with the prosecutor's part in the placement. */
function prosecutorFindings(input: ClockCase, rules: HoldRules, minor: boolean): Finding[] {
  const findings: Finding[] = []
  const placed = Date.parse(input.placedAt)
  const { noticeAt, priorAuthorisationAt } = input.prosecutor
  const needed =
    (rules.priorAuthorisation?.inquiries.includes(input.inquiry) ?? false) ||
    (minor && (rules.minors?.needsPriorAuthorisation ?? false))
  if (needed && (priorAuthorisationAt === null || Date.parse(priorAuthorisationAt) > placed))
    findings.push('no-prior-authorisation')
  const notice = rules.notice
  if (
    notice?.inquiries.includes(input.inquiry) &&
    (noticeAt === null || Date.parse(noticeAt) > placed + notice.withinHours * hour)
  )
    findings.push('notice-late')
  return findings
}

/** The hours that extensions could add at most, by what is known now. */
function longestExtension(law: ClockLaw, input: ClockCase, rules: HoldRules, at: number): number {
  const known = offencesThatHold(input.offences, at)
  const inForce = findRulesAt(law, input.measure, at) ?? rules
  const limit = findRegime(inForce, known)?.extension
  const closed = isTreatedAsMinor(input) && inForce.minors?.extensionNeedsSpecialList && !isOnSpecialList(known)
  return limit && !closed ? limit.number * limit.hours : 0
}

function nameOf(regime: Regime, rules: HoldRules, minor: boolean): Regime['name'] {
  return minor && rules.minors ? 'minor' : regime.name
}

/**
 * How long a person may be held, by a country's law and the facts of one case. It refuses no fact: what the law does not
 * bear adds nothing and is marked. Hours are elapsed hours of UTC, so that a change of legal time moves nothing.
 */
export function askCustodyClock(law: ClockLaw, input: ClockCase): ClockAnswer {
  const held = heldSpan(input)
  const rules = findRulesAt(law, input.measure, held.from)
  const regime = rules && findRegime(rules, offencesThatHold(input.offences, held.to))
  if (!rules || !regime || rules.opening.barredAges.includes(input.age)) return notPossible(held, input)

  const minor = isTreatedAsMinor(input)
  const { proven, claimed, findings: ofExclusions } = readExclusions(input, rules, held)
  const extensions = readExtensions(law, input, rules, proven)
  const lawyer = readLawyer(law, input)
  const allowed = (regime.baseHours + extensions.hours) * hour
  const deadline = instantAfter(held.from, allowed, proven)
  // What was granted under the law of an earlier hour is not taken back by a later one.
  const longest = (regime.baseHours + Math.max(extensions.hours, longestExtension(law, input, rules, held.to))) * hour
  const legal = countedWithin(held, proven)
  const overdue = legal > allowed
  const findings = new Set<Finding>([
    ...ofExclusions,
    ...extensions.findings,
    ...lawyer.findings,
    ...prosecutorFindings(input, rules, minor),
  ])
  if (input.age === 'doubtful') findings.add('minor-treated')
  if (overdue) findings.add('held-over')
  return {
    regime: nameOf(regime, rules, minor),
    baseHours: regime.baseHours,
    extensionHours: extensions.hours,
    deadlineProven: text(deadline),
    deadlineClaimed: text(instantAfter(held.from, allowed, claimed)),
    deadlineMax: text(instantAfter(held.from, longest, proven)),
    realHours: (held.to - held.from) / hour,
    legalHours: legal / hour,
    overdue,
    alarms: law.alarms.hoursBefore.map((before) => text(deadline - before * hour)),
    lawyerFrom: lawyer.from === null ? null : text(lawyer.from),
    findings: [...findings].toSorted(),
  }
}
