import { type LoadingContext, loadOnce } from '#modules/organisation/index.ts'
import { z } from 'zod'
import { charterSchema } from './domain/charter.ts'
import type { RegistryTables } from './registry-tables.ts'

/** Loads the charters of a country's registers, as the owner. Does nothing where the same ones were loaded last. */
export async function loadCharters(context: LoadingContext, charters: unknown): Promise<boolean> {
  return loadOnce(context, 'charters', charters, async (tx) => {
    const rows = z.array(charterSchema).parse(charters)
    const db = tx.tables<RegistryTables>()
    for (const charter of rows) {
      const columns = { version: charter.version, in_force_from: charter.inForceFrom, body: JSON.stringify(charter) }
      await db
        .insertInto('registry.charter')
        .values({ register: charter.register, ...columns })
        .onConflict((conflict) => conflict.column('register').doUpdateSet(columns))
        .execute()
    }
    return { type: 'charters.loaded', subjects: [], codes: { registers: rows.map(({ register }) => register) } }
  })
}
