import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { expectedIn, getOpenStocktaking, seenIn } from '../stocktaking-store.ts'

/** Takes a wrong scan back while its count is open. The scan stays; it counts no more. */
export const takeBackScan = defineCommand({
  type: 'exhibit-stocktaking.take-back-scan',
  permission: 'exhibit.count',
  input: z.strictObject({ id: z.uuid(), scanId: z.uuid() }),
  execute: async (tx, { id, scanId }) => {
    const takenBackBy = tx.actor.officerId
    if (!takenBackBy) throw platformErrors.fail('SIGN_IN_NEEDED')
    const row = await getOpenStocktaking(tx, id)
    const db = tx.tables<ExhibitsTables>()
    const scan = await db
      .selectFrom('exhibits.stocktaking_scan as s')
      .leftJoin('exhibits.scan_taken_back as b', 'b.scan_id', 's.id')
      .innerJoin('exhibits.stocktaking as c', 'c.id', 's.stocktaking_id')
      .innerJoin('exhibits.place as p', 'p.id', 'c.place_id')
      .select(['b.scan_id as taken_back', 'p.code'])
      .where('s.id', '=', scanId)
      .where('s.stocktaking_id', '=', id)
      .executeTakeFirst()
    if (!scan) throw platformErrors.fail('NOT_FOUND')
    if (scan.taken_back !== null) throw exhibitsErrors.fail('SCAN_TAKEN_BACK')
    await db
      .insertInto('exhibits.scan_taken_back')
      .values({ scan_id: scanId, taken_back_at: tx.now, taken_back_by: takenBackBy })
      .execute()
    const [seen, expected] = [await seenIn(tx, row), await expectedIn(tx, row.place_id)]
    return {
      result: { id: scanId, scanned: seen.size, expected: expected.length },
      event: {
        type: 'exhibit-stocktaking.scan-taken-back',
        subjects: [{ type: 'exhibit-stocktaking', id }],
        unitId: row.unit_id,
        area: row.area,
        codes: { place: scan.code, scan: scanId },
      },
    }
  },
})
