import { describe, expect, it } from 'vitest'
import {
  calculate,
  type ClockAnswer,
  type ClockCase,
  type Exclusion,
  type Extension,
  type Offence,
} from './calculator.ts'

const theft: Offence = {
  from: '2026-03-02T08:00:00Z',
  crime: false,
  imprisonable: true,
  stateSecurity: false,
  terrorism: false,
  art108: false,
}
const drugs: Offence = { ...theft, art108: true }
const espionage: Offence = { ...theft, crime: true, stateSecurity: true }
const terror: Offence = { ...theft, crime: true, terrorism: true }

// Arrested in the act on Monday 2 March 2026 at 08:00, placed at 09:00, the prosecutor told at 09:10.
const plain: ClockCase = {
  measure: 'custody',
  inquiry: 'flagrant',
  offences: [theft],
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

const oneDay: Extension = {
  decidedAt: '2026-03-04T07:00:00Z',
  hours: 24,
  writtenReasoned: true,
  by: 'procureur',
  heard: 'presented',
}
const fourDays: Extension = { ...oneDay, hours: 96 }

const clinic: Exclusion = {
  kind: 'treatment',
  from: '2026-03-02T20:00:00Z',
  to: '2026-03-02T23:30:30Z',
  outsideDistrict: false,
  proven: true,
}

const agreed = { noticeAt: null, priorAuthorisationAt: '2026-03-02T08:30:00Z' }

const cases: readonly [string, Partial<ClockCase>, Partial<ClockAnswer>][] = [
  [
    '66: 48 hours from the arrest, the lawyer from the placing, alarms back from the deadline',
    {},
    {
      regime: 'ordinary',
      baseHours: 48,
      extensionHours: 0,
      deadlineProven: '2026-03-04T08:00:00.000Z',
      deadlineClaimed: '2026-03-04T08:00:00.000Z',
      deadlineMax: '2026-03-05T08:00:00.000Z',
      realHours: 24,
      legalHours: 24,
      overdue: false,
      alarms: [
        '2026-03-03T20:00:00.000Z',
        '2026-03-04T02:00:00.000Z',
        '2026-03-04T06:00:00.000Z',
        '2026-03-04T07:30:00.000Z',
        '2026-03-04T08:00:00.000Z',
      ],
      lawyerFrom: '2026-03-02T09:00:00.000Z',
      findings: [],
    },
  ],
  [
    '66: neither a fine nor a contravention allows custody',
    { offences: [{ ...theft, imprisonable: false, terrorism: true }], now: '2026-03-02T10:00:00Z' },
    {
      regime: null,
      baseHours: null,
      deadlineProven: null,
      deadlineMax: null,
      realHours: 2,
      overdue: false,
      alarms: [],
      lawyerFrom: null,
      findings: ['not-possible'],
    },
  ],
  [
    '458: nor an age under twelve',
    { measure: 'minor-retention', age: 'under-12', prosecutor: agreed },
    { regime: null, deadlineClaimed: null, findings: ['not-possible'] },
  ],
  [
    '66-2: one written and reasoned extension of 24 hours, run from the end of the 48',
    { extensions: [oneDay], now: '2026-03-05T08:00:00Z' },
    { extensionHours: 24, deadlineProven: '2026-03-05T08:00:00.000Z', overdue: false, legalHours: 72, findings: [] },
  ],
  [
    '66: at 48 hours to the instant nobody is held over; a second later he is',
    { now: '2026-03-04T08:00:01Z' },
    { overdue: true, legalHours: 172_801 / 3600, findings: ['held-over'] },
  ],
  [
    '66-2: an extension decided at the last instant comes too late',
    { extensions: [{ ...oneDay, decidedAt: '2026-03-04T08:00:00Z' }], now: '2026-03-04T08:00:00Z' },
    { extensionHours: 0, overdue: false, findings: ['extension-late'] },
  ],
  [
    '66-2: a second extension of an ordinary custody is one too many',
    { extensions: [oneDay, { ...oneDay, decidedAt: '2026-03-05T07:00:00Z' }], now: '2026-03-05T07:30:00Z' },
    { extensionHours: 24, deadlineProven: '2026-03-05T08:00:00.000Z', findings: ['extension-too-many'] },
  ],
  [
    '66-2: 25 hours for 24 add nothing, nor does paper without reasons, nor the police; the good one after them does',
    {
      extensions: [
        { ...oneDay, decidedAt: '2026-03-04T01:00:00Z', hours: 25 },
        { ...oneDay, decidedAt: '2026-03-04T02:00:00Z', writtenReasoned: false },
        { ...oneDay, decidedAt: '2026-03-04T03:00:00Z', by: 'police' },
        oneDay,
      ],
      now: '2026-03-04T07:30:00Z',
    },
    { extensionHours: 24, findings: ['extension-no-authority', 'extension-too-long', 'extension-unreasoned'] },
  ],
  [
    '66-2: State security, 96 hours and 96 once',
    { offences: [espionage], extensions: [{ ...fourDays, by: 'procureur-general' }] },
    {
      regime: 'state-security',
      baseHours: 96,
      deadlineProven: '2026-03-06T08:00:00.000Z',
      deadlineMax: '2026-03-10T08:00:00.000Z',
      findings: [],
    },
  ],
  [
    '66-2: terrorism, 96 hours and 96 twice, 288 in all; a third is one too many',
    {
      offences: [terror],
      extensions: [
        { ...fourDays, decidedAt: '2026-03-06T07:00:00Z' },
        { ...fourDays, decidedAt: '2026-03-10T07:00:00Z' },
        { ...fourDays, decidedAt: '2026-03-14T07:00:00Z' },
      ],
      now: '2026-03-14T07:30:00Z',
    },
    {
      regime: 'terrorism',
      extensionHours: 192,
      deadlineProven: '2026-03-14T08:00:00.000Z',
      deadlineMax: '2026-03-14T08:00:00.000Z',
      overdue: false,
      findings: ['extension-too-many'],
    },
  ],
  [
    '66-2: terrorism known on the second day moves the base, and starts no new clock',
    { offences: [theft, { ...terror, from: '2026-03-03T12:00:00Z' }], now: '2026-03-03T12:00:00Z' },
    { regime: 'terrorism', baseHours: 96, deadlineProven: '2026-03-06T08:00:00.000Z', realHours: 28, findings: [] },
  ],
  [
    '66-2: 96 hours given while theft alone was known are too long, whatever is known later',
    {
      offences: [theft, { ...terror, from: '2026-03-04T07:30:00Z' }],
      extensions: [fourDays],
      now: '2026-03-04T08:00:00Z',
    },
    { regime: 'terrorism', extensionHours: 0, findings: ['extension-too-long'] },
  ],
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

describe('the clerk with a stopwatch', () => {
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

  it('answers with its keys in the agreed order', () => {
    expect(Object.keys(calculate(plain)).join()).toBe(
      'regime,baseHours,extensionHours,deadlineProven,deadlineClaimed,deadlineMax,realHours,legalHours,overdue,alarms,lawyerFrom,findings',
    )
  })
})
