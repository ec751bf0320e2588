import type { Book } from '#contracts/custody/measure.ts'
import type { Place, Register } from '#contracts/custody/place.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies } from '../custody-store.ts'
import { type LoadedCustody, loadCustodies } from '../custody-view.ts'
import { getPlaceView } from '../place-view.ts'
import { runningDigests } from './register-digest.ts'

/** A month of a book of a place as it stands now. */
export interface RegisterMonth {
  readonly place: Place
  readonly book: Book
  readonly month: string
  readonly lines: readonly LoadedCustody[]
  /** The digest before the first line and after each; the last is the month's. */
  readonly digests: readonly Buffer[]
}

/**
 * Lines of custodies decided in that month of legal time, by number. Whoever reads a book reads it whole: the unit that runs the
 * place, its prosecutor, those who see all. Throws NOT_FOUND, NOT_PERMITTED.
 */
export async function loadMonth(
  tx: Tx,
  deps: CustodyDeps,
  { placeId, book, month }: { placeId: string; book: Book; month: string },
): Promise<RegisterMonth> {
  const place = await getBookPlace(tx, placeId)
  const { from, to } = monthOf(deps, month)
  const rows = await custodies(tx)
    .selectFrom('custody.custody')
    .selectAll()
    .where('place_id', '=', placeId)
    .where('book', '=', book)
    .where('placed_at', '>=', from)
    .where('placed_at', '<', to)
    .orderBy('year')
    .orderBy('number')
    .execute()
  const lines = await loadCustodies(tx, rows)
  return { place, book, month, lines, digests: runningDigests({ placeId, book, month }, lines) }
}

/** A place whose books this transaction may read whole. */
export async function getBookPlace(tx: Tx, placeId: string): Promise<Place> {
  const place = await getPlaceView(tx, placeId)
  if (!tx.reach.covers(place.unitId) && !tx.reach.covers(place.prosecutorUnitId))
    throw platformErrors.fail('NOT_PERMITTED')
  return place
}

/** First instant of a month of legal time, and the first after it. */
export function monthOf({ legalTime }: CustodyDeps, month: string): { from: Date; to: Date } {
  const [year = 0, of = 1] = month.split('-').map(Number)
  const next = of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`
  return { from: legalTime.dayOf(`${month}-01`).from, to: legalTime.dayOf(`${next}-01`).from }
}

/** The digest of a month as people and programs compare it. */
export const digestOf = ({ digests }: RegisterMonth): Buffer => digests.at(-1) ?? Buffer.alloc(0)

/** Visas of a month, the last first; one is current while nothing of the month has been added or changed since. */
export async function visasOf(tx: Tx, month: RegisterMonth): Promise<Register['visas']> {
  const rows = await custodies(tx)
    .selectFrom('custody.visa as v')
    .innerJoin('organisation.officer as o', 'o.id', 'v.officer_id')
    .select(['v.id', 'v.book', 'v.month', 'v.at', 'v.lines', 'v.remark', 'v.digest', 'o.name_ar', 'o.name_latin'])
    .where('v.place_id', '=', month.place.id)
    .where('v.book', '=', month.book)
    .where('v.month', '=', month.month)
    .orderBy('v.at', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
  const now = digestOf(month)
  return rows.map((row) => ({
    id: row.id,
    book: row.book,
    month: row.month,
    by: { nameAr: row.name_ar, nameLatin: row.name_latin },
    at: row.at.toISOString(),
    lines: row.lines,
    remark: row.remark,
    current: now.equals(row.digest),
  }))
}
