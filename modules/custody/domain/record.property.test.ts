import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastingKinds } from '#contracts/custody/entry.ts'
import type { EntryInput, EntryKind } from '#contracts/custody/entry.ts'
import { everySample } from '../testing/sample-entries.ts'
import { type TakenDown, correctedBy, endOf, foldRecord } from './record.ts'
import { welfareDueAt } from './welfare.ts'
import { whereAt } from './whereabouts.ts'

const minute = 60_000
const line = { arrestedAt: 0, placedAt: 10 * minute }
const every = { standard: 60, raised: 30, high: 15, constant: 5 }
const iso = (minutes: number): string => new Date(minutes * minute).toISOString()
const idOf = (index: number): string => `019ab000-0000-7000-8000-${String(index).padStart(12, '0')}`
const cells = [idOf(900), idOf(901), idOf(902)]

/** A record as officers make it: any kinds, any hours, ends and proofs of what is there, corrections of anything. */
const record = fc
  .array(
    fc.record({
      pick: fc.nat(),
      at: fc.integer({ min: 0, max: 3000 }),
      length: fc.option(fc.integer({ min: 0, max: 300 })),
      of: fc.nat(),
      corrects: fc.option(fc.nat(), { freq: 6 }),
      cell: fc.nat({ max: 2 }),
    }),
    { maxLength: 40 },
  )
  .map((steps) => steps.map((step, index): TakenDown => taken(step, index)))

interface Step {
  readonly pick: number
  readonly at: number
  readonly length: number | null
  readonly of: number
  readonly corrects: number | null
  readonly cell: number
}

function taken(step: Step, index: number): TakenDown {
  const sample = everySample[step.pick % everySample.length] as EntryInput
  const earlier = (pick: number): string => idOf(index === 0 ? 999 : pick % index)
  const lasts = (lastingKinds as readonly EntryKind[]).includes(sample.kind)
  const entry = {
    ...sample,
    at: iso(step.at),
    until: lasts && step.length !== null ? iso(step.at + step.length) : null,
    ...('of' in sample ? { of: earlier(step.of) } : {}),
    ...('cellId' in sample ? { cellId: cells[step.cell] } : {}),
    ...(step.corrects !== null && index > 0 ? { corrects: earlier(step.corrects) } : {}),
  } as EntryInput
  return { id: idOf(index), seq: index + 1, at: step.at * minute, recordedAt: 4000 * minute, entry }
}

describe('a record of custody', () => {
  it('loses nothing: every entry stands, or another names it as wrong', () => {
    fc.assert(
      fc.property(record, (entries) => {
        const standing = new Set(foldRecord(entries).map(({ id }) => id))
        const wrong = correctedBy(entries.map(({ id, entry }) => ({ id, corrects: entry.corrects })))
        for (const { id } of entries) expect(standing.has(id)).toBe(!wrong.has(id))
      }),
    )
  })

  it('does not change its past by what happens later', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 3000 }), fc.nat(), (entries, at, pick) => {
        const later = taken({ pick, at: at + 1, length: null, of: 0, corrects: null, cell: 0 }, entries.length)
        const before = foldRecord(entries)
        const after = foldRecord([...entries, later])
        for (let when = 0; when <= at; when += Math.max(1, Math.floor(at / 7)))
          expect(whereAt(line, after, when * minute)).toEqual(whereAt(line, before, when * minute))
      }),
    )
  })

  it('says the same whatever order the facts were taken down in', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 3000 }), (entries, at) => {
        // Two facts of one minute keep the order in which they were taken down; others have only their hours.
        const apart = entries.filter(
          ({ at: one }, index) => entries.findIndex(({ at: other }) => other === one) === index,
        )
        const turned = apart.toReversed().map((each, index) => ({ ...each, seq: index + 1 }))
        expect(whereAt(line, foldRecord(turned), at * minute)).toEqual(whereAt(line, foldRecord(apart), at * minute))
      }),
    )
  })

  it('has everyone in one place: a cell of the house, out of it, without one yet, or gone', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 3000 }), (entries, at) => {
        const folded = foldRecord(entries)
        const where = whereAt(line, folded, at * minute)
        const end = endOf(folded)
        const gone = end !== undefined && end.at <= at * minute
        const inCell = where !== undefined && where.cellId !== null && where.state !== 'out'
        expect([where?.state === 'ended', where?.state === 'in-cell']).toEqual([gone, inCell])
      }),
    )
  })

  it('asks for a look in until it has ended, and never because of one', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 0, max: 3000 }), (entries, at) => {
        const due = welfareDueAt(line, foldRecord(entries), every)
        const ended = endOf(foldRecord(entries)) !== undefined
        expect(ended && due !== null).toBe(false)
        const index = everySample.findIndex(({ kind }) => kind === 'welfare')
        const look = taken({ pick: index, at, length: null, of: 0, corrects: null, cell: 0 }, entries.length)
        const then = welfareDueAt(line, foldRecord([...entries, look]), every)
        expect(due === null ? then === null : then !== null && then >= due).toBe(true)
      }),
    )
  })
})
