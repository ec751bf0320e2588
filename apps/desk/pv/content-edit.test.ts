import { expect, test } from 'vitest'
import { type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import {
  addPerson,
  confirmAll,
  openProposals,
  peopleOf,
  removePerson,
  setAttribute,
  setValue,
  takeBack,
} from './content-edit.ts'

const empty: PvContent = pvContentSchema.parse({ actAt: null, values: {} })
const origin = { state: 'proposed', source: { kind: 'person-fact' }, proposed: 'بناني' } as const
const filled = addPerson(empty, 'heard', false, { key: 'x', protected: false, nameAr: 'بناني' }, { nameAr: origin })

test('what the file proposes waits to be confirmed', () => {
  expect(openProposals(filled)).toEqual(['heard.p1.nameAr'])
  expect(openProposals(confirmAll(filled, openProposals(filled)))).toEqual([])
  expect(pvContentSchema.parse(filled)).toEqual(filled)
})

test('another value is marked as changed, the same one typed again as confirmed', () => {
  const other = setAttribute(filled, 'heard', 'p1', 'nameAr', 'البناني')
  expect(other.origins['heard.p1.nameAr']?.state).toBe('changed')
  expect(setAttribute(other, 'heard', 'p1', 'nameAr', 'بناني').origins['heard.p1.nameAr']?.state).toBe('confirmed')
})

test('a single person is replaced, several are added under names of their own', () => {
  expect(peopleOf(addPerson(filled, 'heard', false, { key: 'y', protected: false }, {}), 'heard')).toHaveLength(1)
  const two = addPerson(filled, 'heard', true, { key: 'y', protected: false }, {})
  expect(peopleOf(two, 'heard').map((each) => each.key)).toEqual(['p1', 'p2'])
})

test('who is taken out leaves no proposal behind', () => {
  expect(removePerson(filled, 'heard', 'p1').origins).toEqual({})
})

test('typing over a proposed text marks it as changed', () => {
  const proposed: PvContent = { ...empty, origins: { place: origin } }
  expect(setValue(proposed, 'place', { type: 'text', text: 'x' }).origins['place']?.state).toBe('changed')
})

test('the proposal is taken back after a change, and waits to be confirmed again', () => {
  const other = setAttribute(filled, 'heard', 'p1', 'nameAr', 'البناني')
  expect(takeBack(other, 'heard.p1.nameAr')).toEqual(filled)
  const doc = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'بناني' }] }],
  }
  const proposed: PvContent = { ...empty, values: { how: { type: 'rich-text', doc } }, origins: { how: origin } }
  const changed = setValue(proposed, 'how', { type: 'rich-text', doc: { type: 'doc', content: [] } })
  expect(changed.origins['how']?.state).toBe('changed')
  expect(takeBack(changed, 'how')).toEqual(proposed)
})

test('the proposed text typed again confirms it', () => {
  const proposed: PvContent = { ...empty, origins: { place: origin } }
  expect(setValue(proposed, 'place', { type: 'text', text: 'بناني' }).origins['place']?.state).toBe('confirmed')
})
