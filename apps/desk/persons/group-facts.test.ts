import { describe, expect, test } from 'vitest'
import type { Person } from '#contracts/registry/person.ts'
import { groupFacts } from './group-facts.ts'

let made = 0
const provenance = (endedAt: string | null = null) => ({
  id: `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  source: 'statement' as const,
  sourceNote: null,
  caseId: null,
  protected: false,
  recordedAt: '2026-11-20T10:00:00Z',
  recordedBy: null,
  endedAt,
  endedBy: null,
  endReason: null,
})
const name = (given: string, more: Partial<Person['names'][number]> = {}): Person['names'][number] => ({
  kind: 'civil',
  script: 'latin',
  given,
  family: 'Alami',
  ...provenance(),
  ...more,
})
const fact = (
  kind: Person['facts'][number]['kind'],
  value: Person['facts'][number]['value'],
  endedAt: string | null = null,
): Person['facts'][number] => ({ kind, value, ...provenance(endedAt) })
const person = (parts: Partial<Person>): Person => ({ id: 'p', names: [], documents: [], facts: [], ...parts })
const contradicted = (parts: Partial<Person>): string[] =>
  groupFacts(person(parts)).flatMap((group) => (group.contradicted ? [group.about] : []))

describe('what is known of a person', () => {
  test('stands in the order of an identity sheet, what was superseded apart', () => {
    const groups = groupFacts(
      person({
        names: [name('Sara')],
        facts: [
          fact('address', { text: 'Rabat' }),
          fact('birth', { date: '1990' }),
          fact('birth', { date: '1989' }, '2026-11-21T10:00:00Z'),
        ],
      }),
    )
    expect(groups.map(({ about, current, earlier }) => [about, current.length, earlier.length])).toEqual([
      ['name', 1, 0],
      ['birth', 1, 1],
      ['address', 1, 0],
    ])
  })

  test('is contradictory where two sources cannot both be right', () => {
    expect(contradicted({ names: [name('Sara'), name('Sarah')] })).toEqual(['name'])
    expect(contradicted({ facts: [fact('birth', { date: '1990-05-03' }), fact('birth', { date: '1991' })] })).toEqual([
      'birth',
    ])
    expect(contradicted({ facts: [fact('sex', { value: 'male' }), fact('sex', { value: 'female' })] })).toEqual(['sex'])
    expect(contradicted({ facts: [fact('father', { ar: 'علي' }), fact('father', { ar: 'عمر' })] })).toEqual(['father'])
  })

  test('is not where one says more than the other, in another script, or what goes together', () => {
    expect(contradicted({ names: [name('Sara'), name('سارة', { script: 'ar' })] })).toEqual([])
    expect(contradicted({ names: [name('Sara'), name('Sasa', { kind: 'alias' })] })).toEqual([])
    expect(
      contradicted({ facts: [fact('birth', { date: '1990' }), fact('birth', { date: '1990-05-03', place: 'Fès' })] }),
    ).toEqual([])
    expect(contradicted({ facts: [fact('father', { ar: 'علي' }), fact('father', { latin: 'Ali' })] })).toEqual([])
    expect(
      contradicted({ facts: [fact('nationality', { country: 'MA' }), fact('nationality', { country: 'FR' })] }),
    ).toEqual([])
    expect(
      contradicted({
        facts: [fact('sex', { value: 'male' }, '2026-11-21T10:00:00Z'), fact('sex', { value: 'female' })],
      }),
    ).toEqual([])
  })
})
