import { sql } from 'kysely'
import type { Tx } from '#platform/commands/types.ts'
import type { IntakeTables } from './intake-tables.ts'

export interface OpenCounts {
  readonly open: number
  readonly overdue: number
  readonly awaiting: number
  readonly inTray: number
}

/** Open lines of a unit as they stood at an instant; now where none is given. */
export async function countOpen(tx: Tx, unitId: string, at: Date = tx.now): Promise<OpenCounts> {
  const now = at >= tx.now
  return tx
    .tables<IntakeTables>()
    .selectFrom('intake.line')
    .select([
      sql<number>`count(*)`.as('open'),
      sql<number>`count(*) filter (where due_at < ${at})`.as('overdue'),
      sql<number>`count(*) filter (where authorisation = 'awaited')`.as('awaiting'),
      sql<number>`count(*) filter (where not exists (select 1 from organisation.officer s
        where s.id = owner_id and s.unit_id = line.unit_id and s.state = 'active'))`.as('inTray'),
    ])
    .where('unit_id', '=', unitId)
    .where('recorded_at', '<=', at)
    .where((eb) => (now ? eb('ended_at', 'is', null) : eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', at)])))
    .executeTakeFirstOrThrow()
}
