import { z } from 'zod'
import { sendBody } from '#contracts/intake/register.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '#modules/notices/index.ts'
import type { IntakeTables, Particulars } from '../intake-tables.ts'
import { intakeErrors } from '../intake.errors.ts'
import { type LineRow, addEntry, changeLine, getLineAt, lineEvent, lineSubject, requireOpen } from '../line-store.ts'

/** Offers a line to another unit. It stays here, with its owner, until that unit has taken it. */
export const sendLine = defineCommand({
  type: 'register.send',
  permission: 'register.handle',
  input: sendBody.extend({ lineId: z.uuid() }),
  execute: async (tx, { lineId, toUnitId, reason, baseVersion }) => {
    const line = await getLineAt(tx, lineId, baseVersion)
    requireOpen(line)
    const db = tx.tables<IntakeTables>()
    const unit = await db
      .selectFrom('organisation.unit')
      .select('closed_on')
      .where('id', '=', toUnitId)
      .executeTakeFirst()
    const sentBy = tx.actor.officerId
    if (!unit || unit.closed_on !== null || toUnitId === line.unit_id || !sentBy) {
      throw intakeErrors.fail('REGISTER_UNIT_UNKNOWN')
    }
    const transferId = tx.ids.next()
    const words = await tx.encryptFor(lineSubject(line.id), Buffer.from(reason))
    await db
      .insertInto('intake.transfer')
      .values({
        id: transferId,
        line_id: line.id,
        unit_id: line.unit_id,
        area: line.area,
        to_unit_id: toUnitId,
        state: 'sent',
        particulars: JSON.stringify(particularsOf(line)),
        content_key_id: line.content_key_id,
        content: line.content,
        reason: words.sealed,
        sent_at: tx.now,
        sent_by: sentBy,
        settled_at: null,
        settled_by: null,
        to_line_id: null,
      })
      .execute()
    const result = await changeLine(tx, line, { state: 'sent' })
    await addEntry(tx, line, { kind: 'sent', codes: { unitId: toUnitId, transferId }, text: reason })
    await notify(tx, {
      kind: 'register.sent',
      to: [{ kind: 'role', role: 'head-of-unit', unitId: toUnitId }],
      link: { type: 'register-transfer', id: transferId },
      unitId: toUnitId,
      params: { number: line.number, year: line.year },
      aboutOfficerId: sentBy,
    })
    return {
      result: { ...result, transferId },
      event: lineEvent('register.sent', line, {
        codes: { toUnitId, transferId },
        also: [{ type: 'unit', id: toUnitId }],
      }),
    }
  },
})

const particularsOf = (line: LineRow): Particulars => ({
  kind: line.kind,
  category: line.category,
  anonymous: line.anonymous,
  authorisation: line.authorisation,
  receivedAt: line.received_at.toISOString(),
  happenedFrom: line.happened_from?.toISOString() ?? null,
  happenedTo: line.happened_to?.toISOString() ?? null,
  senderUnitId: line.sender_unit_id,
  senderReference: line.sender_reference,
  letterDate: line.letter_date,
  dueAt: line.due_at?.toISOString() ?? null,
})
