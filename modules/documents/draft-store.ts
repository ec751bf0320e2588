import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { type PvContent, pvContentSchema } from '#contracts/documents/content.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { documentsErrors } from './documents-errors.ts'
import type { DocumentsTables } from './documents-tables.ts'

export type DraftRow = Selectable<DocumentsTables['draft.pv_draft']>

export const drafts = (tx: Tx) => tx.tables<DocumentsTables>()

/** Days in which a draft that was thrown away can be had back. */
export const discardDays = 30

/** A draft of the officer; of anyone else's there is none. Throws NOT_FOUND. */
export async function getDraft(tx: Tx, id: string): Promise<DraftRow> {
  const row = await drafts(tx).selectFrom('draft.pv_draft').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** A draft that is still open, held for this transaction. Throws NOT_FOUND, DRAFT_GONE. */
export async function getOpenDraft(tx: Tx, id: string): Promise<DraftRow> {
  const row = await drafts(tx)
    .selectFrom('draft.pv_draft')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  if (row.discarded_at || row.pv_id) throw documentsErrors.fail('DRAFT_GONE')
  return row
}

export async function sealContent(tx: Tx, draftId: string, content: PvContent) {
  return tx.encryptFor({ type: 'pv-draft', id: draftId }, Buffer.from(JSON.stringify(content)))
}

/** Throws NOT_FOUND where the key is gone. */
export async function openContent(tx: Tx, row: Pick<DraftRow, 'key_id' | 'content'>): Promise<PvContent> {
  const plain = await tx.decrypt(row.key_id, row.content)
  if (!plain) throw platformErrors.fail('NOT_FOUND')
  return pvContentSchema.parse(JSON.parse(plain.toString()))
}

/** Two saves of one draft at once: the second waits here, also where the row does not exist yet. */
export async function holdDraft(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7))`.execute(tx.tables())
}
