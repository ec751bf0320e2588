import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moroccanCustody } from '#country/morocco/custody/index.ts'
import { testlandCustody } from '#country/testland/custody/index.ts'
import type { EntryInput } from '#contracts/custody/entry.ts'
import { askCustodyClock } from '../domain/clock.ts'
import { type ClockLine, clockCaseOf } from '../domain/record-clock.ts'
import { type Standing, type TakenDown, endOf, foldRecord } from '../domain/record.ts'
import type { CustodyRules } from '../domain/custody-rules.ts'
import { thresholdsOf } from './thresholds.ts'
import { type KnownAlarm, type PlannedAlarm, alarmPlanOf, changesTo } from './alarm-plan.ts'

const hour = 3_600_000
const start = Date.parse('2026-11-23T09:00:00Z')

/** What happens next: time passes, with or without the worker, or something is taken down. */
type Step =
  | { readonly do: 'wait' | 'sleep'; readonly hours: number }
  | { readonly do: 'extend'; readonly hours: number }
  | {
      readonly do: 'exclude'
      readonly kind: 'treatment' | 'waiting'
      readonly since: number
      readonly length: number | null
    }
  | { readonly do: 'end-exclusion' | 'prove' | 'correct'; readonly which: number; readonly since: number }
  | { readonly do: 'look-in' | 'end'; readonly since: number }

const hours = fc.oneof(
  fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10),
  fc.double({ min: 0.01, max: 14, noNaN: true }),
)
const since = fc.constantFrom(0, 0, 0.3, 2)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('wait' as const), hours }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), hours }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('extend' as const), hours: fc.constantFrom(24, 12, 50) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('exclude' as const),
      kind: fc.constantFrom('treatment', 'waiting'),
      since,
      length: fc.option(fc.constantFrom(0.5, 3, 9)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('end-exclusion' as const, 'prove' as const, 'prove' as const, 'correct' as const),
      which: fc.nat(3),
      since,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('look-in' as const, 'look-in' as const, 'end' as const), since }),
  },
)
const story = fc.record({
  takenDownAfter: fc.constantFrom(0.5, 0.5, 13, 40, 60),
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
})

type Written = KnownAlarm & { readonly dropped: boolean }

/** The table of alarms as the database keeps it, and a custody whose facts come one after the other. */
class Simulated {
  now: number
  readonly line: ClockLine
  readonly entries: TakenDown[] = []
  alarms: Written[] = []
  readonly #rules: CustodyRules

  constructor(rules: CustodyRules, takenDownAfter: number) {
    this.#rules = rules
    this.now = start + takenDownAfter * hour
    this.line = {
      measure: 'custody',
      inquiry: 'flagrant',
      age: 'adult',
      arrestedAt: start,
      placedAt: start,
      offences: [
        {
          from: new Date(start).toISOString(),
          crime: true,
          imprisonable: true,
          stateSecurity: false,
          terrorism: false,
          art108: false,
        },
      ],
    }
    this.plan()
  }

  get record(): Standing[] {
    return foldRecord(this.entries)
  }

  /** Takes a fact down and plans, as a command does in one transaction. */
  add(entry: EntryInput): void {
    const seq = this.entries.length + 1
    this.entries.push({ id: `entry ${seq}`, seq, at: Date.parse(entry.at), recordedAt: this.now, entry })
    this.plan()
  }

  plan(): void {
    const plan = alarmPlanOf(this.#rules, this.line, this.record, this.now)
    const known = this.alarms.filter(({ dropped }) => !dropped)
    const { drop, add } = changesTo(known, plan, this.now)
    this.alarms = this.alarms.map((each) => (drop.some(({ id }) => id === each.id) ? { ...each, dropped: true } : each))
    for (const each of add) this.write(each)
  }

  /** As `insert … on conflict (custody, what, hours_before, about_at) do update … where raised_at is null`. */
  write(alarm: PlannedAlarm): void {
    const there = this.alarms.find(
      ({ what, hoursBefore, aboutAt }) =>
        what === alarm.what && hoursBefore === alarm.hoursBefore && aboutAt === alarm.aboutAt,
    )
    if (!there) this.alarms.push({ ...alarm, id: `alarm ${this.alarms.length}`, raisedAt: null, dropped: false })
    else if (there.raisedAt === null)
      this.alarms = this.alarms.map((each) => (each === there ? { ...each, dueAt: alarm.dueAt, dropped: false } : each))
  }

  /** What the worker does; answers what it raised. */
  raise(): Written[] {
    if (!this.alarms.some(({ dueAt, dropped, raisedAt }) => dueAt <= this.now && !dropped && raisedAt === null))
      return []
    this.plan()
    const raised: Written[] = []
    this.alarms = this.alarms.map((each) => {
      if (each.dropped || each.raisedAt !== null || each.dueAt > this.now) return each
      const done = { ...each, raisedAt: this.now }
      raised.push(done)
      return done
    })
    return raised
  }

  /** Since when the clock stands still by what is known now, each with the hours after which that is asked about. */
  get still(): { since: number; everyHours: number }[] {
    if (endOf(this.record)) return []
    const { still = [] } = thresholdsOf(this.#rules.clock, clockCaseOf(this.line, this.record, this.now)) ?? {}
    return still.map(({ kind, since }) => ({ since, everyHours: this.#rules.standstill.everyHours[kind] }))
  }

  /** Legal hours left at an hour, by the clock and what is known now. */
  left(at: number = this.now): number | null {
    const answer = askCustodyClock(this.#rules.clock, clockCaseOf(this.line, this.record, this.now))
    const then = askCustodyClock(this.#rules.clock, clockCaseOf(this.line, this.record, at))
    return answer.baseHours === null ? null : answer.baseHours + answer.extensionHours - then.legalHours
  }
}

function take(house: Simulated, each: Step): void {
  const text = (at: number): string => new Date(at).toISOString()
  const ago = 'since' in each ? text(house.now - each.since * hour) : text(house.now)
  const ids = house.entries.filter(({ entry }) => entry.kind === 'exclusion').map(({ id }) => id)
  switch (each.do) {
    case 'wait':
    case 'sleep':
      house.now += Math.round(each.hours * hour)
      return
    case 'extend':
      house.add({
        kind: 'extension',
        at: text(house.now),
        hours: each.hours,
        by: 'procureur',
        writtenReasoned: true,
        heard: 'presented',
        ref: '1',
      })
      return
    case 'exclude': {
      const until = each.length === null ? null : text(Date.parse(ago) + each.length * hour)
      house.add({ kind: 'exclusion', at: ago, until, exclusion: each.kind, outsideDistrict: false })
      return
    }
    case 'end-exclusion':
    case 'prove':
    case 'correct': {
      const of = ids[each.which % Math.max(1, ids.length)]
      if (of === undefined) return
      if (each.do === 'prove') house.add({ kind: 'proof', at: ago, of, document: '1' })
      else if (each.do === 'end-exclusion') house.add({ kind: 'ended', at: ago, of })
      else
        house.add({
          kind: 'exclusion',
          at: ago,
          until: null,
          exclusion: 'treatment',
          outsideDistrict: false,
          corrects: of,
        })
      return
    }
    case 'look-in':
      house.add({ kind: 'welfare', at: ago, state: 'well' })
      return
    case 'end':
      if (!endOf(house.record)) house.add({ kind: 'end', at: ago, how: 'released' })
  }
}

const tiny = 1e-6

const deadlines = (alarms: readonly Written[]): Written[] => alarms.filter(({ what }) => what === 'deadline')

describe.each([
  ['the first country', moroccanCustody],
  ['an invented country', testlandCustody],
])('the alarms of a custody in %s', (_, rules) => {
  /** Lives a story through with the worker awake after every step but those it sleeps through. */
  const live = (check: (house: Simulated, raised: readonly Written[], before: Simulated['now']) => void): void => {
    fc.assert(
      fc.property(story, ({ takenDownAfter, steps }) => {
        const house = new Simulated(rules, takenDownAfter)
        check(house, house.raise(), house.now)
        for (const each of steps) {
          const before = house.now
          take(house, each)
          if (each.do !== 'sleep') check(house, house.raise(), before)
        }
      }),
      { numRuns: 400, seed: 66 },
    )
  }

  it('are raised when so many hours are left, never before, and never once it ended', () => {
    let seen = 0
    live((house, raised) => {
      expect(endOf(house.record) ? raised : []).toEqual([])
      for (const { hoursBefore } of deadlines(raised)) {
        seen += 1
        expect(house.left()).toBeLessThanOrEqual(hoursBefore + tiny)
      }
    })
    expect(seen).toBeGreaterThan(200)
  })

  it('are raised for every threshold that was passed while someone was held', () => {
    let seen = 0
    live((house, _raised, before) => {
      const left = house.left()
      if (left === null || endOf(house.record)) return
      const all = [...rules.clock.alarms.hoursBefore].toSorted((one, other) => one - other)
      const whole = house.left(start) ?? 0
      const [nearest] = all.filter((each) => left <= each - tiny && each < whole)
      if (nearest === undefined) return
      seen += 1
      const rung = deadlines(house.alarms).filter(
        ({ hoursBefore, raisedAt }) => raisedAt !== null && hoursBefore === nearest,
      )
      // For the deadline as it stands: raised once so many hours were left by what is known now, or for the same hour.
      const deadline = house.now + left * hour
      expect(
        rung.some(
          ({ raisedAt, aboutAt }) =>
            (house.left(raisedAt ?? 0) ?? 0) <= nearest + tiny || Math.abs(aboutAt - deadline) <= 2,
        ),
      ).toBe(true)
      // Nothing was taken down since the last look: each threshold passed meanwhile was raised, not the last alone.
      if (before === house.now || house.alarms.some(({ dropped }) => dropped)) return
      const leftThen = house.left(before) ?? 0
      for (const each of all.filter((one) => one < leftThen - tiny && one > left + tiny && one < whole))
        expect(
          deadlines(house.alarms).some(({ hoursBefore, raisedAt }) => raisedAt !== null && hoursBefore === each),
        ).toBe(true)
    })
    expect(seen).toBeGreaterThan(200)
  })

  it('are raised once for a deadline, however often anyone looks, and not again for time that did not count', () => {
    live((house) => {
      const raised = deadlines(house.alarms).filter(({ raisedAt }) => raisedAt !== null)
      const keys = raised.map(({ hoursBefore, aboutAt }) => `${hoursBefore} ${aboutAt}`)
      expect(new Set(keys).size).toBe(keys.length)
      const hoursOf = raised.map(({ hoursBefore, dueAt }) => `${hoursBefore} ${dueAt}`)
      expect(new Set(hoursOf).size).toBe(hoursOf.length)
      house.plan()
      expect(house.raise()).toEqual([])
    })
  })

  it('ask at each interval whether a clock that stands still still does, once each, and never of one that goes on', () => {
    let seen = 0
    live((house, raised) => {
      const of = (alarms: readonly Written[], since: number) =>
        alarms.filter(({ what, aboutAt, raisedAt }) => what === 'exclusion' && aboutAt === since && raisedAt !== null)
      for (const { since, everyHours } of house.still) {
        const every = everyHours * hour
        const passed = Math.floor((house.now - since) / every)
        const asked = of(house.alarms, since)
        expect(asked.length).toBeLessThanOrEqual(passed)
        expect(asked.filter(({ dueAt }) => (dueAt - since) % every !== 0)).toEqual([])
        expect(of(raised, since).length).toBeLessThanOrEqual(1)
        if (passed === 0) continue
        seen += 1
        expect(asked.some(({ raisedAt }) => (raisedAt ?? 0) >= since + passed * every)).toBe(true)
      }
      for (const { aboutAt } of raised.filter(({ what }) => what === 'exclusion'))
        expect(house.still.map(({ since }) => since)).toContain(aboutAt)
    })
    expect(seen).toBeGreaterThan(30)
  })

  it('tell again of a look in that stays missed, at each interval', () => {
    const house = new Simulated(rules, 0.1)
    const every = rules.welfare.everyMinutes.standard * 60_000
    const missed = Array.from({ length: 5 }, (_each, index) => {
      house.now = start + (index + 1) * every
      return house.raise().filter(({ what }) => what === 'welfare').length
    })
    expect(missed).toEqual([1, 1, 1, 1, 1])
    house.now += 7.5 * every
    expect(house.raise().filter(({ what }) => what === 'welfare')).toHaveLength(1)
    take(house, { do: 'look-in', since: 0 })
    house.now += every - 1
    expect(house.raise().filter(({ what }) => what === 'welfare')).toEqual([])
    house.now += 1
    expect(house.raise().filter(({ what }) => what === 'welfare')).toHaveLength(1)
  })
})

describe('a stay in hospital that is proven and goes on', () => {
  it('raises nothing while it lasts, and what is left once it ended', () => {
    const house = new Simulated(moroccanCustody, 1)
    house.now = start + 37 * hour
    expect(deadlines(house.raise()).map(({ hoursBefore }) => hoursBefore)).toEqual([12])
    take(house, { do: 'exclude', kind: 'treatment', since: 0, length: null })
    take(house, { do: 'prove', which: 0, since: 0 })
    for (let hours = 1; hours < 30; hours += 1) {
      house.now += hour
      if (hours % 5 === 0) take(house, { do: 'look-in', since: 0 })
      const raised = house.raise()
      expect(deadlines(raised)).toEqual([])
      // Nobody is left to wonder: every twelve hours the house asks whether it is over.
      expect(raised.filter(({ what }) => what === 'exclusion').map(({ hoursBefore }) => hoursBefore)).toEqual(
        hours % 12 === 0 ? [hours] : [],
      )
    }
    take(house, { do: 'end-exclusion', which: 0, since: 0 })
    expect(house.raise().filter(({ what }) => what !== 'welfare')).toEqual([])
    house.now += 5 * hour
    expect(deadlines(house.raise()).map(({ hoursBefore }) => hoursBefore)).toEqual([6])
    house.now += 6 * hour
    expect(deadlines(house.raise()).map(({ hoursBefore }) => hoursBefore)).toEqual([2, 0.5, 0])
  })

  it('is not planned for again and again, however near the next threshold was', () => {
    const house = new Simulated(moroccanCustody, 1)
    house.now = start + 42 * hour - 1
    house.raise()
    take(house, { do: 'exclude', kind: 'treatment', since: 0, length: null })
    take(house, { do: 'prove', which: 0, since: 0 })
    const written = deadlines(house.alarms).length
    for (let each = 0; each < 50; each += 1) {
      house.now += 1_000
      house.raise()
    }
    expect(deadlines(house.alarms).length - written).toBeLessThanOrEqual(1)
    take(house, { do: 'end-exclusion', which: 0, since: 0 })
    house.now += 1
    expect(deadlines(house.raise()).map(({ hoursBefore }) => hoursBefore)).toEqual([6])
  })
})
