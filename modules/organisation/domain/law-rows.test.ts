import { describe, expect, it } from 'vitest'
import { changeRows, differenceOf, keyOfRow, listsOf } from './law-rows.ts'

const first = { code: 'a', validFrom: '2000-01-01', validTo: null, penalty: { fine: 1 }, words: ['x'] }
const second = { code: 'b', validFrom: '2000-01-01', validTo: null, penalty: { fine: 2 }, words: [] }
const rules = { qualities: [{ code: 'q' }], measures: [{ code: 'm', validFrom: '2000-01-01' }], note: 'n' }

describe('rows of law data', () => {
  it('are named by code and first day', () => {
    expect([keyOfRow(first), keyOfRow({ code: 'q' })]).toEqual(['a@2000-01-01', 'q'])
    expect(listsOf(rules).map(({ list }) => list)).toEqual(['qualities', 'measures'])
    expect(listsOf('nonsense')).toEqual([])
  })

  it('are added, replaced and taken out', () => {
    const added = { ...first, validFrom: '2026-01-01' }
    expect(changeRows([first], [{ list: null, key: null, row: added }])).toEqual([first, added])
    const ended = { ...first, validTo: '2026-01-01' }
    expect(changeRows([first, second], [{ list: null, key: 'a@2000-01-01', row: ended }])).toEqual([ended, second])
    expect(changeRows(rules, [{ list: 'measures', key: 'm@2000-01-01', row: null }])).toEqual({
      ...rules,
      measures: [],
    })
  })

  it('that are not there, are there already or stand in no list are refused', () => {
    expect(changeRows([first], [{ list: null, key: 'b@2000-01-01', row: second }])).toBeUndefined()
    expect(changeRows([first], [{ list: null, key: null, row: first }])).toBeUndefined()
    expect(changeRows([first], [{ list: null, key: null, row: null }])).toBeUndefined()
    expect(changeRows(rules, [{ list: 'note', key: null, row: first }])).toBeUndefined()
  })

  it('are compared member by member', () => {
    const fined = { ...first, penalty: { fine: 9 }, words: ['x', 'y'] }
    expect(differenceOf([first, second], [fined])).toEqual([
      {
        list: null,
        key: 'a@2000-01-01',
        kind: 'changed',
        row: fined,
        fields: [
          { path: 'penalty.fine', before: 1, after: 9 },
          { path: 'words', before: ['x'], after: ['x', 'y'] },
        ],
      },
      { list: null, key: 'b@2000-01-01', kind: 'removed', row: second, fields: [] },
    ])
    expect(differenceOf(rules, { ...rules, qualities: [{ code: 'q' }, { code: 'r' }] })).toMatchObject([
      { list: 'qualities', key: 'r', kind: 'added' },
    ])
    expect(differenceOf([first], [{ ...first, words: ['x'] }])).toEqual([])
  })
})
