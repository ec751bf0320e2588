import { describe, expect, it } from 'vitest'
import { custodyClockLaw } from '#country/morocco/custody/index.ts'
import type { ClockCase } from './clock-case.ts'
import type { ClockLaw, HoldRules } from './clock-law.ts'
import { askCustodyClock } from './clock.ts'

const drugs = {
  from: '2026-03-02T08:00:00Z',
  crime: false,
  imprisonable: true,
  stateSecurity: false,
  terrorism: false,
  art108: true,
}
const plain: ClockCase = {
  measure: 'custody',
  inquiry: 'flagrant',
  offences: [drugs],
  age: 'adult',
  arrestedAt: '2026-03-02T08:00:00Z',
  placedAt: '2026-03-02T09:00:00Z',
  exclusions: [],
  extensions: [],
  lawyerDelay: null,
  prosecutor: { noticeAt: '2026-03-02T09:10:00Z', priorAuthorisationAt: null },
  endedAt: null,
  now: '2026-03-03T08:00:00Z',
}
const ask = (change: Partial<ClockCase>, law: ClockLaw = custodyClockLaw) =>
  askCustodyClock(law, { ...plain, ...change })

describe('the custody clock at an edge', () => {
  it('CPP 66 § 4: is not moved by treatment that was over before the arrest, nor by an end before its beginning', () => {
    const treatment = { kind: 'treatment', outsideDistrict: false, proven: true } as const
    const untouched = ask({})
    expect(untouched.deadlineProven).toBe('2026-03-04T08:00:00.000Z')
    for (const [from, to] of [
      ['2026-03-02T05:00:00Z', '2026-03-02T07:00:00Z'],
      ['2026-03-02T05:00:00Z', '2026-03-02T08:00:00Z'],
      ['2026-03-02T20:00:00Z', '2026-03-02T18:00:00Z'],
      ['2026-03-02T20:00:00Z', '2026-03-02T20:00:00Z'],
    ] as const)
      expect([from, ask({ exclusions: [{ ...treatment, from, to }] })]).toEqual([from, untouched])
  })

  it('CPP 66-2 § 10: knows a delay of the lawyer from the very instant at which it was granted', () => {
    const lawyerDelay = { grantedAt: '2026-03-02T10:00:00Z', hours: 12, atRequestOfOpj: true }
    const from = (now: string) => ask({ lawyerDelay, now }).lawyerFrom
    expect(from('2026-03-02T09:59:59Z')).toBe('2026-03-02T09:00:00.000Z')
    expect(from('2026-03-02T10:00:00Z')).toBe('2026-03-02T21:00:00.000Z')
  })

  it('answers where a placement was written down before any law knew the measure', () => {
    const early = { arrestedAt: '2025-12-08T08:00:00Z', placedAt: '2025-12-07T08:00:00Z', now: '2025-12-08T09:00:00Z' }
    expect(ask({ ...early, measure: 'identity-check', offences: [] })).toMatchObject({
      regime: 'identity-check',
      lawyerFrom: null,
    })
  })
})

describe('the custody clock while the law changes', () => {
  const change = '2026-03-03T00:00:00Z'
  const held = custodyClockLaw.holds.find(({ measures, validTo }) => measures.includes('custody') && validTo === null)
  if (!held) throw new Error('no law in force')
  const changing = (before: Partial<HoldRules>, after: Partial<HoldRules>): ClockLaw => ({
    ...custodyClockLaw,
    holds: [
      { ...held, validTo: change, ...before },
      { ...held, validFrom: change, ...after },
    ],
  })
  const withExtension = (number: number, hours: number) =>
    held.regimes.map((each) => (each.needs === null ? { ...each, extension: { number, hours } } : each))

  it('says how long a person could be held at most by the law of the hour of the question, from the base of the arrest', () => {
    const most = (now: string, number: number, hours: number) =>
      ask({ now }, changing({}, { regimes: withExtension(number, hours) })).deadlineMax
    expect(most('2026-03-02T23:59:59Z', 2, 24)).toBe('2026-03-05T08:00:00.000Z')
    expect(most(change, 2, 24)).toBe('2026-03-06T08:00:00.000Z')
    expect(most(change, 1, 6)).toBe('2026-03-04T14:00:00.000Z')
  })

  it('adds nothing where the later law holds nobody for what is known', () => {
    const opening = { ...held.opening, needsOffence: false }
    const answer = ask({ offences: [], now: change }, changing({ opening }, {}))
    expect(answer).toMatchObject({ baseHours: 48, deadlineMax: '2026-03-04T08:00:00.000Z' })
  })

  it('judges an extension by the law of its decision', () => {
    const extension = {
      decidedAt: '2026-03-04T07:00:00Z',
      hours: 24,
      writtenReasoned: true,
      by: 'procureur',
      heard: 'presented',
    } as const
    const now = '2026-03-04T07:30:00Z'
    expect(ask({ extensions: [extension], now }, changing({}, {})).extensionHours).toBe(24)
    expect(ask({ extensions: [extension], now }, changing({}, { regimes: withExtension(1, 12) }))).toMatchObject({
      extensionHours: 0,
      findings: ['extension-too-long'],
    })
  })
})
