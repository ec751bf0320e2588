import { describe, expect, it } from 'vitest'
import { custodyClockLaw } from '#country/morocco/custody/index.ts'
import { clockLawSchema, type ClockLaw, type HoldRules } from './clock-law.ts'

const [rules] = custodyClockLaw.holds.filter(({ measures }) => measures.includes('custody')) as [HoldRules]
const reform = '2025-12-07T23:00:00Z'
const before = '2025-12-07T22:59:59Z'

const from = (validFrom: string, validTo: string | null, more: Partial<HoldRules> = {}): HoldRules => ({
  ...rules,
  validFrom,
  validTo,
  ...more,
})
const faultOf = (change: Partial<ClockLaw>): string | undefined =>
  clockLawSchema.safeParse({ ...custodyClockLaw, ...change }).error?.issues[0]?.message
const faultOfHolds = (...holds: HoldRules[]): string | undefined => faultOf({ holds })

describe('a law of the custody clock', () => {
  const twice = 'two sets of rules for one measure at one instant'

  it('has one set of rules for a measure at any instant', () => {
    const since = '2003-10-01T00:00:00Z'
    expect(faultOfHolds(from(since, reform), from(reform, null))).toBeUndefined()
    expect(faultOfHolds(from(reform, null), from(since, reform))).toBeUndefined()
    expect(faultOfHolds(from(since, reform), from(before, null))).toBe(twice)
    expect(faultOfHolds(from(before, null), from(since, reform))).toBe(twice)
    expect(faultOfHolds(from(since, null), from(reform, null))).toBe(twice)
    expect(faultOfHolds(from(since, reform), from(reform, null), from(before, reform))).toBe(twice)
  })

  it('may have several for an instant where they are of different measures', () => {
    const other = from(reform, null, { measures: ['warrant-hold'] })
    expect(faultOfHolds(from(reform, null, { measures: ['custody'] }), other)).toBeUndefined()
    // One measure in common is enough.
    expect(faultOfHolds(from(reform, null, { measures: ['custody', 'warrant-hold'] }), other)).toBe(twice)
  })

  it('ends with a regime that any offence carries, in every set of rules', () => {
    const grave = rules.regimes.filter(({ needs }) => needs !== null)
    const general = rules.regimes.filter(({ needs }) => needs === null)
    expect([grave.length, general.length]).toEqual([2, 1])
    const last = 'no general regime comes last'
    const early = from('2003-10-01T00:00:00Z', reform)
    expect(faultOfHolds(early, from(reform, null, { regimes: grave }))).toBe(last)
    expect(faultOfHolds(early, from(reform, null, { regimes: [...general, ...grave] }))).toBe(last)
    expect(faultOfHolds(early, from(reform, null, { regimes: [...grave, ...general] }))).toBeUndefined()
  })

  it('rings the earliest alarm first, and none twice', () => {
    const alarms = (...hoursBefore: number[]) => faultOf({ alarms: { ...custodyClockLaw.alarms, hoursBefore } })
    expect(alarms(12, 6, 0)).toBeUndefined()
    expect(alarms(0)).toBeUndefined()
    expect(alarms(6, 12, 0)).toBe('alarms not in order')
    expect(alarms(12, 6, 6, 0)).toBe('alarms not in order')
    expect(alarms(12, 0, 6)).toBe('alarms not in order')
  })
})
