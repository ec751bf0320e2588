import { expect, test } from 'vitest'
import { pastHour } from './past-hour.ts'

// Legal time is UTC+1 until 20 September 2026 and UTC after.
const now = Date.parse('2026-11-28T00:10:00Z')

test.each([
  ['the hour before midnight is that of the day before', '2026-11-28T23:50:00.000Z', '2026-11-27T23:50:00.000Z'],
  ['an hour that has passed stays', '2026-11-28T00:05:00.000Z', '2026-11-28T00:05:00.000Z'],
  ['a clock may be some minutes wrong', '2026-11-28T00:14:00.000Z', '2026-11-28T00:14:00.000Z'],
  ['a day to come is no slip of midnight', '2026-11-29T10:00:00.000Z', '2026-11-29T10:00:00.000Z'],
])('%s', (_what, typed, meant) => {
  expect(pastHour(typed, now)).toBe(meant)
})

test('no hour is no hour', () => {
  expect(pastHour(null, now)).toBeNull()
})
