import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DraftHold, judgeSave, leaseEnd } from './lease.ts'

const now = new Date('2026-11-23T09:00:00Z')
const held: DraftHold = { writer: 'a', until: leaseEnd(now), savedBy: 'a', seq: 5 }
/** b took the pen from a and has not written yet. */
const taken: DraftHold = { ...held, writer: 'b' }

describe('a save of a draft', () => {
  it.each([
    ['the next of the same window', held, { writer: 'a', seq: 6, baseSeq: 5 }, 'saved'],
    ['one after a gap, the line having dropped', held, { writer: 'a', seq: 9, baseSeq: 5 }, 'saved'],
    ['the same again', held, { writer: 'a', seq: 5, baseSeq: 4 }, 'older'],
    ['an older one that came late', held, { writer: 'a', seq: 3, baseSeq: 2 }, 'older'],
    ['another window while the pen is held', held, { writer: 'b', seq: 6, baseSeq: 5 }, 'kept-aside'],
    ['another window once the pen is free', { ...held, until: now }, { writer: 'b', seq: 6, baseSeq: 5 }, 'saved'],
    ['one that knows an older text only', { ...held, until: now }, { writer: 'b', seq: 7, baseSeq: 3 }, 'kept-aside'],
    ['the one that took the pen, knowing the text', taken, { writer: 'b', seq: 6, baseSeq: 5 }, 'saved'],
    ['the one that took the pen, from an older text', taken, { writer: 'b', seq: 7, baseSeq: 3 }, 'kept-aside'],
    ['a resend of what was saved before the pen was taken', taken, { writer: 'a', seq: 5, baseSeq: 4 }, 'older'],
    ['more from the one the pen was taken from', taken, { writer: 'a', seq: 6, baseSeq: 5 }, 'kept-aside'],
    ['the first', { writer: null, until: null, savedBy: null, seq: 0 }, { writer: 'b', seq: 1, baseSeq: 0 }, 'saved'],
  ] as const)('%s', (_what, hold, save, outcome) => {
    expect(judgeSave(hold, save, now)).toBe(outcome)
  })

  it('never puts an older text in the place of a newer one, whatever the order of arrival', () => {
    const saves = fc.array(fc.record({ writer: fc.constantFrom('a', 'b'), seq: fc.integer({ min: 1, max: 30 }) }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(saves, (list) => {
        let hold: DraftHold = { writer: null, until: null, savedBy: null, seq: 0 }
        for (const [step, save] of list.entries()) {
          const at = new Date(now.getTime() + step * 50_000)
          const before = hold.seq
          if (judgeSave(hold, { ...save, baseSeq: before }, at) !== 'saved') continue
          hold = { writer: save.writer, until: leaseEnd(at), savedBy: save.writer, seq: save.seq }
          expect(hold.seq).toBeGreaterThan(before)
        }
      }),
    )
  })
})
