import { describe, expect, it } from 'vitest'
import { type Exclusion, calculate } from './calculator.ts'
import { type CalculatorCase, clinic, oneDay, plain, theft } from './calculator-ground.ts'

const cases: readonly CalculatorCase[] = [
  [
    '66 § 4: proven treatment stops the clock, to the second',
    { exclusions: [clinic] },
    {
      deadlineProven: '2026-03-04T11:30:30.000Z',
      deadlineMax: '2026-03-05T11:30:30.000Z',
      realHours: 24,
      legalHours: (24 * 3600 - 3.5 * 3600 - 30) / 3600,
      findings: [],
    },
  ],
  [
    '751: treatment not proven is a claim; an open one runs until the hour of the question',
    { exclusions: [{ ...clinic, to: null, proven: false }], now: '2026-03-02T22:00:00Z' },
    {
      deadlineProven: '2026-03-04T08:00:00.000Z',
      deadlineClaimed: '2026-03-04T10:00:00.000Z',
      legalHours: 14,
      findings: ['exclusion-not-proven'],
    },
  ],
  [
    '66 § 2, 67: travel inside the district, examination and waiting never stop it, proven or not',
    {
      exclusions: [
        { ...clinic, kind: 'travel' },
        { ...clinic, kind: 'examination' },
        { ...clinic, kind: 'waiting', proven: false },
      ],
    },
    {
      deadlineProven: '2026-03-04T08:00:00.000Z',
      deadlineClaimed: '2026-03-04T08:00:00.000Z',
      findings: ['exclusion-not-lawful'],
    },
  ],
  [
    '66: travel from outside the district, begun before the arrest was noted, and treatment on the way count once',
    {
      exclusions: [
        { ...clinic, kind: 'travel', outsideDistrict: true, from: '2026-03-02T07:00:00Z', to: '2026-03-02T12:00:00Z' },
        { ...clinic, from: '2026-03-02T11:00:00Z', to: '2026-03-02T13:00:00Z' },
      ],
    },
    { deadlineProven: '2026-03-04T13:00:00.000Z', legalHours: 19, findings: [] },
  ],
  [
    '66 § 4: treatment that begins once the hours are spent saves nothing; begun a minute before, it does',
    {
      exclusions: [{ ...clinic, from: '2026-03-04T07:59:00Z', to: '2026-03-04T09:00:00Z' }],
      extensions: [{ ...oneDay, decidedAt: '2026-03-04T09:00:30Z' }],
      now: '2026-03-04T09:00:30Z',
    },
    { extensionHours: 24, deadlineProven: '2026-03-05T09:01:00.000Z', findings: [] },
  ],
  [
    '751: an extension decided within a claimed exclusion, after the proven deadline, is late',
    {
      exclusions: [{ ...clinic, proven: false }],
      extensions: [{ ...oneDay, decidedAt: '2026-03-04T09:00:00Z' }],
      now: '2026-03-04T09:00:00Z',
    },
    { extensionHours: 0, overdue: true, findings: ['exclusion-not-proven', 'extension-late', 'held-over'] },
  ],
  [
    'Law 03.23: nothing is left out of a custody that began before it, on the last evening in Morocco',
    {
      offences: [{ ...theft, from: '2025-12-07T22:59:59Z' }],
      arrestedAt: '2025-12-07T22:59:59Z',
      placedAt: '2025-12-07T22:59:59Z',
      prosecutor: { noticeAt: '2025-12-07T23:30:00Z', priorAuthorisationAt: null },
      exclusions: [{ ...clinic, from: '2025-12-08T03:00:00Z', to: '2025-12-08T05:00:00Z' }],
      now: '2025-12-08T10:59:59Z',
    },
    {
      legalHours: 12,
      deadlineProven: '2025-12-09T22:59:59.000Z',
      lawyerFrom: null,
      findings: ['exclusion-not-lawful'],
    },
  ],
]

describe('the clerk with a stopwatch, of what does not count', () => {
  it.each(cases)('%s', (_, change, answer) => {
    expect(calculate({ ...plain, ...change })).toMatchObject(answer)
  })

  it('shows what a watch read every second shows', () => {
    const exclusions: Exclusion[] = [
      { ...clinic, from: '2026-03-02T07:59:50Z', to: '2026-03-02T08:10:10Z' },
      { ...clinic, from: '2026-03-02T08:05:00Z', to: '2026-03-02T08:20:03Z' },
      { ...clinic, kind: 'travel', outsideDistrict: true, from: '2026-03-02T08:20:03Z', to: '2026-03-02T08:21:00Z' },
      { ...clinic, from: '2026-03-02T08:06:00Z', to: '2026-03-02T08:07:00Z' },
      { ...clinic, from: '2026-03-03T01:00:59Z', to: null },
    ]
    let seconds = 0
    for (let at = Date.parse(plain.arrestedAt); at < Date.parse(plain.now); at += 1000)
      if (!exclusions.some((each) => Date.parse(each.from) <= at && at < Date.parse(each.to ?? plain.now))) seconds += 1
    expect(calculate({ ...plain, exclusions }).legalHours).toBe(seconds / 3600)
  })
})
