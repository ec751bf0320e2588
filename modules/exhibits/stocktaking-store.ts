import { z } from 'zod'
import type { Selectable } from 'kysely'
import { addTaskTo, findCaseHeader } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type Difference, type Expected, type Scan, differencesOf } from './domain/differences.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'
import { listWithin } from './place-store.ts'

export type StocktakingRow = Selectable<ExhibitsTables['exhibits.stocktaking']>

/** Throws NOT_FOUND. */
export async function getStocktaking(tx: Tx, id: string): Promise<StocktakingRow> {
  const row = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stocktaking')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** The count, held against a closing at the same time. Throws NOT_FOUND, STOCKTAKING_CLOSED. */
export async function getOpenStocktaking(tx: Tx, id: string): Promise<StocktakingRow> {
  await getStocktaking(tx, id)
  const row = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stocktaking')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_PERMITTED')
  if (row.closed_at !== null) throw exhibitsErrors.fail('STOCKTAKING_CLOSED')
  return row
}

/** What is recorded to lie in a place and in all that stands in it, as far as whoever counts may see it. */
export async function expectedIn(tx: Tx, placeId: string): Promise<Expected[]> {
  const within = await listWithin(tx, placeId)
  const rows = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .select(['id', 'seal_number', 'seal_state'])
    .where('place_id', 'in', within)
    .where('state', '=', 'held')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    exhibitId: row.id,
    sealNumber: row.seal_state === 'sealed' ? row.seal_number : null,
  }))
}

/** The scans of a count, understood. */
export interface ReadScan extends Scan {
  readonly scanId: string
}

export async function listScans(tx: Tx, row: StocktakingRow): Promise<ReadScan[]> {
  const scans = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stocktaking_scan as s')
    .leftJoin('exhibits.exhibit as e', 'e.id', 's.exhibit_id')
    .select(['s.id', 's.exhibit_id', 's.text', 's.seal_seen', 'e.seal_number'])
    .where('s.stocktaking_id', '=', row.id)
    .orderBy('s.id')
    .execute()
  return Promise.all(
    scans.map(async (scan) => ({
      scanId: scan.id,
      text: (await tx.decrypt(row.key_id, scan.text))?.toString() ?? '',
      sealSeen: scan.seal_seen,
      sealNumber: scan.seal_number,
      ...(scan.exhibit_id === null ? {} : { exhibitId: scan.exhibit_id }),
    })),
  )
}

/** How an open count stands: what is expected, what was scanned, and what would differ if it were closed now. */
export async function standingOf(tx: Tx, row: StocktakingRow) {
  const expected = await expectedIn(tx, row.place_id)
  const scans = await listScans(tx, row)
  return { expected, scans, differences: differencesOf(expected, scans) }
}

/** Where exhibits are recorded to be. */
export async function placesOf(tx: Tx, differences: readonly Difference[]): Promise<ReadonlyMap<string, string>> {
  const ids = differences.flatMap(({ exhibitId }) => (exhibitId === null ? [] : [exhibitId]))
  if (ids.length === 0) return new Map()
  const rows = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .select(['id', 'place_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.place_id]))
}

/** A task in the case of each exhibit that is missing; answers the cases. */
export async function addMissingTasks(
  tx: Tx,
  differences: readonly Difference[],
  title: (reference: string) => string,
): Promise<string[]> {
  const ids = differences.flatMap(({ kind, exhibitId }) => (kind === 'missing' && exhibitId ? [exhibitId] : []))
  if (ids.length === 0) return []
  const rows = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .select(['case_id', 'reference'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const cases = new Set<string>()
  for (const row of rows) {
    const header = await findCaseHeader(tx, row.case_id)
    // A case that is only on offer, or waits with its prosecutor, takes no task from here.
    if (!header || !(tx.reach.covers(header.unitId) || header.sealed)) continue
    await addTaskTo(tx, row.case_id, { title: title(row.reference) }, { evenClosed: true })
    cases.add(row.case_id)
  }
  return [...cases]
}

/** What is kept of the closing, encrypted. */
export const closingSchema = z.object({ note: z.string().nullable() })
