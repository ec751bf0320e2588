import { describe, expect, it } from 'vitest'
import { calculate } from './calculator.ts'
import { type CalculatorCase, agreed, clinic, drugs, oneDay, plain } from './calculator-ground.ts'

const cases: readonly CalculatorCase[] = [
  [
    '458: nor an age under twelve',
    { measure: 'minor-retention', age: 'under-12', prosecutor: agreed },
    { regime: null, deadlineClaimed: null, findings: ['not-possible'] },
  ],
  [
    '460: a minor is kept for the base and not extended, only after the prosecutor has agreed',
    {
      measure: 'minor-retention',
      age: 'minor',
      extensions: [oneDay],
      prosecutor: { noticeAt: '2026-03-02T10:00:00Z', priorAuthorisationAt: '2026-03-02T09:00:01Z' },
      now: '2026-03-04T07:30:00Z',
    },
    {
      regime: 'minor',
      extensionHours: 0,
      deadlineMax: '2026-03-04T08:00:00.000Z',
      findings: ['extension-minor', 'no-prior-authorisation'],
    },
  ],
  [
    '460, 108, 459: a person of doubtful age held for drugs is a minor who may be extended',
    {
      age: 'doubtful',
      inquiry: 'preliminary',
      offences: [drugs],
      extensions: [{ ...oneDay, heard: 'video' }],
      prosecutor: agreed,
      now: '2026-03-04T07:30:00Z',
    },
    { regime: 'minor', extensionHours: 24, deadlineMax: '2026-03-05T08:00:00.000Z', findings: ['minor-treated'] },
  ],
  [
    '80: preliminary custody without permission; an extension without hearing is marked and holds',
    {
      inquiry: 'preliminary',
      extensions: [{ ...oneDay, heard: 'none' }],
      prosecutor: { noticeAt: null, priorAuthorisationAt: null },
      now: '2026-03-04T07:30:00Z',
    },
    { extensionHours: 24, findings: ['extension-not-heard', 'no-prior-authorisation'] },
  ],
  [
    '66-2 § 10: the lawyer is put off by half of 48 hours for an offence of 108',
    { offences: [drugs], lawyerDelay: { grantedAt: '2026-03-02T09:30:00Z', hours: 24, atRequestOfOpj: true } },
    { lawyerFrom: '2026-03-03T09:00:00.000Z', findings: [] },
  ],
  [
    '192, 66-2: under a rogatory commission the judge is told; the prosecution extends',
    {
      inquiry: 'rogatory',
      extensions: [{ ...oneDay, by: 'investigating-judge' }],
      lawyerDelay: { grantedAt: '2026-03-02T09:30:00Z', hours: 2, atRequestOfOpj: true },
      now: '2026-03-04T07:30:00Z',
    },
    {
      extensionHours: 0,
      lawyerFrom: '2026-03-02T09:00:00.000Z',
      findings: ['extension-no-authority', 'lawyer-delay-invalid'],
    },
  ],
  [
    '82-3-9: an identity check is four hours and four, by the procureur alone, and nothing is left out of it',
    {
      measure: 'identity-check',
      offences: [],
      exclusions: [{ ...clinic, from: '2026-03-02T09:00:00Z', to: '2026-03-02T10:00:00Z' }],
      extensions: [
        { ...oneDay, decidedAt: '2026-03-02T11:00:00Z', hours: 4, by: 'procureur-general' },
        { ...oneDay, decidedAt: '2026-03-02T11:30:00Z', hours: 4, writtenReasoned: false, heard: 'none' },
      ],
      endedAt: '2026-03-02T15:00:00Z',
    },
    {
      regime: 'identity-check',
      baseHours: 4,
      extensionHours: 4,
      deadlineProven: '2026-03-02T16:00:00.000Z',
      realHours: 7,
      legalHours: 7,
      lawyerFrom: null,
      findings: ['exclusion-not-lawful', 'extension-no-authority'],
    },
  ],
]

describe('the clerk with a stopwatch, of minors, lawyers, prosecutors and other holds', () => {
  it.each(cases)('%s', (_, change, answer) => {
    expect(calculate({ ...plain, ...change })).toMatchObject(answer)
  })

  it('613-2, 147: a sentence hold is 24 hours and 24, a warrant hold 24 that nothing extends', () => {
    const extensions = [{ ...oneDay, decidedAt: '2026-03-03T07:00:00Z', writtenReasoned: false }]
    expect(calculate({ ...plain, measure: 'sentence-hold', extensions })).toMatchObject({
      deadlineProven: '2026-03-04T08:00:00.000Z',
      findings: [],
    })
    expect(calculate({ ...plain, measure: 'warrant-hold', extensions })).toMatchObject({
      deadlineMax: '2026-03-03T08:00:00.000Z',
      findings: ['extension-too-many'],
    })
  })

  it('66-2 § 10: a minute over half the base, or a delay that nobody asked for, puts nothing off', () => {
    const delay = { grantedAt: '2026-03-02T09:30:00Z', hours: 24, atRequestOfOpj: true }
    for (const lawyerDelay of [
      { ...delay, hours: 24 + 1 / 60 },
      { ...delay, atRequestOfOpj: false },
    ])
      expect(calculate({ ...plain, offences: [drugs], lawyerDelay })).toMatchObject({
        lawyerFrom: '2026-03-02T09:00:00.000Z',
        findings: ['lawyer-delay-invalid'],
      })
  })

  it('66 § 1, 80 § 1: the hour to tell the prosecutor and the permission before the placing, to the second', () => {
    const told = (noticeAt: string | null) =>
      calculate({ ...plain, prosecutor: { noticeAt, priorAuthorisationAt: null } }).findings
    expect([told('2026-03-02T10:00:00Z'), told('2026-03-02T10:00:01Z'), told(null)]).toEqual([
      [],
      ['notice-late'],
      ['notice-late'],
    ])
    const allowed = (priorAuthorisationAt: string) =>
      calculate({ ...plain, inquiry: 'preliminary', prosecutor: { noticeAt: null, priorAuthorisationAt } }).findings
    expect([allowed('2026-03-02T09:00:00Z'), allowed('2026-03-02T09:00:01Z')]).toEqual([[], ['no-prior-authorisation']])
  })
})
