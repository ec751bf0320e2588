import { type KeyObject, createPublicKey, hash, verify } from 'node:crypto'
import { AuditLogError } from './audit-log-error.ts'
import { findBase64, toBase64 } from './base64.ts'

/** What a key signs: whole notes (C2SP signed-note 0x01) or timestamped cosignatures (C2SP tlog-cosignature 0x04). */
export type KeyAlgorithm = 'ed25519' | 'cosignature/v1'

const typeByte: Record<KeyAlgorithm, number> = { ed25519: 0x01, 'cosignature/v1': 0x04 }

/** A public key one trusts, as notes name it. `keyId` is eight hex digits, `publicKey` 32 raw bytes (RFC 8032). */
export interface VerifierKey {
  readonly name: string
  readonly keyId: string
  readonly algorithm: KeyAlgorithm
  readonly publicKey: Uint8Array
}

/** The port behind which a signing key lives (a file now, PKCS#11 later). `publicKey` is 32 raw bytes, `sign` is Ed25519. */
export interface CheckpointSigner {
  readonly keyName: string
  readonly publicKey: Uint8Array
  sign(bytes: Uint8Array): Promise<Uint8Array>
}

/** Names of keys are neither empty nor hold spaces, plus signs or control characters (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\p{Cc}]/u.test(name)
}

/** A verifier key from its parts. The key id is SHA-256(name || 0x0A || type || public key), first four bytes. */
export function verifierKey(name: string, algorithm: KeyAlgorithm, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new AuditLogError('AUDIT_KEY_INVALID', 'a key name has no spaces and no plus sign')
  if (publicKey.length !== 32) throw new AuditLogError('AUDIT_KEY_INVALID', 'an Ed25519 public key has 32 bytes')
  const hashed = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed(algorithm, publicKey)]), 'hex')
  return { name, keyId: hashed.slice(0, 8), algorithm, publicKey }
}

/** The key under which a signer's signatures are checked: `ed25519` for the log itself, `cosignature/v1` for a witness. */
export function verifierKeyOf(signer: CheckpointSigner, algorithm: KeyAlgorithm): VerifierKey {
  return verifierKey(signer.keyName, algorithm, signer.publicKey)
}

/** Text form `name+keyid+base64(type || public key)`, the "vkey" of C2SP signed-note. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.keyId}+${toBase64(typed(key.algorithm, key.publicKey))}`
}

/** Reads a vkey. Throws `AUDIT_KEY_INVALID` where it is malformed, of another algorithm, or its id is not that of its key. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const material = findBase64(encoded ?? '')
  if (name === undefined || material?.length !== 33) {
    throw new AuditLogError('AUDIT_KEY_INVALID', 'a verifier key reads name+keyid+base64')
  }
  const algorithm = (['ed25519', 'cosignature/v1'] as const).find((known) => typeByte[known] === material[0])
  if (algorithm === undefined) throw new AuditLogError('AUDIT_KEY_INVALID', `unknown key type ${material[0]}`)
  const key = verifierKey(name, algorithm, material.slice(1))
  if (key.keyId !== keyId) throw new AuditLogError('AUDIT_KEY_INVALID', `the key id of ${name} is not that of its key`)
  return key
}

/** Whether `signature` (64 bytes) is this key's Ed25519 signature over `bytes`. */
export function verifyWith(key: VerifierKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, keyObject(key), signature)
}

// Building the key object costs more than the check itself, and a bundle asks for the same few keys thousands of times.
const keyObjects = new WeakMap<VerifierKey, KeyObject>()

function keyObject(key: VerifierKey): KeyObject {
  const known = keyObjects.get(key)
  if (known) return known
  const x = Buffer.from(key.publicKey).toString('base64url')
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  keyObjects.set(key, made)
  return made
}

function typed(algorithm: KeyAlgorithm, publicKey: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([typeByte[algorithm]]), publicKey])
}
