import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findingSchema, regimeNameSchema } from '#contracts/custody/measure.ts'
import { clockAnswerSchema, clockCaseSchema } from '#modules/custody/domain/clock-case.ts'
import { askCustodyClock } from '#modules/custody/domain/clock.ts'
import { custodyClockLaw } from './index.ts'

const fileSchema = z.object({
  cases: z.array(
    z.strictObject({
      id: z.string(),
      articles: z.array(z.string()).min(1),
      reasoning: z.string().min(40),
      input: clockCaseSchema,
      expected: clockAnswerSchema,
    }),
  ),
})
const folder = join(import.meta.dirname, 'cases')
const cases = readdirSync(folder).flatMap(
  (name) => fileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).cases,
)

describe('the custody clock of Morocco', () => {
  it.each(cases.map((each) => [each.id, each] as const))('answers %s as worked out from the articles', (_, each) => {
    expect(askCustodyClock(custodyClockLaw, each.input)).toEqual(each.expected)
  })

  it('is tried by sixty cases and more, with every regime and every finding among them', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    const regimes = new Set(cases.map(({ expected }) => expected.regime))
    expect(regimeNameSchema.options.filter((name) => !regimes.has(name))).toEqual([])
    const findings = new Set(cases.flatMap(({ expected }) => expected.findings))
    expect(findingSchema.options.filter((name) => !findings.has(name))).toEqual([])
  })

  it('names an article and how sure it is for every rule', () => {
    const sources = custodyClockLaw.holds.flatMap((hold) => [
      hold.opening,
      ...hold.regimes,
      ...hold.exclusions,
      ...[hold.minors, hold.extensions, hold.priorAuthorisation, hold.notice, hold.lawyer].filter(
        (each) => each !== null,
      ),
    ])
    expect(sources.length).toBeGreaterThan(20)
    expect(sources.filter(({ source }) => !/^ma\.cpp: art\. \d/.test(source))).toEqual([])
  })
})
