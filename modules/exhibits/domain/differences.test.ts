import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Expected, type Scan, differencesOf } from './differences.ts'

const id = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5')
const seal = fc.option(fc.constantFrom('S1', 'S2'))
const expectedArb: fc.Arbitrary<Expected[]> = fc.uniqueArray(fc.record({ exhibitId: id, sealNumber: seal }), {
  selector: ({ exhibitId }) => exhibitId,
})
const scanArb: fc.Arbitrary<Scan> = fc.oneof(
  fc.record({ exhibitId: id, text: fc.constant('label'), sealSeen: seal, sealNumber: fc.constant('S1') }),
  fc.record({ text: fc.constantFrom('x', 'y'), sealSeen: seal }),
)

describe('a count', () => {
  it('finds exactly what is not on both sides', () => {
    fc.assert(
      fc.property(expectedArb, fc.array(scanArb, { maxLength: 20 }), (expected, scans) => {
        const recorded = new Set(expected.map(({ exhibitId }) => exhibitId))
        const seen = new Set(scans.flatMap(({ exhibitId }) => (exhibitId === undefined ? [] : [exhibitId])))
        const of = (kind: string): (string | null)[] =>
          differencesOf(expected, scans)
            .filter((each) => each.kind === kind)
            .map((each) => each.exhibitId ?? each.text)
        expect(of('missing')).toEqual([...recorded].filter((each) => !seen.has(each)).toSorted())
        expect(of('surplus')).toEqual([...seen].filter((each) => !recorded.has(each)).toSorted())
        expect(of('unknown')).toEqual(
          [...new Set(scans.filter((scan) => scan.exhibitId === undefined).map(({ text }) => text))].toSorted(),
        )
      }),
    )
  })

  it('is the same in any order, and however often something is scanned', () => {
    fc.assert(
      fc.property(expectedArb, fc.array(scanArb, { maxLength: 12 }), (expected, scans) => {
        const once = differencesOf(expected, scans)
        expect(differencesOf(expected.toReversed(), [...scans, ...scans].toReversed())).toEqual(once)
      }),
    )
  })

  it('tells another seal from the one recorded, and looks at none that was not looked at', () => {
    const expected = [{ exhibitId: 'e1', sealNumber: 'S1' }]
    const scan = (sealSeen: string | null): Scan => ({ exhibitId: 'e1', text: 'label', sealSeen })
    expect(differencesOf(expected, [scan('S1'), scan(null)])).toEqual([])
    expect(differencesOf(expected, [scan('S2')])).toMatchObject([{ kind: 'seal-differs', sealSeen: 'S2' }])
  })
})
