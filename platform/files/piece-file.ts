import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { decrypt, encrypt } from '#platform/keys/vault.ts'

/**
 * Encrypted bytes of one file on disk: pieces of [length, nonce, ciphertext, tag], each bound to the file and its place,
 * so that pieces can be neither swapped nor moved to another file.
 */
export interface PieceFiles {
  /** Appends a piece after `storedBytes`, overwriting what an unacknowledged attempt left there. Durable on return. */
  append(id: string, key: Uint8Array, place: number, storedBytes: number, plain: Uint8Array): Promise<number>
  /** The content, piece by piece. Throws where a bit has changed. */
  read(id: string, key: Uint8Array, storedBytes: number): AsyncGenerator<Buffer>
  remove(id: string): Promise<void>
}

export function createPieceFiles(dir: string): PieceFiles {
  const pathOf = (id: string): string => join(dir, id.slice(-2), id)
  return {
    append: async (id, key, place, storedBytes, plain) => {
      const path = pathOf(id)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const sealed = encrypt(key, plain, `${id}:${place}`)
      const head = Buffer.alloc(4)
      head.writeUInt32BE(sealed.length)
      const file = await openForWriting(path)
      try {
        await file.truncate(storedBytes)
        await file.write(Buffer.concat([head, sealed]), 0, head.length + sealed.length, storedBytes)
        await file.sync()
      } finally {
        await file.close()
      }
      return storedBytes + head.length + sealed.length
    },
    read: async function* (id, key, storedBytes) {
      const file = await open(pathOf(id), 'r')
      try {
        let at = 0
        for (let place = 0; at < storedBytes; place += 1) {
          const head = await readExactly(file, at, 4)
          const sealed = await readExactly(file, at + 4, head.readUInt32BE())
          at += 4 + sealed.length
          yield decrypt(key, sealed, `${id}:${place}`)
        }
      } finally {
        await file.close()
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  }
}

/** SHA-256 of content that comes in pieces. */
export async function digestOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of pieces) hash.update(piece)
  return hash.digest()
}

async function openForWriting(path: string): Promise<FileHandle> {
  // r+ keeps what is there; a new file is made only where there is none.
  return open(path, 'r+', 0o600).catch(() => open(path, 'wx+', 0o600))
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  if (bytesRead !== length) throw new Error('a stored file is shorter than its record says')
  return buffer
}
