import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { custodyClockLaw } from '#country/morocco/custody/index.ts'
import { testlandCustodyClockLaw } from '#country/testland/custody/index.ts'
import {
  ageSchema,
  authoritySchema,
  exclusionKindSchema,
  hearingSchema,
  inquirySchema,
  measureSchema,
} from '#contracts/custody/measure.ts'
import { type ClockCase, clockAnswerSchema } from './clock-case.ts'
import { askCustodyClock } from './clock.ts'

const hour = 3_600_000
const start = Date.parse('2025-12-01T00:00:00Z')
const text = (at: number): string => new Date(at).toISOString()
// Down to the millisecond, with whole hours often enough for edges to meet.
const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 500 }).map((hours) => hours * hour),
    fc.integer({ min: 0, max: 500 * hour }),
  )
  .map((after) => text(start + after))
const offence = fc.record({
  from: fc.oneof(fc.constant(text(start)), moment),
  crime: fc.boolean(),
  imprisonable: fc.boolean(),
  stateSecurity: fc.boolean(),
  terrorism: fc.boolean(),
  art108: fc.boolean(),
})
const exclusion = fc.record({
  kind: fc.constantFrom(...exclusionKindSchema.options),
  from: moment,
  to: fc.option(moment),
  outsideDistrict: fc.boolean(),
  proven: fc.boolean(),
})
const extension = fc.record({
  decidedAt: moment,
  hours: fc.constantFrom(4, 10, 12, 24, 30, 96),
  writtenReasoned: fc.boolean(),
  by: fc.constantFrom(...authoritySchema.options),
  heard: fc.constantFrom(...hearingSchema.options),
})
const anyCase: fc.Arbitrary<ClockCase> = fc.record({
  measure: fc.constantFrom(...measureSchema.options),
  inquiry: fc.constantFrom(...inquirySchema.options),
  offences: fc.array(offence, { maxLength: 3 }),
  age: fc.constantFrom(...ageSchema.options),
  arrestedAt: moment,
  placedAt: moment,
  exclusions: fc.array(exclusion, { maxLength: 4 }),
  extensions: fc.array(extension, { maxLength: 4 }),
  lawyerDelay: fc.option(
    fc.record({ grantedAt: moment, hours: fc.constantFrom(5, 12, 24, 48), atRequestOfOpj: fc.boolean() }),
  ),
  prosecutor: fc.record({ noticeAt: fc.option(moment), priorAuthorisationAt: fc.option(moment) }),
  endedAt: fc.option(moment),
  now: moment,
})
const at = (instant: string | null): number => (instant === null ? 0 : Date.parse(instant))

describe.each([
  ['the first country', custodyClockLaw],
  ['an invented country', testlandCustodyClockLaw],
])('the custody clock by the law of %s', (_, law) => {
  const ask = (input: ClockCase) => askCustodyClock(law, input)
  const holds = (property: (input: ClockCase) => void): void => {
    fc.assert(fc.property(anyCase, property), { numRuns: 2000, seed: 66 })
  }

  it('answers every case in its own shape', () => {
    holds((input) => {
      expect(clockAnswerSchema.safeParse(ask(input)).success).toBe(true)
    })
  })

  it('never brings the deadline nearer for an exclusion more, proven or claimed', () => {
    fc.assert(
      fc.property(anyCase, exclusion, (input, more) => {
        // Without extensions: one that was late may come in time by it, which moves the deadline further still.
        const bare = { ...input, extensions: [] }
        const before = ask(bare)
        const after = ask({ ...bare, exclusions: [...bare.exclusions, more] })
        expect(at(after.deadlineProven)).toBeGreaterThanOrEqual(at(before.deadlineProven))
        expect(at(after.deadlineClaimed)).toBeGreaterThanOrEqual(at(before.deadlineClaimed))
        expect(after.legalHours).toBeLessThanOrEqual(before.legalHours)
      }),
      { numRuns: 2000, seed: 66 },
    )
  })

  it('puts the claimed deadline and the furthest one no nearer than the proven one', () => {
    holds((input) => {
      const answer = ask(input)
      expect(at(answer.deadlineClaimed)).toBeGreaterThanOrEqual(at(answer.deadlineProven))
      expect(at(answer.deadlineMax)).toBeGreaterThanOrEqual(at(answer.deadlineProven))
    })
  })

  it('counts no more legal hours than real ones, and none below zero', () => {
    holds((input) => {
      const { legalHours, realHours } = ask(input)
      expect(legalHours).toBeLessThanOrEqual(realHours)
      expect(legalHours).toBeGreaterThanOrEqual(0)
    })
  })

  it('rings in order, and never after the deadline', () => {
    holds((input) => {
      const { alarms, deadlineProven } = ask(input)
      expect(alarms).toEqual(alarms.toSorted())
      expect(alarms.every((alarm) => at(alarm) <= at(deadlineProven))).toBe(true)
    })
  })

  it('is overdue exactly once the deadline has passed', () => {
    holds((input) => {
      const answer = ask(input)
      if (answer.regime === null) return
      const until = Math.min(at(input.now), input.endedAt === null ? Infinity : at(input.endedAt))
      expect(answer.overdue).toBe(until > at(answer.deadlineProven))
      expect(answer.findings.includes('held-over')).toBe(answer.overdue)
    })
  })

  it('takes off what overlaps once, in whatever order it was written down', () => {
    holds((input) => {
      const doubled = { ...input, exclusions: [...input.exclusions, ...input.exclusions].toReversed() }
      expect(ask(doubled)).toEqual(ask(input))
    })
  })

  it('gives nothing for an exclusion by word alone', () => {
    holds((input) => {
      const claims = input.exclusions.map((each) => ({ ...each, proven: false }))
      const answer = ask({ ...input, exclusions: claims })
      const none = ask({ ...input, exclusions: [] })
      expect(answer.deadlineProven).toBe(none.deadlineProven)
      expect(answer.legalHours).toBe(answer.realHours)
    })
  })

  it('does not see what comes after the hour of the question', () => {
    fc.assert(
      fc.property(anyCase, extension, exclusion, offence, (input, later, out, known) => {
        fc.pre(at(input.now) >= at(input.arrestedAt))
        const after = text(at(input.now) + 1)
        expect(
          ask({
            ...input,
            extensions: [...input.extensions, { ...later, decidedAt: after }],
            exclusions: [...input.exclusions, { ...out, from: after }],
            offences: [...input.offences, { ...known, from: after }],
          }),
        ).toEqual(ask(input))
      }),
      { numRuns: 1000, seed: 66 },
    )
  })
})
