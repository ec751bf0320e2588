import { z } from 'zod'
import type { Selectable } from 'kysely'
import { addTaskTo, findCaseHeader } from '#modules/casework/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type Difference, type Expected, type Scan, differencesOf } from './domain/differences.ts'
import { readLabel } from './domain/label.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import type { ExhibitsTables } from './exhibits-tables.ts'
import type { exhibitsTasks } from './exhibits-tasks.ts'
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

/** A scan of a count, understood. */
export interface ReadScan extends Scan {
  readonly scanId: string
}

const scansOf = (tx: Tx, { id }: StocktakingRow) =>
  tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.stocktaking_scan as s')
    .leftJoin('exhibits.scan_taken_back as b', 'b.scan_id', 's.id')
    .where('s.stocktaking_id', '=', id)

const readText = async (tx: Tx, row: StocktakingRow, text: Uint8Array): Promise<string> =>
  (await tx.decrypt(row.key_id, text))?.toString() ?? ''

/** The scans that count, in their order. */
export async function listScans(tx: Tx, row: StocktakingRow): Promise<ReadScan[]> {
  const scans = await scansOf(tx, row)
    .leftJoin('exhibits.exhibit as e', 'e.id', 's.exhibit_id')
    .select(['s.id', 's.exhibit_id', 's.text', 's.seal_seen', 's.of_sealed', 'e.seal_number'])
    .where('b.scan_id', 'is', null)
    .orderBy('s.id')
    .execute()
  return Promise.all(
    scans.map(async (scan) => {
      const text = await readText(tx, row, scan.text)
      return {
        scanId: scan.id,
        // However it was typed, it is one label.
        text: scan.of_sealed ? (readLabel(text) ?? text) : text,
        sealSeen: scan.seal_seen,
        sealNumber: scan.seal_number,
        ofSealed: scan.of_sealed,
        ...(scan.exhibit_id === null ? {} : { exhibitId: scan.exhibit_id }),
      }
    }),
  )
}

/** Exhibits that were scanned in a count, by scans that count. */
export async function seenIn(tx: Tx, row: StocktakingRow): Promise<Set<string>> {
  const rows = await scansOf(tx, row).select('s.exhibit_id').where('b.scan_id', 'is', null).distinct().execute()
  return new Set(rows.flatMap(({ exhibit_id }) => exhibit_id ?? []))
}

/** The scans that were taken back, in their order. */
export async function listTakenBack(tx: Tx, row: StocktakingRow) {
  const scans = await scansOf(tx, row)
    .innerJoin('exhibits.scan_taken_back as t', 't.scan_id', 's.id')
    .leftJoin('exhibits.exhibit as e', 'e.id', 's.exhibit_id')
    .select(['s.id', 's.text', 's.scanned_at', 'e.reference', 't.taken_back_at', 't.taken_back_by'])
    .orderBy('s.id')
    .execute()
  return Promise.all(scans.map(async (scan) => ({ ...scan, text: await readText(tx, row, scan.text) })))
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
export async function addMissingTasks(tx: Tx, differences: readonly Difference[]): Promise<string[]> {
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
    const { reference } = row
    const about = { kind: 'exhibit.not-found-in-count' satisfies keyof typeof exhibitsTasks, params: { reference } }
    await addTaskTo(tx, row.case_id, { title: reference, about }, { evenClosed: true })
    cases.add(row.case_id)
  }
  return [...cases]
}

/** What is kept of the closing, encrypted. */
export const closingSchema = z.object({ note: z.string().nullable() })
