import { AuditLogError } from './audit-log-error.ts'
import { findBase64 } from './base64.ts'
import { verifyCheckpoint } from './checkpoint.ts'
import { HASH_BYTES, isTreeSize } from './merkle.ts'
import { type VerifierKey, parseVerifierKey } from './verifier-key.ts'

/** What the reader of a bundle trusts. It comes from outside the bundle, or it proves nothing. */
export interface Trust {
  /** Verifier keys of the one log that is judged (`ed25519`), rotated ones included; their name is its origin. */
  readonly logKeys: readonly string[]
  /** Verifier keys of witnesses (`cosignature/v1`) that do not belong to the operator. */
  readonly witnessKeys?: readonly string[]
  /** How many different witnesses must have cosigned the newest checkpoint. Default 0. */
  readonly requireWitnesses?: number
  /** Checkpoints kept from before, or got from elsewhere: signed notes, or a size with its base64 root as once printed. */
  readonly knownCheckpoints?: readonly (string | { readonly size: number; readonly root: string })[]
}

/** A size and root that somebody vouches for. */
export interface KnownRoot {
  readonly size: number
  readonly root: Uint8Array
}

/** `Trust`, read and checked. */
export interface ParsedTrust {
  readonly origin: string
  readonly keys: readonly VerifierKey[]
  readonly requireWitnesses: number
  readonly known: readonly KnownRoot[]
}

/**
 * Reads what is trusted. Throws `AUDIT_TRUST_INVALID` (or `AUDIT_KEY_INVALID`) where it is contradictory: no log key, keys
 * of two logs, a witness that is the log itself, one key under two names, more witnesses asked than named, a known
 * checkpoint that no trusted key signed.
 */
export function parseTrust(trust: Trust): ParsedTrust {
  const logKeys = trust.logKeys.map(parseVerifierKey)
  const witnessKeys = (trust.witnessKeys ?? []).map(parseVerifierKey)
  const requireWitnesses = trust.requireWitnesses ?? 0
  const [first] = logKeys
  if (!first) throw invalid('no key of the log')
  if (logKeys.some((key) => key.algorithm !== 'ed25519')) throw invalid('a log key is of type 0x01')
  if (logKeys.some((key) => key.name !== first.name)) throw invalid('keys of two logs')
  if (witnessKeys.some((key) => key.algorithm !== 'cosignature/v1')) throw invalid('a witness key is of type 0x04')
  // A cosignature does not name its witness: one key under two names, or the log's own, would count as another person.
  const witnesses = new Set(witnessKeys.map(keyBytes))
  if (witnesses.size !== witnessKeys.length) throw invalid('a witness key is named twice')
  if (logKeys.some((key) => witnesses.has(keyBytes(key)))) throw invalid('the log cannot be its own witness')
  if (!Number.isInteger(requireWitnesses) || requireWitnesses < 0 || requireWitnesses > witnesses.size) {
    throw invalid(`${requireWitnesses} witnesses are required and ${witnesses.size} are named`)
  }
  const keys = [...logKeys, ...witnessKeys]
  const known = (trust.knownCheckpoints ?? []).map((checkpoint) => knownRoot(checkpoint, keys))
  return { origin: first.name, keys, requireWitnesses, known }
}

function knownRoot(checkpoint: string | { size: number; root: string }, keys: readonly VerifierKey[]): KnownRoot {
  if (typeof checkpoint === 'string') {
    const verified = verifyCheckpoint(checkpoint, keys)
    if (!verified.ok) throw invalid(`known checkpoint: ${verified.message}`)
    return verified.checkpoint
  }
  const root = findBase64(checkpoint.root)
  if (!isTreeSize(checkpoint.size) || root?.length !== HASH_BYTES)
    throw invalid('known checkpoint: size and base64 root')
  return { size: checkpoint.size, root }
}

function keyBytes(key: VerifierKey): string {
  return Buffer.from(key.publicKey).toString('hex')
}

function invalid(reason: string): AuditLogError {
  return new AuditLogError('AUDIT_TRUST_INVALID', `trust: ${reason}`)
}
