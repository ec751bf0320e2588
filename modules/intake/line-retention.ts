import { sql } from 'kysely'
import type { RetentionHandler } from '#platform/retention/index.ts'
import type { IntakeTables } from './intake-tables.ts'

interface StartedLine {
  id: string
  ended_at: Date
  unit_id: string
  area: string
}

/**
 * Lines of the register whose time is over, counted from their end. Kept as long as anything lives that they led to: the case
 * they became or joined, or the line that another unit made of them.
 */
export const lineRetention: RetentionHandler = {
  recordType: 'register',
  starts: ['register.ended'],
  findStarted: async (tx, { startedBefore, limit, among }) => {
    const { rows } = await sql<StartedLine>`
      select l.id, l.ended_at, l.unit_id, l.area from intake.line l
      where l.ended_at <= ${startedBefore} and l.destroyed_at is null
        and (${among ? [...among] : null}::uuid[] is null or l.id = any (${among ? [...among] : null}::uuid[]))
        and not exists (
          with recursive followed as (
            select l.id, l.case_id, l.ended_at
            union all
            select n.id, n.case_id, n.ended_at from intake.line n join followed f on n.origin_line_id = f.id
          )
          select 1 from followed f left join casework.case_file c on c.id = f.case_id and c.destroyed_at is null
          where f.ended_at is null or c.id is not null)
      order by l.ended_at, l.id limit ${limit}`.execute(tx.tables())
    return rows.map((row) => ({ id: row.id, startsAt: row.ended_at, unitId: row.unit_id, area: row.area }))
  },
  // What was said, by whom, and every word of the story lie under the line's key, which is shredded with it.
  destroy: async (tx, ids) => {
    if (ids.length === 0) return { shred: [] }
    const db = tx.tables<IntakeTables>()
    await db
      .updateTable('intake.line')
      .set({ destroyed_at: tx.now, sender_reference: null })
      .where('id', 'in', [...ids])
      .execute()
    await db
      .deleteFrom('intake.receipt')
      .where('line_id', 'in', [...ids])
      .execute()
    await db
      .deleteFrom('intake.reminder')
      .where('line_id', 'in', [...ids])
      .execute()
    return { shred: [] }
  },
}
