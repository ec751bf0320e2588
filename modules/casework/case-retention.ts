import { type RawBuilder, sql } from 'kysely'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'
import type { Destruction, RetentionHandler } from '#platform/retention/index.ts'
import { forgetPersons } from '#modules/registry/index.ts'
import type { CaseworkTables } from './casework-tables.ts'

/** What another module keeps under a case, and how it ends with it. */
export interface CasePart {
  /** A condition over `casework.case_file c`: true where nothing of this part is unfinished. */
  readonly finished: RawBuilder<boolean>
  readonly destroy: (tx: Tx, caseIds: readonly string[]) => Promise<Destruction>
}

interface StartedCase {
  id: string
  closed_at: Date
  unit_id: string
  area: string
}

/**
 * Closed cases whose time is over. A case that was opened again, is sealed, is on offer to another unit or holds something
 * unfinished is not among them. With a case go its words, its participants, what the other modules keep under it, and what
 * was learned of persons whom no other case concerns.
 */
export function createCaseRetention(parts: readonly CasePart[]): RetentionHandler {
  return {
    recordType: 'case',
    starts: ['case.closed'],
    findStarted: async (tx, { startedBefore, limit, among }) => {
      const finished = sql.join([sql`true`, ...parts.map((part) => part.finished)], sql` and `)
      const { rows } = await sql<StartedCase>`
        select c.id, c.closed_at, c.unit_id, c.area from casework.case_file c
        where c.state = 'closed' and c.closed_at <= ${startedBefore} and c.destroyed_at is null
          and not c.sealed and c.transfer_to_unit_id is null
          and (${among ? [...among] : null}::uuid[] is null or c.id = any (${among ? [...among] : null}::uuid[]))
          and ${finished}
        order by c.closed_at, c.id limit ${limit}`.execute(tx.tables())
      return rows.map((row) => ({ id: row.id, startsAt: row.closed_at, unitId: row.unit_id, area: row.area }))
    },
    destroy: async (tx, ids) => {
      if (ids.length === 0) return { shred: [] }
      await emptyCases(tx, ids)
      const shred: SubjectRef[] = [...(await dropParticipants(tx, ids))]
      const after: (() => Promise<void>)[] = []
      for (const part of parts) {
        const gone = await part.destroy(tx, ids)
        shred.push(...gone.shred)
        if (gone.afterCommit) after.push(gone.afterCommit)
      }
      return {
        shred,
        afterCommit: async () => {
          for (const work of after) await work()
        },
      }
    },
  }
}

async function emptyCases(tx: Tx, ids: readonly string[]): Promise<void> {
  const db = tx.tables<CaseworkTables>()
  await db
    .updateTable('casework.case_file')
    .set({
      destroyed_at: tx.now,
      place_text: null,
      how_text: null,
      latitude: null,
      longitude: null,
      happened_from: null,
      happened_to: null,
    })
    .where('id', 'in', [...ids])
    .execute()
  for (const table of ['casework.note', 'casework.task', 'casework.transfer', 'casework.case_access'] as const)
    await db
      .deleteFrom(table)
      .where('case_id', 'in', [...ids])
      .execute()
}

/** Takes the persons out of these cases; answers those of whom nothing is known any more. */
async function dropParticipants(tx: Tx, ids: readonly string[]): Promise<SubjectRef[]> {
  const { rows } = await sql<{ id: string }>`
    with gone as (select ${[...ids]}::uuid[] as ids), concerned as (
      select person_id as id from casework.participant, gone where case_id = any (gone.ids) and person_id is not null
      union select person_id from casework.protected_person, gone where case_id = any (gone.ids)
      union select person_id from registry.person_name, gone where case_id = any (gone.ids)
      union select person_id from registry.identity_document, gone where case_id = any (gone.ids)
      union select person_id from registry.person_fact, gone where case_id = any (gone.ids))
    select c.id from concerned c where not exists (
      select 1 from casework.case_file f where f.destroyed_at is null and f.id in (
        select p.case_id from casework.participant p where p.person_id = c.id
        union all select h.case_id from casework.protected_person h where h.person_id = c.id))`.execute(tx.tables())
  const db = tx.tables<CaseworkTables>()
  for (const table of ['casework.protected_person', 'casework.participant'] as const)
    await db
      .deleteFrom(table)
      .where('case_id', 'in', [...ids])
      .execute()
  return forgetPersons(
    tx,
    rows.map((row) => row.id),
  )
}
