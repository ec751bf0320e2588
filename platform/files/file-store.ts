import { createHash } from 'node:crypto'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { filesErrors } from './files-errors.ts'
import { startsAs } from './media-types.ts'
import { type PieceFiles, createPieceFiles, digestOf } from './piece-file.ts'

export interface FileTables {
  'draft.upload': {
    id: string
    officer_id: string
    key_id: string
    name: Uint8Array
    media_type: string
    size: number
    received: number
    pieces: number
    stored_bytes: number
    sha256: Uint8Array | null
    started_at: Date
    touched_at: Date
    promoted_at: Date | null
  }
  'files.file': {
    id: string
    owner_type: string
    owner_id: string
    unit_id: string
    area: string
    key_id: string
    name: Uint8Array
    media_type: string
    size: number
    stored_bytes: number
    sha256: Uint8Array
    added_by: string | null
    added_at: Date
  }
}

export interface UploadState {
  readonly id: string
  readonly received: number
  readonly size: number
  /** SHA-256 in hexadecimal once the file is whole. */
  readonly sha256: string | null
}

export interface FileInfo {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
  readonly addedAt: string
}

/** Who owns a promoted file, and where. */
export interface FileOwner {
  readonly owner: SubjectRef
  readonly unitId: string
  readonly area: string
}

/** Files of records: staged by `begin` and `append`, made part of a record by `promote` inside its command. */
export interface FileStore {
  begin(tx: Tx, file: { name: string; mediaType: string; size: number }): Promise<UploadState>
  /** Stores a piece that begins at `offset`. Throws UPLOAD_OUT_OF_STEP with the place to go on from. */
  append(tx: Tx, id: string, offset: number, piece: Uint8Array): Promise<UploadState>
  state(tx: Tx, id: string): Promise<UploadState>
  promote(tx: Tx, uploadId: string, target: FileOwner): Promise<FileInfo>
  /** Stores bytes made by the server itself, such as a sealed PDF. */
  keep(tx: Tx, file: { name: string; mediaType: string; content: Uint8Array }, target: FileOwner): Promise<FileInfo>
  /** A copy with bytes and key of its own, hashed while it is written. Throws FILE_CHANGED where the digest is no longer that of the arrival. */
  copy(tx: Tx, id: string, target: FileOwner): Promise<FileInfo>
  /** True where the bytes on the disk still have the digest taken on arrival; false where they differ or are gone. */
  verify(tx: Tx, id: string): Promise<boolean>
  list(tx: Tx, owner: SubjectRef): Promise<readonly FileInfo[]>
  /** Content piece by piece; NOT_FOUND where the transaction may not see the file. */
  read(tx: Tx, id: string): Promise<{ readonly info: FileInfo; readonly content: AsyncGenerator<Buffer> }>
  /** Ids of the files of these records; as the worker's role, for retention. */
  idsOf(tx: Tx, ownerType: string, ownerIds: readonly string[]): Promise<readonly string[]>
  /** Takes the bytes of files off the disk, once the destruction of their keys is committed. Bears what is gone already. */
  remove(ids: readonly string[]): Promise<void>
  /** Removes what was never promoted and not touched since `before`. */
  sweep(tx: Tx, before: Date): Promise<number>
}

const keepSize = 1024 * 1024

export function createFileStore(dir: string): FileStore {
  const disk: PieceFiles = createPieceFiles(dir)
  const rows = (tx: Tx) => tx.tables<FileTables>()

  const store: FileStore = {
    begin: async (tx, { name, mediaType, size }) => {
      const id = tx.ids.next()
      const { keyId, sealed } = await tx.encryptFor({ type: 'file', id }, Buffer.from(name))
      await rows(tx)
        .insertInto('draft.upload')
        .values({
          id,
          officer_id: actorOf(tx),
          key_id: keyId,
          name: sealed,
          media_type: mediaType,
          size,
          received: 0,
          pieces: 0,
          stored_bytes: 0,
          sha256: null,
          started_at: tx.now,
          touched_at: tx.now,
          promoted_at: null,
        })
        .execute()
      return { id, received: 0, size, sha256: null }
    },

    append: async (tx, id, offset, piece) => {
      const row = await rows(tx)
        .selectFrom('draft.upload')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row || row.promoted_at) throw platformErrors.fail('NOT_FOUND')
      // A piece that was stored while its answer was lost comes again: it is acknowledged again.
      if (offset + piece.length === row.received && piece.length > 0) return stateOf(row)
      if (offset !== row.received) throw filesErrors.fail('UPLOAD_OUT_OF_STEP', { received: row.received })
      if (offset + piece.length > row.size) throw filesErrors.fail('UPLOAD_BEYOND_SIZE')
      if (offset === 0 && !startsAs(row.media_type, piece)) throw filesErrors.fail('FILE_TYPE_NOT_ACCEPTED')
      const key = await tx.keyBytes(row.key_id)
      const storedBytes = await disk.append(id, key, row.pieces, row.stored_bytes, piece)
      const received = offset + piece.length
      const sha256 = received === row.size ? await digestOf(disk.read(id, key, storedBytes)) : null
      const next = { received, pieces: row.pieces + 1, stored_bytes: storedBytes, sha256, touched_at: tx.now }
      await rows(tx).updateTable('draft.upload').set(next).where('id', '=', id).execute()
      return stateOf({ ...row, ...next })
    },

    state: async (tx, id) => {
      const row = await rows(tx).selectFrom('draft.upload').selectAll().where('id', '=', id).executeTakeFirst()
      if (!row) throw platformErrors.fail('NOT_FOUND')
      return stateOf(row)
    },

    promote: async (tx, uploadId, target) => {
      const row = await rows(tx)
        .selectFrom('draft.upload')
        .selectAll()
        .where('id', '=', uploadId)
        .forUpdate()
        .executeTakeFirst()
      if (!row || row.promoted_at) throw platformErrors.fail('NOT_FOUND')
      if (!row.sha256) throw filesErrors.fail('UPLOAD_UNFINISHED', { received: row.received, size: row.size })
      await rows(tx).updateTable('draft.upload').set({ promoted_at: tx.now }).where('id', '=', uploadId).execute()
      return insert(tx, target, { ...row, sha256: row.sha256 })
    },

    keep: async (tx, { name, mediaType, content }, target) => {
      const id = tx.ids.next()
      const { keyId, sealed } = await tx.encryptFor({ type: 'file', id }, Buffer.from(name))
      const key = await tx.keyBytes(keyId)
      let storedBytes = 0
      for (let at = 0, place = 0; at < content.length || place === 0; at += keepSize, place += 1) {
        storedBytes = await disk.append(id, key, place, storedBytes, content.subarray(at, at + keepSize))
      }
      const sha256 = await digestOf(disk.read(id, key, storedBytes))
      return insert(tx, target, {
        id,
        key_id: keyId,
        name: sealed,
        media_type: mediaType,
        size: content.length,
        stored_bytes: storedBytes,
        sha256,
      })
    },

    copy: async (tx, id, target) => {
      const row = await get(tx, id)
      const key = await tx.keyBytes(row.key_id)
      const copyId = tx.ids.next()
      const { name, mediaType } = await infoOf(tx, row)
      const { keyId, sealed } = await tx.encryptFor({ type: 'file', id: copyId }, Buffer.from(name))
      const copyKey = await tx.keyBytes(keyId)
      const hash = createHash('sha256')
      let storedBytes = 0
      let place = 0
      for await (const piece of sound(disk.read(id, key, row.stored_bytes))) {
        hash.update(piece)
        storedBytes = await disk.append(copyId, copyKey, place, storedBytes, piece)
        place += 1
      }
      const sha256 = hash.digest()
      if (!sha256.equals(row.sha256)) {
        await disk.remove(copyId)
        throw filesErrors.fail('FILE_CHANGED')
      }
      return insert(tx, target, {
        id: copyId,
        key_id: keyId,
        name: sealed,
        media_type: mediaType,
        size: row.size,
        stored_bytes: storedBytes,
        sha256,
      })
    },

    verify: async (tx, id) => {
      const row = await get(tx, id)
      const key = await tx.keyBytes(row.key_id)
      try {
        return (await digestOf(sound(disk.read(id, key, row.stored_bytes)))).equals(row.sha256)
      } catch (error) {
        if (error instanceof AppError && error.code === 'FILE_CHANGED') return false
        throw error
      }
    },

    list: async (tx, owner) => {
      const found = await rows(tx)
        .selectFrom('files.file')
        .selectAll()
        .where('owner_type', '=', owner.type)
        .where('owner_id', '=', owner.id)
        .orderBy('id')
        .execute()
      return Promise.all(found.map((row) => infoOf(tx, row)))
    },

    read: async (tx, id) => {
      const row = await get(tx, id)
      const key = await tx.keyBytes(row.key_id)
      return { info: await infoOf(tx, row), content: disk.read(id, key, row.stored_bytes) }
    },

    idsOf: async (tx, ownerType, ownerIds) => {
      if (ownerIds.length === 0) return []
      const found = await rows(tx)
        .selectFrom('files.file')
        .select('id')
        .where('owner_type', '=', ownerType)
        .where('owner_id', 'in', [...ownerIds])
        .execute()
      return found.map(({ id }) => id)
    },

    remove: async (ids) => {
      for (const id of ids) await disk.remove(id)
    },

    sweep: async (tx, before) => {
      const swept = await rows(tx)
        .deleteFrom('draft.upload')
        .where('touched_at', '<', before)
        .where('promoted_at', 'is', null)
        .returning('id')
        .execute()
      for (const row of swept) await disk.remove(row.id)
      return swept.length
    },
  }
  return store

  async function get(tx: Tx, id: string) {
    const row = await rows(tx).selectFrom('files.file').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    return row
  }

  async function insert(
    tx: Tx,
    target: FileOwner,
    row: Pick<FileTables['files.file'], 'id' | 'key_id' | 'name' | 'media_type' | 'size' | 'stored_bytes' | 'sha256'>,
  ): Promise<FileInfo> {
    const file = {
      id: row.id,
      owner_type: target.owner.type,
      owner_id: target.owner.id,
      unit_id: target.unitId,
      area: target.area,
      key_id: row.key_id,
      name: row.name,
      media_type: row.media_type,
      size: row.size,
      stored_bytes: row.stored_bytes,
      sha256: row.sha256,
      added_by: tx.actor.officerId,
      added_at: tx.now,
    }
    await rows(tx).insertInto('files.file').values(file).execute()
    return infoOf(tx, file)
  }
}

// A bit that changed, a piece that moved, a file that is gone: to whoever reads it they are the same.
async function* sound(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch {
    throw filesErrors.fail('FILE_CHANGED')
  }
}

function actorOf(tx: Tx): string {
  if (!tx.actor.officerId) throw platformErrors.fail('SIGN_IN_NEEDED')
  return tx.actor.officerId
}

function stateOf(row: FileTables['draft.upload']): UploadState {
  return {
    id: row.id,
    received: row.received,
    size: row.size,
    sha256: row.sha256 ? Buffer.from(row.sha256).toString('hex') : null,
  }
}

async function infoOf(tx: Tx, row: FileTables['files.file']): Promise<FileInfo> {
  const name = await tx.decrypt(row.key_id, row.name)
  return {
    id: row.id,
    name: name?.toString() ?? '',
    mediaType: row.media_type,
    size: row.size,
    sha256: Buffer.from(row.sha256).toString('hex'),
    addedAt: row.added_at.toISOString(),
  }
}
