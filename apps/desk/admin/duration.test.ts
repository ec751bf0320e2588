import { describe, expect, it } from 'vitest'
import { parseDuration, sayDuration, writeDuration } from './duration.ts'

describe('a span of the calendar', () => {
  it.each(['P5Y', 'P3M', 'P15D', 'P1Y6M', 'P2Y1M10D'])('is read from %s and written the same', (text) => {
    const read = parseDuration(text)
    expect(read && writeDuration(read)).toBe(text)
  })

  it('is not what is no span, and nothing is no span', () => {
    expect(['P', '5Y', 'P1H', '', 'PT5M'].map(parseDuration)).toEqual(Array(5).fill(undefined))
    expect(writeDuration({ years: 0, months: 0, days: 0 })).toBeNull()
  })

  it('is said in words', () => {
    const span = { years: 2, months: 6, days: 0 }
    expect(sayDuration(span, 'fr').replaceAll('\u00A0', ' ')).toBe('2 ans et 6 mois')
    expect(sayDuration(span, 'en').replaceAll('\u00A0', ' ')).toBe('2 years and 6 months')
    expect(sayDuration({ years: 2, months: 0, days: 0 }, 'ar')).toBe('سنتان')
  })
})
