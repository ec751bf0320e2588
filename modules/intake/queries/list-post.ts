import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { decodeCursor, listAccess, presentPage, selectLines, unitInReach } from '../line-list.ts'

const never = sql<Date>`'infinity'::timestamptz`

/** Open post of a unit by its deadline: overdue first, what has none last. */
export const listPost = defineQuery({
  type: 'register.list-post',
  permission: 'register.read',
  input: z.strictObject({
    unitId: z.uuid().optional(),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  recorded: true,
  execute: async (tx, { unitId: asked, after, limit }) => {
    const unitId = unitInReach(tx, asked)
    const cursor = decodeCursor(z.tuple([z.iso.datetime().nullable(), z.uuid()]), after)
    let query = selectLines(tx)
      .where('l.unit_id', '=', unitId)
      .where('l.ended_at', 'is', null)
      .where('l.letter_date', 'is not', null)
    if (cursor) {
      const [due, id] = cursor
      const bound = due === null ? never : sql<Date>`${new Date(due)}::timestamptz`
      query = query.where(sql<boolean>`(coalesce(l.due_at, 'infinity'), l.id) > (${bound}, ${id}::uuid)`)
    }
    const rows = await query
      .orderBy(sql`coalesce(l.due_at, 'infinity')`)
      .orderBy('l.id')
      .limit(limit + 1)
      .execute()
    const page = await presentPage(tx, rows, limit, (row) => [row.due_at?.toISOString() ?? null, row.id])
    return {
      result: page,
      access: listAccess(
        'register.listed',
        unitId,
        'post',
        page.items.map((item) => item.id),
      ),
    }
  },
})
