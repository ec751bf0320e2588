import { describe, expect, it } from 'vitest'
import { legalTimeOf } from '#modules/intake/index.ts'
import { dayWindow, legalInstant } from './day-window.ts'

const paris = legalTimeOf('Europe/Paris')
const rule = { hours: 24, at: '08:00', source: 'test', confidence: 'high' as const, note: null }

describe('the hours that a day’s list covers', () => {
  it.each([
    ['2026-07-01', '2026-07-01T06:00:00.000Z'],
    ['2026-01-10', '2026-01-10T07:00:00.000Z'],
    // The clock on the wall jumped in the night.
    ['2026-03-29', '2026-03-29T06:00:00.000Z'],
    ['2026-10-25', '2026-10-25T07:00:00.000Z'],
  ])('end at the hour of the clock on the wall on %s', (day, to) => {
    expect(legalInstant(paris, day, '08:00').toISOString()).toBe(to)
    expect(paris.timeOf(dayWindow(paris, rule, day).to)).toBe('08:00')
  })

  it('are as many as the country says, however long the day was', () => {
    const { from, to } = dayWindow(paris, rule, '2026-10-25')
    expect(to.getTime() - from.getTime()).toBe(24 * 3_600_000)
  })
})
