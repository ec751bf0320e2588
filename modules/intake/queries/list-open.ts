import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { decodeCursor, listAccess, presentPage, selectLines, unitInReach } from '../line-list.ts'

// What the owner left behind by a posting, a suspension or by leaving lies in the tray too.
const inTray = sql<boolean>`not exists (
  select 1 from organisation.officer s where s.id = l.owner_id and s.unit_id = l.unit_id and s.state = 'active')`

/** Open lines of a unit, oldest first: all, the head's tray, or the reader's own. */
export const listOpen = defineQuery({
  type: 'register.list-open',
  permission: 'register.read',
  input: z.strictObject({
    unitId: z.uuid().optional(),
    owner: z.enum(['me', 'tray', 'all']).default('all'),
    after: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  recorded: true,
  execute: async (tx, { unitId: asked, owner, after, limit }) => {
    const unitId = unitInReach(tx, asked)
    const cursor = decodeCursor(z.uuid(), after)
    let query = selectLines(tx).where('l.unit_id', '=', unitId).where('l.ended_at', 'is', null)
    if (owner === 'me') query = query.where('l.owner_id', '=', tx.actor.officerId)
    if (owner === 'tray') query = query.where(inTray)
    if (cursor) query = query.where('l.id', '>', cursor)
    const rows = await query
      .orderBy('l.id')
      .limit(limit + 1)
      .execute()
    const page = await presentPage(tx, rows, limit, (row) => row.id)
    return {
      result: page,
      access: listAccess(
        'register.listed',
        unitId,
        `open-${owner}`,
        page.items.map((item) => item.id),
      ),
    }
  },
})
