import { describe, expect, it } from 'vitest'
import { countedWithin, instantAfter, joinSpans } from './clock-line.ts'

const span = (from: number, to: number) => ({ from, to })

describe('spans that are left out', () => {
  it('are cut to the window and joined where they overlap or touch, in order of time', () => {
    expect(joinSpans([span(60, 70), span(5, 20), span(20, 30), span(25, 40), span(95, 200)], span(10, 100))).toEqual([
      span(10, 40),
      span(60, 70),
      span(95, 100),
    ])
    expect(joinSpans([span(10, 40), span(20, 30)], span(0, 100))).toEqual([span(10, 40)])
  })

  it('are none where they were over before the window, begin after it, last no time or end before they begin', () => {
    expect(joinSpans([span(0, 10), span(100, 120), span(50, 50), span(70, 60)], span(10, 100))).toEqual([])
  })

  it('take off what lies within the window, and no more', () => {
    expect(countedWithin(span(10, 100), [])).toBe(90)
    expect(countedWithin(span(10, 100), [span(20, 30), span(90, 100)])).toBe(70)
    expect(countedWithin(span(10, 100), [span(0, 20), span(95, 120), span(130, 140)])).toBe(75)
  })

  it('put an instant off only where they begin before the time is up', () => {
    expect(instantAfter(10, 20, [])).toBe(30)
    expect(instantAfter(10, 20, [span(10, 15)])).toBe(35)
    expect(instantAfter(10, 20, [span(29, 40)])).toBe(41)
    expect(instantAfter(10, 20, [span(30, 40)])).toBe(30)
    expect(instantAfter(10, 20, [span(12, 14), span(31, 40), span(50, 60)])).toBe(41)
  })
})
