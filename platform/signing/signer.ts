import { createHash, createPrivateKey, sign, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SigningError } from './signing-error.ts'

/**
 * Makes signatures with one key that it does not give out: a file here, a hardware module (PKCS#11) elsewhere.
 * ECDSA on P-256 with SHA-256.
 */
export interface Signer {
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in hex. */
  readonly keyId: string
  /** DER, the signer's own certificate first, without the trust anchor's where that is self-signed. */
  readonly certificateChain: readonly Uint8Array[]
  /** Signs the bytes themselves (they are hashed inside). The answer is a DER `ECDSA-Sig-Value`. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** SHA-256 of the public key of a certificate, in hex: the name a key goes by in records. */
export function keyIdOf(certificate: Uint8Array): string {
  return spkiDigest(new X509Certificate(certificate).publicKey)
}

function spkiDigest(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** A signer over a key in memory. @throws SigningError `SEAL_KEY_UNREADABLE` where key and certificate do not belong together. */
export function createKeySigner(privateKey: KeyObject, certificateChain: readonly Uint8Array[]): Signer {
  const [own] = certificateChain
  if (own === undefined) throw new SigningError('SEAL_KEY_UNREADABLE', 'a signer needs its certificate')
  const details = privateKey.asymmetricKeyDetails
  if (privateKey.asymmetricKeyType !== 'ec' || details?.namedCurve !== 'prime256v1') {
    throw new SigningError('SEAL_KEY_UNREADABLE', 'a seal key is an EC key on P-256')
  }
  if (!new X509Certificate(own).checkPrivateKey(privateKey)) {
    throw new SigningError('SEAL_KEY_UNREADABLE', 'the certificate belongs to another key')
  }
  return {
    keyId: keyIdOf(own),
    certificateChain: certificateChain.map((certificate) => Uint8Array.from(certificate)),
    sign: (data) =>
      new Promise((resolve, reject) => {
        sign('sha256', data, { key: privateKey, dsaEncoding: 'der' }, (error, signature) => {
          if (error) reject(error)
          else resolve(signature)
        })
      }),
  }
}

/** Where a key lies: PEM, the private key as encrypted PKCS#8 followed by its certificates, own one first. */
export interface SignerFile {
  path: string
  /** Machine-made secret of at least 32 characters; PKCS#8's own stretching is too weak for one a person remembers. */
  passphrase: string
}

function checkPassphrase(passphrase: string): void {
  if (passphrase.length < 32) {
    throw new SigningError('SEAL_KEY_UNREADABLE', 'the secret that protects a seal key has at least 32 characters')
  }
}

/**
 * Stores a key, readable by its owner only. Never overwrites: a seal key that is gone cannot be made again.
 * @throws SigningError `SEAL_KEY_EXISTS`
 */
export async function writeSignerFile(
  file: SignerFile,
  privateKey: KeyObject,
  certificateChain: readonly Uint8Array[],
): Promise<void> {
  checkPassphrase(file.passphrase)
  const key = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: file.passphrase })
  const text = [key.toString(), ...certificateChain.map((der) => new X509Certificate(der).toString())].join('')
  await mkdir(dirname(file.path), { recursive: true, mode: 0o700 })
  const claimed = await open(file.path, 'wx', 0o600).catch((error: unknown) => {
    throw new SigningError('SEAL_KEY_EXISTS', `there is a key at ${file.path}`, error)
  })
  await claimed.close()
  const part = `${file.path}.part`
  try {
    const handle = await open(part, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file.path)
  } catch (error) {
    await Promise.all([rm(part, { force: true }), rm(file.path, { force: true })])
    throw error
  }
}

/** Opens a key that `writeSignerFile` stored. @throws SigningError `SEAL_KEY_UNREADABLE` */
export async function openSignerFile(file: SignerFile): Promise<Signer> {
  const { privateKey, certificateChain } = await readSignerFile(file)
  return createKeySigner(privateKey, certificateChain)
}

/** The key and its certificates themselves, for the certificate authority. @throws SigningError `SEAL_KEY_UNREADABLE` */
export async function readSignerFile(
  file: SignerFile,
): Promise<{ privateKey: KeyObject; certificateChain: Uint8Array[] }> {
  checkPassphrase(file.passphrase)
  try {
    const text = await readFile(file.path, 'utf8')
    const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    return {
      privateKey: createPrivateKey({ key: text, passphrase: file.passphrase }),
      certificateChain: blocks.map((pem) => new Uint8Array(new X509Certificate(pem).raw)),
    }
  } catch (error) {
    throw new SigningError('SEAL_KEY_UNREADABLE', `the key at ${file.path} cannot be opened`, error)
  }
}
