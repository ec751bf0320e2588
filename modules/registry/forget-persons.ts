import { sql } from 'kysely'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'

/**
 * Takes out what was learned of these persons in cases that retention has destroyed; as the worker's role. What was learned in a
 * case that lives, or outside any, stays. Answers the persons of whom nothing is left: their keys are to be shredded.
 */
export async function forgetPersons(tx: Tx, personIds: readonly string[]): Promise<SubjectRef[]> {
  if (personIds.length === 0) return []
  const tables = ['registry.person_name', 'registry.identity_document', 'registry.person_fact'] as const
  for (const table of tables)
    await sql`
      delete from ${sql.table(table)} f using casework.case_file c
      where f.person_id = any (${[...personIds]}::uuid[]) and c.id = f.case_id and c.destroyed_at is not null`.execute(
      tx.tables(),
    )
  const { rows } = await sql<{ id: string }>`
    select p.id from unnest(${[...personIds]}::uuid[]) as p (id)
    where not exists (select 1 from registry.person_name f where f.person_id = p.id)
      and not exists (select 1 from registry.identity_document f where f.person_id = p.id)
      and not exists (select 1 from registry.person_fact f where f.person_id = p.id)`.execute(tx.tables())
  return rows.map(({ id }) => ({ type: 'person', id }))
}
