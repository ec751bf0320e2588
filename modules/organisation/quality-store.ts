import type { Tx } from '#platform/commands/types.ts'
import { type QualityAt, qualityAt } from './domain/quality.ts'
import { type QualityRules, qualityRulesSchema } from './domain/quality-data.ts'
import { getOfficer } from './officer-store.ts'
import { organisationErrors } from './organisation-errors.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import { readReference } from './unit-store.ts'

/** What is frozen onto an act: who the officer was, in law, at that instant. */
export interface QualitySnapshot {
  readonly officerId: string
  /** Rank and unit of the posting at that instant; null where there was none. */
  readonly rankCode: string | null
  readonly unitId: string | null
  /** The strongest judicial-police quality held then, a code of the country's data; null where none was. */
  readonly quality: string | null
  /** The decision it rests on; null where it comes with the rank. */
  readonly decisionRef: string | null
  /** True where a suspension or removal took the quality away at that instant. */
  readonly suspended: boolean
  /** Every quality held, with its articles, and why there is none. */
  readonly full: QualityAt
}

/** The quality rules in use. Throws where no country has been loaded. */
export async function getQualityRules(tx: Tx): Promise<QualityRules> {
  return qualityRulesSchema.parse(await readReference(tx.tables<OrganisationTables>(), 'quality-rules'))
}

/**
 * The judicial-police quality of an officer at an instant, by the rules of that day and what was recorded about the
 * officer. Throws NOT_FOUND where there is no such officer.
 */
export async function findQualityAt(tx: Tx, officerId: string, instant: Date): Promise<QualitySnapshot> {
  await getOfficer(tx, officerId)
  const db = tx.tables<OrganisationTables>()
  const rules = await getQualityRules(tx)
  const postings = await db
    .selectFrom('organisation.posting')
    .selectAll()
    .where('officer_id', '=', officerId)
    .orderBy('starts_at')
    .execute()
  const records = await db.selectFrom('organisation.quality').selectAll().where('officer_id', '=', officerId).execute()
  const suspensions = await db
    .selectFrom('organisation.absence')
    .select(['starts_at', 'ends_at'])
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'suspension')
    .execute()
  const period = (row: { starts_at: Date; ends_at: Date | null }): { from: string; to: string | null } => ({
    from: row.starts_at.toISOString(),
    to: row.ends_at?.toISOString() ?? null,
  })
  const at = instant.toISOString()
  const holds = (row: { starts_at: Date; ends_at: Date | null }): boolean =>
    row.starts_at <= instant && (row.ends_at === null || instant < row.ends_at)
  const isSuspended = suspensions.some(holds)
  const full = qualityAt(
    {
      ranks: postings.flatMap((row) => (row.rank_code === null ? [] : [{ ...period(row), rank: row.rank_code }])),
      decisions: records
        .filter((row) => row.kind === 'held')
        .map((row) => ({ ...period(row), id: row.decision_ref, quality: row.quality })),
      measures: records
        .filter((row) => row.kind === 'suspended')
        .map((row) => ({ ...period(row), id: row.id, measure: row.quality })),
      service: isSuspended ? [] : postings.map(period),
    },
    at,
    rules,
  )
  const posting = postings.find(holds)
  const first = full.held[0]
  return {
    officerId,
    rankCode: posting?.rank_code ?? null,
    unitId: posting?.unit_id ?? null,
    quality: first?.quality ?? null,
    decisionRef: first?.decision ?? null,
    suspended: isSuspended || full.reason.code === 'suspended' || full.reason.code === 'removed',
    full,
  }
}

export interface NewQuality {
  readonly officerId: string
  readonly kind: 'held' | 'suspended'
  /** A quality for `held`, a measure for `suspended`, as the country's data name them. */
  readonly code: string
  readonly decisionRef: string
  readonly from: string
  readonly to?: string | null | undefined
}

/** Records a decision as it was taken; whether it has effect is judged when an act needs it. Throws QUALITY_UNKNOWN, MEASURE_NEEDS_END. */
export async function addQuality(tx: Tx, quality: NewQuality): Promise<string> {
  const rules = await getQualityRules(tx)
  const known = quality.kind === 'held' ? rules.qualities : rules.measures
  if (!known.some(({ code }) => code === quality.code))
    throw organisationErrors.fail('QUALITY_UNKNOWN', { code: quality.code })
  const measure = quality.kind === 'suspended' ? rules.measures.find(({ code }) => code === quality.code) : undefined
  if (measure?.effect === 'suspends' && measure.maxMonths === null && !quality.to) {
    throw organisationErrors.fail('MEASURE_NEEDS_END')
  }
  const from = new Date(quality.from)
  const to = quality.to ? new Date(quality.to) : null
  if (to && to <= from) throw organisationErrors.fail('PERIOD_REVERSED')
  const id = tx.ids.next()
  await tx
    .tables<OrganisationTables>()
    .insertInto('organisation.quality')
    .values({
      id,
      officer_id: quality.officerId,
      quality: quality.code,
      decision_ref: quality.decisionRef,
      starts_at: from,
      ends_at: to,
      kind: quality.kind,
    })
    .execute()
  return id
}
