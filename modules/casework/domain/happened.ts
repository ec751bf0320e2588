import type { CaseFactsInput, PointPrecision } from '#contracts/casework/case-facts.ts'

/** Columns that a set of facts changes. */
export interface HappenedColumns {
  happened_from?: Date | null
  happened_to?: Date | null
  happened_precision?: NonNullable<CaseFactsInput['happenedPrecision']>
  place_text?: string | null
  latitude?: number | null
  longitude?: number | null
  point_precision?: PointPrecision | null
  how_text?: string | null
  inquiry?: NonNullable<CaseFactsInput['inquiry']> | null
}

/** Turns what was sent into columns; what was left out is left out. */
export function happenedColumns(facts: CaseFactsInput): HappenedColumns {
  const columns: HappenedColumns = {}
  if (facts.happenedFrom !== undefined) {
    columns.happened_from = facts.happenedFrom === null ? null : new Date(facts.happenedFrom)
    columns.happened_precision = facts.happenedFrom === null ? 'unknown' : (facts.happenedPrecision ?? 'minute')
  } else if (facts.happenedPrecision !== undefined) columns.happened_precision = facts.happenedPrecision
  if (facts.happenedTo !== undefined)
    columns.happened_to = facts.happenedTo === null ? null : new Date(facts.happenedTo)
  if (facts.place !== undefined) columns.place_text = facts.place === '' ? null : facts.place
  if (facts.point !== undefined) {
    columns.latitude = facts.point?.latitude ?? null
    columns.longitude = facts.point?.longitude ?? null
    columns.point_precision = facts.point?.precision ?? null
  }
  if (facts.how !== undefined) columns.how_text = facts.how === '' ? null : facts.how
  if (facts.inquiry !== undefined) columns.inquiry = facts.inquiry
  return columns
}

const clockErrorMs = 5 * 60_000

/** The first of these instants that has not come yet, a clock's usual error allowed. */
export function firstInFuture(instants: readonly (Date | null | undefined)[], now: Date): Date | undefined {
  return instants.find((instant) => instant && instant.getTime() - now.getTime() > clockErrorMs) ?? undefined
}
