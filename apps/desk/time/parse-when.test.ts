import { expect, test } from 'vitest'
import { parseDay, parseWhen, writeDay, writeWhen } from './parse-when.ts'

const now = new Date('2026-11-23T15:00:00Z')

test.each([
  ['23/11/2026 22:30', '2026-11-23T22:30:00.000Z'],
  ['3/5/26 9h05', '2026-05-03T08:05:00.000Z'],
  ['23/11 2230', '2026-11-23T22:30:00.000Z'],
  ['22:30', '2026-11-23T22:30:00.000Z'],
  ['٢٣/١١/٢٠٢٦ ٢٢:٣٠', '2026-11-23T22:30:00.000Z'],
  ['23.11.2026', '2026-11-23T00:00:00.000Z'],
])('%s', (text, instant) => {
  expect(parseWhen(text, now)?.toISOString()).toBe(instant)
})

test.each(['', 'demain', '31/2/2026', '23/13/2026', '23/11/2026 25:00', '23/11/2026 22:61'])(
  '“%s” is no moment',
  (text) => {
    expect(parseWhen(text, now)).toBeUndefined()
  },
)

test('what is written is read back', () => {
  expect(parseWhen(writeWhen(now), now)).toEqual(now)
  expect(parseDay(writeDay('2026-11-23'), now)).toBe('2026-11-23')
  expect(parseDay('22:30', now)).toBeUndefined()
})
