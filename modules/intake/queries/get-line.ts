import { z } from 'zod'
import type { Line } from '#contracts/intake/register.ts'
import { defineQuery, type Query, type Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { basesOf, stepsOf } from '../domain/line.ts'
import type { Intake } from '../intake-deps.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { presentLine, selectLines } from '../line-list.ts'
import { lineEvent, readContent } from '../line-store.ts'

const input = z.strictObject({ lineId: z.uuid() })

/** One line with its words, its story, and what can be done with it. */
export function getLine(intake: Intake): Query<typeof input, Line> {
  return defineQuery({
    type: 'register.read',
    permission: 'register.read',
    input,
    recorded: true,
    execute: async (tx, { lineId }) => {
      const row = await selectLines(tx).where('l.id', '=', lineId).executeTakeFirst()
      if (!row || !tx.reach.covers(row.unit_id)) throw platformErrors.fail('NOT_FOUND')
      const content = await readContent(tx, row)
      return {
        result: {
          ...(await presentLine(tx, row)),
          content: content ?? null,
          recordedBy: await officerOf(tx, row.recorded_by),
          originLineId: row.origin_line_id,
          ...(await sideRecords(tx, lineId)),
          entries: await listEntries(tx, lineId),
          steps: stepsOf(row, intake.rules),
          bases: basesOf(row, intake.rules),
        },
        access: {
          ...lineEvent('register.read', row),
          purpose: { kind: 'register', id: lineId },
        },
      }
    },
  })
}

async function officerOf(tx: Tx, id: string): Promise<{ id: string; nameAr: string; nameLatin: string }> {
  return tx
    .tables<IntakeTables>()
    .selectFrom('organisation.officer')
    .select(['id', 'name_ar as nameAr', 'name_latin as nameLatin'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function sideRecords(tx: Tx, lineId: string): Promise<Pick<Line, 'sentTo' | 'receipt' | 'reminders'>> {
  const db = tx.tables<IntakeTables>()
  const transfer = await db
    .selectFrom('intake.transfer')
    .select(['id', 'to_unit_id', 'sent_at'])
    .where('line_id', '=', lineId)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  const receipt = await db
    .selectFrom('intake.receipt')
    .select('issued_at')
    .where('line_id', '=', lineId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const reminders = await db
    .selectFrom('intake.reminder')
    .select(['id', 'remind_at', 'done_at'])
    .where('line_id', '=', lineId)
    .orderBy('remind_at')
    .execute()
  return {
    sentTo: transfer
      ? { transferId: transfer.id, unitId: transfer.to_unit_id, sentAt: transfer.sent_at.toISOString() }
      : null,
    receipt: receipt ? { issuedAt: receipt.issued_at.toISOString() } : null,
    reminders: reminders.map((row) => ({
      id: row.id,
      remindAt: row.remind_at.toISOString(),
      doneAt: row.done_at?.toISOString() ?? null,
    })),
  }
}

async function listEntries(tx: Tx, lineId: string): Promise<Line['entries']> {
  const rows = await tx
    .tables<IntakeTables>()
    .selectFrom('intake.entry as e')
    .leftJoin('organisation.officer as o', 'o.id', 'e.officer_id')
    .selectAll('e')
    .select(['o.name_ar', 'o.name_latin'])
    .where('e.line_id', '=', lineId)
    .orderBy('e.id')
    .execute()
  const entries: Line['entries'] = []
  for (const row of rows) {
    const words = row.text && row.text_key_id ? await tx.decrypt(row.text_key_id, row.text) : undefined
    entries.push({
      id: row.id,
      kind: row.kind,
      codes: row.codes as Line['entries'][number]['codes'],
      text: words?.toString('utf8') ?? null,
      happenedAt: row.happened_at.toISOString(),
      recordedAt: row.recorded_at.toISOString(),
      officer:
        row.officer_id && row.name_ar && row.name_latin
          ? { id: row.officer_id, nameAr: row.name_ar, nameLatin: row.name_latin }
          : null,
    })
  }
  return entries
}
