import { describe, expect, test } from 'vitest'
import { type IntakeDraft, ageOn, asBody, emptyIntake, entryOf, measureFor, newPerson } from './intake-draft.ts'

const id = '019ab000-0000-7000-8000-000000000001'
const now = new Date('2026-11-28T12:30:00Z')
const start = { officerId: id, now, prosecutors: [id], extensionHours: null, language: 'العربية' }
const day = new Date('2026-11-28T12:00:00Z')

describe('the age on the day of the offence', () => {
  test.each([
    ['2008-11-28', 'adult'],
    ['2008-11-29', 'minor'],
    ['2014-11-29', 'under-12'],
    ['2014-11-28', 'minor'],
    // Eighteen in this month or year, or not yet: a doubt, which counts as a minor's until a court settles it.
    ['2008-11', 'doubtful'],
    ['2008-10', 'adult'],
    ['2008-12', 'minor'],
    ['2008', 'doubtful'],
    ['2007', 'adult'],
    ['1987', 'adult'],
  ])('born %s: %s', (born, age) => {
    expect(ageOn(born, day)).toBe(age)
  })

  test('is not guessed where the birth is not known', () => {
    expect(ageOn(null, day)).toBeNull()
    expect(ageOn('3 mai', day)).toBeNull()
  })

  test('a doubt is held as a minor', () => {
    expect(measureFor('doubtful')).toBe('minor-retention')
    expect(measureFor('adult')).toBe('custody')
  })
})

const filled: IntakeDraft = {
  ...emptyIntake,
  participantId: id,
  measure: 'custody',
  inquiry: 'flagrant',
  age: 'adult',
  grounds: ['keep-available'],
  arrestedAt: '2026-11-28T11:00:00.000Z',
  arrestPlace: 'حي السلام',
  placeId: id,
}

test('an intake that says nothing of what was told takes nothing of it down', () => {
  const body = asBody(id, filled, ['rights', 'family-notice', 'lawyer-notice', 'body-search'], start)
  expect(body?.entries).toEqual([])
  expect(body).toMatchObject({ participantId: id, placedAt: now.toISOString(), prosecutors: [id] })
})

test('what was told has the hour of the placement unless another was written', () => {
  const said = {
    rights: { at: null, values: { signed: 'signed' } },
    'family-notice': { at: '2026-11-28T12:10:00.000Z', values: { outcome: 'objected' } },
  }
  const body = asBody(id, { ...filled, placedAt: '2026-11-28T11:20:00.000Z', said }, ['rights', 'family-notice'], start)
  expect(body?.entries).toMatchObject([
    { kind: 'rights', at: '2026-11-28T11:20:00.000Z', language: 'العربية', silenceTold: true },
    { kind: 'family-notice', at: '2026-11-28T12:10:00.000Z', outcome: 'objected' },
  ])
})

test('a prosecutor who was told is the one of the line', () => {
  const other = '019ab000-0000-7000-8000-000000000002'
  const said = { 'prosecutor-notice': { at: null, values: { prosecutorUnitId: other } } }
  expect(asBody(id, { ...filled, said }, ['prosecutor-notice'], start)?.prosecutors).toEqual([other])
})

test('someone new comes into the file with what was said', () => {
  const draft = { ...filled, participantId: newPerson, givenAr: 'إلياس', birthDate: '2011-02-03', sex: 'male' as const }
  expect(asBody(id, draft, [], start)?.participant).toMatchObject({
    role: 'person-in-custody',
    person: {
      source: 'statement',
      names: [{ script: 'ar', given: 'إلياس', family: '' }],
      facts: [
        { kind: 'sex', value: 'male' },
        { kind: 'birth', date: '2011-02-03' },
      ],
    },
  })
})

test.each(['arrestedAt', 'measure', 'age', 'inquiry', 'placeId'] as const)(
  'without %s there is no line yet',
  (name) => {
    expect(asBody(id, { ...filled, [name]: null }, [], start)).toBeUndefined()
  },
)

test('a list of things begun and left empty is no thing', () => {
  const values = { items: [{ label: ' ', quantity: '1', kept: 'stored' }], signed: 'signed' }
  const entry = entryOf({ ...filled, said: { property: { at: null, values } } }, 'property', start, now.toISOString())
  expect(entry).toMatchObject({ items: [], signed: 'signed' })
})
