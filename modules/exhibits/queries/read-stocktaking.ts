import { z } from 'zod'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import { type Stocktaking, listStocktakingsQuery } from '#contracts/exhibits/stocktaking.ts'
import { type Refs, loadRefs } from '#modules/casework/index.ts'
import { permissionsHeld } from '#modules/documents/index.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { ExhibitRow } from '../exhibit-store.ts'
import { openJson } from '../exhibit-store.ts'
import { summariseExhibits } from '../exhibit-summaries.ts'
import type { ExhibitsTables, KeptDifference } from '../exhibits-tables.ts'
import { loadPlaces } from '../place-store.ts'
import {
  type ReadScan,
  type StocktakingRow,
  closingSchema,
  getStocktaking,
  listScans,
  listTakenBack,
  placesOf,
  standingOf,
} from '../stocktaking-store.ts'

type Line = Omit<Stocktaking, 'note' | 'present' | 'differenceList' | 'takenBack' | 'can'>

/** What a count found, or would find if it were closed now. */
interface Found {
  readonly expected: readonly string[]
  readonly scanned: ReadonlySet<string>
  readonly scans: readonly ReadScan[]
  readonly differences: readonly KeptDifference[]
}

/** Counts of the units within reach, newest first. */
export const listStocktakings = defineQuery({
  type: 'exhibit-stocktaking.list',
  permission: 'exhibit.count',
  input: listStocktakingsQuery,
  recorded: false,
  execute: async (tx, { unit, place, open }) => {
    if (unit !== undefined && !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
    const rows = await tx
      .tables<ExhibitsTables>()
      .selectFrom('exhibits.stocktaking')
      .selectAll()
      .$if(unit !== undefined, (of) => of.where('unit_id', '=', unit ?? ''))
      .$if(place !== undefined, (of) => of.where('place_id', '=', place ?? ''))
      .$if(open === 'true', (of) => of.where('closed_at', 'is', null))
      .$if(open === 'false', (of) => of.where('closed_at', 'is not', null))
      .orderBy('id', 'desc')
      .limit(100)
      .execute()
    const items: Line[] = []
    for (const row of rows) items.push(await lineOf(tx, row, await find(tx, row)))
    return { result: { items } }
  },
})

/** A count with what is there, and what was found otherwise than recorded. */
export const readStocktaking = defineQuery({
  type: 'exhibit-stocktaking.read',
  permission: 'exhibit.count',
  input: z.strictObject({ id: z.uuid() }),
  recorded: true,
  execute: async (tx, { id }) => {
    const row = await getStocktaking(tx, id)
    const found = await find(tx, row)
    const line = await lineOf(tx, row, found)
    const exhibits = await summariesOf(tx, [
      ...found.expected,
      ...found.differences.flatMap((each) => each.exhibitId ?? []),
    ])
    const held = await permissionsHeld(tx, row.unit_id)
    const may = row.closed_at === null && held.has('exhibit.count')
    return {
      result: {
        ...line,
        note: (await openJson(tx, closingSchema, row.key_id, row.detail))?.note ?? null,
        present: found.expected.flatMap((each) => (found.scanned.has(each) ? (exhibits.get(each) ?? []) : [])),
        differenceList: await presentDifferences(tx, found, exhibits, may),
        takenBack: await presentTakenBack(tx, row),
        can: { scan: may, close: may },
      },
      access: {
        type: 'exhibit.listed',
        subjects: [
          { type: 'exhibit-stocktaking', id },
          ...[...exhibits.keys()].map((each) => ({ type: 'exhibit', id: each })),
        ],
        unitId: row.unit_id,
        area: row.area,
        codes: { count: exhibits.size },
      },
    }
  },
})

async function find(tx: Tx, row: StocktakingRow): Promise<Found> {
  if (row.expected !== null && row.differences !== null) {
    const scans = await listScans(tx, row)
    return {
      expected: row.expected.map((each) => each.exhibitId),
      scanned: scannedOf(scans),
      scans,
      differences: row.differences,
    }
  }
  const { expected, scans, differences } = await standingOf(tx, row)
  const recordedIn = await placesOf(tx, differences)
  return {
    expected: expected.map((each) => each.exhibitId),
    scanned: scannedOf(scans),
    scans,
    differences: differences.map(({ text, ...each }) => ({
      ...each,
      scanId: text === null ? null : (scans.find((scan) => scan.text === text)?.scanId ?? null),
      placeId: each.kind === 'surplus' && each.exhibitId ? (recordedIn.get(each.exhibitId) ?? null) : null,
    })),
  }
}

const scannedOf = (scans: readonly ReadScan[]): ReadonlySet<string> =>
  new Set(scans.flatMap(({ exhibitId }) => exhibitId ?? []))

async function lineOf(tx: Tx, row: StocktakingRow, found: Found): Promise<Line> {
  const refs: Refs = await loadRefs(tx, [], [row.opened_by, row.closed_by, row.closed_with])
  const place = (await loadPlaces(tx, [row.place_id])).get(row.place_id)
  if (!place) throw new Error(`the place of count ${row.id} cannot be seen`)
  return {
    id: row.id,
    place,
    openedAt: row.opened_at.toISOString(),
    openedBy: refs.officer(row.opened_by),
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: refs.officer(row.closed_by),
    closedWith: refs.officer(row.closed_with),
    expected: found.expected.length,
    scanned: found.scanned.size,
    differences: found.differences.length,
  }
}

async function summariesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ExhibitSummary>> {
  if (ids.length === 0) return new Map()
  const rows: ExhibitRow[] = await tx
    .tables<ExhibitsTables>()
    .selectFrom('exhibits.exhibit')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((await summariseExhibits(tx, rows)).map((each) => [each.id, each]))
}

async function presentTakenBack(tx: Tx, row: StocktakingRow): Promise<Stocktaking['takenBack']> {
  const scans = await listTakenBack(tx, row)
  const refs = await loadRefs(
    tx,
    [],
    scans.map((each) => each.taken_back_by),
  )
  return scans.map((each) => ({
    scanId: each.id,
    text: each.text,
    reference: each.reference,
    scannedAt: each.scanned_at.toISOString(),
    takenBackAt: each.taken_back_at.toISOString(),
    takenBackBy: refs.officer(each.taken_back_by),
  }))
}

/** The last scan that a difference rests on. */
function scanOf({ scans }: Found, { kind, exhibitId, sealSeen, scanId }: KeptDifference): string | null {
  if (exhibitId === null) return scanId
  const of = scans.filter((scan) => scan.exhibitId === exhibitId)
  return (kind === 'seal-differs' ? of.filter((scan) => scan.sealSeen === sealSeen) : of).at(-1)?.scanId ?? null
}

async function presentDifferences(
  tx: Tx,
  found: Found,
  exhibits: ReadonlyMap<string, ExhibitSummary>,
  isOpen: boolean,
): Promise<Stocktaking['differenceList']> {
  const places = await loadPlaces(
    tx,
    found.differences.map((each) => each.placeId),
  )
  return found.differences.map((each) => ({
    kind: each.kind,
    exhibit: each.exhibitId ? (exhibits.get(each.exhibitId) ?? null) : null,
    text: found.scans.find(({ scanId }) => scanId === each.scanId)?.text ?? null,
    recordedIn: each.placeId ? (places.get(each.placeId) ?? null) : null,
    sealSeen: each.sealSeen,
    scanId: isOpen ? scanOf(found, each) : null,
  }))
}
