import type { Tx } from '#platform/commands/types.ts'
import { custodyErrors } from './custody-errors.ts'
import { custodies } from './custody-store.ts'

/** A prosecutor's office in service. Throws CUSTODY_PROSECUTOR_UNKNOWN. */
export async function getProsecutor(tx: Tx, unitId: string): Promise<{ id: string; nameAr: string; nameFr: string }> {
  const row = await custodies(tx)
    .selectFrom('organisation.unit')
    .select(['id', 'kind', 'name_ar', 'name_fr', 'closed_on'])
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (row?.kind !== 'parquet' || row.closed_on !== null) throw custodyErrors.fail('CUSTODY_PROSECUTOR_UNKNOWN')
  return { id: row.id, nameAr: row.name_ar, nameFr: row.name_fr }
}
