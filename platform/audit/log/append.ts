import { EMPTY_ROOT, HASH_BYTES, isTreeSize, nodeHash } from './merkle.ts'

/**
 * The right edge of a tree of `size` leaves: the roots of its perfect subtrees, largest first, one for each bit set in
 * `size`. It is all that appending needs.
 */
export interface Frontier {
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

/** A node of a perfect subtree: `level` 0 are the leaf hashes, node (l, i) covers the leaves i·2^l to (i+1)·2^l − 1. */
export interface NodeId {
  readonly level: number
  readonly index: number
}

/** A node with its hash, as it is stored. Once written it never changes. */
export interface StoredNode extends NodeId {
  readonly hash: Uint8Array
}

/** What an append yields: the nodes to store (each new perfect subtree, leaves included), the new edge and its root. */
export interface Appended {
  readonly nodes: StoredNode[]
  readonly frontier: Frontier
  readonly root: Uint8Array
}

/** Level of the root of the largest perfect tree whose size is a safe integer. */
const TOP_LEVEL = 52

/** The edge of the empty tree. */
export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }

/**
 * Appends leaf hashes to a tree known by its right edge; the input is not changed. For n leaves it returns fewer than
 * 2n + log2(size) nodes, in the order in which they came to be. Throws RangeError on a frontier that is none.
 */
export function appendLeaves(frontier: Frontier, leafHashes: readonly Uint8Array[]): Appended {
  assertFrontier(frontier)
  const edge = [...frontier.hashes]
  const nodes: StoredNode[] = []
  let size = frontier.size
  for (const leaf of leafHashes) {
    if (leaf.length !== HASH_BYTES) throw new RangeError('a leaf hash has 32 bytes')
    let hash = leaf
    let level = 0
    let index = size
    nodes.push({ level, index, hash })
    while (index % 2 === 1) {
      const left = edge.pop()
      if (left === undefined) throw new RangeError('frontier shorter than its size says')
      hash = nodeHash(left, hash)
      level += 1
      index = (index - 1) / 2
      nodes.push({ level, index, hash })
    }
    edge.push(hash)
    size += 1
  }
  if (!isTreeSize(size)) throw new RangeError('tree too large')
  const grown = { size, hashes: edge }
  return { nodes, frontier: grown, root: frontierRoot(grown) }
}

/** Root hash of the tree whose right edge this is. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  let root: Uint8Array | undefined
  for (const hash of frontier.hashes.toReversed()) root = root === undefined ? hash : nodeHash(hash, root)
  return root ?? EMPTY_ROOT
}

/** The perfect subtrees that cover `size` leaves from the left, largest first: the nodes of the frontier. */
export function frontierNodes(size: number): NodeId[] {
  const nodes: NodeId[] = []
  let covered = 0
  for (let level = TOP_LEVEL; level >= 0; level -= 1) {
    const width = 2 ** level
    if (size - covered < width) continue
    nodes.push({ level, index: covered / width })
    covered += width
  }
  return nodes
}

function assertFrontier(frontier: Frontier): void {
  if (!isTreeSize(frontier.size)) throw new RangeError('a tree size is a whole number from 0 to 2^53 - 1')
  let rest = frontier.size
  let bits = 0
  while (rest > 0) {
    bits += rest % 2
    rest = Math.floor(rest / 2)
  }
  if (bits !== frontier.hashes.length || frontier.hashes.some((h) => h.length !== HASH_BYTES)) {
    throw new RangeError(`a frontier of ${frontier.size} leaves has ${bits} hashes of 32 bytes`)
  }
}
