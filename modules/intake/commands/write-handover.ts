import type { Kysely } from 'kysely'
import { writeHandoverBody } from '#contracts/intake/shift.ts'
import { inputError } from '#platform/commands/input-error.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { requireOfficerOf } from '../line-store.ts'
import { countOpen } from '../line-counts.ts'

/** Leaves to the next shift what is open, in words, with the register's counts at that moment. */
export const writeHandover = defineCommand({
  type: 'handover.write',
  permission: 'handover.write',
  input: writeHandoverBody,
  execute: async (tx, body) => {
    const unitId = body.unitId ?? tx.actor.unitId
    const writtenBy = tx.actor.officerId
    if (!unitId || !writtenBy || !tx.reach.covers(unitId)) throw platformErrors.fail('NOT_PERMITTED')
    if (Date.parse(body.shiftTo) <= Date.parse(body.shiftFrom)) throw inputError(['shiftTo'])
    if (body.toOfficerId) await requireOfficerOf(tx, body.toOfficerId, unitId)
    const db = tx.tables<IntakeTables>()
    const unit = await db.selectFrom('organisation.unit').select('area').where('id', '=', unitId).executeTakeFirst()
    if (!unit) throw platformErrors.fail('NOT_PERMITTED')
    const lineIds = [...new Set(body.lineIds)]
    await requireLines(db, unitId, lineIds)
    const id = tx.ids.next()
    const { keyId, sealed } = await tx.encryptFor({ type: 'handover', id }, Buffer.from(body.text))
    const { open, overdue } = await countOpen(tx, unitId)
    await db
      .insertInto('intake.handover')
      .values({
        id,
        unit_id: unitId,
        area: unit.area,
        shift_from: new Date(body.shiftFrom),
        shift_to: new Date(body.shiftTo),
        open_lines: open,
        overdue_lines: overdue,
        line_ids: lineIds,
        content_key_id: keyId,
        content: sealed,
        written_by: writtenBy,
        written_at: tx.now,
        to_officer_id: body.toOfficerId ?? null,
        acknowledged_by: null,
        acknowledged_at: null,
        remark_key_id: null,
        remark: null,
      })
      .execute()
    return {
      result: { id, unitId, openLines: open, overdueLines: overdue },
      event: {
        type: 'handover.written',
        subjects: [{ type: 'handover', id }],
        unitId,
        area: unit.area,
        codes: { open, overdue },
      },
    }
  },
})

async function requireLines(db: Kysely<IntakeTables>, unitId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('intake.line')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('id', 'in', ids)
    .execute()
  if (rows.length !== ids.length) throw platformErrors.fail('NOT_FOUND')
}
