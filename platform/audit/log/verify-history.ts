import { findBase64 } from './base64.ts'
import { type VerifiedCheckpoint, verifyCheckpoint } from './checkpoint.ts'
import type { FindingList } from './finding-list.ts'
import { sameHash, verifyConsistency } from './merkle.ts'
import type { ParsedTrust } from './trust.ts'

/** A size and root that somebody trusted vouches for: the log, by a checkpoint in the bundle, or the reader, from outside. */
export interface Anchor {
  readonly size: number
  readonly root: Uint8Array
  readonly witnesses: Set<string>
  inBundle: boolean
  fromOutside: boolean
  /** Whether the leaves shown give this root; undefined where they do not reach it. */
  matched?: boolean
}

// Clocks of witnesses may run a little ahead of the reader's.
const CLOCK_TOLERANCE_MS = 5 * 60_000

/** The checkpoints of a bundle and those known from outside, and what consistency proofs say of them. */
export class History {
  readonly #trust: ParsedTrust
  readonly #findings: FindingList
  readonly #now: Date | undefined
  readonly #bySize = new Map<number, Anchor[]>()
  readonly #extends = new Map<Anchor, Anchor[]>()
  #head: Anchor | undefined
  trusted = 0
  cosignatures = 0

  constructor(trust: ParsedTrust, findings: FindingList, now: Date | undefined) {
    this.#trust = trust
    this.#findings = findings
    this.#now = now
    for (const { size, root } of trust.known) this.#anchor(size, root, 'outside')
  }

  /** All anchors by growing size. */
  get anchors(): Anchor[] {
    return [...this.#bySize.values()].flat().toSorted((a, b) => a.size - b.size)
  }

  /** The largest checkpoint of the bundle that a trusted key of the log signed. */
  get head(): Anchor | undefined {
    return this.#head
  }

  anchorsAt(size: number): readonly Anchor[] {
    return this.#bySize.get(size) ?? []
  }

  addCheckpoint(note: string, line: number): void {
    const verified = verifyCheckpoint(note, this.#trust.keys)
    if (!verified.ok) {
      switch (verified.reason) {
        case 'malformed':
          return this.#findings.add('CHECKPOINT_MALFORMED', { line, reason: verified.message })
        case 'untrusted':
          return this.#findings.add('CHECKPOINT_UNTRUSTED', { line })
        case 'bad_signature':
          return this.#findings.add('CHECKPOINT_SIGNATURE_BAD', { line, reason: verified.message })
      }
    }
    const { size, root } = verified.checkpoint
    const before = this.#head?.size ?? 0
    if (size < before) {
      this.#findings.add('BUNDLE_MALFORMED', { line, reason: `checkpoint of ${size} entries after one of ${before}` })
    }
    this.trusted += 1
    const anchor = this.#anchor(size, root, 'bundle')
    if (size >= before) this.#head = anchor
    this.#addWitnesses(anchor, verified)
  }

  addConsistency(from: number, to: number, proof: readonly string[]): void {
    const hashes = proof.map((text) => findBase64(text) ?? new Uint8Array(0))
    let holds = false
    for (const older of this.anchorsAt(from)) {
      for (const newer of this.anchorsAt(to)) {
        const claim = { oldSize: from, newSize: to, oldRoot: older.root, newRoot: newer.root, proof: hashes }
        if (from >= to || !verifyConsistency(claim)) continue
        holds = true
        this.#extends.set(newer, [...(this.#extends.get(newer) ?? []), older])
      }
    }
    if (!holds) this.#findings.add('CONSISTENCY_INVALID', { from, to })
  }

  /** The anchors that are proven to be prefixes of this one, itself included. */
  prefixesOf(anchor: Anchor): Set<Anchor> {
    const found = new Set([anchor, ...this.anchorsAt(0)])
    // A set hands out what is added while it is walked.
    for (const newer of found) for (const older of this.#extends.get(newer) ?? []) found.add(older)
    return found
  }

  /** Whether an anchor is vouched for by somebody other than the operator. */
  isIndependent(anchor: Anchor): boolean {
    return anchor.fromOutside || anchor.witnesses.size >= Math.max(1, this.#trust.requireWitnesses)
  }

  #anchor(size: number, root: Uint8Array, from: 'bundle' | 'outside'): Anchor {
    const same = this.anchorsAt(size)
    let anchor = same.find((other) => sameHash(other.root, root))
    for (const other of same) {
      if (other === anchor) continue
      this.#findings.add(from === 'bundle' && !other.inBundle ? 'REWRITTEN' : 'FORK', { size })
    }
    if (!anchor) {
      anchor = { size, root, witnesses: new Set(), inBundle: false, fromOutside: false }
      this.#bySize.set(size, [...same, anchor])
    }
    if (from === 'bundle') anchor.inBundle = true
    else anchor.fromOutside = true
    return anchor
  }

  #addWitnesses(anchor: Anchor, verified: VerifiedCheckpoint): void {
    for (const { key, time } of verified.cosignatures) {
      this.cosignatures += 1
      if (this.#now && time.getTime() > this.#now.getTime() + CLOCK_TOLERANCE_MS) {
        this.#findings.add('COSIGNATURE_IN_FUTURE', { witness: key.name, time: time.toISOString() })
        continue
      }
      anchor.witnesses.add(key.name)
    }
  }
}
