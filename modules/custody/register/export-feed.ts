import { z } from 'zod'
import { hiddenWords } from '#contracts/custody/entry.ts'
import type { FeedItem } from '#contracts/custody/feed.ts'
import { type Book, bookSchema } from '#contracts/custody/measure.ts'
import type { Place } from '#contracts/custody/place.ts'
import { type Query, type Tx, defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyErrors } from '../custody-errors.ts'
import { type CustodyRow, type EntryRow, custodies, openEntry, openSubject } from '../custody-store.ts'
import { loadCustodies, summarise } from '../custody-view.ts'
import { withoutHealth } from '../domain/without-health.ts'
import { withoutWords } from '../domain/without-words.ts'
import { canonicalEntry, canonicalLine, digestOfRecord } from './register-digest.ts'
import { getBookPlace } from './register-month.ts'

const input = z.strictObject({ placeId: z.uuid(), book: bookSchema, after: z.string().max(200).optional() })
const itemsAtOnce = 500

interface FeedTables {
  'custody.feed_item': {
    place_id: string
    book: Book
    position: number
    custody_id: string
    what: FeedItem['what']
    entry_id: string | null
  }
}

/** The next items of the feed of a book, from a cursor on; none where the reader has everything. */
export const exportFeed = (deps: CustodyDeps): Query<typeof input, readonly FeedItem[]> =>
  defineQuery({
    type: 'custody-register.export',
    permission: 'custody.export',
    input,
    recorded: true,
    execute: async (tx, { placeId, book, after }) => {
      const place = await getBookPlace(tx, placeId)
      const from = after === undefined ? 0 : positionOf(after, placeId, book)
      const rows = await tx
        .tables<FeedTables>()
        .selectFrom('custody.feed_item')
        .select(['position', 'custody_id', 'what', 'entry_id'])
        .where('place_id', '=', placeId)
        .where('book', '=', book)
        .where('position', '>', from)
        .orderBy('position')
        .limit(itemsAtOnce)
        .execute()
      const known = await load(tx, deps, rows)
      const items: FeedItem[] = []
      for (const row of rows) {
        const item = await itemOf(tx, known, place, row)
        if (item) items.push(item)
      }
      return {
        result: items,
        access: {
          type: 'custody-register.exported',
          subjects: [
            { type: 'custody-place', id: placeId },
            ...[...new Set(items.map(({ custodyId }) => custodyId))].map((id) => ({ type: 'custody', id })),
          ],
          unitId: place.unitId,
          purpose: { kind: 'duty' as const },
          codes: { book, count: items.length, after: from },
        },
      }
    },
  })

type FeedRow = Pick<FeedTables['custody.feed_item'], 'position' | 'custody_id' | 'what' | 'entry_id'>
interface Known {
  readonly lines: ReadonlyMap<string, CustodyRow>
  readonly entries: ReadonlyMap<string, EntryRow>
  /** References of the cases that are not sealed to this reader, by custody. */
  readonly open: ReadonlyMap<string, string | null>
}

async function load(tx: Tx, deps: CustodyDeps, rows: readonly FeedRow[]): Promise<Known> {
  const ids = [...new Set(rows.map(({ custody_id }) => custody_id))]
  if (ids.length === 0) return { lines: new Map(), entries: new Map(), open: new Map() }
  const lines = await custodies(tx).selectFrom('custody.custody').selectAll().where('id', 'in', ids).execute()
  const loaded = await loadCustodies(tx, lines)
  const summaries = await summarise(tx, deps.rules, loaded, tx.now)
  return {
    lines: new Map(lines.map((line) => [line.id, line])),
    entries: new Map(loaded.flatMap((each) => each.rows.map((entry) => [entry.id, entry]))),
    open: new Map(summaries.flatMap(({ id, caseId, caseReference }) => (caseId === null ? [] : [[id, caseReference]]))),
  }
}

async function itemOf(tx: Tx, known: Known, place: Place, row: FeedRow): Promise<FeedItem | undefined> {
  const line = known.lines.get(row.custody_id)
  if (!line) return undefined
  const common = {
    cursor: cursorOf(place.id, line.book, row.position),
    placeId: place.id,
    placeCode: place.code,
    book: line.book,
    custodyId: line.id,
    year: line.year,
    number: line.number,
    reference: line.reference,
  }
  switch (row.what) {
    case 'line': {
      const stored = canonicalLine(line)
      const subject = known.open.has(line.id) ? await openSubject(tx, line) : undefined
      return {
        what: 'line',
        ...common,
        measure: line.measure,
        grounds: line.grounds,
        arrestedAt: line.arrested_at.toISOString(),
        placedAt: line.placed_at.toISOString(),
        recordedAt: line.recorded_at.toISOString(),
        fromPaper: line.from_paper,
        caseReference: known.open.get(line.id) ?? null,
        person: subject?.person ?? null,
        arrestPlace: subject?.arrestPlace ?? null,
        stored,
        digest: digestOfRecord(stored).toString('hex'),
      }
    }
    case 'entry': {
      const entry = known.entries.get(row.entry_id ?? '')
      const said = entry && (await openEntry(tx, entry))
      if (!said) return undefined
      const stored = canonicalEntry(entry)
      return {
        what: 'entry',
        ...common,
        entryId: entry.id,
        seq: entry.seq,
        recordedAt: entry.recorded_at.toISOString(),
        marks: entry.marks,
        entry: known.open.has(line.id) ? withoutHealth(said) : withoutWords(withoutHealth(said)),
        stored,
        digest: digestOfRecord(stored).toString('hex'),
      }
    }
    case 'signature': {
      if (line.signed_at === null || line.signed_by === null || line.signing === null) return undefined
      const { person, reason } = line.signing
      return {
        what: 'signature',
        ...common,
        signedAt: line.signed_at.toISOString(),
        signedBy: line.signed_by,
        person: person as 'signed' | 'fingerprint' | 'refused' | 'unable',
        reason: typeof reason !== 'string' ? null : known.open.has(line.id) ? reason : hiddenWords,
      }
    }
  }
}

function cursorOf(placeId: string, book: Book, position: number): string {
  return Buffer.from(`${placeId} ${book} ${position}`).toString('base64url')
}

/** The position a cursor of this book names. Throws CUSTODY_CURSOR_UNKNOWN for any other text. */
function positionOf(cursor: string, placeId: string, book: Book): number {
  const [place, of, position, ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (place !== placeId || of !== book || rest.length > 0 || !/^[1-9]\d{0,14}$/.test(position ?? ''))
    throw custodyErrors.fail('CUSTODY_CURSOR_UNKNOWN')
  return Number(position)
}
