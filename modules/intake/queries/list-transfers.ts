import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { nameOf } from '../domain/line-content.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { listAccess, unitInReach } from '../line-list.ts'
import { readContent } from '../line-store.ts'

/** What other units have sent to this one and wait to hear about, oldest first. */
export const listTransfers = defineQuery({
  type: 'register.list-transfers',
  permission: 'register.accept',
  input: z.strictObject({ unitId: z.uuid().optional() }),
  recorded: true,
  execute: async (tx, { unitId: asked }) => {
    const unitId = unitInReach(tx, asked)
    const rows = await tx
      .tables<IntakeTables>()
      .selectFrom('intake.transfer')
      .selectAll()
      .where('to_unit_id', '=', unitId)
      .where('state', '=', 'sent')
      .orderBy('sent_at')
      .limit(200)
      .execute()
    const items = []
    for (const row of rows) {
      const content = await readContent(tx, row)
      const reason = await tx.decrypt(row.content_key_id, row.reason)
      items.push({
        id: row.id,
        fromUnitId: row.unit_id,
        toUnitId: row.to_unit_id,
        sentAt: row.sent_at.toISOString(),
        kind: row.particulars.kind,
        anonymous: row.particulars.anonymous,
        receivedAt: row.particulars.receivedAt,
        dueAt: row.particulars.dueAt,
        reason: reason?.toString('utf8') ?? null,
        text: content?.text ?? null,
        name: content ? nameOf(content) : null,
      })
    }
    return {
      result: { items },
      access: listAccess(
        'register.listed',
        unitId,
        'transfers',
        rows.map((row) => row.line_id),
      ),
    }
  },
})
