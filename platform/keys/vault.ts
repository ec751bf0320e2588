import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Encrypts under AES-256-GCM; the answer is nonce, ciphertext and tag in one. `context` is bound to it, not stored. */
export function encrypt(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Undoes `encrypt`. Throws where key, context or a single bit differs. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/** Wraps the key of a record by the installation's master key. The master key itself never leaves the process. */
export interface Vault {
  wrap(key: Uint8Array, keyId: string): Buffer
  unwrap(wrapped: Uint8Array, keyId: string): Buffer
  /** Opens what was encrypted under a record's key, given in its wrapped form. */
  openWith(wrapped: Uint8Array, keyId: string, sealed: Uint8Array): Buffer
  /** For what belongs to no record, such as an authenticator's secret. */
  seal(plain: Uint8Array, context: string): Buffer
  open(sealed: Uint8Array, context: string): Buffer
  /** A key of 32 bytes for one use outside the vault; the same for the same context, and worth nothing for another. */
  derive(context: string): Buffer
}

export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== 32) throw new Error('The master key must have 32 bytes.')
  return {
    wrap: (key, keyId) => encrypt(masterKey, key, `data-key:${keyId}`),
    unwrap: (wrapped, keyId) => decrypt(masterKey, wrapped, `data-key:${keyId}`),
    openWith: (wrapped, keyId, sealed) => decrypt(decrypt(masterKey, wrapped, `data-key:${keyId}`), sealed, keyId),
    seal: (plain, context) => encrypt(masterKey, plain, `sealed:${context}`),
    open: (sealed, context) => decrypt(masterKey, sealed, `sealed:${context}`),
    derive: (context) => Buffer.from(hkdfSync('sha256', masterKey, '', `derived:${context}`, 32)),
  }
}
