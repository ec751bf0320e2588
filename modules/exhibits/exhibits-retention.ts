import { sql } from 'kysely'
import type { CasePart } from '#modules/casework/index.ts'
import type { SubjectRef } from '#platform/commands/types.ts'
import type { FileStore } from '#platform/files/index.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'

/**
 * The exhibits of a case. One that has not ended holds the case. With it go the keys of its words, names and files; its number,
 * its movements as codes, and its place in the log stand.
 */
export function createExhibitCasePart(files: FileStore): CasePart {
  return {
    finished: sql<boolean>`not exists (select 1 from exhibits.exhibit e
      where e.case_id = c.id and e.state not in ('deposited', 'returned', 'destroyed'))`,
    destroy: async (tx, caseIds) => {
      const db = tx.tables<ExhibitsTables>()
      const exhibits = await db
        .selectFrom('exhibits.exhibit')
        .select('id')
        .where('case_id', 'in', [...caseIds])
        .execute()
      const ids = exhibits.map(({ id }) => id)
      const fileIds = await files.idsOf(tx, 'exhibit', ids)
      if (ids.length > 0) await db.deleteFrom('exhibits.word').where('exhibit_id', 'in', ids).execute()
      const refs = (type: string, of: readonly string[]): SubjectRef[] => of.map((id) => ({ type, id }))
      return { shred: [...refs('exhibit', ids), ...refs('file', fileIds)], afterCommit: () => files.remove(fileIds) }
    },
  }
}
