import { sql } from 'kysely'
import { z } from 'zod'
import { type scansAddedSchema, addScansBody } from '#contracts/exhibits/stocktaking.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { readLabel } from '../domain/label.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { statedHour } from '../movement-store.ts'
import { findExhibitByLabel } from '../queries/find-label.ts'
import { type StocktakingRow, expectedIn, getOpenStocktaking, seenIn } from '../stocktaking-store.ts'

type Heard = z.output<typeof scansAddedSchema>['items'][number]
type ScanInput = z.output<typeof addScansBody>['scans'][number]

/** Adds what the camera read to a count, and says of each at once what it was. */
export const addScans = defineCommand({
  type: 'exhibit-stocktaking.scan',
  permission: 'exhibit.count',
  fromAfar: true,
  input: addScansBody.extend({ id: z.uuid() }),
  execute: async (tx, { id, scans }) => {
    const row = await getOpenStocktaking(tx, id)
    const expected = new Map((await expectedIn(tx, row.place_id)).map((each) => [each.exhibitId, each.sealNumber]))
    const seen = await seenIn(tx, row)
    const items: Heard[] = []
    for (const scan of scans) items.push(await addScan(tx, row, scan, expected, seen))
    const place = await tx
      .tables<ExhibitsTables>()
      .selectFrom('exhibits.place')
      .select('code')
      .where('id', '=', row.place_id)
      .executeTakeFirstOrThrow()
    return {
      result: { items, scanned: seen.size, expected: expected.size },
      event: {
        type: 'exhibit-stocktaking.scanned',
        subjects: [{ type: 'exhibit-stocktaking', id }],
        unitId: row.unit_id,
        area: row.area,
        codes: { place: place.code, count: scans.length },
      },
    }
  },
})

async function addScan(
  tx: Tx,
  row: StocktakingRow,
  scan: ScanInput,
  expected: ReadonlyMap<string, string | null>,
  seen: Set<string>,
): Promise<Heard> {
  const scannedBy = tx.actor.officerId
  if (!scannedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
  const label = readLabel(scan.text)
  const exhibit = label === undefined ? undefined : await findExhibitByLabel(tx, label)
  const ofSealed = label !== undefined && !exhibit && (await isOfSealed(tx, label))
  const scanId = tx.ids.next()
  const { sealed } = await tx.encryptFor({ type: 'exhibit-stocktaking', id: row.id }, Buffer.from(scan.text))
  await tx
    .tables<ExhibitsTables>()
    .insertInto('exhibits.stocktaking_scan')
    .values({
      id: scanId,
      stocktaking_id: row.id,
      exhibit_id: exhibit?.id ?? null,
      text: sealed,
      seal_seen: scan.sealSeen ?? null,
      scanned_at: statedHour(tx, scan.at),
      scanned_by: scannedBy,
      of_sealed: ofSealed,
    })
    .execute()
  if (!exhibit) return { scanId, result: ofSealed ? 'sealed' : 'unknown', exhibitId: null, reference: null }
  const of = { scanId, exhibitId: exhibit.id, reference: exhibit.reference }
  const wasSeen = seen.has(exhibit.id)
  seen.add(exhibit.id)
  if (scan.sealSeen && scan.sealSeen !== exhibit.seal_number) return { result: 'seal-differs', ...of }
  if (wasSeen) return { result: 'again', ...of }
  return { result: expected.has(exhibit.id) ? 'expected' : 'surplus', ...of }
}

/** That much is told of a thing that lies before whoever counts; of which file it is, and where it is recorded to be, is not. */
async function isOfSealed(tx: Tx, label: string): Promise<boolean> {
  const { rows } = await sql<{ sealed: boolean }>`select exhibits.is_of_sealed(${label}) as sealed`.execute(
    tx.tables<ExhibitsTables>(),
  )
  return rows[0]?.sealed === true
}
