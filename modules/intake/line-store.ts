import type { Selectable } from 'kysely'
import type { AuditEntry, Json, JsonObject, SubjectRef, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Audience } from '#modules/notices/index.ts'
import { isOpen } from './domain/line.ts'
import { type LineContent, decodeContent } from './domain/line-content.ts'
import type { EntryKind, IntakeTables, LineTable } from './intake-tables.ts'
import { intakeErrors } from './intake.errors.ts'

export type LineRow = Selectable<LineTable>

export const lineSubject = (id: string): SubjectRef => ({ type: 'register', id })

/** True where the officer of this transaction may see the line, which a look-up named as its purpose. */
export async function seesLine(tx: Tx, id: string): Promise<boolean> {
  const line = await tx
    .tables<IntakeTables>()
    .selectFrom('intake.line')
    .select('unit_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return line !== undefined && tx.reach.covers(line.unit_id)
}

/** The line, locked until the commit. What is absent and what is out of reach answer alike. */
export async function getLineForChange(tx: Tx, id: string): Promise<LineRow> {
  const line = await tx
    .tables<IntakeTables>()
    .selectFrom('intake.line')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!line || !tx.reach.covers(line.unit_id)) throw platformErrors.fail('NOT_FOUND')
  return line
}

/** The same for an act that was based on a version of it. */
export async function getLineAt(tx: Tx, id: string, baseVersion: number): Promise<LineRow> {
  const line = await getLineForChange(tx, id)
  if (line.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
  return line
}

/** Throws unless the line is open here: neither ended nor waiting for another unit. */
export function requireOpen(line: LineRow): void {
  if (!isOpen(line.state)) throw intakeErrors.fail('REGISTER_LINE_ENDED')
  if (line.state === 'sent') throw intakeErrors.fail('REGISTER_LINE_SENT')
}

type Changes = Partial<
  Pick<LineRow, 'state' | 'authorisation' | 'owner_kind' | 'owner_id' | 'due_at' | 'case_id' | 'ended_at'>
>

/** Stores what changed and answers the line as others are told of it. */
export async function changeLine(tx: Tx, line: LineRow, changes: Changes): Promise<LineRef> {
  const next = { ...line, ...changes, version: line.version + 1 }
  await tx
    .tables<IntakeTables>()
    .updateTable('intake.line')
    .set({ ...changes, version: next.version })
    .where('id', '=', line.id)
    .execute()
  return refOf(next)
}

export interface LineRef {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly number: number
  readonly state: LineRow['state']
  readonly version: number
}

export const refOf = (line: LineRow): LineRef => ({
  id: line.id,
  unitId: line.unit_id,
  year: line.year,
  number: line.number,
  state: line.state,
  version: line.version,
})

export interface NewEntry {
  readonly kind: EntryKind
  readonly codes?: Readonly<Record<string, Json>>
  readonly text?: string | undefined
  readonly happenedAt?: Date | undefined
}

/** Adds to the story of a line. */
export async function addEntry(
  tx: Tx,
  line: Pick<LineRow, 'id' | 'unit_id' | 'area'>,
  entry: NewEntry,
): Promise<string> {
  const id = tx.ids.next()
  const words =
    entry.text === undefined ? undefined : await tx.encryptFor(lineSubject(line.id), Buffer.from(entry.text))
  await tx
    .tables<IntakeTables>()
    .insertInto('intake.entry')
    .values({
      id,
      line_id: line.id,
      unit_id: line.unit_id,
      area: line.area,
      kind: entry.kind,
      codes: JSON.stringify(entry.codes ?? {}),
      text_key_id: words?.keyId ?? null,
      text: words?.sealed ?? null,
      happened_at: entry.happenedAt ?? tx.now,
      recorded_at: tx.now,
      officer_id: tx.actor.officerId,
    })
    .execute()
  return id
}

/** What was said; undefined once retention has destroyed the key. */
export async function readContent(
  tx: Tx,
  row: { readonly content_key_id: string; readonly content: Buffer },
): Promise<LineContent | undefined> {
  const bytes = await tx.decrypt(row.content_key_id, row.content)
  return bytes && decodeContent(bytes)
}

/** Throws unless the officer serves in the unit now. */
export async function requireOfficerOf(tx: Tx, officerId: string, unitId: string): Promise<void> {
  if (!(await findOfficerOf(tx, officerId, unitId))) throw intakeErrors.fail('REGISTER_OWNER_ELSEWHERE')
}

function findOfficerOf(tx: Tx, officerId: string, unitId: string): Promise<{ id: string } | undefined> {
  return tx
    .tables<IntakeTables>()
    .selectFrom('organisation.officer')
    .select('id')
    .where('id', '=', officerId)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'active')
    .executeTakeFirst()
}

/**
 * True where an officer owns the line and serves in its unit now. A line whose owner was posted away, suspended or has
 * left lies in the head's tray again, without anyone having to move it.
 */
export async function hasServingOwner(tx: Tx, line: Pick<LineRow, 'owner_id' | 'unit_id'>): Promise<boolean> {
  return line.owner_id !== null && (await findOfficerOf(tx, line.owner_id, line.unit_id)) !== undefined
}

/** Who hears of a line: its owner, or the head of the unit whose tray it lies in. */
export async function ownerAudience(tx: Tx, line: Pick<LineRow, 'owner_id' | 'unit_id'>): Promise<Audience> {
  return line.owner_id !== null && (await hasServingOwner(tx, line))
    ? { kind: 'officer', officerId: line.owner_id }
    : { kind: 'role', role: 'head-of-unit', unitId: line.unit_id }
}

/** The event of an act on a line. */
export function lineEvent(
  type: string,
  line: Pick<LineRow, 'id' | 'unit_id' | 'area' | 'year' | 'number'>,
  more: { codes?: JsonObject; detail?: JsonObject; also?: readonly SubjectRef[]; occurredAt?: Date | undefined } = {},
): AuditEntry {
  return {
    type,
    subjects: [lineSubject(line.id), ...(more.also ?? [])],
    unitId: line.unit_id,
    area: line.area,
    codes: { year: line.year, number: line.number, ...more.codes },
    ...(more.detail ? { detail: more.detail } : {}),
    ...(more.occurredAt ? { occurredAt: more.occurredAt } : {}),
  }
}

const tolerance = 5 * 60_000

/** An act cannot lie in the future beyond what a clock may err. */
export function requirePast(tx: Tx, instant: Date): Date {
  if (instant.getTime() - tx.now.getTime() > tolerance) {
    throw platformErrors.fail('CLOCK_WRONG', { time: instant.toISOString() })
  }
  return instant
}
