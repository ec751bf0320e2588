import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appendLeaves, EMPTY_FRONTIER, frontierNodes, frontierRoot } from './append.ts'
import { EMPTY_ROOT, leafHash, nodeHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { consistencyProof, inclusionProof, loadFrontier, memoryNodes, type NodeReader, rootAt } from './node-reader.ts'

// The eight inputs and roots of the Certificate Transparency reference implementation (merkletree tests).
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const h5f08 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const h96a2 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const h6b47 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const hca85 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const hbc1a = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const h0ebc = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const hd37e = roots[3] ?? ''
const inclusionVectors = [
  { index: 0, size: 1, proof: [] },
  { index: 0, size: 8, proof: [h96a2, h5f08, h6b47] },
  { index: 5, size: 8, proof: [hbc1a, hca85, hd37e] },
  { index: 2, size: 3, proof: [roots[1] ?? ''] },
  { index: 1, size: 5, proof: [roots[0] ?? '', h5f08, hbc1a] },
]
const consistencyVectors = [
  { oldSize: 1, newSize: 1, proof: [] },
  { oldSize: 1, newSize: 8, proof: [h96a2, h5f08, h6b47] },
  { oldSize: 6, newSize: 8, proof: [h0ebc, hca85, hd37e] },
  { oldSize: 2, newSize: 5, proof: [h5f08, hbc1a] },
  { oldSize: 6, newSize: 7, proof: [h0ebc, 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f', hd37e] },
]

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')

// The definitions of RFC 9162, 2.1.1 to 2.1.4, written down once more, recursively and over whole lists of leaves.
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const k = (n: number) => 2 ** Math.floor(Math.log2(n - 1))
function mth(leaves: Uint8Array[]): Uint8Array {
  const [only] = leaves
  if (only === undefined) return sha()
  if (leaves.length === 1) return only
  const at = k(leaves.length)
  return sha(Buffer.of(1), mth(leaves.slice(0, at)), mth(leaves.slice(at)))
}
function path(m: number, leaves: Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  const at = k(leaves.length)
  return m < at
    ? [...path(m, leaves.slice(0, at)), mth(leaves.slice(at))]
    : [...path(m - at, leaves.slice(at)), mth(leaves.slice(0, at))]
}
function subproof(m: number, leaves: Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [mth(leaves)]
  const at = k(leaves.length)
  return m <= at
    ? [...subproof(m, leaves.slice(0, at), whole), mth(leaves.slice(at))]
    : [...subproof(m - at, leaves.slice(at), false), mth(leaves.slice(0, at))]
}

const made = (count: number) => Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`leaf ${i}`)))

function stored(leaves: Uint8Array[]): NodeReader {
  const nodes = memoryNodes()
  nodes.add(appendLeaves(EMPTY_FRONTIER, leaves).nodes)
  return nodes
}

function flip(hash: Uint8Array, bit: number): Uint8Array {
  return hash.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))
}

describe('the Certificate Transparency reference vectors', () => {
  const leaves = inputs.map((input) => leafHash(bytes(input)))

  it('has the known roots, appended one by one and all at once', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(frontierRoot(EMPTY_FRONTIER))).toBe(hex(EMPTY_ROOT))
    let frontier = EMPTY_FRONTIER
    for (const [i, leaf] of leaves.entries()) {
      const grown = appendLeaves(frontier, [leaf])
      expect(hex(grown.root)).toBe(roots[i])
      expect(hex(appendLeaves(EMPTY_FRONTIER, leaves.slice(0, i + 1)).root)).toBe(roots[i])
      frontier = grown.frontier
    }
  })

  it.each(inclusionVectors)('proves leaf $index of $size', async ({ index, size, proof }) => {
    expect((await inclusionProof(stored(leaves), index, size)).map(hex)).toEqual(proof)
    const claim = { leafHash: leafHash(bytes(inputs[index] ?? '')), index, size, root: bytes(roots[size - 1] ?? '') }
    expect(verifyInclusion({ ...claim, proof: proof.map(bytes) })).toBe(true)
    expect(verifyInclusion({ ...claim, proof: [...proof.map(bytes), claim.root] })).toBe(false)
    expect(verifyInclusion({ ...claim, proof: [claim.root, ...proof.map(bytes)] })).toBe(false)
  })

  it.each(consistencyVectors)('proves that $newSize extends $oldSize', async ({ oldSize, newSize, proof }) => {
    expect((await consistencyProof(stored(leaves), oldSize, newSize)).map(hex)).toEqual(proof)
    const [oldRoot, newRoot] = [bytes(roots[oldSize - 1] ?? ''), bytes(roots[newSize - 1] ?? '')]
    const claim = { oldSize, newSize, oldRoot, newRoot }
    expect(verifyConsistency({ ...claim, proof: proof.map(bytes) })).toBe(true)
    expect(verifyConsistency({ ...claim, proof: [...proof.map(bytes), newRoot] })).toBe(false)
    expect(verifyConsistency({ ...claim, proof: [newRoot, ...proof.map(bytes)] })).toBe(false)
    const same = oldSize === newSize
    expect(verifyConsistency({ ...claim, proof: [] })).toBe(same)
    expect(verifyConsistency({ ...claim, oldRoot: newRoot, newRoot: oldRoot, proof: proof.map(bytes) })).toBe(same)
  })
})

describe('the edges of the verifiers', () => {
  const [a, b] = made(2)
  if (!a || !b) throw new Error('two leaves')

  it('refuses impossible claims instead of throwing', () => {
    for (const [index, size] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [0, Number.NaN],
      [0, 2 ** 53],
    ] as const) {
      expect(verifyInclusion({ leafHash: a, index, size, proof: [], root: a })).toBe(false)
    }
    expect(verifyInclusion({ leafHash: a, index: 0, size: 1, proof: [], root: a })).toBe(true)
    const empty = new Uint8Array(0)
    expect(verifyInclusion({ leafHash: empty, index: 0, size: 1, proof: [], root: empty })).toBe(false)
  })

  it('takes the empty tree and equal trees without a proof, and nothing else', () => {
    const claim = { oldSize: 0, newSize: 1, oldRoot: EMPTY_ROOT, newRoot: a, proof: [] }
    expect(verifyConsistency(claim)).toBe(true)
    expect(verifyConsistency({ ...claim, oldRoot: b })).toBe(false)
    expect(verifyConsistency({ ...claim, proof: [b] })).toBe(false)
    expect(verifyConsistency({ ...claim, oldSize: 1, oldRoot: a })).toBe(true)
    expect(verifyConsistency({ ...claim, oldSize: 1, oldRoot: b })).toBe(false)
    expect(verifyConsistency({ ...claim, oldSize: 2, oldRoot: b })).toBe(false)
    expect(verifyConsistency({ ...claim, oldSize: 1, newSize: 2, oldRoot: a, newRoot: b })).toBe(false)
  })

  it('refuses proofs that climb past the root or stop short of it, even with roots made for them', () => {
    const above = nodeHash(b, a)
    expect(verifyInclusion({ leafHash: a, index: 0, size: 1, proof: [b], root: above })).toBe(false)
    const [root3, root4] = [nodeHash(above, a), nodeHash(above, nodeHash(a, b))]
    const claim = { oldSize: 3, newSize: 4, oldRoot: root3, newRoot: root4, proof: [a, b, above] }
    expect(verifyConsistency(claim)).toBe(true)
    const climbed = { ...claim, oldRoot: nodeHash(b, root3), newRoot: nodeHash(b, root4), proof: [...claim.proof, b] }
    expect(verifyConsistency(climbed)).toBe(false)
    expect(verifyConsistency({ ...claim, oldRoot: a, newRoot: a, proof: [a] })).toBe(false)
  })

  it('works past 32 bits', async () => {
    const size = 2 ** 40 + 5
    const reader: NodeReader = { getNode: (level, index) => Promise.resolve(sha(Buffer.from(`${level}/${index}`))) }
    const proof = await inclusionProof(reader, 2 ** 40 + 4, size)
    expect(proof).toHaveLength(2)
    const root = await rootAt(reader, size)
    const claim = { leafHash: await reader.getNode(0, 2 ** 40 + 4), index: 2 ** 40 + 4, size, proof, root }
    expect(verifyInclusion(claim)).toBe(true)
    expect(verifyInclusion({ ...claim, index: 4 })).toBe(false)
    expect(frontierNodes(Number.MAX_SAFE_INTEGER)).toHaveLength(53)
  })

  it('refuses a frontier that is none', () => {
    expect(() => appendLeaves({ size: 3, hashes: [a] }, [b])).toThrow(RangeError)
    expect(() => appendLeaves({ size: 0, hashes: [a] }, [b])).toThrow(RangeError)
    expect(() => appendLeaves({ size: 1, hashes: [a.slice(1)] }, [b])).toThrow(RangeError)
    expect(() => appendLeaves(EMPTY_FRONTIER, [a.slice(1)])).toThrow(RangeError)
  })
})

describe('against the recursive definitions', () => {
  const sizes = fc.integer({ min: 1, max: 140 })

  it('stores each perfect subtree once, in any batches, and only those', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), async (batches) => {
        const leaves = made(batches.reduce((sum, n) => sum + n, 0))
        const nodes = memoryNodes()
        const seen: string[] = []
        let frontier = EMPTY_FRONTIER
        for (const batch of batches) {
          const grown = appendLeaves(frontier, leaves.slice(frontier.size, frontier.size + batch))
          nodes.add(grown.nodes)
          seen.push(...grown.nodes.map(({ level, index }) => `${level}/${index}`))
          frontier = grown.frontier
          expect(hex(grown.root)).toBe(hex(mth(leaves.slice(0, frontier.size))))
          expect(await loadFrontier(nodes, frontier.size)).toEqual(frontier)
        }
        const expected = Array.from({ length: 10 }, (_, level) => Math.floor(leaves.length / 2 ** level))
        expect(new Set(seen).size).toBe(seen.length)
        expect(seen.length).toBe(expected.reduce((sum, n) => sum + n, 0))
      }),
    )
  })

  it('makes the same proofs, which hold, in O(log n) reads', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (total, i, j) => {
        const leaves = made(total)
        const size = (j % total) + 1
        const index = i % size
        let reads = 0
        const inner = stored(leaves)
        const reader: NodeReader = {
          getNode: (level, at) => {
            reads += 1
            return inner.getNode(level, at)
          },
        }
        const tree = leaves.slice(0, size)
        const proof = await inclusionProof(reader, index, size)
        expect(reads).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)))
        expect(proof.map(hex)).toEqual(path(index, tree).map(hex))
        const root = mth(tree)
        expect(hex(await rootAt(reader, size))).toBe(hex(root))
        expect(verifyInclusion({ leafHash: leaves[index] ?? sha(), index, size, proof, root })).toBe(true)

        const oldSize = index + 1
        reads = 0
        const grown = await consistencyProof(reader, oldSize, size)
        expect(reads).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)))
        expect(grown.map(hex)).toEqual(subproof(oldSize, tree, true).map(hex))
        const oldRoot = mth(leaves.slice(0, oldSize))
        expect(verifyConsistency({ oldSize, newSize: size, oldRoot, newRoot: root, proof: grown })).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('asks a reader that can for all nodes at once', async () => {
    const leaves = made(100)
    const inner = stored(leaves)
    let calls = 0
    const reader: NodeReader = {
      getNode: () => Promise.reject(new Error('one by one')),
      getNodes: (ids) => {
        calls += 1
        return Promise.all(ids.map(({ level, index }) => inner.getNode(level, index)))
      },
    }
    expect((await inclusionProof(reader, 70, 99)).map(hex)).toEqual(path(70, leaves.slice(0, 99)).map(hex))
    expect(calls).toBe(1)
  })

  it('finds any flipped bit of leaf, root or proof, a dropped hash, a wrong index and a wrong size', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(255), fc.nat(), (size, i, bit, at) => {
        const tree = made(size)
        const index = i % size
        const proof = path(index, tree)
        const claim = { leafHash: tree[index] ?? sha(), index, size, proof, root: mth(tree) }
        expect(verifyInclusion({ ...claim, leafHash: flip(claim.leafHash, bit) })).toBe(false)
        expect(verifyInclusion({ ...claim, root: flip(claim.root, bit) })).toBe(false)
        expect(verifyInclusion({ ...claim, index: (index + 1) % (size + 1) })).toBe(false)
        expect(verifyInclusion({ ...claim, size: size * 2 })).toBe(false)
        if (proof.length === 0) return
        const place = at % proof.length
        expect(verifyInclusion({ ...claim, proof: proof.map((p, n) => (n === place ? flip(p, bit) : p)) })).toBe(false)
        expect(verifyInclusion({ ...claim, proof: proof.filter((_, n) => n !== place) })).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('finds any flipped bit in a consistency claim', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 140 }), fc.nat(), fc.nat(255), fc.nat(), (newSize, i, bit, at) => {
        const tree = made(newSize)
        const oldSize = 1 + (i % (newSize - 1))
        const proof = subproof(oldSize, tree, true)
        const claim = { oldSize, newSize, oldRoot: mth(tree.slice(0, oldSize)), newRoot: mth(tree), proof }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, oldRoot: flip(claim.oldRoot, bit) })).toBe(false)
        expect(verifyConsistency({ ...claim, newRoot: flip(claim.newRoot, bit) })).toBe(false)
        const place = at % proof.length
        expect(verifyConsistency({ ...claim, proof: proof.map((p, n) => (n === place ? flip(p, bit) : p)) })).toBe(
          false,
        )
        expect(verifyConsistency({ ...claim, proof: proof.filter((_, n) => n !== place) })).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
