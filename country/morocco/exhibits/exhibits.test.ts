import { describe, expect, it } from 'vitest'
import type { OrderAuthority } from '#contracts/exhibits/lists.ts'
import {
  type ExhibitRules,
  type Seizure,
  articlesOf,
  marksOfOrder,
  marksOfSeizure,
} from '#modules/exhibits/domain/exhibit-rules.ts'
import { testlandExhibits } from '#country/testland/exhibits/index.ts'
import { moroccanExhibits } from './index.ts'

const knife: Seizure = {
  kind: 'object',
  origin: 'seized',
  quantity: 1,
  measure: 'piece',
  serialNumbers: [],
  countedByTwo: false,
  hasSealedPv: true,
}
const order = (authority: OrderAuthority) => ({ authority, date: '2026-11-20' })

describe.each([
  ['morocco', moroccanExhibits],
  ['testland', testlandExhibits],
])('the rules of %s', (_country, rules: ExhibitRules) => {
  it('speak of each kind once, and name a law wherever they name an article', () => {
    const kinds = rules.kinds.map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    for (const rule of [rules.pv, rules.seal, rules.late, ...rules.kinds, ...Object.values(rules.ends)])
      expect(rule.articles.length > 0).toBe(rule.law !== null)
  })

  it('say of every kind whether it was measured as it is to be', () => {
    for (const { kind, measures } of rules.kinds) {
      const [measure] = measures
      const thing = { ...knife, kind, serialNumbers: ['1'], countedByTwo: true }
      if (measure === undefined) continue
      expect(marksOfSeizure(rules, { ...thing, measure, quantity: null })).toEqual(['not-measured'])
      expect(marksOfSeizure(rules, { ...thing, measure: 'other' })).toEqual(['not-measured'])
      expect(marksOfSeizure(rules, { ...thing, measure })).toEqual([])
    }
  })
})

describe('things seized in Morocco', () => {
  it('are to have their sealed PV and their seal (CPP 59, 63)', () => {
    expect(marksOfSeizure(moroccanExhibits, { ...knife, hasSealedPv: false })).toEqual(['no-pv'])
    expect(marksOfSeizure(moroccanExhibits, { ...knife, hasSealedPv: false, origin: 'found' })).toEqual([])
    expect(moroccanExhibits.seal.origins).toEqual(['seized'])
    expect(articlesOf(moroccanExhibits, 'not-sealed', 'object', null)).toEqual(['59', '63'])
  })

  it('are given back by order of prosecutor, investigating judge or court (CPP 40-1, 49-1, 106, 366, 438)', () => {
    const marks = (given: Parameters<typeof marksOfOrder>[2]) =>
      marksOfOrder(moroccanExhibits, 'returned', given, '2026-11-23')
    for (const authority of ['prosecutor', 'prosecutor-general', 'investigating-judge', 'court'] as const)
      expect(marks(order(authority))).toEqual([])
    expect(marks(null)).toEqual(['no-order'])
    expect(marks(order('other'))).toEqual(['other-authority'])
    expect(marks({ authority: 'court', date: '2026-11-24' })).toEqual(['order-later'])
    expect(articlesOf(moroccanExhibits, 'no-order', 'object', 'returned')).toContain('40-1')
  })

  it('are destroyed by order of the court (CPP 438), and deposited without one (CPP 23)', () => {
    expect(marksOfOrder(moroccanExhibits, 'destroyed', order('court'), '2026-11-23')).toEqual([])
    expect(marksOfOrder(moroccanExhibits, 'destroyed', order('prosecutor'), '2026-11-23')).toEqual(['other-authority'])
    expect(marksOfOrder(moroccanExhibits, 'deposited', null, '2026-11-23')).toEqual([])
  })
})
