import { sql } from 'kysely'
import type { CasePart } from '#modules/casework/index.ts'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { RetentionHandler } from '#platform/retention/index.ts'
import type { DocumentsTables } from './documents-tables.ts'

/** Drafts that were thrown away, whose time to be had back is over. */
export const draftRetention: RetentionHandler = {
  recordType: 'pv-draft',
  starts: ['pv-draft.discarded'],
  findStarted: async (tx, { startedBefore, limit, among }) => {
    const { rows } = await sql<{ id: string; discarded_at: Date }>`
      select id, discarded_at from draft.list_discarded(${startedBefore}, ${limit}, ${among ? [...among] : null}::uuid[])`.execute(
      tx.tables(),
    )
    return rows.map((row) => ({ id: row.id, startsAt: row.discarded_at, unitId: null, area: null }))
  },
  destroy: async (tx, ids) => {
    await dropDrafts(tx, 'id', ids)
    return { shred: [] }
  },
}

/**
 * The PVs of a case, their copies and files, and the drafts about it. A PV is never deleted: its key is shredded, and with the
 * key its text and its files are gone, while its number and its place in the log stand.
 */
export function createPvCasePart(files: FileStore): CasePart {
  return {
    // As an administrator the drafts of others are not seen; the worker sees them, and judges again before anything goes.
    finished: sql<boolean>`
      not exists (select 1 from documents.pv p where p.case_id = c.id and p.state = 'finalised')
      and not exists (select 1 from draft.pv_draft d where d.case_id = c.id and d.discarded_at is null and d.pv_id is null)`,
    destroy: async (tx, caseIds) => {
      const pvs = await tx
        .tables<DocumentsTables>()
        .selectFrom('documents.pv')
        .select('id')
        .where('case_id', 'in', [...caseIds])
        .execute()
      const pvIds = pvs.map(({ id }) => id)
      const fileIds = await files.idsOf(tx, 'pv', pvIds)
      const draftIds = await dropDrafts(tx, 'case_id', caseIds)
      const refs = (type: string, ids: readonly string[]): SubjectRef[] => ids.map((id) => ({ type, id }))
      return {
        shred: [...refs('pv', pvIds), ...refs('file', fileIds), ...refs('pv-draft', draftIds)],
        afterCommit: () => files.remove(fileIds),
      }
    },
  }
}

async function dropDrafts(tx: Tx, by: 'id' | 'case_id', ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const gone = await tx
    .tables<DocumentsTables>()
    .deleteFrom('draft.pv_draft')
    .where(by, 'in', [...ids])
    .returning('id')
    .execute()
  return gone.map(({ id }) => id)
}
