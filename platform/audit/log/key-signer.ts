import { type KeyObject, createPublicKey, sign } from 'node:crypto'
import { AuditLogError } from './audit-log-error.ts'
import { type CheckpointSigner, isKeyName } from './verifier-key.ts'

/** A signer over an Ed25519 private key held in memory, for keys that lie in a file. Throws `AUDIT_KEY_INVALID`. */
export function keySigner(keyName: string, privateKey: KeyObject): CheckpointSigner {
  if (!isKeyName(keyName)) throw new AuditLogError('AUDIT_KEY_INVALID', 'a key name has no spaces and no plus sign')
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') {
    throw new AuditLogError('AUDIT_KEY_INVALID', 'a checkpoint key is an Ed25519 private key')
  }
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  return {
    keyName,
    publicKey: Buffer.from(x ?? '', 'base64url'),
    sign: (bytes) => Promise.resolve(sign(null, bytes, privateKey)),
  }
}
