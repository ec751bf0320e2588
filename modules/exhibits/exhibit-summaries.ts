import { sql } from 'kysely'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import { loadRefs, requireUnit } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { type ExhibitRow, openDetail } from './exhibit-store.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'
import { loadPlaces } from './place-store.ts'

/** Exhibits in one line each, in the order given. */
export async function summariseExhibits(tx: Tx, rows: readonly ExhibitRow[]): Promise<ExhibitSummary[]> {
  if (rows.length === 0) return []
  const refs = await loadRefs(
    tx,
    rows.map((row) => row.unit_id),
    [],
  )
  const places = await loadPlaces(
    tx,
    rows.map((row) => row.place_id),
  )
  const cases = await tx
    .tables<ExhibitsTables>()
    .selectFrom('casework.case_file')
    .select(['id', 'reference'])
    .where('id', 'in', [...new Set(rows.map((row) => row.case_id))])
    .execute()
  const caseReference = new Map(cases.map(({ id, reference }) => [id, reference]))
  const files = await countFiles(tx, rows)
  const items: ExhibitSummary[] = []
  for (const row of rows) {
    const place = places.get(row.place_id)
    if (!place) throw new Error(`the place of exhibit ${row.id} cannot be seen`)
    items.push({
      id: row.id,
      reference: row.reference,
      year: row.year,
      number: row.number,
      caseId: row.case_id,
      caseReference: caseReference.get(row.case_id) ?? '',
      unit: requireUnit(refs, row.unit_id),
      origin: row.origin,
      kind: row.kind,
      description: (await openDetail(tx, row))?.description ?? null,
      quantity: row.quantity === null ? null : Number(row.quantity),
      measure: row.measure,
      currency: row.currency,
      state: row.state,
      sealState: row.seal_state,
      sealNumber: row.seal_number,
      place,
      takenAt: row.taken_at.toISOString(),
      expectedBack: row.expected_back?.toISOString() ?? null,
      overdue: row.expected_back !== null && row.expected_back < tx.now,
      marks: row.mark_count,
      photos: files.get(row.id)?.photos ?? 0,
      files: files.get(row.id)?.files ?? 0,
      version: row.version,
    })
  }
  return items
}

async function countFiles(tx: Tx, rows: readonly ExhibitRow[]) {
  const counted = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stored_file')
    .select([
      'exhibit_id',
      sql<number>`count(*) filter (where role = 'photo')`.as('photos'),
      sql<number>`count(*) filter (where role = 'original')`.as('files'),
    ])
    .where(
      'exhibit_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('exhibit_id')
    .execute()
  return new Map(counted.map((row) => [row.exhibit_id, row]))
}
