import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseReference, parseReference } from './case-number.ts'

it.each([
  ['2026/123', 2026, 123],
  ['123/2026', 2026, 123],
  [' ٢٠٢٦/١٢٣ ', 2026, 123],
  ['S2026/4', 2026, 4],
  ['س 2026/4', 2026, 4],
  ['2026-7', 2026, 7],
  ['\u20682026/9\u2069'.replace('\u2068', '\u2066'), 2026, 9],
])('reads %s', (search, year, number) => expect(parseReference(search)).toEqual({ year, number }))

it.each(['Salma', '2026', 'AB123456', '12/34', '2026/', '2026/1/2'])('does not take %s for a case number', (search) =>
  expect(parseReference(search)).toBeUndefined(),
)

it('reads what it writes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('case' as const, 'case-sealed' as const),
      fc.integer({ min: 1990, max: 2100 }),
      fc.integer({ min: 1, max: 999_999 }),
      (series, year, number) => {
        expect(parseReference(caseReference(series, year, number))).toEqual({ year, number })
      },
    ),
    { seed: 20261123 },
  )
})
