import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import { foldDocumentNumber, looksLikeDocumentNumber } from './domain/document-number.ts'
import { foldName, prefixRange, scriptOf } from './domain/fold-name.ts'

export interface FoundPerson {
  readonly id: string
  readonly matched: 'name' | 'document'
  /** Where the next page goes on. */
  readonly key: string
}

/**
 * Persons whose name in either order, or whose document number, begins with what was typed; ordered by that key.
 * Ranges, not patterns: the comparison of text is leakproof, LIKE is not, and under row-level security only leakproof
 * conditions reach an index.
 */
export async function searchPersonKeys(
  tx: Tx,
  search: string,
  limit: number,
  after?: { readonly key: string; readonly id: string },
): Promise<FoundPerson[]> {
  if (looksLikeDocumentNumber(search)) return byDocument(tx, foldDocumentNumber(search), limit, after)
  const script = scriptOf(search)
  const prefix = foldName(search)
  if (!script || prefix.length < 2) return []
  const { from, to } = prefixRange(prefix)
  const beyond = (key: 'key_forward' | 'key_backward') =>
    after ? sql`and (${sql.ref(key)}, person_id) > (${after.key}, ${after.id}::uuid)` : sql``
  const candidates = (key: 'key_forward' | 'key_backward') => sql`
    (select person_id, ${sql.ref(key)} as key from registry.person_name
      where ${sql.ref(key)} >= ${from} and ${sql.ref(key)} < ${to} ${beyond(key)} and script = ${script} and ended_at is null
      order by ${sql.ref(key)}, person_id limit ${limit * 4})`
  const { rows } = await sql<{ id: string; key: string }>`
    select id, key from (
      select distinct on (person_id) person_id as id, key
      from (${candidates('key_forward')} union all ${candidates('key_backward')}) candidate
      order by person_id, key
    ) person
    order by key, id limit ${limit}`.execute(tx.tables())
  return rows.map(({ id, key }) => ({ id, key, matched: 'name' }))
}

async function byDocument(
  tx: Tx,
  prefix: string,
  limit: number,
  after?: { readonly key: string; readonly id: string },
): Promise<FoundPerson[]> {
  const { from, to } = prefixRange(prefix)
  const { rows } = await sql<{ id: string; key: string }>`
    select distinct person_id as id, number_key as key from registry.identity_document
    where number_key >= ${from} and number_key < ${to} and ended_at is null
      and ${after ? sql`(number_key, person_id) > (${after.key}, ${after.id}::uuid)` : sql`true`}
    order by number_key, person_id limit ${limit}`.execute(tx.tables())
  return rows.map(({ id, key }) => ({ id, key, matched: 'document' }))
}
