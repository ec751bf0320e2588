import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { EntryInput, EntryMark } from '#contracts/custody/entry.ts'
import { heldPersonSchema } from '#contracts/custody/custody.ts'
import type { AuditEntry, JsonObject, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { findQualityAt } from '#modules/organisation/index.ts'
import type { CustodyTables, CustodyTable, EntryTable, QualityCodes } from './custody-tables.ts'
import { joinEntry, splitEntry } from './domain/entry-parts.ts'
import type { ClockLine } from './domain/record-clock.ts'
import type { TakenDown } from './domain/record.ts'

export type CustodyRow = Selectable<CustodyTable>
export type EntryRow = Selectable<EntryTable>

export const custodies = (tx: Tx) => tx.tables<CustodyTables>()

const subjectSchema = z.object({ person: heldPersonSchema, arrestPlace: z.string() })
/** What is said of a person once, at placement. */
export type HeldSubject = z.output<typeof subjectSchema>

/** The custody as this transaction may see it. Throws NOT_FOUND where it is absent or invisible. */
export async function getCustody(tx: Tx, id: string): Promise<CustodyRow> {
  const row = await custodies(tx).selectFrom('custody.custody').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** The same, locked: entries get their numbers one after the other. */
export async function getCustodyToRecord(tx: Tx, id: string): Promise<CustodyRow> {
  const row = await custodies(tx)
    .selectFrom('custody.custody')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

export function lineOf(row: CustodyRow): ClockLine {
  return {
    measure: row.measure,
    inquiry: row.inquiry,
    age: row.age,
    arrestedAt: row.arrested_at.getTime(),
    placedAt: row.placed_at.getTime(),
    offences: row.offences,
  }
}

export async function sealSubject(tx: Tx, custodyId: string, subject: HeldSubject) {
  return tx.encryptFor({ type: 'custody', id: custodyId }, Buffer.from(JSON.stringify(subject)))
}

/** Undefined where its key has been shredded. */
export async function openSubject(
  tx: Tx,
  row: Pick<CustodyRow, 'key_id' | 'subject'>,
): Promise<HeldSubject | undefined> {
  const plain = await tx.decrypt(row.key_id, row.subject)
  return plain && subjectSchema.parse(JSON.parse(plain.toString()))
}

/** Rows of the entries of some custodies, in the order in which they were taken down. */
export async function entryRows(tx: Tx, custodyIds: readonly string[]): Promise<EntryRow[]> {
  if (custodyIds.length === 0) return []
  return custodies(tx)
    .selectFrom('custody.entry')
    .selectAll()
    .where('custody_id', 'in', [...custodyIds])
    .orderBy('custody_id')
    .orderBy('seq')
    .execute()
}

/** What clocks and cells need of entries; nothing is decrypted. */
export function takenDown(rows: readonly EntryRow[]): TakenDown[] {
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    at: row.at.getTime(),
    recordedAt: row.recorded_at.getTime(),
    entry: joinEntry(row, undefined),
  }))
}

/** An entry with its words. Undefined where its key has been shredded. */
export async function openEntry(tx: Tx, row: EntryRow): Promise<EntryInput | undefined> {
  const plain = await tx.decrypt(row.key_id, row.detail)
  return plain && joinEntry(row, JSON.parse(plain.toString()) as JsonObject)
}

/** Adds an entry to a custody whose row this transaction has locked, or made. */
export async function addEntry(
  tx: Tx,
  custody: Pick<CustodyRow, 'id' | 'unit_id' | 'area'>,
  seq: number,
  entry: EntryInput,
  marks: readonly EntryMark[],
): Promise<TakenDown> {
  const recorder = tx.actor.officerId
  if (recorder === null) throw platformErrors.fail('NOT_PERMITTED')
  const { codes, detail } = splitEntry(entry)
  const id = tx.ids.next()
  const { keyId, sealed } = await tx.encryptFor(
    { type: 'custody', id: custody.id },
    Buffer.from(JSON.stringify(detail)),
  )
  await custodies(tx)
    .insertInto('custody.entry')
    .values({
      id,
      custody_id: custody.id,
      unit_id: custody.unit_id,
      area: custody.area,
      seq,
      kind: entry.kind,
      at: new Date(entry.at),
      until: entry.until ? new Date(entry.until) : null,
      recorded_at: tx.now,
      recorded_by: recorder,
      paper_page: entry.paper?.page ?? null,
      paper_line: entry.paper?.line ?? null,
      corrects_id: entry.corrects ?? null,
      of_id: 'of' in entry ? entry.of : null,
      codes: JSON.stringify(codes),
      marks: [...marks],
      key_id: keyId,
      detail: sealed,
    })
    .execute()
  return { id, seq, at: Date.parse(entry.at), recordedAt: tx.now.getTime(), entry }
}

/** Who an officer was in law at an hour, as codes that stay with an act. Throws NOT_FOUND. */
export async function qualityCodes(tx: Tx, officerId: string, at: Date): Promise<QualityCodes> {
  const snapshot = await findQualityAt(tx, officerId, at)
  return {
    rank: snapshot.rankCode,
    unitId: snapshot.unitId,
    qualities: snapshot.full.held.map(({ quality }) => quality),
    suspended: snapshot.suspended,
  }
}

/** Where an event about a custody belongs. */
export function custodyEvent(
  row: Pick<CustodyRow, 'id' | 'case_id' | 'unit_id' | 'area'>,
): Pick<AuditEntry, 'subjects' | 'unitId' | 'area' | 'purpose'> {
  return {
    subjects: [
      { type: 'custody', id: row.id },
      { type: 'case', id: row.case_id },
    ],
    unitId: row.unit_id,
    area: row.area,
    purpose: { kind: 'custody', id: row.id },
  }
}
