import { expect, test } from 'vitest'
import { moroccanCustody } from '#country/morocco/custody/index.ts'
import { testlandCustody } from '#country/testland/custody/index.ts'
import { ages, measures } from '#contracts/custody/measure.ts'
import { askCustodyClock } from '#modules/custody/domain/clock.ts'
import { dutiesOf, firstAnswer, groundsOf } from './custody-rules.ts'

const rules = { ...moroccanCustody, holds: moroccanCustody.clock.holds }
const stated = { measure: 'custody', inquiry: 'flagrant', age: 'adult', arrestedAt: '2026-11-28T10:00:00Z' } as const
const theft = { offenceClass: 'delit_correctionnel', flags: { imprisonable: true } }

test('theft: forty-eight hours from the arrest', () => {
  expect(firstAnswer(rules, stated, [theft])).toMatchObject({
    kind: 'deadline',
    regime: 'ordinary',
    hours: 48,
    deadline: '2026-11-30T10:00:00.000Z',
  })
})

test('terrorism goes before the general regime', () => {
  const offences = [theft, { offenceClass: 'crime', flags: { terrorism: true } }]
  expect(firstAnswer(rules, stated, offences)).toMatchObject({ regime: 'terrorism', hours: 96 })
})

test('what the law does not bear is said with its article, not hidden', () => {
  expect(firstAnswer(rules, stated, [])).toMatchObject({ kind: 'no-offence', source: expect.stringContaining('66') })
  expect(firstAnswer(rules, { ...stated, measure: 'minor-retention', age: 'under-12' }, [theft])?.kind).toBe(
    'barred-age',
  )
})

test('a minor, and whoever may be one, is held by the regime of minors', () => {
  for (const age of ['minor', 'doubtful'] as const)
    expect(firstAnswer(rules, { ...stated, measure: 'minor-retention', age }, [theft])).toMatchObject({
      kind: 'deadline',
      regime: 'minor',
      hours: 48,
    })
})

test.each([moroccanCustody, testlandCustody])('the first answer is what the clock says at the arrest', (country) => {
  const { clock } = country
  for (const measure of measures)
    for (const age of ages) {
      const { arrestedAt } = stated
      const known = { crime: false, imprisonable: true, stateSecurity: false, terrorism: false, art108: false }
      const said = askCustodyClock(clock, {
        measure,
        age,
        arrestedAt,
        inquiry: 'flagrant',
        placedAt: arrestedAt,
        now: arrestedAt,
        offences: [{ from: arrestedAt, ...known }],
        exclusions: [],
        extensions: [],
        lawyerDelay: null,
        endedAt: null,
        prosecutor: { noticeAt: null, priorAuthorisationAt: null },
      })
      const first = firstAnswer({ ...country, holds: clock.holds }, { ...stated, measure, age }, [theft])
      expect([measure, age, first?.kind === 'deadline' ? [first.regime, first.deadline] : null]).toEqual([
        measure,
        age,
        said.regime === null ? null : [said.regime, said.deadlineProven],
      ])
    }
})

test('an arrest is judged by the rules of its own hour', () => {
  expect(
    firstAnswer(rules, { ...stated, measure: 'identity-check', arrestedAt: '2024-01-01T10:00:00Z' }, []),
  ).toBeUndefined()
})

test('a minor’s guardian is told, and nobody can object; a preliminary inquiry needs authorisation', () => {
  const minor = dutiesOf(rules, { ...stated, measure: 'minor-retention', age: 'minor' })
  expect([minor.has('guardian-notice'), minor.has('family-notice'), minor.has('prosecutor-authorisation')]).toEqual([
    true,
    false,
    true,
  ])
  const preliminary = dutiesOf(rules, { ...stated, inquiry: 'preliminary' })
  expect([preliminary.has('prosecutor-authorisation'), preliminary.has('prosecutor-notice')]).toEqual([true, false])
  expect(dutiesOf(rules, stated).has('prosecutor-notice')).toBe(true)
})

test('grounds are those of the measure', () => {
  expect(groundsOf(rules, 'custody')).toHaveLength(6)
  expect(groundsOf(rules, 'identity-check')).toEqual([])
})
