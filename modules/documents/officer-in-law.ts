import { findOfficer, findQualityAt, getOfficer, getUnit } from '#modules/organisation/index.ts'
import type { JsonObject, Tx } from '#platform/commands/types.ts'
import type { Locale, Text } from '#platform/i18n/text.ts'
import type { QualityCodes } from './documents-tables.ts'
import type { Author, OfficerInLaw } from './domain/check-subject.ts'
import type { DocumentsData } from './domain/form.ts'

interface LabelTables {
  'organisation.rank': { code: string; label_ar: string; label_fr: string; label_en: string }
  'organisation.reference': { name: string; version: number; data: unknown }
}

/** Who an officer was at an instant, as codes that are frozen with the act. Throws NOT_FOUND. */
export async function qualityCodes(tx: Tx, officerId: string, at: Date): Promise<QualityCodes> {
  const snapshot = await findQualityAt(tx, officerId, at)
  return {
    rank: snapshot.rankCode,
    unitId: snapshot.unitId,
    qualities: snapshot.full.held.map(({ quality }) => quality),
    decisionRef: snapshot.decisionRef,
    suspended: snapshot.suspended,
  }
}

/** The quality by which an officer may sign: held at the act and still now, by one who is not suspended. */
export async function qualityToSign(
  tx: Tx,
  officerId: string,
  at: Date,
  asked: readonly string[],
): Promise<string | undefined> {
  const then = await qualityCodes(tx, officerId, at)
  const now = await qualityCodes(tx, officerId, tx.now)
  if (then.suspended || now.suspended) return undefined
  return asked.find((quality) => then.qualities.includes(quality) && now.qualities.includes(quality))
}

export const inLaw = (officerId: string, codes: QualityCodes): OfficerInLaw => ({
  officerId,
  qualities: codes.qualities,
  suspended: codes.suspended,
})

export const codesAsJson = (codes: QualityCodes): JsonObject => ({ ...codes, qualities: [...codes.qualities] })

/** The author as a PV names the officer, in the language of the print. */
export async function authorAt(
  tx: Tx,
  officerId: string,
  codes: QualityCodes,
  locale: Locale,
  words: DocumentsData['words'],
): Promise<Author> {
  const officer = await getOfficer(tx, officerId)
  const unit = await getUnit(tx, codes.unitId ?? officer.unit_id)
  const rank = codes.rank === null ? undefined : (await rankText(tx, codes.rank))?.[locale]
  const quality = codes.qualities[0] === undefined ? undefined : (await qualityText(tx, codes.qualities[0]))?.[locale]
  return {
    officerId,
    name: locale === 'ar' ? officer.name_ar : officer.name_latin,
    rank: rank ?? words.noRank[locale],
    quality: quality ?? words.noQuality[locale],
    unit: locale === 'ar' ? unit.name_ar : unit.name_fr,
  }
}

/** A rank in words; undefined where the country has none of that code. */
export async function rankText(tx: Tx, code: string): Promise<Text | undefined> {
  const row = await tx
    .tables<LabelTables>()
    .selectFrom('organisation.rank')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row && { ar: row.label_ar, fr: row.label_fr, en: row.label_en }
}

/** A judicial-police quality in words; undefined where the country has none of that code. */
export async function qualityText(tx: Tx, code: string): Promise<Text | undefined> {
  const row = await tx
    .tables<LabelTables>()
    .selectFrom('organisation.reference')
    .select('data')
    .where('name', '=', 'quality-rules')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rules = row?.data as { qualities?: { code: string; labels: Text }[] } | undefined
  return rules?.qualities?.find((quality) => quality.code === code)?.labels
}

export interface OfficerName {
  readonly id: string
  readonly nameAr: string
  readonly nameLatin: string
}

export async function officerName(tx: Tx, id: string): Promise<OfficerName> {
  const officer = await findOfficer(tx, id)
  return { id, nameAr: officer?.name_ar ?? '', nameLatin: officer?.name_latin ?? '' }
}
