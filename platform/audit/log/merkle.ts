import { hash } from 'node:crypto'

/** Bytes of a tree hash (SHA-256). */
export const HASH_BYTES = 32

const sha256 = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer')

/** Root of the tree without leaves: the hash of the empty string (RFC 9162, 2.1.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0))

/** Hash of a leaf: SHA-256(0x00 || data) (RFC 9162, 2.1.1). */
export function leafHash(data: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(data.length + 1)
  prefixed.set(data, 1)
  return sha256(prefixed)
}

const scratch = new Uint8Array(1 + 2 * HASH_BYTES)
scratch[0] = 1

/** Hash of an inner node: SHA-256(0x01 || left || right) (RFC 9162, 2.1.1). Both children are 32 bytes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a tree hash has 32 bytes')
  // One buffer for all calls is safe: nothing awaits between filling and hashing it.
  scratch.set(left, 1)
  scratch.set(right, 1 + HASH_BYTES)
  return sha256(scratch)
}

/** Whether two hashes are the same bytes. Nothing here is secret, so it takes no constant time. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

/** Largest power of two strictly below `n` (n ≥ 2): where RFC 9162 splits a tree of n leaves. */
export function splitPoint(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/** Whether `n` can be the size of a tree: a whole number from 0 to 2^53 − 1. */
export function isTreeSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

// Sizes go beyond 32 bits, where the bit operators of the language stop: arithmetic instead.
const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1

/** What `verifyInclusion` judges: that the leaf stands at `index` in the tree of `size` leaves with that `root`. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Checks an inclusion proof by the algorithm of RFC 9162, 2.1.3.2. Never throws: what is malformed is false. */
export function verifyInclusion(claim: InclusionClaim): boolean {
  const { index, size, proof, root } = claim
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return false
  if (!allHashes([claim.leafHash, root, ...proof])) return false
  let fn = index
  let sn = size - 1
  let r = claim.leafHash
  for (const p of proof) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      r = nodeHash(p, r)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      r = nodeHash(r, p)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameHash(r, root)
}

/** What `verifyConsistency` judges: that the first `oldSize` leaves of the new tree are the old tree. */
export interface ConsistencyClaim {
  readonly oldSize: number
  readonly newSize: number
  readonly oldRoot: Uint8Array
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * Checks a consistency proof by the algorithm of RFC 9162, 2.1.4.2. Two cases the RFC leaves out: equal sizes need equal
 * roots and an empty proof; from size 0 the old root is that of the empty tree and the proof is empty (as tlog-witness
 * has it). Never throws: what is malformed is false.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize > newSize) return false
  if (!allHashes([oldRoot, newRoot, ...proof])) return false
  if (oldSize === newSize) return proof.length === 0 && sameHash(oldRoot, newRoot)
  if (oldSize === 0) return proof.length === 0 && sameHash(oldRoot, EMPTY_ROOT)
  if (proof.length === 0) return false
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof
  let fn = oldSize - 1
  let sn = newSize - 1
  while (isOdd(fn)) {
    fn = half(fn)
    sn = half(sn)
  }
  const [first, ...rest] = path
  if (first === undefined) return false
  let fr = first
  let sr = first
  for (const c of rest) {
    if (sn === 0) return false
    if (isOdd(fn) || fn === sn) {
      fr = nodeHash(c, fr)
      sr = nodeHash(c, sr)
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      sr = nodeHash(sr, c)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && sameHash(fr, oldRoot) && sameHash(sr, newRoot)
}

function allHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((h) => h.length === HASH_BYTES)
}

function isPowerOfTwo(n: number): boolean {
  let odd = n
  while (odd > 1 && !isOdd(odd)) odd = half(odd)
  return odd === 1
}
