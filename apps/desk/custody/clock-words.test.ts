import { expect, test } from 'vitest'
import { clockState, writeHours, writeSpan } from './clock-words.ts'

const clock = {
  regime: 'ordinary' as const,
  baseHours: 48,
  extensionHours: 0,
  deadlineProven: '2026-11-28T12:00:00Z',
  deadlineClaimed: null,
  deadlineMax: null,
  realHours: 0,
  legalHours: 0,
  overdue: false,
  lawyerFrom: null,
  findings: [],
  sources: [],
}
const at = (text: string): number => Date.parse(text)

test.each([
  ['a day before', '2026-11-27T11:00:00Z', 'running', 'active'],
  ['twelve hours before', '2026-11-28T00:00:00Z', 'soon', 'soon'],
  ['two hours before', '2026-11-28T10:00:00Z', 'near', 'late'],
  ['at the deadline', '2026-11-28T12:00:00Z', 'over', 'late'],
  ['an hour after', '2026-11-28T13:00:00Z', 'over', 'late'],
])('%s', (_when, now, kind, tone) => {
  expect(clockState({ clock, endedAt: null }, at(now))).toMatchObject({ kind, tone })
})

test('what ended in time is quiet, what ended late stays marked for ever', () => {
  expect(clockState({ clock, endedAt: '2026-11-28T11:59:59Z' }, at('2027-01-01T00:00:00Z')).kind).toBe('ended')
  expect(clockState({ clock, endedAt: '2026-11-28T12:00:01Z' }, at('2027-01-01T00:00:00Z')).kind).toBe('ended-over')
})

test('a hold that the law does not know has no deadline and says so', () => {
  expect(clockState({ clock: { ...clock, deadlineProven: null }, endedAt: null }, 0)).toMatchObject({
    kind: 'none',
    left: null,
  })
})

test('spans are written in hours that go past a day', () => {
  expect(writeSpan(47 * 3_600_000 + 3 * 60_000 + 12_000, 'latn', true)).toBe('47:03:12')
  expect(writeSpan(-61_000, 'latn', true)).toBe('0:01:01')
  expect(writeHours(31.5, 'arab')).toBe('٣١:٣٠')
})
