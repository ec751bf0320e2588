import { sql } from 'kysely'
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
  /** Lines that retention emptied: a number in the book, and what they add to its digest. */
  readonly ended: readonly EndedLine[]
  /** The digest before the first line and after each that stands; those that were emptied are taken in where they stood. */
  readonly digests: readonly Buffer[]
  /** The digest of the whole month. */
  readonly digest: Buffer
}

export interface EndedLine {
  readonly year: number
  readonly number: number
  readonly at: Date
  /** Null where it ended before digests were kept. */
  readonly parts: Buffer | null
  readonly certificate: string | null
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
  const ended = await endedLines(tx, placeId, book, { from, to })
  const whole = [
    ...lines.map((line) => ({ year: line.row.year, number: Number(line.row.number), stands: true, ...line })),
    ...ended.flatMap(({ parts, ...line }) => (parts === null ? [] : [{ ...line, stands: false, parts }])),
  ].toSorted((one, other) => one.year - other.year || one.number - other.number)
  const running = runningDigests({ placeId, book, month }, whole)
  return {
    place,
    book,
    month,
    lines,
    ended,
    digests: running.filter((_, at) => at === 0 || whole[at - 1]?.stands === true),
    digest: running.at(-1) ?? Buffer.alloc(0),
  }
}

async function endedLines(
  tx: Tx,
  placeId: string,
  book: Book,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<EndedLine[]> {
  const { rows } = await sql<{
    year: number
    number: string
    ended_at: Date
    digests: Buffer | null
    certificate_id: string | null
  }>`select * from custody.ended_lines(${placeId}, ${book}, ${from}, ${to})`.execute(tx.tables())
  return rows.map((row) => ({
    year: row.year,
    number: Number(row.number),
    at: row.ended_at,
    parts: row.digests,
    certificate: row.certificate_id,
  }))
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

/**
 * Visas of a month, the last first; one is current while nothing of the month has been added or changed since. What retention
 * emptied changes nothing of what was seen: it is named beside the visa, with its certificate.
 */
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
  return rows.map((row) => ({
    id: row.id,
    book: row.book,
    month: row.month,
    by: { nameAr: row.name_ar, nameLatin: row.name_latin },
    at: row.at.toISOString(),
    lines: row.lines,
    remark: row.remark,
    current: month.digest.equals(row.digest),
    endedSince: month.ended
      .filter(({ at }) => at > row.at)
      .map(({ number, at, certificate }) => ({ number, at: at.toISOString(), certificate })),
  }))
}
