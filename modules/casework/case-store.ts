import type { Selectable } from 'kysely'
import { decide } from '#platform/authz/decide.ts'
import type { JsonObject, Purpose, SubjectRef, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type Audience, notify } from '#modules/notices/index.ts'
import type { caseworkNotices } from './casework-notices.ts'
import { caseworkErrors } from './casework-errors.ts'
import type { CaseworkTables, Series } from './casework-tables.ts'
import { caseReference } from './domain/case-number.ts'
import type { CaseworkLaw } from './domain/resolve-offences.ts'

export type CaseRow = Selectable<CaseworkTables['casework.case_file']>

/** The case as this transaction may see it. Throws NOT_FOUND where it is absent or invisible. */
export async function getCase(tx: Tx, id: string): Promise<CaseRow> {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

export interface ChangeOptions {
  readonly baseVersion?: number | undefined
  /** A closed case is refused unless this is set. */
  readonly evenClosed?: boolean
}

/**
 * The case, locked, for a command that changes it: the first of the two walls. A case seen because it is on offer or
 * waits for its prosecutor is not thereby one to change; a sealed case is open to its list.
 */
export async function getCaseToChange(tx: Tx, id: string, options: ChangeOptions = {}): Promise<CaseRow> {
  const seen = await getCase(tx, id)
  if (!mayChange(tx, seen)) throw platformErrors.fail('NOT_PERMITTED')
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw platformErrors.fail('NOT_FOUND')
  if (options.baseVersion !== undefined && row.version !== options.baseVersion) throw platformErrors.fail('STALE_EDIT')
  if (row.state === 'closed' && !options.evenClosed) throw caseworkErrors.fail('CASE_ALREADY_CLOSED')
  return row
}

// A sealed case that could be read has its reader on the list; the list stands in for the reach of units.
function mayChange(tx: Tx, row: CaseRow): boolean {
  const officer = tx.actor.officerId ?? 'system'
  const facts = {
    id: row.id,
    unitId: row.unit_id,
    own: row.sealed || (row.assigned_to !== null && row.assigned_to === officer),
    sealed: row.sealed,
    readers: row.sealed ? [officer] : [],
    // A closed case has an error of its own, which says what to do.
    closed: false,
  }
  return decide(officer, 'change', facts, { ...tx.reach, own: tx.reach.own || row.sealed }).allowed
}

type CaseChange = Partial<Omit<CaseRow, 'id' | 'area' | 'version'>>

/** Writes columns of a locked case and counts its version up; answers the new version. */
export async function changeCase(tx: Tx, row: CaseRow, change: CaseChange): Promise<number> {
  const version = row.version + 1
  await tx
    .tables<CaseworkTables>()
    .updateTable('casework.case_file')
    .set({ ...change, version })
    .where('id', '=', row.id)
    .execute()
  return version
}

/** What an event about a case says of where it belongs. */
export function caseEvent(row: Pick<CaseRow, 'id' | 'unit_id' | 'area'>, others: readonly SubjectRef[] = []) {
  const purpose: Purpose = { kind: 'case', id: row.id }
  return {
    subjects: [{ type: 'case', id: row.id }, ...others],
    unitId: row.unit_id,
    area: row.area,
    purpose,
  }
}

/** Tells officers of an act on a case, in its transaction; the text is in `caseworkNotices`. */
export async function tellOfCase(
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'unit_id' | 'reference'>,
  kind: keyof typeof caseworkNotices,
  to: readonly Audience[],
): Promise<void> {
  await notify(tx, {
    kind,
    to,
    link: { type: 'case', id: row.id },
    unitId: row.unit_id,
    params: { reference: row.reference },
    aboutOfficerId: tx.actor.officerId,
  })
}

export const caseCodes = (row: Pick<CaseRow, 'reference'>): JsonObject => ({ reference: row.reference })

/** Gives a case the next number of its unit's series and keeps it among its numbers. Take it last. */
export async function takeNumber(tx: Tx, law: CaseworkLaw, series: Series, unitId: string) {
  const year = Number(law.civilDate(tx.now).slice(0, 4))
  const number = await tx.nextNumber(series, unitId, year)
  return { series, year, number, reference: caseReference(series, year, number) }
}

export async function keepNumber(
  tx: Tx,
  caseId: string,
  unitId: string,
  taken: { series: Series; year: number; number: number; reference: string },
): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .insertInto('casework.case_number')
    .values({ case_id: caseId, unit_id: unitId, ...taken, given_at: tx.now })
    .execute()
}

/** Throws OFFICER_UNKNOWN where an officer named is not in service; answers the name, for the log. */
export async function getOfficerName(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('organisation.officer')
    .select(['name_ar', 'state'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row?.state !== 'active') throw caseworkErrors.fail('OFFICER_UNKNOWN')
  return row.name_ar
}

export const prosecutorKind = 'parquet'

/** A unit that can have cases, or a prosecutor's office. Throws CASE_CASE_UNIT_UNSUITABLE. */
export async function getUnit(tx: Tx, id: string, kind: 'police' | 'prosecutor') {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('organisation.unit')
    .select(['id', 'kind', 'area', 'name_ar', 'closed_on'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.closed_on !== null || (row.kind === prosecutorKind) !== (kind === 'prosecutor')) {
    throw caseworkErrors.fail('CASE_CASE_UNIT_UNSUITABLE')
  }
  return { id: row.id, area: row.area, name: row.name_ar }
}

/** Notes on a locked case which prosecutor's office was told of it, where none is noted yet: it may then see the file. */
export async function noteProsecutor(tx: Tx, row: CaseRow, prosecutorUnitId: string): Promise<void> {
  if (row.prosecutor_unit_id === null) await changeCase(tx, row, { prosecutor_unit_id: prosecutorUnitId })
}
