import { z } from 'zod'
import { acceptBody } from '#contracts/intake/register.ts'
import { type Command, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { requireCharter } from '#modules/registry/index.ts'
import { reopenedState } from '../domain/line.ts'
import { encodeContent } from '../domain/line-content.ts'
import type { Intake } from '../intake-deps.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { type LineRef, addEntry, lineEvent, lineSubject, readContent, refOf, requireOfficerOf } from '../line-store.ts'
import { getTransferToAnswer, settleTransfer } from '../transfer-store.ts'

const input = acceptBody.extend({ transferId: z.uuid() })

/** Takes a line that another unit sent: it gets a number here, and ends there. */
export function acceptLine(intake: Intake): Command<typeof input, LineRef> {
  return defineCommand({
    type: 'register.accept',
    permission: 'register.accept',
    input,
    execute: async (tx, { transferId, ownerId }) => {
      await requireCharter(tx, 'desk-register')
      const transfer = await getTransferToAnswer(tx, transferId)
      const unitId = transfer.to_unit_id
      const recordedBy = tx.actor.officerId
      const content = await readContent(tx, transfer)
      if (!content || !recordedBy) throw platformErrors.fail('NOT_FOUND')
      if (ownerId) await requireOfficerOf(tx, ownerId, unitId)
      const db = tx.tables<IntakeTables>()
      const { area } = await db
        .selectFrom('organisation.unit')
        .select('area')
        .where('id', '=', unitId)
        .executeTakeFirstOrThrow()
      const id = tx.ids.next()
      const { keyId, sealed } = await tx.encryptFor(lineSubject(id), encodeContent(content))
      await settleTransfer(tx, transfer, { toLineId: id })
      const was = transfer.particulars
      const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))
      const year = intake.legalTime.yearOf(tx.now)
      const number = await tx.nextNumber('register', unitId, year)
      const line = await db
        .insertInto('intake.line')
        .values({
          id,
          unit_id: unitId,
          area,
          year,
          number,
          kind: was.kind,
          category: was.category,
          anonymous: was.anonymous,
          authorisation: was.authorisation,
          state: reopenedState(was.authorisation),
          owner_kind: ownerId ? 'officer' : 'tray',
          owner_id: ownerId ?? null,
          received_at: new Date(was.receivedAt),
          recorded_at: tx.now,
          happened_from: dateOf(was.happenedFrom),
          happened_to: dateOf(was.happenedTo),
          marks: [],
          sender_unit_id: was.senderUnitId,
          sender_reference: was.senderReference,
          letter_date: was.letterDate,
          due_at: dateOf(was.dueAt),
          content_key_id: keyId,
          content: sealed,
          recorded_by: recordedBy,
          case_id: null,
          origin_line_id: transfer.line_id,
          ended_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      await addEntry(tx, line, {
        kind: 'recorded',
        codes: { kind: was.kind, fromUnitId: transfer.unit_id, transferId },
        happenedAt: new Date(was.receivedAt),
      })
      return {
        result: refOf(line),
        event: lineEvent('register.accepted', line, {
          codes: { fromUnitId: transfer.unit_id, transferId },
          also: [lineSubject(transfer.line_id)],
        }),
      }
    },
  })
}
