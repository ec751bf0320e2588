import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsQuality, qualityAt } from './quality.ts'
import type { QualityHistory } from './quality.ts'
import type { QualityRule, QualityRules } from './quality-data.ts'

const labels = { ar: 'صفة', fr: 'qualité', en: 'quality' }
const provenance = { source: 'test', confidence: 'HIGH' as const }
const rule = (row: Pick<QualityRule, 'code' | 'quality' | 'ranks' | 'how'> & Partial<QualityRule>): QualityRule => ({
  needs: [],
  minYearsInRank: null,
  authorities: [],
  settled: true,
  articles: ['20'],
  validFrom: '2003-10-01',
  validTo: null,
  ...provenance,
  ...row,
})

const rules: QualityRules = {
  qualities: ['opj', 'opj-minors', 'apj'].map((code) => ({ code, labels, abbreviation: code, articles: ['19'] })),
  rules: [
    rule({ code: 'officers', quality: 'opj', ranks: ['officer'], how: 'by_rank' }),
    rule({ code: 'uniform', quality: 'opj', ranks: ['peace-officer'], how: 'by_rank', settled: false }),
    rule({ code: 'inspectors', quality: 'opj', ranks: ['inspector'], how: 'by_decision', minYearsInRank: 3 }),
    rule({ code: 'minors', quality: 'opj-minors', ranks: 'any', how: 'by_decision', needs: ['opj'], articles: ['19'] }),
    rule({ code: 'agents', quality: 'apj', ranks: 'any', how: 'by_default', articles: ['25', '26'] }),
  ],
  measures: [
    {
      code: 'remarks',
      labels,
      effect: 'none',
      maxMonths: null,
      articles: ['32'],
      validFrom: '2003-10-01',
      validTo: null,
      ...provenance,
    },
    {
      code: 'suspension',
      labels,
      effect: 'suspends',
      maxMonths: 12,
      articles: ['32'],
      validFrom: '2003-10-01',
      validTo: null,
      ...provenance,
    },
    {
      code: 'removal',
      labels,
      effect: 'ends',
      maxMonths: null,
      articles: ['32'],
      validFrom: '2003-10-01',
      validTo: null,
      ...provenance,
    },
  ],
}

const open = (from: string) => ({ from, to: null })
const officer = (rank: string, more: Partial<QualityHistory> = {}): QualityHistory => ({
  ranks: [{ rank, ...open('2015-01-01T00:00:00Z') }],
  decisions: [],
  measures: [],
  service: [open('2015-01-01T00:00:00Z')],
  ...more,
})
const at = (history: QualityHistory, instant: string) => qualityAt(history, instant, rules)
const held = (history: QualityHistory, instant: string) => at(history, instant).held.map(({ quality }) => quality)
const today = '2026-11-23T09:00:00Z'

describe('quality with the rank', () => {
  it('gives officers the quality of OPJ, and everyone else in service that of APJ', () => {
    expect(at(officer('officer'), today)).toMatchObject({
      held: [{ quality: 'opj', rule: 'officers' }],
      reason: { code: 'held', articles: ['20'] },
    })
    expect(held(officer('guard'), today)).toEqual(['apj'])
  })

  it('gives nothing before service, after it, or without a rank', () => {
    expect(at(officer('officer'), '2014-12-31T23:59:59Z').reason.code).toBe('not_in_service')
    expect(at(officer('officer', { service: [] }), today).reason.code).toBe('not_in_service')
    expect(at(officer('officer', { ranks: [] }), today).reason.code).toBe('no_rank')
  })

  it('leaves an unsettled rule off until the deployment settles it, and says so', () => {
    expect(held(officer('peace-officer'), today)).toEqual(['apj'])
    expect(at(officer('peace-officer'), today).remarks).toEqual([{ code: 'rule_not_settled', rule: 'uniform' }])
    expect(held(officer('peace-officer', { settledByDeployment: ['uniform'] }), today)).toEqual(['opj'])
  })

  it('follows a promotion to the instant', () => {
    const promoted = officer('inspector', {
      ranks: [
        { rank: 'inspector', from: '2015-01-01T00:00:00Z', to: '2020-01-01T00:00:00Z' },
        { rank: 'officer', ...open('2020-01-01T00:00:00Z') },
      ],
    })
    expect(held(promoted, '2019-12-31T23:59:59.999Z')).toEqual(['apj'])
    expect(held(promoted, '2020-01-01T00:00:00Z')).toEqual(['opj'])
  })
})

describe('quality by decision', () => {
  const decided = (from: string, quality = 'opj') => ({ decisions: [{ id: 'd1', quality, ...open(from) }] })

  it('asks three full years as inspector before the decision', () => {
    expect(held(officer('inspector', decided('2018-01-01T00:00:00Z')), today)).toEqual(['opj'])
    const early = officer('inspector', decided('2017-12-31T23:59:59Z'))
    expect(held(early, today)).toEqual(['apj'])
    expect(at(early, today).remarks).toEqual([
      { code: 'decision_too_early', decision: 'd1', effectiveFrom: '2018-01-01T00:00:00.000Z' },
    ])
  })

  it('does not count a break in rank', () => {
    const ranks = [
      { rank: 'inspector', from: '2015-01-01T00:00:00Z', to: '2016-01-01T00:00:00Z' },
      { rank: 'inspector', ...open('2017-01-01T00:00:00Z') },
    ]
    expect(held(officer('inspector', { ranks, ...decided('2018-12-31T00:00:00Z') }), today)).toEqual(['apj'])
    expect(held(officer('inspector', { ranks, ...decided('2019-01-02T00:00:00Z') }), today)).toEqual(['opj'])
  })

  it('does not take effect before its own date', () => {
    expect(held(officer('inspector', decided('2020-06-01T00:00:00Z')), '2020-05-31T23:59:59Z')).toEqual(['apj'])
  })

  it('adds the minors’ quality only to an OPJ', () => {
    expect(held(officer('officer', decided('2020-01-01T00:00:00Z', 'opj-minors')), today)).toEqual([
      'opj',
      'opj-minors',
    ])
    expect(held(officer('guard', decided('2020-01-01T00:00:00Z', 'opj-minors')), today)).toEqual(['apj'])
  })

  it('records a decision for a rank that no rule allows, without effect', () => {
    expect(at(officer('guard', decided('2020-01-01T00:00:00Z')), today).remarks).toEqual([
      { code: 'decision_without_ground', decision: 'd1' },
    ])
  })
})

describe('measures of the appeal chamber', () => {
  const measured = (measure: string, from: string, to: string | null) => ({
    measures: [{ id: 'm1', measure, from, to }],
  })

  it('takes every quality away for the length of a suspension, first instant included', () => {
    const suspended = officer('officer', measured('suspension', '2026-01-01T00:00:00Z', '2026-07-01T00:00:00Z'))
    expect(held(suspended, '2025-12-31T23:59:59Z')).toEqual(['opj'])
    expect(at(suspended, '2026-01-01T00:00:00Z')).toMatchObject({
      held: [],
      reason: { code: 'suspended', from: '2026-01-01T00:00:00Z', to: '2026-07-01T00:00:00Z', articles: ['32'] },
    })
    expect(held(suspended, '2026-07-01T00:00:00Z')).toEqual(['opj'])
  })

  it('ends a suspension without an end after the longest that the law allows', () => {
    const suspended = officer('officer', measured('suspension', '2024-02-29T00:00:00Z', null))
    expect(held(suspended, '2025-02-27T23:59:59Z')).toEqual([])
    expect(held(suspended, '2025-02-28T00:00:00Z')).toEqual(['opj'])
  })

  it('keeps to a suspension longer than the law allows, and says so', () => {
    const suspended = officer('officer', measured('suspension', '2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'))
    expect(at(suspended, today)).toMatchObject({
      held: [],
      remarks: [{ code: 'suspension_longer_than_allowed', lawfulUntil: '2026-01-01T00:00:00.000Z' }],
    })
  })

  it('removes for good, not even leaving the quality of APJ', () => {
    expect(at(officer('officer', measured('removal', '2020-01-01T00:00:00Z', null)), today)).toMatchObject({
      held: [],
      reason: { code: 'removed' },
    })
  })

  it('changes nothing by mere remarks, and refuses a measure the country does not know', () => {
    expect(held(officer('officer', measured('remarks', '2020-01-01T00:00:00Z', null)), today)).toEqual(['opj'])
    expect(() => at(officer('officer', measured('exile', '2020-01-01T00:00:00Z', null)), today)).toThrow('exile')
  })
})

describe('rules of their time', () => {
  it('chooses the rule by the instant of the act', () => {
    const changed: QualityRules = {
      ...rules,
      rules: [
        rule({ code: 'old', quality: 'opj', ranks: ['officer'], how: 'by_rank', validTo: '2025-12-08' }),
        rule({ code: 'new', quality: 'opj', ranks: ['officer'], how: 'by_rank', validFrom: '2025-12-08' }),
      ],
    }
    expect(qualityAt(officer('officer'), '2025-12-07T23:59:59Z', changed).held[0]?.rule).toBe('old')
    expect(qualityAt(officer('officer'), '2025-12-08T00:00:00Z', changed).held[0]?.rule).toBe('new')
  })

  it('never finds a quality inside a suspension, whatever rank and decisions', () => {
    const year = 365 * 86_400_000
    fc.assert(
      fc.property(
        fc.constantFrom('officer', 'inspector', 'guard', 'peace-officer'),
        fc.integer({ min: 0, max: 10 * year }),
        fc.integer({ min: 1, max: year }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.array(fc.record({ quality: fc.constantFrom('opj', 'opj-minors', 'apj'), offset: fc.nat(10 * year) })),
        (rank, offset, length, part, decisions) => {
          const start = Date.parse('2015-01-01T00:00:00Z')
          const iso = (value: number) => new Date(value).toISOString()
          const history = officer(rank, {
            decisions: decisions.map(({ quality, offset: on }, index) => ({
              id: `d${index}`,
              quality,
              ...open(iso(start + on)),
            })),
            measures: [{ id: 'm', measure: 'suspension', from: iso(start + offset), to: iso(start + offset + length) }],
          })
          const inside = iso(start + offset + Math.floor(part * length))
          for (const quality of ['opj', 'opj-minors', 'apj'])
            expect(holdsQuality(history, quality, inside, rules)).toBe(false)
        },
      ),
    )
  })
})
