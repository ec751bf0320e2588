import { describe, expect, it } from 'vitest'
import {
  classOfPenalty,
  derivedFlagsAgree,
  limitationPeriod,
  offenceSchema,
  offencesInForce,
  type LimitationRules,
  type Offence,
  type OffenceClassRules,
  type Penalty,
} from './offence.ts'

const rules: OffenceClassRules = {
  correctionalAbove: 'P3Y',
  policeOffenceFineAbove: 90,
  longImprisonmentFrom: 'P7Y',
  source: 'invented',
  confidence: 'high',
  note: null,
}

function buildPenalty(over: Partial<Penalty> = {}): Penalty {
  return {
    imprisonmentMin: null,
    imprisonmentMax: null,
    reclusion: false,
    policeDetention: false,
    life: false,
    death: false,
    civicDegradation: false,
    fineMin: null,
    fineMax: null,
    eitherAlone: false,
    text: 'عقوبة',
    ...over,
  }
}

function buildOffence(over: Partial<Offence> = {}): Offence {
  return offenceSchema.parse({
    code: 'tl.tc.1',
    labels: { ar: 'فعل', fr: 'Acte', frIsOurTranslation: true },
    law: 'tl.tc',
    article: '1',
    paragraph: null,
    class: 'delit_de_police',
    classNamedByText: false,
    penalty: buildPenalty({ imprisonmentMin: 'P1M', imprisonmentMax: 'P1Y' }),
    flags: {
      imprisonable: true,
      ge5years: false,
      specialRegime: false,
      terrorism: false,
      stateSecurity: false,
      minorProtected: false,
    },
    specialRegimeGround: null,
    category: 'theft',
    keywords: { ar: [], fr: [] },
    validFrom: '2000-01-01',
    validTo: null,
    source: { text: 'tl.tc', article: '1', note: null },
    confidence: 'high',
    ...over,
  })
}

describe('offenceSchema', () => {
  it.each([
    ['an unknown field', { severity: 3 }],
    ['a code without country', { code: '505' }],
    ['a French label that claims to be official', { labels: { ar: 'فعل', fr: 'Acte', frIsOurTranslation: false } }],
    ['an impossible date', { validFrom: '2023-02-30' }],
    ['an empty duration', { penalty: buildPenalty({ imprisonmentMax: 'P' }) }],
    ['a fine with cents', { penalty: buildPenalty({ fineMax: 12.5 }) }],
  ])('refuses %s', (_, over) => {
    expect(offenceSchema.safeParse({ ...buildOffence(), ...over }).success).toBe(false)
  })
})

describe('offencesInForce', () => {
  const old = buildOffence({ code: 'tl.tc.1.old', validTo: '2015-06-01' })
  const fresh = buildOffence({ code: 'tl.tc.1.new', validFrom: '2015-06-01' })
  it.each([
    ['1999-12-31', []],
    ['2000-01-01', ['tl.tc.1.old']],
    ['2015-05-31', ['tl.tc.1.old']],
    ['2015-06-01', ['tl.tc.1.new']],
  ])('on %s', (day, codes) => {
    expect(offencesInForce([old, fresh], day).map(({ code }) => code)).toEqual(codes)
  })
})

describe('limitationPeriod', () => {
  it('reads the country’s own numbers', () => {
    const limitation: LimitationRules = {
      validFrom: '2000-01-01',
      validTo: null,
      periods: { crime: 'P25Y', delit_correctionnel: 'P6Y', delit_de_police: 'P2Y', contravention: 'P3M' },
      minorVictimRunsAgainFromMajority: true,
      source: 'invented',
      confidence: 'high',
      note: null,
    }
    expect(limitationPeriod(limitation, 'delit_de_police')).toBe('P2Y')
    expect(limitationPeriod(limitation, 'contravention')).toBe('P3M')
  })
})

describe('classOfPenalty', () => {
  it.each([
    [{ death: true }, 'crime'],
    [{ life: true }, 'crime'],
    [{ civicDegradation: true }, 'crime'],
    [{ reclusion: true, imprisonmentMax: 'P1Y' }, 'crime'],
    [{ imprisonmentMax: 'P3Y1M' }, 'delit_correctionnel'],
    [{ imprisonmentMax: 'P3Y' }, 'delit_de_police'],
    [{ imprisonmentMax: 'P36M' }, 'delit_de_police'],
    [{ fineMax: 91 }, 'delit_de_police'],
    [{ fineMin: 91 }, 'delit_de_police'],
    [{ fineMax: 90 }, 'contravention'],
    [{ policeDetention: true, imprisonmentMax: 'P15D', fineMax: 200 }, 'contravention'],
  ] as const)('%o makes %s', (penalty, expected) => {
    expect(classOfPenalty(buildPenalty(penalty), rules)).toBe(expected)
  })
})

describe('derivedFlagsAgree', () => {
  const flags = buildOffence().flags
  it('is content with a row that holds together', () => {
    expect(derivedFlagsAgree(buildOffence(), rules)).toEqual([])
  })
  it.each([
    ['no_penalty', { penalty: buildPenalty(), flags: { ...flags, imprisonable: false }, class: 'contravention' }],
    ['penalty_min_above_max', { penalty: buildPenalty({ imprisonmentMin: 'P2Y', imprisonmentMax: 'P23M' }) }],
    ['fine_min_above_max', { penalty: buildPenalty({ imprisonmentMax: 'P1Y', fineMin: 9, fineMax: 8 }) }],
    ['imprisonable_against_penalty', { flags: { ...flags, imprisonable: false } }],
    ['ge5years_against_penalty', { flags: { ...flags, ge5years: true } }],
    ['class_against_penalty', { class: 'crime' }],
    ['special_regime_against_ground', { flags: { ...flags, specialRegime: true } }],
    ['dates_reversed', { validTo: '2000-01-01' }],
  ] as const)('finds %s', (contradiction, over) => {
    expect(derivedFlagsAgree(buildOffence(over), rules)).toEqual([contradiction])
  })
  it('counts a long imprisonment from the country’s own line', () => {
    const long = buildOffence({
      class: 'delit_correctionnel',
      penalty: buildPenalty({ imprisonmentMax: 'P7Y' }),
      flags: { ...flags, ge5years: true },
    })
    expect(derivedFlagsAgree(long, rules)).toEqual([])
    expect(derivedFlagsAgree(long, { ...rules, longImprisonmentFrom: 'P7Y1D' })).toEqual(['ge5years_against_penalty'])
  })
  it('leaves the class to a text that names it', () => {
    expect(derivedFlagsAgree(buildOffence({ class: 'contravention', classNamedByText: true }), rules)).toEqual([])
  })
})
