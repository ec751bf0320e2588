import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustodyRow, EntryRow } from '../custody-store.ts'
import { entryColumns, lineColumns, runningDigests } from './register-digest.ts'

const text = fc.string({ minLength: 1, maxLength: 12 })
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const bytes = fc.uint8Array({ minLength: 1, maxLength: 20 })
/** Whatever a column may hold; the digest must not care which it is. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  instant,
  bytes,
  fc.array(text, { maxLength: 3 }),
  fc.double({ min: 0.1, max: 99.9, noNaN: true }),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.oneof(text, fc.integer()), { maxKeys: 3 }),
)
const rowOf = (columns: readonly string[]) => fc.record(Object.fromEntries(columns.map((column) => [column, value])))
const line = fc.record({
  row: rowOf(lineColumns) as unknown as fc.Arbitrary<CustodyRow>,
  rows: fc.array(rowOf(entryColumns), { maxLength: 4 }) as unknown as fc.Arbitrary<EntryRow[]>,
})
const lines = fc.array(line, { minLength: 1, maxLength: 4 })
const of = { placeId: 'p', book: 'adults', month: '2026-11' }
const digest = (all: Parameters<typeof runningDigests>[1], what = of): string =>
  runningDigests(what, all).at(-1)?.toString('hex') ?? ''

/** A value that is not the one given, whatever it is. */
const other = (was: unknown): unknown => (was === 'changed' ? 'changed again' : 'changed')

describe('the digest of a month', () => {
  it('is the same for the same data, whatever order its members stand in', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const turned = all.map(({ row, rows }) => ({
          row: Object.fromEntries(Object.entries(row).toReversed()) as unknown as CustodyRow,
          rows: rows.map((each) => Object.fromEntries(Object.entries(each).toReversed()) as unknown as EntryRow),
        }))
        expect(digest(turned)).toBe(digest(structuredClone(all)))
      }),
    )
  })

  it('changes with any stored field of any line', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...lineColumns), (all, at, column) => {
        const changed = all.map((each, index) =>
          index === at % all.length ? { ...each, row: { ...each.row, [column]: other(each.row[column]) } } : each,
        )
        expect(digest(changed)).not.toBe(digest(all))
      }),
    )
  })

  it('changes with any stored field of any entry', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.constantFrom(...entryColumns), (all, at, column) => {
        const [first, ...rest] = all
        fc.pre(first !== undefined && first.rows.length > 0)
        if (!first) return
        const rows = first.rows.map((row, index) =>
          index === at % first.rows.length ? { ...row, [column]: other(row[column]) } : row,
        )
        expect(digest([{ ...first, rows }, ...rest])).not.toBe(digest(all))
      }),
    )
  })

  it('changes with a line or an entry gone, moved to another line, or in another order, and with the book', () => {
    fc.assert(
      fc.property(lines, line, (all, one) => {
        const was = digest([...all, one])
        expect(digest(all)).not.toBe(was)
        expect(digest([...all, one], { ...of, month: '2026-12' })).not.toBe(was)
        const shorter = { ...one, rows: one.rows.slice(1) }
        expect(digest([...all, shorter]) === was).toBe(one.rows.length === 0)
      }),
    )
  })
})
