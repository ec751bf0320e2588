import { type Frontier, type NodeId, frontierNodes, frontierRoot } from './append.ts'
import { isTreeSize, nodeHash, splitPoint } from './merkle.ts'

/**
 * Where proofs read the stored nodes of a log (see `StoredNode`). `getNode` throws where the node is absent. A reader
 * that can fetch many nodes in one round trip offers `getNodes`, which answers in the order asked.
 */
export interface NodeReader {
  getNode(level: number, index: number): Promise<Uint8Array>
  getNodes?(ids: readonly NodeId[]): Promise<Uint8Array[]>
}

/** A span of leaves [from, to) that is a subtree of an RFC 9162 tree. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The right edge of the first `size` leaves, read from the stored nodes: at most 53 reads. */
export async function loadFrontier(reader: NodeReader, size: number): Promise<Frontier> {
  if (!isTreeSize(size)) throw new RangeError('a tree size is a whole number from 0 to 2^53 - 1')
  return { size, hashes: await readNodes(reader, frontierNodes(size)) }
}

/** Root of the tree of the first `size` leaves, now or as it once was. */
export async function rootAt(reader: NodeReader, size: number): Promise<Uint8Array> {
  return frontierRoot(await loadFrontier(reader, size))
}

/**
 * Proof that the leaf `index` stands in the tree of `size` leaves (RFC 9162, 2.1.3.1), nearest sibling first, at most
 * 2·log2(size) reads. Throws RangeError where index or size make no sense.
 */
export async function inclusionProof(reader: NodeReader, index: number, size: number): Promise<Uint8Array[]> {
  if (!isTreeSize(size) || !isTreeSize(index) || index >= size) throw new RangeError(`no leaf ${index} of ${size}`)
  const siblings: Span[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitPoint(to - from)
    if (index < middle) {
      siblings.push({ from: middle, to })
      to = middle
    } else {
      siblings.push({ from, to: middle })
      from = middle
    }
  }
  return hashSpans(reader, siblings.toReversed())
}

/**
 * Proof that the tree of `newSize` leaves extends that of `oldSize` leaves (RFC 9162, 2.1.4.1), at most 2·log2(newSize)
 * reads; empty where the sizes are equal or the old tree is empty. Throws RangeError where the sizes make no sense.
 */
export async function consistencyProof(reader: NodeReader, oldSize: number, newSize: number): Promise<Uint8Array[]> {
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize > newSize) {
    throw new RangeError(`no proof from ${oldSize} to ${newSize} leaves`)
  }
  if (oldSize === 0 || oldSize === newSize) return []
  const spans: Span[] = []
  let from = 0
  let to = newSize
  while (oldSize < to) {
    const middle = from + splitPoint(to - from)
    if (oldSize <= middle) {
      spans.push({ from: middle, to })
      to = middle
    } else {
      spans.push({ from, to: middle })
      from = middle
    }
  }
  // The old tree itself needs no telling where it is the whole left edge: the verifier has its root.
  if (from > 0) spans.push({ from, to })
  return hashSpans(reader, spans.toReversed())
}

async function hashSpans(reader: NodeReader, spans: readonly Span[]): Promise<Uint8Array[]> {
  const ids = spans.map(spanNodes)
  const hashes = await readNodes(reader, ids.flat())
  let at = 0
  return ids.map((nodes) => {
    const own = hashes.slice(at, at + nodes.length)
    at += nodes.length
    return own.reduceRight((right, left) => nodeHash(left, right))
  })
}

function spanNodes({ from, to }: Span): NodeId[] {
  return frontierNodes(to - from).map(({ level, index }) => ({ level, index: index + from / 2 ** level }))
}

async function readNodes(reader: NodeReader, ids: readonly NodeId[]): Promise<Uint8Array[]> {
  if (ids.length === 0) return []
  const hashes = reader.getNodes
    ? await reader.getNodes(ids)
    : await Promise.all(ids.map(({ level, index }) => reader.getNode(level, index)))
  if (hashes.length !== ids.length) throw new RangeError('the reader answered fewer nodes than asked')
  return hashes
}

/** A reader over nodes kept in memory, for tests and small logs. */
export function memoryNodes(): NodeReader & { add(nodes: readonly (NodeId & { hash: Uint8Array })[]): void } {
  const stored = new Map<string, Uint8Array>()
  return {
    add(nodes) {
      for (const node of nodes) stored.set(`${node.level}/${node.index}`, node.hash)
    },
    getNode(level, index) {
      const hash = stored.get(`${level}/${index}`)
      return hash ? Promise.resolve(hash) : Promise.reject(new RangeError(`no node ${level}/${index}`))
    },
  }
}
