import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'

/** Permissions the officer holds for a record of that unit: for the abilities sent along with it, never for deciding. */
export async function permissionsHeld(tx: Tx, unitId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ held: string[] }>`select casework.permissions_over(${unitId}, false) as held`.execute(
    tx.tables(),
  )
  return new Set(rows[0]?.held ?? [])
}
