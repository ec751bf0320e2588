import { sql } from 'kysely'
import { z } from 'zod'
import { closePlaceBody } from '#contracts/exhibits/place.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'

/** Gives a place up. It keeps its name in every chain that led through it. */
export const closePlace = defineCommand({
  type: 'exhibit-place.close',
  permission: 'exhibit.manage-places',
  input: closePlaceBody.extend({ id: z.uuid() }),
  execute: async (tx, { id, baseVersion }) => {
    const db = tx.tables<ExhibitsTables>()
    const row = await db.selectFrom('exhibits.place').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) throw platformErrors.fail('NOT_FOUND')
    if (row.version !== baseVersion || row.closed_at !== null) throw platformErrors.fail('STALE_EDIT')
    if (row.kind !== 'room' && row.kind !== 'shelf' && row.kind !== 'box')
      throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
    // Also what the officer may not see keeps a place open.
    const { rows } = await sql<{ used: boolean }>`select exhibits.is_used(${id}) as used`.execute(db)
    if (rows[0]?.used !== false) throw exhibitsErrors.fail('EXHIBIT_PLACE_NOT_EMPTY')
    const version = row.version + 1
    await db
      .updateTable('exhibits.place')
      .set({ closed_at: tx.now, version })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      result: { id, version, label: row.label },
      event: {
        type: 'exhibit-place.closed',
        subjects: [{ type: 'exhibit-place', id }],
        unitId: row.unit_id,
        area: row.area,
        codes: { code: row.code, kind: row.kind },
      },
    }
  },
})
