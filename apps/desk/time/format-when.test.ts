import { expect, test } from 'vitest'
import { approximateHijri, formatPartialDate, formatWhen, inDigits } from './format-when.ts'
import { fromWallTime, wallDay, wallTime } from './legal-time.ts'

const night = new Date('2026-11-23T23:41:07Z')

test('months have their Moroccan names', () => {
  expect(formatWhen(night, 'date', { locale: 'ar', digits: 'latn' })).toBe('23 نونبر 2026')
  expect(formatWhen(night, 'long', { locale: 'fr', digits: 'latn' })).toBe('lundi 23 novembre 2026')
  expect(formatWhen(night, 'seconds', { locale: 'ar', digits: 'arab' })).toBe('٢٣:٤١:٠٧')
})

test('a moment of the past is shown by the clock that Morocco had then', () => {
  // UTC+1 in July 2025, UTC+0 in Ramadan (March 2025), UTC+0 for good since 20 September 2026.
  expect(wallTime(new Date('2025-07-01T23:30:00Z'))).toMatchObject({ day: 2, hour: 0, minute: 30 })
  expect(wallTime(new Date('2025-03-10T12:00:00Z'))).toMatchObject({ hour: 12 })
  expect(wallTime(new Date('2026-10-15T12:00:00Z'))).toMatchObject({ hour: 12 })
})

test.each(['2025-07-01T10:15:00Z', '2025-03-10T10:15:00Z', '2026-11-23T00:00:00Z'])(
  '%s survives the way there and back',
  (at) => {
    expect(fromWallTime(wallTime(new Date(at))).toISOString()).toBe(new Date(at).toISOString())
  },
)

test('the day turns by the wall clock', () => {
  expect(wallDay(new Date('2025-07-01T23:30:00Z'))).toBe('2025-07-02')
})

test('a date is shown as far as it is known', () => {
  expect(formatPartialDate('1987', { locale: 'ar', digits: 'latn' })).toBe('1987')
  expect(formatPartialDate('1987-05', { locale: 'ar', digits: 'latn' })).toBe('ماي 1987')
  expect(formatPartialDate('1987-05-03', { locale: 'fr', digits: 'latn' })).toBe('3 mai 1987')
})

test('digits and the Hijri date follow the reader', () => {
  expect(inDigits('2026/118', 'arab')).toBe('٢٠٢٦/١١٨')
  expect(approximateHijri(night, { locale: 'fr', digits: 'latn' })).toContain('1448')
})
