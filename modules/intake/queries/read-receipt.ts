import { z } from 'zod'
import { defineQuery, type Query } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { ReceiptDocument } from '#platform/pdf/index.ts'
import { categoryLabels, kindLabels } from '../domain/labels.ts'
import { nameOf } from '../domain/line-content.ts'
import type { Intake } from '../intake-deps.ts'
import type { IntakeTables } from '../intake-tables.ts'
import { intakeErrors } from '../intake.errors.ts'
import { lineEvent, readContent } from '../line-store.ts'
import { readHeading } from '../print-heading.ts'

const input = z.strictObject({ lineId: z.uuid(), locale: localeSchema })

/** What the receipt in force says, tracking code included; asking for it is printing it, and is recorded as that. */
export function readReceipt(intake: Intake): Query<typeof input, ReceiptDocument> {
  return defineQuery({
    type: 'register.print-receipt',
    permission: 'register.print-receipt',
    input,
    recorded: true,
    execute: async (tx, { lineId, locale }) => {
      const db = tx.tables<IntakeTables>()
      const line = await db.selectFrom('intake.line').selectAll().where('id', '=', lineId).executeTakeFirst()
      if (!line || !tx.reach.covers(line.unit_id)) throw platformErrors.fail('NOT_FOUND')
      const receipt = await db
        .selectFrom('intake.receipt as r')
        .innerJoin('organisation.officer as o', 'o.id', 'r.issued_by')
        .leftJoin('organisation.rank as k', 'k.code', 'o.rank_code')
        .select([
          'r.id',
          'r.code_key_id',
          'r.code',
          'o.name_ar',
          'o.name_latin',
          'k.label_ar',
          'k.label_fr',
          'k.label_en',
        ])
        .where('r.line_id', '=', lineId)
        .where('r.revoked_at', 'is', null)
        .executeTakeFirst()
      const code = receipt && (await tx.decrypt(receipt.code_key_id, receipt.code))
      if (!receipt || !code) throw intakeErrors.fail('REGISTER_NO_RECEIPT')
      const content = await readContent(tx, line)
      const name = content && nameOf(content, locale === 'ar' ? 'ar' : 'latin')
      const rank = { ar: receipt.label_ar, fr: receipt.label_fr, en: receipt.label_en }[locale]
      const officer = locale === 'ar' ? receipt.name_ar : receipt.name_latin
      const what = line.category ? categoryLabels[line.category] : kindLabels[line.kind]
      return {
        result: {
          ...(await readHeading(tx, intake, line.unit_id, locale)),
          title: receiptTitles[line.kind === 'complaint' ? 'complaint' : 'other'][locale],
          reference: `${line.number}/${line.year}`,
          receivedOn: intake.legalTime.dateOf(line.received_at),
          receivedAt: intake.legalTime.timeOf(line.received_at),
          receivedBy: rank ? `${officer}${locale === 'ar' ? '،' : ','} ${rank}` : officer,
          ...(name ? { complainant: name } : {}),
          subject: what[locale],
          // Two halves: a line of the sheet holds one, and is to break between them.
          trackingCode: code.toString('utf8').replace(/^(.{9})-/, '$1\n'),
          ...(intake.rules.trackingPlace ? { trackingPlace: intake.rules.trackingPlace } : {}),
          next: intake.rules.receiptNext.map((text) => text[locale]),
        },
        access: {
          ...lineEvent('register.receipt-printed', line, { codes: { receiptId: receipt.id, locale } }),
          purpose: { kind: 'register', id: lineId },
        },
      }
    },
  })
}

const receiptTitles = {
  complaint: { ar: 'وصل بإيداع شكاية', fr: 'Récépissé de dépôt de plainte', en: 'Receipt for a complaint' },
  other: { ar: 'وصل بالتقييد في السجل', fr: 'Récépissé d’inscription au registre', en: 'Receipt of the register' },
} as const
