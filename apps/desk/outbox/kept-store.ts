import { type IDBPDatabase, openDB } from 'idb'
import { z } from 'zod'
import { type Kept, keptSchema } from './kept.ts'
import type { KeptStore } from './queue.ts'

// Apart from the drafts: what was given has its own life, and its own versions of this store.
let opening: Promise<IDBPDatabase> | undefined

function database(): Promise<IDBPDatabase> {
  opening ??= openDB('daira-outbox', 1, {
    upgrade: (db) => {
      db.createObjectStore('kept', { keyPath: 'id' }).createIndex('by-officer', 'officerId')
    },
  })
  return opening
}

const rowSchema = z.object({
  id: z.uuid(),
  officerId: z.uuid(),
  iv: z.instanceof(Uint8Array).optional(),
  sealed: z.instanceof(ArrayBuffer).optional(),
  plain: keptSchema.optional(),
})

export interface OfficerStore extends KeptStore {
  /** Ids of what lies here and cannot be read: kept under a key of an earlier installation, or by a later desk. */
  unreadable(): readonly string[]
}

/**
 * What one officer gave at this computer. It lies encrypted under a key that the server tells that officer's open
 * session and nobody else; only where the browser gives no cryptography (plain HTTP from another host) does it lie open.
 */
export async function openKeptStore(officerId: string, deskKey: string): Promise<OfficerStore> {
  const key = await keyFrom(deskKey)
  let unreadable: readonly string[] = []
  return {
    list: async () => {
      const rows = await (await database()).getAllFromIndex('kept', 'by-officer', officerId)
      const read = await Promise.all(rows.map((row: unknown) => readRow(row, key)))
      unreadable = read.flatMap((each) => (typeof each === 'string' ? [each] : []))
      return read.filter((each) => typeof each !== 'string')
    },
    put: async (kept) => {
      const row = await sealed(kept, officerId, key)
      // `strict`: acknowledged when it is on the disk, not when the system promises to write it.
      const transaction = (await database()).transaction('kept', 'readwrite', { durability: 'strict' })
      await Promise.all([transaction.store.put(row), transaction.done])
    },
    remove: async (id) => (await database()).delete('kept', id),
    unreadable: () => unreadable,
  }
}

async function keyFrom(deskKey: string): Promise<CryptoKey | undefined> {
  // Missing where the page did not come over TLS or from this machine itself.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  if (subtle === undefined) return undefined
  const bytes = Uint8Array.from(atob(deskKey), (letter) => letter.charCodeAt(0))
  return subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

const contextOf = (id: string, officerId: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${officerId}/${id}`)

async function sealed(kept: Kept, officerId: string, key: CryptoKey | undefined): Promise<z.input<typeof rowSchema>> {
  const { id } = kept
  if (!key) return { id, officerId, plain: kept }
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: contextOf(id, officerId) },
    key,
    new TextEncoder().encode(JSON.stringify(kept)),
  )
  return { id, officerId, iv, sealed: bytes }
}

async function readRow(value: unknown, key: CryptoKey | undefined): Promise<Kept | string> {
  const row = rowSchema.safeParse(value)
  if (!row.success) return z.object({ id: z.string() }).parse(value).id
  const { id, officerId, iv, sealed: bytes, plain } = row.data
  if (plain) return plain
  if (!key || !iv || !bytes) return id
  try {
    const open = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: Uint8Array.from(iv), additionalData: contextOf(id, officerId) },
      key,
      bytes,
    )
    return keptSchema.parse(JSON.parse(new TextDecoder().decode(open)))
  } catch {
    return id
  }
}
