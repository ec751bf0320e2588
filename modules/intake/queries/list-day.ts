import { z } from 'zod'
import type { LineItem } from '#contracts/intake/register.ts'
import { day } from '#contracts/intake/time.ts'
import { defineQuery, type Query } from '#platform/commands/types.ts'
import type { Intake } from '../intake-deps.ts'
import { decodeCursor, listAccess, presentPage, selectLines, unitInReach } from '../line-list.ts'

const input = z.strictObject({
  unitId: z.uuid().optional(),
  date: day.optional(),
  after: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).default(50),
})

/** The day book: what a unit took down on a day of the country's legal time, in the order of its numbers. */
export function listDay(
  intake: Intake,
): Query<typeof input, { items: LineItem[]; next: string | null; date: string; unitId: string }> {
  return defineQuery({
    type: 'register.list-day',
    permission: 'register.read',
    input,
    recorded: true,
    execute: async (tx, { unitId: asked, date: askedDate, after, limit }) => {
      const unitId = unitInReach(tx, asked)
      const date = askedDate ?? intake.legalTime.dateOf(tx.now)
      const { from, to } = intake.legalTime.dayOf(date)
      const cursor = decodeCursor(z.tuple([z.number().int(), z.number().int()]), after)
      let query = selectLines(tx)
        .where('l.unit_id', '=', unitId)
        .where('l.recorded_at', '>=', from)
        .where('l.recorded_at', '<', to)
      if (cursor) {
        const [year, number] = cursor
        query = query.where((eb) =>
          eb.or([eb('l.year', '>', year), eb.and([eb('l.year', '=', year), eb('l.number', '>', number)])]),
        )
      }
      const rows = await query
        .orderBy('l.year')
        .orderBy('l.number')
        .limit(limit + 1)
        .execute()
      const page = await presentPage(tx, rows, limit, (row) => [row.year, row.number])
      return {
        result: { ...page, date, unitId },
        access: listAccess(
          'register.listed',
          unitId,
          'day',
          page.items.map((item) => item.id),
        ),
      }
    },
  })
}
