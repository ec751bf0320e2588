import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { toBase64 } from './base64.ts'
import type { BundleLine } from './bundle.ts'
import { verifyBundle } from './verify.ts'
import { findingCodes, render, testBundle, testTrust, withEnd } from './test-bundle.ts'
import { atEnd, falsify, forged, insertAt, isLeaf, mapLeaf, rehash, renumber, swapped, without } from './test-spoil.ts'

describe('any single mutation of any bundle', () => {
  const bundles = fc
    .record({
      leaves: fc.integer({ min: 3, max: 24 }),
      cuts: fc.uniqueArray(fc.nat(23), { maxLength: 3 }),
      scope: fc.constantFrom('all', 'range', 'selection'),
      at: fc.nat(),
    })
    .map(({ leaves, cuts, scope, at }) => {
      const checkpoints = [...cuts.filter((size) => size < leaves).toSorted((a, b) => a - b), leaves]
      const from = at % (leaves - 2)
      const shown = Array.from({ length: leaves }, (_, i) => i).filter(
        (i) => scope === 'all' || (i >= from && i < from + 3),
      )
      const bounds =
        scope === 'range' ? { type: 'range' as const, from, to: from + 3 } : { type: scope as 'all' | 'selection' }
      return { leaves, checkpoints, shown, scope: bounds, witnesses: 1 }
    })
  const trust = { ...testTrust, requireWitnesses: 1 }
  const any = (lines: BundleLine[], kind: BundleLine['kind'], at: number) => {
    const places = lines.flatMap((line, i) => (line.kind === kind ? [i] : []))
    return places[at % places.length] ?? -1
  }
  const flipBase64 = (text: string, bit: number) => {
    const bytes = Buffer.from(text, 'base64')
    bytes.writeUInt8(bytes.readUInt8(bit % bytes.length) ^ (1 << (bit % 8)), bit % bytes.length)
    return toBase64(bytes)
  }
  const leafAt = (lines: BundleLine[], at: number) => {
    const leaves = lines.filter(isLeaf)
    return leaves[at % leaves.length]?.index ?? -1
  }
  const mutations: Record<string, (lines: BundleLine[], at: number) => BundleLine[]> = {
    alter: (lines, at) => mapLeaf(leafAt(lines, at), falsify)(lines),
    'alter and rehash': (lines, at) => mapLeaf(leafAt(lines, at), (leaf) => rehash(falsify(leaf)))(lines),
    'flip a stored hash': (lines, at) =>
      mapLeaf(leafAt(lines, at), (l) => ({ ...l, hash: flipBase64(l.hash, at) }))(lines),
    'replace by a forged leaf': (lines, at) =>
      lines.map((line, i) => (i === any(lines, 'leaf', at) && isLeaf(line) ? forged(line.index) : line)),
    'insert a forged leaf': (lines, at) => insertAt(leafAt(lines, at))(lines),
    append: (lines, at) => {
      const last = lines.filter(isLeaf).at(-1)?.index ?? 0
      return atEnd(forged(last + 1 + (at % 3)))(lines)
    },
    'swap neighbours': (lines, at) => {
      const shown = lines.filter(isLeaf)
      const i = at % (shown.length - 1)
      return swapped(shown[i]?.index ?? 0, shown[i + 1]?.index ?? 0)(lines)
    },
    'change a detail': (lines, at) =>
      lines.map((line, i) =>
        i === any(lines, 'detail', at) && line.kind === 'detail' ? { ...line, detail: [line.detail] } : line,
      ),
    'flip a salt': (lines, at) =>
      lines.map((line, i) =>
        i === any(lines, 'detail', at) && line.kind === 'detail' ? { ...line, salt: flipBase64(line.salt, at) } : line,
      ),
    'flip a proof': (lines, at) =>
      lines.map((line, i) =>
        i === any(lines, at % 2 ? 'inclusion' : 'consistency', at) &&
        (line.kind === 'inclusion' || line.kind === 'consistency')
          ? {
              ...line,
              proof: line.proof.map((hash, n) => (n === at % line.proof.length ? flipBase64(hash, at) : hash)),
            }
          : line,
      ),
    'drop the newest checkpoint': (lines, at) =>
      withEnd(lines.filter((_, i) => at < 0 || i !== lines.findLastIndex((line) => line.kind === 'checkpoint'))),
    'drop any line': (lines, at) => lines.filter((_, i) => i !== at % lines.length),
    'double any line': (lines, at) => lines.flatMap((line, i) => (i === at % lines.length ? [line, line] : [line])),
    'change a number in a checkpoint': (lines, at) =>
      lines.map((line, i) =>
        i === any(lines, 'checkpoint', at) && line.kind === 'checkpoint'
          ? { ...line, note: line.note.replace(/\n(\d+)\n/, (_, n) => `\n${Number(n) + 1 + (at % 5)}\n`) }
          : line,
      ),
    // Only in a whole log can it be seen that a leaf is not there; a selection says so.
    'delete a leaf': (lines, at) =>
      lines.some((line) => line.kind === 'header' && line.scope.type === 'selection')
        ? lines.slice(1)
        : without(leafAt(lines, at))(lines),
    'delete and renumber': (lines, at) => renumber(without(leafAt(lines, at))(lines)),
  }

  it('is found', async () => {
    const counts = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(bundles, fc.constantFrom(...Object.keys(mutations)), fc.nat(), async (bundle, name, at) => {
        const honest = await testBundle(bundle)
        expect(await findingCodes(honest, trust)).toEqual([])
        const spoilt = mutations[name]?.(honest, at) ?? honest
        const [before, after] = [render(honest), render(spoilt)]
        fc.pre(before.join('\n') !== after.join('\n'))
        counts.set(name, (counts.get(name) ?? 0) + 1)
        expect((await verifyBundle(after, trust)).ok).toBe(false)
      }),
      { numRuns: 600 },
    )
    expect([...counts.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      Object.keys(mutations).toSorted((a, b) => (a < b ? -1 : 1)),
    )
  })

  it('is found, be it one character anywhere but in the unsigned time of export', async () => {
    await fc.assert(
      fc.asyncProperty(
        bundles,
        fc.nat(),
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        async (bundle, line, at, put) => {
          const honest = render(await testBundle(bundle))
          const place = line % honest.length
          const text = Array.from(honest[place] ?? '')
          const spot = at % text.length
          fc.pre(text[spot] !== put && put !== '\n')
          const from = (honest[place] ?? '').indexOf('"exportedAt"')
          fc.pre(place !== 0 || spot < from || spot > from + '"exportedAt":"2026-11-23T10:00:00.000Z"'.length)
          const spoilt = honest.with(place, text.with(spot, put).join(''))
          expect((await verifyBundle(spoilt, trust)).ok).toBe(false)
        },
      ),
      { numRuns: 600 },
    )
  })
})
