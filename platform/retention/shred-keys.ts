import { sql } from 'kysely'
import type { SubjectRef, Tx } from '#platform/commands/types.ts'

export interface ShreddedKey {
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
}

interface KeyRow {
  id: string
  subject_type: string
  subject_id: string
}

/** Destroys the keys of these records for good; answers those that were still there. As the worker's role only. */
export async function shredKeysOf(tx: Tx, subjects: readonly SubjectRef[]): Promise<ShreddedKey[]> {
  const { rows } = await sql<KeyRow>`
    update platform.data_key k set wrapped = null, shredded_at = ${tx.now}
    from unnest(${subjects.map(({ type }) => type)}::text[], ${subjects.map(({ id }) => id)}::uuid[]) as gone (type, id)
    where k.subject_type = gone.type and k.subject_id = gone.id and k.wrapped is not null
    returning k.id, k.subject_type, k.subject_id`.execute(tx.tables())
  return rows.map(present)
}

/** The same for keys known by their ids, as a certificate names them. */
export async function shredKeys(tx: Tx, ids: readonly string[]): Promise<ShreddedKey[]> {
  const { rows } = await sql<KeyRow>`
    update platform.data_key k set wrapped = null, shredded_at = ${tx.now}
    where k.id = any(${[...ids]}::uuid[]) and k.wrapped is not null
    returning k.id, k.subject_type, k.subject_id`.execute(tx.tables())
  return rows.map(present)
}

function present(row: KeyRow): ShreddedKey {
  return { id: row.id, subjectType: row.subject_type, subjectId: row.subject_id }
}
