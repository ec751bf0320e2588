import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arabicDateInWords,
  arabicDayOrdinal,
  arabicMonths,
  arabicNouns,
  arabicNumberInWords,
  arabicQuantity,
  arabicTimeInWords,
} from './arabic-words.ts'

describe('numbers in letters', () => {
  it.each([
    [0, 'صفر'],
    [1, 'واحد'],
    [2, 'اثنان'],
    [8, 'ثمانية'],
    [10, 'عشرة'],
    [11, 'أحد عشر'],
    [12, 'اثنا عشر'],
    [13, 'ثلاثة عشر'],
    [20, 'عشرون'],
    [21, 'واحد وعشرون'],
    [99, 'تسعة وتسعون'],
    [100, 'مائة'],
    [102, 'مائة واثنان'],
    [200, 'مائتان'],
    [315, 'ثلاثمائة وخمسة عشر'],
    [1000, 'ألف'],
    [2002, 'ألفان واثنان'],
    [3000, 'ثلاثة آلاف'],
    [9999, 'تسعة آلاف وتسعمائة وتسعة وتسعون'],
  ])('%i before a masculine noun', (value, words) => {
    expect(arabicNumberInWords(value)).toBe(words)
  })

  it.each([
    [1987, 'ألف وتسعمائة وسبع وثمانين'],
    [2000, 'ألفين'],
    [2012, 'ألفين واثنتي عشرة'],
    [2018, 'ألفين وثماني عشرة'],
    [2021, 'ألفين وإحدى وعشرين'],
    [2022, 'ألفين واثنتين وعشرين'],
    [2026, 'ألفين وست وعشرين'],
    [2028, 'ألفين وثمان وعشرين'],
  ])('year %i after سنة', (value, words) => {
    expect(arabicNumberInWords(value, 'feminine', 'oblique')).toBe(words)
  })

  it('gives every number its own words, in each gender and case', () => {
    for (const gender of ['masculine', 'feminine'] as const) {
      for (const grammaticalCase of ['nominative', 'oblique'] as const) {
        const seen = new Set<string>()
        for (let value = 0; value <= 9999; value += 1) seen.add(arabicNumberInWords(value, gender, grammaticalCase))
        expect(seen.size).toBe(10_000)
      }
    }
  })

  it('uses Arabic letters and single spaces only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        expect(arabicNumberInWords(value, 'feminine', 'oblique')).toMatch(/^[ء-ي]+( [ء-ي]+)*$/)
      }),
    )
    expect.hasAssertions()
  })

  it('refuses what it cannot say', () => {
    for (const value of [-1, 10_000, 1.5, Number.NaN]) expect(() => arabicNumberInWords(value)).toThrow(RangeError)
  })
})

describe('quantities', () => {
  it.each([
    [1, 'يوم واحد'],
    [2, 'يومان'],
    [3, 'ثلاثة أيام'],
    [10, 'عشرة أيام'],
    [20, 'عشرون يوما'],
    [21, 'واحد وعشرون يوما'],
    [100, 'مائة يوم'],
    [101, 'مائة يوم ويوم واحد'],
    [103, 'مائة وثلاثة أيام'],
    [200, 'مائتا يوم'],
    [365, 'ثلاثمائة وخمسة وستون يوما'],
  ])('%i days', (value, words) => {
    expect(arabicQuantity(value, arabicNouns.day)).toBe(words)
  })

  it.each([
    [8, 'ثماني ساعات'],
    [24, 'أربع وعشرون ساعة'],
    [48, 'ثمان وأربعون ساعة'],
    [72, 'اثنتان وسبعون ساعة'],
    [96, 'ست وتسعون ساعة'],
  ])('%i hours', (value, words) => {
    expect(arabicQuantity(value, arabicNouns.hour)).toBe(words)
  })
})

describe('dates and times', () => {
  it('writes the date of an act', () => {
    expect(arabicDateInWords({ year: 2026, month: 11, day: 23 })).toBe(
      'اليوم الثالث والعشرين من شهر نونبر سنة ألفين وست وعشرين',
    )
    expect(arabicDateInWords({ year: 2027, month: 8, day: 1 }, arabicMonths.egyptian)).toBe(
      'اليوم الأول من شهر أغسطس سنة ألفين وسبع وعشرين',
    )
  })

  it('names each day of the month differently', () => {
    expect(new Set(Array.from({ length: 31 }, (_, index) => arabicDayOrdinal(index + 1))).size).toBe(31)
    expect(arabicDayOrdinal(11)).toBe('الحادي عشر')
    expect(arabicDayOrdinal(20)).toBe('العشرين')
    expect(arabicDayOrdinal(31)).toBe('الحادي والثلاثين')
  })

  it('refuses dates that do not exist', () => {
    expect(() => arabicDateInWords({ year: 2027, month: 2, day: 29 })).toThrow(RangeError)
    expect(() => arabicDateInWords({ year: 2027, month: 13, day: 1 })).toThrow(RangeError)
  })

  it.each([
    [0, 0, 'منتصف الليل'],
    [0, 20, 'منتصف الليل وعشرين دقيقة'],
    [1, 0, 'الواحدة ليلا'],
    [9, 8, 'التاسعة وثماني دقائق صباحا'],
    [10, 30, 'العاشرة والنصف صباحا'],
    [11, 15, 'الحادية عشرة والربع صباحا'],
    [12, 0, 'الثانية عشرة زوالا'],
    [13, 1, 'الواحدة ودقيقة واحدة بعد الزوال'],
    [18, 2, 'السادسة ودقيقتين مساء'],
    [23, 59, 'الحادية عشرة وتسع وخمسين دقيقة ليلا'],
  ])('%i:%i', (hour, minute, words) => {
    expect(arabicTimeInWords({ hour, minute })).toBe(words)
  })

  it('gives every minute of the day its own words', () => {
    const seen = new Set<string>()
    for (let minute = 0; minute < 1440; minute += 1) {
      seen.add(arabicTimeInWords({ hour: Math.floor(minute / 60), minute: minute % 60 }))
    }
    expect(seen.size).toBe(1440)
  })

  it('refuses times that do not exist', () => {
    expect(() => arabicTimeInWords({ hour: 24, minute: 0 })).toThrow(RangeError)
    expect(() => arabicTimeInWords({ hour: 1, minute: 60 })).toThrow(RangeError)
  })
})
