import type { SelectQueryBuilder, Selectable } from 'kysely'
import type { z } from 'zod'
import type { LineItem } from '#contracts/intake/register.ts'
import { inputError } from '#platform/commands/input-error.ts'
import type { AuditEntry, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { nameOf, summaryOf } from './domain/line-content.ts'
import type { IntakeTables, LineTable } from './intake-tables.ts'
import { readContent } from './line-store.ts'

type OwnerColumns = { owner_name_ar: string | null; owner_name_latin: string | null }
export type ListedLine = Selectable<LineTable> & OwnerColumns

/** Lines with the names of their owners; every list starts here. */
export function selectLines(tx: Tx): SelectQueryBuilder<
  IntakeTables & {
    l: LineTable
    o: { [K in keyof IntakeTables['organisation.officer']]: IntakeTables['organisation.officer'][K] | null }
  },
  'l' | 'o',
  ListedLine
> {
  return tx
    .tables<IntakeTables>()
    .selectFrom('intake.line as l')
    .leftJoin('organisation.officer as o', 'o.id', 'l.owner_id')
    .selectAll('l')
    .select(['o.name_ar as owner_name_ar', 'o.name_latin as owner_name_latin'])
}

/** A line as lists show it, with its first words and the name of who came. */
export async function presentLine(tx: Tx, row: ListedLine): Promise<LineItem> {
  const content = await readContent(tx, row)
  return {
    id: row.id,
    unitId: row.unit_id,
    year: row.year,
    number: row.number,
    state: row.state,
    version: row.version,
    kind: row.kind,
    category: row.category,
    anonymous: row.anonymous,
    authorisation: row.authorisation,
    owner: {
      kind: row.owner_kind,
      officerId: row.owner_id,
      nameAr: row.owner_name_ar,
      nameLatin: row.owner_name_latin,
    },
    receivedAt: row.received_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    happenedFrom: row.happened_from?.toISOString() ?? null,
    happenedTo: row.happened_to?.toISOString() ?? null,
    marks: row.marks,
    letter:
      row.letter_date === null
        ? null
        : { reference: row.sender_reference ?? '', date: row.letter_date, senderUnitId: row.sender_unit_id },
    dueAt: row.due_at?.toISOString() ?? null,
    overdue: row.ended_at === null && row.due_at !== null && row.due_at < tx.now,
    caseId: row.case_id,
    endedAt: row.ended_at?.toISOString() ?? null,
    summary: content ? summaryOf(content.text) : null,
    name: content ? nameOf(content) : null,
  }
}

/** A page: one row more than asked for says that there is a next one. */
export async function presentPage(
  tx: Tx,
  rows: readonly ListedLine[],
  limit: number,
  cursor: (row: ListedLine) => unknown,
): Promise<{ items: LineItem[]; next: string | null }> {
  const shown = rows.slice(0, limit)
  const items: LineItem[] = []
  for (const row of shown) items.push(await presentLine(tx, row))
  const last = shown.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(cursor(last)) : null }
}

/** The unit a list is of: the one named, else the reader's own; out of reach it is refused. */
export function unitInReach(tx: Tx, unitId: string | undefined): string {
  const unit = unitId ?? tx.actor.unitId
  if (!unit || !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
  return unit
}

/** The look-up of a list: who saw which lines of which unit. */
export const listAccess = (type: string, unitId: string, list: string, ids: readonly string[]): AuditEntry => ({
  type,
  subjects: [{ type: 'unit', id: unitId }, ...ids.map((id) => ({ type: 'register', id }))],
  unitId,
  purpose: { kind: 'duty' },
  codes: { list, count: ids.length },
})

export const encodeCursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export function decodeCursor<T extends z.ZodType>(schema: T, cursor: string | undefined): z.output<T> | undefined {
  if (cursor === undefined) return undefined
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    if (parsed.success) return parsed.data
  } catch {
    // Not of our making; said below.
  }
  throw inputError(['after'])
}
