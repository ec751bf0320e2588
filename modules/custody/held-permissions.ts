import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'

/** Permissions the officer holds over any of those units: for abilities sent along with a record, never for deciding. */
export async function heldPermissions(tx: Tx, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ held: string }>`
    select distinct h.held from unnest(${[...unitIds]}::uuid[]) u (id), unnest(casework.permissions_over(u.id, false)) h (held)`.execute(
    tx.tables(),
  )
  return new Set(rows.map(({ held }) => held))
}
