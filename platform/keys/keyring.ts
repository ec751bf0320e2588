import { type KeyObject, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckpointSigner, formatVerifierKey, keySigner, verifierKeyOf } from '#platform/audit/log/index.ts'
import { writeWhole } from '#platform/config/write-whole.ts'
import { type Vault, createVault } from './vault.ts'

/**
 * The installation's secret keys, each for one use. They lie in files that only the server's user can read; a hardware
 * module takes their place behind the same interface.
 */
export interface Keyring {
  /** Wraps the keys of records. */
  readonly vault: Vault
  /** Signs checkpoints of the audit log. Its name is the log's origin. */
  readonly checkpointSigner: CheckpointSigner
  /** Public key of the log in the form that verifiers are given (`name+hash+key`). */
  readonly logVerifierKey: string
  /** Signs certificates of deletion. */
  readonly deletionSigner: CheckpointSigner
  /** Password under which the private keys of the seals are kept. */
  readonly sealPassphrase: string
  /** Where keys of other parts may be kept. */
  readonly dir: string
}

/** Opens the keyring in `dir`, making what is missing. `origin` names the log, e.g. `daira/7f3a…`; it must never change. */
export async function openKeyring(dir: string, origin: string): Promise<Keyring> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await chmod(dir, 0o700)
  const master = Buffer.from(await secret(dir, 'master.key', () => randomBytes(32).toString('base64')), 'base64')
  const checkpoint = await privateKey(dir, 'checkpoint.pem')
  const deletion = await privateKey(dir, 'deletion.pem')
  const sealPassphrase = await secret(dir, 'seals.key', () => randomBytes(32).toString('base64url'))
  const checkpointSigner = keySigner(origin, checkpoint)
  return {
    vault: createVault(master),
    checkpointSigner,
    logVerifierKey: formatVerifierKey(verifierKeyOf(checkpointSigner, 'ed25519')),
    deletionSigner: keySigner(`${origin}/deletion`, deletion),
    sealPassphrase,
    dir,
  }
}

async function privateKey(dir: string, name: string): Promise<KeyObject> {
  const pem = await secret(dir, name, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  return createPrivateKey(pem)
}

async function secret(dir: string, name: string, make: () => string): Promise<string> {
  const path = join(dir, name)
  if (existsSync(path)) return readFile(path, 'utf8')
  // Of two processes that start at once one makes the key; it stands whole or not at all, whatever cuts it off.
  await writeWhole(path, make(), { mode: 0o600, onlyIfMissing: true })
  return readFile(path, 'utf8')
}
