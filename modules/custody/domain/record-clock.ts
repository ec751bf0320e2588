import type { Age, Measure } from '#contracts/custody/measure.ts'
import type { ClockCase, KnownOffence } from './clock-case.ts'
import { type Standing, endOf, standingOf } from './record.ts'

/** What the clock needs of a line beside its entries. Instants in milliseconds of UTC. */
export interface ClockLine {
  readonly measure: Measure
  readonly inquiry: ClockCase['inquiry']
  readonly age: Age
  readonly arrestedAt: number
  readonly placedAt: number
  readonly offences: readonly KnownOffence[]
}

const text = (at: number): string => new Date(at).toISOString()

/** The question to the clock, at an hour, by what stands of the record. */
export function clockCaseOf(line: ClockLine, record: readonly Standing[], now: number): ClockCase {
  const delay = standingOf(record, 'lawyer-delay').at(-1)
  const notice = standingOf(record, 'prosecutor-notice')[0]
  const prior = standingOf(record, 'prosecutor-authorisation')[0]
  // Whoever authorises was told by then.
  const told = [notice, prior].flatMap((each) => (each ? [each.at] : [])).toSorted((one, other) => one - other)[0]
  const end = endOf(record)
  return {
    measure: line.measure,
    inquiry: line.inquiry,
    age: line.age,
    offences: [...line.offences],
    arrestedAt: text(line.arrestedAt),
    placedAt: text(line.placedAt),
    exclusions: standingOf(record, 'exclusion').map(({ at, until, proven, entry }) => ({
      kind: entry.exclusion,
      from: text(at),
      to: until === null ? null : text(until),
      outsideDistrict: entry.outsideDistrict,
      proven,
    })),
    extensions: standingOf(record, 'extension').map(({ at, entry }) => ({
      decidedAt: text(at),
      hours: entry.hours,
      writtenReasoned: entry.writtenReasoned,
      by: entry.by,
      heard: entry.heard,
    })),
    lawyerDelay: delay
      ? { grantedAt: text(delay.at), hours: delay.entry.hours, atRequestOfOpj: delay.entry.atRequestOfOpj }
      : null,
    prosecutor: {
      noticeAt: told === undefined ? null : text(told),
      priorAuthorisationAt: prior ? text(prior.at) : null,
    },
    endedAt: end ? text(end.at) : null,
    now: text(now),
  }
}
