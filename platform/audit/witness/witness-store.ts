import { type KeyObject, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type CheckpointSigner, type WitnessState, findBase64, keySigner, toBase64 } from '../log/index.ts'

/** What a witness must not lose: its key and, per log, the largest tree it cosigned. One folder holds both. */
export interface WitnessStore {
  readonly signer: CheckpointSigner
  read(origin: string): Promise<WitnessState | null>
  /** Returns when the state is on the disk. */
  write(state: WitnessState): Promise<void>
  /** Keeps a signed checkpoint that contradicts an earlier one: proof against the log. */
  keepEvidence(note: string): Promise<void>
}

const stateSchema = z.strictObject({ origin: z.string(), size: z.int().nonnegative(), root: z.string() })
const keySchema = z.strictObject({ name: z.string(), key: z.string() })

/** Opens the folder of a witness, making its key the first time. `name` is taken then only; a key keeps its name. */
export async function openWitnessStore(dir: string, name?: string): Promise<WitnessStore> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const { key, name: keyName } = await openKey(dir, name)
  return {
    signer: keySigner(keyName, key),
    read: async (origin) => {
      const path = pathOf(dir, origin)
      if (!existsSync(path)) return null
      const state = stateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
      const root = findBase64(state.root)
      // A witness that went on with less than it knew would cosign a second history.
      if (!root || state.origin !== origin) throw new Error(`The state of the witness in ${path} cannot be read.`)
      return { origin, size: state.size, root }
    },
    write: (state) =>
      writeWhole(
        dir,
        pathOf(dir, state.origin),
        JSON.stringify({ origin: state.origin, size: state.size, root: toBase64(state.root) }),
      ),
    keepEvidence: async (note) => {
      const path = join(dir, `contradiction-${digest(note)}.txt`)
      if (!existsSync(path)) await writeWhole(dir, path, note)
    },
  }
}

async function openKey(dir: string, name: string | undefined): Promise<{ key: KeyObject; name: string }> {
  const path = join(dir, 'witness-key.json')
  if (!existsSync(path)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
    const made = { name: name ?? `daira-witness/${randomBytes(4).toString('hex')}`, key: pem.toString() }
    keySigner(made.name, createPrivateKey(made.key))
    await writeWhole(dir, path, JSON.stringify(made))
  }
  const kept = keySchema.parse(JSON.parse(await readFile(path, 'utf8')))
  if (name !== undefined && name !== kept.name)
    throw new Error(`This witness is called ${kept.name}. Give a new witness a folder of its own.`)
  return { key: createPrivateKey(kept.key), name: kept.name }
}

function pathOf(dir: string, origin: string): string {
  return join(dir, `log-${digest(origin)}.json`)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

// The file, then its name: after a power cut there is the old state or the new one, and never the one that was answered lost.
async function writeWhole(dir: string, path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
