import { sql } from 'kysely'
import type { CasePart } from '#modules/casework/index.ts'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import type { RetentionHandler } from '#platform/retention/index.ts'
import { custodies } from './custody-store.ts'
import { loadCustodies } from './custody-view.ts'
import { partsOf } from './register/register-digest.ts'

/**
 * What custody keeps under a case: a person still held, or a line not signed yet, holds the case. A line keeps its place in
 * the book and its hours; who it was, and every word, end with its key.
 */
export function createCustodyPart(): CasePart {
  return {
    finished: sql<boolean>`not exists (select 1 from custody.custody h where h.case_id = c.id and h.destroyed_at is null
      and (h.ended_at is null or h.signed_at is null))`,
    destroy: async (tx, caseIds) => {
      const rows = await custodies(tx)
        .selectFrom('custody.custody')
        .select('id')
        .where('case_id', 'in', [...caseIds])
        .where('destroyed_at', 'is', null)
        .execute()
      return {
        shred: await empty(
          tx,
          rows.map(({ id }) => id),
        ),
      }
    },
  }
}

interface StartedCheck {
  id: string
  ended_at: Date
  unit_id: string
  area: string
}

/** Identity checks that nothing came of: no offence in their case, and nobody held there for another reason. */
export const identityCheckRetention: RetentionHandler = {
  recordType: 'identity-check',
  starts: ['identity-check.drawn-up'],
  findStarted: async (tx, { startedBefore, limit, among }) => {
    const { rows } = await sql<StartedCheck>`
      select h.id, h.ended_at, h.unit_id, h.area from custody.custody h
      where h.measure = 'identity-check' and h.destroyed_at is null and h.ended_at <= ${startedBefore}
        and (${among ? [...among] : null}::uuid[] is null or h.id = any (${among ? [...among] : null}::uuid[]))
        and exists (select 1 from casework.case_file c where c.id = h.case_id and c.offence_class is null)
        and not exists (select 1 from custody.custody other where other.case_id = h.case_id and other.measure <> 'identity-check')
      order by h.ended_at, h.id limit ${limit}`.execute(tx.tables())
    return rows.map((row) => ({ id: row.id, startsAt: row.ended_at, unitId: row.unit_id, area: row.area }))
  },
  destroy: async (tx, ids) => ({ shred: await empty(tx, ids) }),
}

async function empty(tx: Tx, ids: readonly string[]): Promise<SubjectRef[]> {
  if (ids.length === 0) return []
  const rows = await custodies(tx)
    .selectFrom('custody.custody')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  // What the prosecutor saw of its month can be computed again: what this line adds to it stays, as a digest.
  for (const line of await loadCustodies(tx, rows))
    await custodies(tx)
      .updateTable('custody.custody')
      .set({ destroyed_at: tx.now, participant_id: null, ended_digests: partsOf(line) })
      .where('id', '=', line.row.id)
      .execute()
  return ids.map((id) => ({ type: 'custody', id }))
}
