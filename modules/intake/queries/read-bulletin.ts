import { sql } from 'kysely'
import { z } from 'zod'
import type { Bulletin } from '#contracts/intake/shift.ts'
import { day } from '#contracts/intake/time.ts'
import { defineQuery, type Query, type Tx } from '#platform/commands/types.ts'
import type { Intake } from '../intake-deps.ts'
import type { EntryKind, IntakeTables } from '../intake-tables.ts'
import { countOpen } from '../line-counts.ts'
import { unitInReach } from '../line-list.ts'

const input = z.strictObject({ unitId: z.uuid().optional(), date: day.optional() })

/** The daily bulletin of a unit: figures of one day, none about a person. */
export function readBulletin(intake: Intake): Query<typeof input, Bulletin> {
  return defineQuery({
    type: 'bulletin.read',
    permission: 'bulletin.read',
    input,
    recorded: false,
    execute: async (tx, { unitId: asked, date: askedDate }) => {
      const unitId = unitInReach(tx, asked)
      const date = askedDate ?? intake.legalTime.dateOf(tx.now)
      return { result: await bulletinOf(tx, intake, unitId, date) }
    },
  })
}

export async function bulletinOf(tx: Tx, intake: Intake, unitId: string, date: string): Promise<Bulletin> {
  const { from, to } = intake.legalTime.dayOf(date)
  const db = tx.tables<IntakeTables>()
  const byKind = await db
    .selectFrom('intake.line')
    .select([
      'kind',
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) filter (where 'late-entry' = any(marks))`.as('late'),
    ])
    .where('unit_id', '=', unitId)
    .where('recorded_at', '>=', from)
    .where('recorded_at', '<', to)
    .groupBy('kind')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('kind')
    .execute()
  const ends = await db
    .selectFrom('intake.entry')
    .select(['kind', sql<number>`count(distinct line_id)`.as('count')])
    .where('unit_id', '=', unitId)
    .where('recorded_at', '>=', from)
    .where('recorded_at', '<', to)
    .groupBy('kind')
    .execute()
  const ended = (kind: EntryKind): number => ends.find((row) => row.kind === kind)?.count ?? 0
  const standing = await countOpen(tx, unitId, to < tx.now ? to : tx.now)
  return {
    unitId,
    date,
    received: byKind.reduce((sum, row) => sum + row.count, 0),
    byKind: byKind.map(({ kind, count }) => ({ kind, count })),
    lateEntries: byKind.reduce((sum, row) => sum + row.late, 0),
    becameCase: ended('became-case'),
    joinedCase: ended('joined-case'),
    passedOn: ended('accepted'),
    closed: ended('closed'),
    answered: ended('answered'),
    casesOpened: (await intake.cases.countOpened?.(tx, unitId, from, to)) ?? null,
    openLines: standing.open,
    overdueLines: standing.overdue,
    awaitingAuthorisation: standing.awaiting,
    inTray: standing.inTray,
  }
}
