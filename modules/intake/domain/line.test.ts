import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineKinds, lineStateSchema } from '#contracts/intake/register.ts'
import { strictRules } from './intake-rules.ts'
import { legalTimeOf } from './legal-time.ts'
import { firstStanding, isOpen, marksOf, stepsOf } from './line.ts'
import { summaryOf } from './line-content.ts'
import { trackingCodeHash, trackingCodeOf } from './tracking-code.ts'

const at = (text: string): Date => new Date(text)
const times = {
  receivedAt: at('2026-11-23T09:00:00Z'),
  recordedAt: at('2026-11-23T09:05:00Z'),
  happenedFrom: null,
  letterDate: null,
  receivedOn: '2026-11-23',
  dueAt: null,
}

describe('an anonymous denunciation', () => {
  it('waits for an authorisation and cannot become or join a case before it', () => {
    const standing = firstStanding('denunciation', true, false, strictRules)
    expect(standing).toEqual({ state: 'awaiting-authorisation', authorisation: 'awaited' })
    const steps = stepsOf({ kind: 'denunciation', anonymous: true, ...standing }, strictRules)
    expect(steps).toContain('authorise')
    expect(steps).not.toContain('open-case')
    expect(steps).not.toContain('join-case')
    expect(steps).not.toContain('issue-receipt')
  })

  it('is an ordinary line where the country asks for no authorisation', () => {
    const rules = { ...strictRules, anonymousDenunciation: { needsAuthorisation: false, basis: null } }
    expect(firstStanding('denunciation', true, false, rules).state).toBe('open')
  })
})

describe('the steps of a line', () => {
  it('end with it, save additions, its receipt and its reopening', () => {
    const ended = lineStateSchema.options.filter((state) => !isOpen(state))
    fc.assert(
      fc.property(fc.constantFrom(...lineKinds), fc.constantFrom(...ended), fc.boolean(), (kind, state, anonymous) => {
        const steps = stepsOf({ kind, state, anonymous, authorisation: 'not-needed' }, strictRules)
        expect(steps).toContain('add')
        expect(steps.filter((step) => !['add', 'reopen', 'issue-receipt'].includes(step))).toEqual([])
      }),
    )
  })
})

describe('the marks of a line', () => {
  it('are none for an entry made at once', () => {
    expect(marksOf(times, strictRules)).toEqual([])
  })

  it('name a late entry, a letter of tomorrow, a deed after the visit, a deadline gone by', () => {
    expect(marksOf({ ...times, recordedAt: at('2026-11-23T09:30:00.001Z') }, strictRules)).toEqual(['late-entry'])
    expect(marksOf({ ...times, recordedAt: at('2026-11-23T09:30:00Z') }, strictRules)).toEqual([])
    expect(marksOf({ ...times, letterDate: '2026-11-24' }, strictRules)).toEqual(['letter-dated-later'])
    expect(marksOf({ ...times, happenedFrom: at('2026-11-23T09:00:01Z') }, strictRules)).toEqual(['happened-later'])
    expect(marksOf({ ...times, dueAt: times.recordedAt }, strictRules)).toEqual(['due-already'])
  })
})

describe('legal time', () => {
  const rabat = legalTimeOf('Africa/Casablanca')
  const paris = legalTimeOf('Europe/Paris')
  it('puts the turn of the year where the country has it', () => {
    expect(paris.yearOf(at('2026-12-31T23:30:00Z'))).toBe(2027)
    expect(legalTimeOf('UTC').yearOf(at('2026-12-31T23:30:00Z'))).toBe(2026)
  })

  it('gives days of 23, 24 and 25 hours as the clock changes', () => {
    const hours = (date: string): number => {
      const { from, to } = paris.dayOf(date)
      return (to.getTime() - from.getTime()) / 3_600_000
    }
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-03-30')).toBe(24)
    expect(hours('2026-10-25')).toBe(25)
  })

  it('keeps every instant inside its own day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: at('2010-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        (instant) => {
          for (const zone of [rabat, paris]) {
            const { from, to } = zone.dayOf(zone.dateOf(instant))
            expect(from <= instant && instant < to).toBe(true)
          }
        },
      ),
    )
  })
})

describe('a tracking code', () => {
  it('writes eighty bits in sixteen characters that cannot be misread', () => {
    expect(trackingCodeOf(new Uint8Array(10))).toBe('0000-0000-0000-0000')
    expect(trackingCodeOf(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(() => trackingCodeOf(new Uint8Array(9))).toThrow(RangeError)
  })

  it('differs wherever a bit differs, and is found however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.integer({ min: 0, max: 79 }), (bytes, bit) => {
        const other = bytes.slice()
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(trackingCodeOf(other)).not.toBe(trackingCodeOf(bytes))
      }),
    )
    const hash = trackingCodeHash('10AB-CDEF-GHJK-MNPQ')
    expect(trackingCodeHash(' ioabcdef ghjk mnpq ').equals(hash)).toBe(true)
    expect(trackingCodeHash('10AB-CDEF-GHJK-MNPR').equals(hash)).toBe(false)
  })
})

describe('a summary', () => {
  it('cuts between words and leaves a short text as it is', () => {
    expect(summaryOf('سُرقت دراجتي')).toBe('سُرقت دراجتي')
    const cut = summaryOf(`${'كلمة '.repeat(60)}آخر`)
    expect(cut.endsWith('كلمة…')).toBe(true)
    expect(cut.length).toBeLessThan(125)
  })
})
