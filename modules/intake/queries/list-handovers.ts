import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import type { Handover } from '#contracts/intake/shift.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { unitInReach } from '../line-list.ts'

/** The newest hand-overs of a unit, what waits to be acknowledged included. */
export const listHandovers = defineQuery({
  type: 'handover.list',
  permission: 'handover.write',
  input: z.strictObject({ unitId: z.uuid().optional() }),
  recorded: true,
  execute: async (tx, { unitId: asked }) => {
    const unitId = unitInReach(tx, asked)
    const rows = await tx
      .tables<IntakeTables>()
      .selectFrom('intake.handover as h')
      .innerJoin('organisation.officer as w', 'w.id', 'h.written_by')
      .leftJoin('organisation.officer as a', 'a.id', 'h.acknowledged_by')
      .selectAll('h')
      .select(['w.name_ar', 'w.name_latin', 'a.name_ar as by_ar', 'a.name_latin as by_latin'])
      .where('h.unit_id', '=', unitId)
      .orderBy('h.written_at', 'desc')
      .limit(30)
      .execute()
    const items: Handover[] = []
    for (const row of rows) {
      const text = await tx.decrypt(row.content_key_id, row.content)
      const remark = row.remark && row.remark_key_id ? await tx.decrypt(row.remark_key_id, row.remark) : undefined
      items.push({
        id: row.id,
        unitId: row.unit_id,
        shiftFrom: row.shift_from.toISOString(),
        shiftTo: row.shift_to.toISOString(),
        text: text?.toString('utf8') ?? null,
        lineIds: row.line_ids,
        openLines: row.open_lines,
        overdueLines: row.overdue_lines,
        writtenBy: { id: row.written_by, nameAr: row.name_ar, nameLatin: row.name_latin },
        writtenAt: row.written_at.toISOString(),
        toOfficerId: row.to_officer_id,
        acknowledgedBy:
          row.acknowledged_by && row.by_ar && row.by_latin
            ? { id: row.acknowledged_by, nameAr: row.by_ar, nameLatin: row.by_latin }
            : null,
        acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
        remark: remark?.toString('utf8') ?? null,
      })
    }
    return {
      result: { items },
      access: {
        type: 'handover.read',
        subjects: [{ type: 'unit', id: unitId }, ...rows.map((row) => ({ type: 'handover', id: row.id }))],
        unitId,
        purpose: { kind: 'duty' as const },
        codes: { count: rows.length },
      },
    }
  },
})
