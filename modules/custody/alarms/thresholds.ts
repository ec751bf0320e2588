import type { ClockCase } from '../domain/clock-case.ts'
import { readExclusions } from '../domain/clock-exclusions.ts'
import type { ClockLaw } from '../domain/clock-law.ts'
import { instantAfter } from '../domain/clock-line.ts'
import { findRulesAt } from '../domain/clock-rules.ts'
import { askCustodyClock } from '../domain/clock.ts'

const hour = 3_600_000

/** When so many hours are left, by what is known at the hour of the question. Instants in milliseconds of UTC. */
export interface Threshold {
  readonly hoursBefore: number
  readonly at: number
}

export interface Thresholds {
  readonly deadlineAt: number
  /** In order of time; one that is longer than the whole measure is none. */
  readonly all: readonly Threshold[]
  /** Proven exclusions that go on: the hours left do not shrink, and nothing that is still ahead comes nearer. */
  readonly still: readonly Still[]
}

/** Since when the clock stands still, and for what. */
export interface Still {
  readonly kind: ClockCase['exclusions'][number]['kind']
  readonly since: number
}

/**
 * The instants at which the alarms of a custody fall due: those at which the hours left come down to a threshold. Time that
 * does not count moves those after it, and none before it. Undefined where nobody may be held so.
 */
export function thresholdsOf(law: ClockLaw, input: ClockCase): Thresholds | undefined {
  const answer = askCustodyClock(law, input)
  const from = Date.parse(input.arrestedAt)
  const rules = findRulesAt(law, input.measure, from)
  if (!rules || answer.baseHours === null) return undefined
  const now = Date.parse(input.now)
  // An exclusion whose end is known already is taken whole; one that goes on reaches to now.
  const exclusions = input.exclusions.map((each) => ({ ...each, to: each.to ?? input.now }))
  const to = Math.max(now, ...exclusions.map((each) => Date.parse(each.to)))
  const { proven } = readExclusions({ ...input, exclusions }, rules, { from, to })
  const allowed = (answer.baseHours + answer.extensionHours) * hour
  return {
    deadlineAt: Math.ceil(instantAfter(from, allowed, proven)),
    all: law.alarms.hoursBefore
      .filter((hoursBefore) => hoursBefore * hour < allowed)
      .map((hoursBefore) => ({
        hoursBefore,
        at: Math.ceil(instantAfter(from, allowed - hoursBefore * hour, proven)),
      }))
      .toSorted((one, other) => one.at - other.at),
    still: input.exclusions
      .filter(({ to: end }) => end === null)
      .flatMap((each) =>
        readExclusions({ ...input, exclusions: [each] }, rules, { from, to: Math.max(from, now) }).proven.map(
          ({ from: since }) => ({ kind: each.kind, since }),
        ),
      ),
  }
}
