import { type Frontier, EMPTY_FRONTIER, appendLeaves, frontierRoot } from './append.ts'
import { AuditLogError } from './audit-log-error.ts'
import { findBase64 } from './base64.ts'
import type { BundleHeader, BundleLine } from './bundle.ts'
import type { FindingList } from './finding-list.ts'
import { type Leaf, decodeLeaf, detailHash, leafHashOf } from './leaf.ts'
import { sameHash, verifyInclusion } from './merkle.ts'
import type { History } from './verify-history.ts'

type Line<Kind extends BundleLine['kind']> = Extract<BundleLine, { kind: Kind }>

/** The leaf that detail and inclusion lines speak of. */
interface CurrentLeaf {
  readonly index: number
  readonly hash: Uint8Array
  readonly leaf: Leaf | undefined
  hasDetail: boolean
  proven: boolean
}

const BATCH = 1024
// Beyond this a file is rubble, and naming each piece would only cost memory.
const MAX_NAMED = 10_000

/** The leaves of a bundle as they come by: their places, their hashes, and, where all are shown, the roots they give. */
export class LeafWalk {
  readonly #scope: BundleHeader['scope']
  readonly #history: History
  readonly #findings: FindingList
  #next: number
  #missing: { from: number; to: number }[] = []
  #current: CurrentLeaf | undefined
  #frontier: Frontier = EMPTY_FRONTIER
  #pending: Uint8Array[] = []
  // The tree can be followed only as long as each leaf stands in its place.
  #followed: boolean
  readonly #altered = new Map<number, { actual: string; stored: string }>()
  readonly #sizes: readonly number[]
  #reached = 0

  constructor(scope: BundleHeader['scope'], history: History, findings: FindingList) {
    this.#scope = scope
    this.#history = history
    this.#findings = findings
    this.#next = scope.type === 'range' ? scope.from : 0
    this.#followed = scope.type === 'all'
    this.#sizes = [...new Set(history.anchors.map((anchor) => anchor.size))]
    if (this.#followed) this.#compare()
  }

  addLeaf({ index, leaf, hash: stored }: Line<'leaf'>): void {
    this.#closeLeaf()
    this.#place(index)
    const hash = leafHashOf(leaf)
    const storedHash = findBase64(stored) ?? hash
    if (!sameHash(hash, storedHash) && this.#altered.size < MAX_NAMED)
      this.#altered.set(index, { actual: hex(hash), stored: hex(storedHash) })
    this.#current = { index, hash, leaf: this.#decode(index, leaf), hasDetail: false, proven: false }
    if (!this.#followed) return
    this.#pending.push(storedHash)
    const size = this.#frontier.size + this.#pending.length
    if (this.#pending.length >= BATCH || size === this.#sizes[this.#reached]) this.#flush()
  }

  /** Returns what is wrong with the line itself, if anything. */
  addDetail({ index, salt, detail }: Line<'detail'>): string | undefined {
    const current = this.#current
    if (current?.index !== index) return 'detail without its entry'
    if (current.hasDetail) return 'a second detail of one entry'
    current.hasDetail = true
    if (current.leaf && detailHash(findBase64(salt) ?? new Uint8Array(0), detail) !== current.leaf.detailHash) {
      this.#findings.add('DETAIL_MISMATCH', { index })
    }
    return undefined
  }

  /** Returns what is wrong with the line itself, if anything. */
  addInclusion({ index, size, proof }: Line<'inclusion'>): string | undefined {
    const current = this.#current
    if (current?.index !== index) return 'inclusion proof without its entry'
    const hashes = proof.map((text) => findBase64(text) ?? new Uint8Array(0))
    const holds = this.#history
      .anchorsAt(size)
      .some(({ root }) => verifyInclusion({ leafHash: current.hash, index, size, proof: hashes, root }))
    if (holds) current.proven = true
    else this.#findings.add('INCLUSION_INVALID', { index })
    return undefined
  }

  /** Names what was altered, moved, deleted or inserted. `signedSize`: up to where checkpoints vouch for the leaves. */
  finish(signedSize: () => number | undefined): void {
    this.#closeLeaf()
    if (this.#followed) this.#flush()
    const stored = new Set([...this.#altered.values()].map((leaf) => leaf.stored))
    for (const [index, { actual }] of this.#altered) {
      this.#findings.add(stored.has(actual) ? 'LEAF_REORDERED' : 'LEAF_ALTERED', { index })
    }
    for (const { from, to } of this.#missing) this.#findings.add('LEAF_DELETED', { from, to })
    const end = this.#scope.type === 'range' ? this.#scope.to : signedSize()
    if (this.#scope.type === 'selection' || end === undefined) return
    if (this.#next < end) this.#findings.add('LEAF_DELETED', { from: this.#next, to: end - 1 })
    if (this.#next > end) this.#findings.add('LEAF_INSERTED', { index: end })
  }

  #place(index: number): void {
    if (index === this.#next || (index > this.#next && this.#scope.type === 'selection')) {
      this.#next = index + 1
      return
    }
    this.#flush()
    this.#followed = false
    if (index > this.#next) {
      this.#missing.push({ from: this.#next, to: index - 1 })
      this.#next = index + 1
      return
    }
    if (this.#missing.length > MAX_NAMED) return this.#findings.add('LEAF_REORDERED', { index })
    const gap = this.#missing.find(({ from, to }) => from <= index && index <= to)
    if (gap) {
      this.#missing = this.#missing
        .filter((other) => other !== gap)
        .concat([
          { from: gap.from, to: index - 1 },
          { from: index + 1, to: gap.to },
        ])
        .filter(({ from, to }) => from <= to)
    }
    const moved = gap !== undefined || (this.#scope.type === 'selection' && index !== this.#next - 1)
    this.#findings.add(moved ? 'LEAF_REORDERED' : 'LEAF_INSERTED', { index })
  }

  #decode(index: number, text: string): Leaf | undefined {
    try {
      return decodeLeaf(text)
    } catch (error) {
      if (!(error instanceof AuditLogError)) throw error
      this.#findings.add('LEAF_MALFORMED', { index })
      return undefined
    }
  }

  #closeLeaf(): void {
    const current = this.#current
    if (current && !current.proven && this.#scope.type !== 'all') {
      this.#findings.add('LEAF_UNPROVEN', { index: current.index })
    }
    this.#current = undefined
  }

  #flush(): void {
    if (!this.#followed || this.#pending.length === 0) return
    this.#frontier = appendLeaves(this.#frontier, this.#pending).frontier
    this.#pending = []
    this.#compare()
  }

  #compare(): void {
    if (this.#sizes[this.#reached] !== this.#frontier.size) return
    this.#reached += 1
    const root = frontierRoot(this.#frontier)
    for (const anchor of this.#history.anchorsAt(this.#frontier.size)) anchor.matched = sameHash(anchor.root, root)
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
