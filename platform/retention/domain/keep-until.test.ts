import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepUntil, latestStart } from './keep-until.ts'
import { retentionDataSchema } from './retention-rules.ts'

const until = (start: string, keep: string): string => keepUntil(new Date(start), keep).toISOString()

describe('how long a record is kept', () => {
  it('by the calendar, to the end of the day wherever it was made', () => {
    expect(until('2026-11-23T09:00:00Z', 'P1Y')).toBe('2027-11-25T00:00:00.000Z')
    expect(until('2026-01-31T23:59:59Z', 'P1M')).toBe('2026-03-02T00:00:00.000Z')
    expect(until('2024-02-29T12:00:00Z', 'P1Y')).toBe('2025-03-02T00:00:00.000Z')
    expect(until('2026-11-23T09:00:00Z', 'P2W1D')).toBe('2026-12-10T00:00:00.000Z')
    expect(until('2026-10-31T09:00:00Z', 'P1Y4M')).toBe('2028-03-02T00:00:00.000Z')
  })

  it('by the clock where hours count', () => {
    expect(until('2026-11-23T09:30:00Z', 'PT48H')).toBe('2026-11-25T09:30:00.000Z')
    expect(until('2026-11-23T09:30:00Z', 'PT1H30M')).toBe('2026-11-23T11:00:00.000Z')
  })

  it('is never searched too narrowly, and never ends early in any zone', () => {
    const keeps = fc.constantFrom('P1D', 'P1M', 'P6M', 'P1Y', 'P1Y11M', 'P10Y', 'P90D', 'P3W', 'PT48H', 'P1M1D')
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    const holds = fc.property(instants, instants, keeps, (start, now, keep) => {
      const due = keepUntil(start, keep)
      const searched = due > now || start <= latestStart(now, keep)
      const days = Number(/^P(\d+)D$/.exec(keep)?.[1] ?? -1)
      // Twelve hours behind UTC the last day ends twelve hours after it has ended there.
      return searched && due.getTime() - start.getTime() > (days + 1) * 86_400_000
    })
    expect(fc.check(holds, { numRuns: 2000 })).toMatchObject({ failed: false, numRuns: 2000 })
  })
})

describe('a country’s rules', () => {
  const rule = {
    code: 'case.closed',
    recordType: 'case',
    from: 'case.closed',
    keep: 'P10Y',
    article: '1',
    confidence: 'high',
    text: { ar: 'أ', fr: 'a', en: 'a' },
    validFrom: '2026-01-01',
    validTo: null,
  }

  it('are refused where a duration is none or a code stands twice', () => {
    expect(retentionDataSchema.safeParse({ version: '1', rules: [rule] }).success).toBe(true)
    for (const keep of ['P', 'PT', '10Y', 'P1.5Y', 'P-1Y', ''])
      expect(retentionDataSchema.safeParse({ version: '1', rules: [{ ...rule, keep }] }).success).toBe(false)
    expect(retentionDataSchema.safeParse({ version: '1', rules: [rule, rule] }).success).toBe(false)
  })
})
