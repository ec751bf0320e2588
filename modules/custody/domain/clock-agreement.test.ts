import { describe, expect, it } from 'vitest'
import { calculate } from '../../../bench/custody-clock/calculator.ts'
import { compareClocks } from '../../../bench/custody-clock/compare.ts'

describe('the custody clock and a calculator of another algorithm', () => {
  it('agree in 10,000 generated cases, of every regime', () => {
    const found = compareClocks(calculate, 10_000, 5)
    expect(found.examples.slice(0, 3)).toEqual([])
    expect(found.differences).toBe(0)
    expect(found.byRegime.size).toBe(8)
  })

  it('would be noticed to differ by a minute', () => {
    const off = compareClocks(
      (input) => {
        const answer = calculate(input)
        return answer.deadlineProven === null
          ? answer
          : { ...answer, deadlineProven: new Date(Date.parse(answer.deadlineProven) + 60_000).toISOString() }
      },
      500,
      6,
    )
    expect(off.differences).toBeGreaterThan(100)
  })
})
