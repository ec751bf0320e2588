import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import type { Refs } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { FileInfo } from '#platform/files/index.ts'
import { type ExhibitRow, openJson, sealJson } from './exhibit-store.ts'
import type { ExhibitsTables, StoredFileTable } from './exhibits-tables.ts'

export type StoredFileRow = Selectable<StoredFileTable>

/** What is kept of a file beside its bytes, encrypted. */
const fileDetailSchema = z.object({
  name: z.string().nullable(),
  caption: z.string().nullable(),
  note: z.string().nullable(),
  purpose: z.string().nullable(),
})
export type FileDetail = z.output<typeof fileDetailSchema>
export const openFileDetail = (tx: Tx, row: Pick<StoredFileRow, 'key_id' | 'detail'>) =>
  openJson(tx, fileDetailSchema, row.key_id, row.detail)

export async function listStoredFiles(tx: Tx, exhibitId: string): Promise<StoredFileRow[]> {
  return tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stored_file')
    .selectAll()
    .where('exhibit_id', '=', exhibitId)
    .orderBy('id')
    .execute()
}

/** A file of that exhibit. Throws NOT_FOUND. */
export async function getStoredFile(tx: Tx, exhibitId: string, id: string): Promise<StoredFileRow> {
  const row = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stored_file')
    .selectAll()
    .where('id', '=', id)
    .where('exhibit_id', '=', exhibitId)
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** Makes a promoted or kept file part of an exhibit; answers its id. */
export async function storeFile(
  tx: Tx,
  exhibit: Pick<ExhibitRow, 'id' | 'unit_id' | 'area'>,
  info: FileInfo,
  as: {
    readonly role: StoredFileRow['role']
    readonly copyOf?: string
    readonly takenAt?: Date
    readonly detail: Partial<FileDetail>
  },
): Promise<string> {
  const addedBy = tx.actor.officerId
  if (!addedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
  const { caption = null, note = null, purpose = null } = as.detail
  const detail: FileDetail = { name: info.name, caption, note, purpose }
  const { keyId, sealed } = await sealJson(tx, exhibit.id, detail)
  const id = tx.ids.next()
  await tx
    .tables<ExhibitsTables>()
    .insertInto('exhibits.stored_file')
    .values({
      id,
      exhibit_id: exhibit.id,
      unit_id: exhibit.unit_id,
      area: exhibit.area,
      role: as.role,
      file_id: info.id,
      copy_of: as.copyOf ?? null,
      size: info.size,
      media_type: info.mediaType,
      sha256: Buffer.from(info.sha256, 'hex'),
      key_id: keyId,
      detail: sealed,
      taken_at: as.takenAt ?? null,
      added_at: tx.now,
      added_by: addedBy,
      checked_at: null,
      intact: null,
    })
    .execute()
  return id
}

export async function presentPhotos(
  tx: Tx,
  files: readonly StoredFileRow[],
  refs: Refs,
): Promise<Exhibit['photoList']> {
  const photos = files.flatMap((row) =>
    row.role === 'photo' && row.taken_at ? [{ ...row, taken_at: row.taken_at }] : [],
  )
  return Promise.all(
    photos.map(async (row) => ({
      id: row.id,
      takenAt: row.taken_at.toISOString(),
      addedAt: row.added_at.toISOString(),
      addedBy: refs.officer(row.added_by),
      sha256: Buffer.from(row.sha256).toString('hex'),
      mediaType: row.media_type,
      caption: (await openFileDetail(tx, row))?.caption ?? null,
    })),
  )
}

export async function presentFiles(tx: Tx, files: readonly StoredFileRow[], refs: Refs): Promise<Exhibit['fileList']> {
  const digital = files.flatMap((row) => (row.role === 'photo' ? [] : [{ ...row, role: row.role }]))
  return Promise.all(
    digital.map(async (row) => {
      const detail = await openFileDetail(tx, row)
      return {
        id: row.id,
        role: row.role,
        name: detail?.name ?? null,
        mediaType: row.media_type,
        size: row.size,
        sha256: Buffer.from(row.sha256).toString('hex'),
        copyOf: row.copy_of,
        purpose: detail?.purpose ?? null,
        note: detail?.note ?? null,
        addedAt: row.added_at.toISOString(),
        addedBy: refs.officer(row.added_by),
        checkedAt: row.checked_at?.toISOString() ?? null,
        intact: row.intact,
      }
    }),
  )
}
