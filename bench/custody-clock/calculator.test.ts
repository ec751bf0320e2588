import { describe, expect, it } from 'vitest'
import { calculate } from './calculator.ts'
import { type CalculatorCase, espionage, fourDays, oneDay, plain, terror, theft } from './calculator-ground.ts'

const cases: readonly CalculatorCase[] = [
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
]

describe('the clerk with a stopwatch', () => {
  it.each(cases)('%s', (_, change, answer) => {
    expect(calculate({ ...plain, ...change })).toMatchObject(answer)
  })

  it('answers with its keys in the agreed order', () => {
    expect(Object.keys(calculate(plain)).join()).toBe(
      'regime,baseHours,extensionHours,deadlineProven,deadlineClaimed,deadlineMax,realHours,legalHours,overdue,alarms,lawyerFrom,findings',
    )
  })
})
