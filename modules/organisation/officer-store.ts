import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { organisationErrors } from './organisation-errors.ts'
import type { OfficerTable, OrganisationTables, UnitTable } from './organisation-tables.ts'

export type OfficerRow = Selectable<OfficerTable>
export type UnitRow = Selectable<UnitTable>

/** Undefined where there is no such officer; who is who is no secret inside the house. */
export async function findOfficer(tx: Tx, id: string): Promise<OfficerRow | undefined> {
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.officer')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** By the number an officer signs in with; undefined where it is nobody's. */
export async function findOfficerByNumber(tx: Tx, serviceNumber: string): Promise<OfficerRow | undefined> {
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.officer')
    .selectAll()
    .where('service_number', '=', serviceNumber)
    .executeTakeFirst()
}

/** Officers who serve in a unit now, in the order of their coming. */
export async function listServingOfficers(tx: Tx, unitId: string): Promise<OfficerRow[]> {
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.officer')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('state', '=', 'active')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Throws NOT_FOUND where there is no such officer. */
export async function getOfficer(tx: Tx, id: string): Promise<OfficerRow> {
  const row = await findOfficer(tx, id)
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

/** Throws NOT_FOUND where there is no such unit. */
export async function getUnit(tx: Tx, id: string): Promise<UnitRow> {
  const row = await findUnit(tx, id)
  if (!row) throw platformErrors.fail('NOT_FOUND')
  return row
}

export async function findUnit(tx: Tx, id: string): Promise<UnitRow | undefined> {
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.unit')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A unit named in an input: throws UNIT_UNKNOWN, and UNIT_CLOSED where it is no more. */
export async function requireOpenUnit(tx: Tx, id: string): Promise<UnitRow> {
  const unit = await findUnit(tx, id)
  if (!unit) throw organisationErrors.fail('UNIT_UNKNOWN')
  if (unit.closed_on !== null && unit.closed_on <= tx.now.toISOString().slice(0, 10)) {
    throw organisationErrors.fail('UNIT_CLOSED', { date: unit.closed_on })
  }
  return unit
}

/** An officer whom the permission of this transaction covers. Throws NOT_FOUND or NOT_PERMITTED. */
export async function getOfficerInReach(tx: Tx, id: string): Promise<OfficerRow & { readonly area: string }> {
  const officer = await getOfficer(tx, id)
  if (!tx.reach.covers(officer.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
  const unit = await getUnit(tx, officer.unit_id)
  return { ...officer, area: unit.area }
}

export const postSchema = z.string().trim().min(1).max(60)

export const newOfficerSchema = z.strictObject({
  serviceNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{1,31}$/),
  nameAr: z
    .string()
    .trim()
    .max(120)
    .regex(/\p{Script=Arabic}/u),
  nameLatin: z.string().trim().min(1).max(120),
  /** Null for those who are not of the police, such as prosecutors. */
  rankCode: z.string().nullable(),
  sex: z.enum(['female', 'male']),
  unitId: z.uuid(),
  /** What the officer does there, a code such as `desk`, `investigation`, `head`. */
  post: postSchema,
  /** First instant of the posting; now where it is left out. */
  since: z.iso.datetime({ offset: true }).optional(),
})
export type NewOfficer = z.output<typeof newOfficerSchema>

/** Adds an officer with the first posting. Throws SERVICE_NUMBER_TAKEN, RANK_UNKNOWN, UNIT_UNKNOWN, NOT_PERMITTED. */
export async function addOfficer(tx: Tx, officer: NewOfficer): Promise<{ readonly id: string; readonly area: string }> {
  const unit = await requireOpenUnit(tx, officer.unitId)
  if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
  await requireRank(tx, officer.rankCode)
  const db = tx.tables<OrganisationTables>()
  const id = tx.ids.next()
  const added = await db
    .insertInto('organisation.officer')
    .values({
      id,
      service_number: officer.serviceNumber,
      name_ar: officer.nameAr,
      name_latin: officer.nameLatin,
      rank_code: officer.rankCode,
      sex: officer.sex,
      unit_id: unit.id,
      post: officer.post,
    })
    .onConflict((conflict) => conflict.column('service_number').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw organisationErrors.fail('SERVICE_NUMBER_TAKEN', { number: officer.serviceNumber })
  await db
    .insertInto('organisation.posting')
    .values({
      id: tx.ids.next(),
      officer_id: id,
      unit_id: unit.id,
      post: officer.post,
      rank_code: officer.rankCode,
      starts_at: officer.since ? new Date(officer.since) : tx.now,
      ends_at: null,
    })
    .execute()
  return { id, area: unit.area }
}

export async function requireRank(tx: Tx, code: string | null): Promise<void> {
  if (code === null) return
  const rank = await tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.rank')
    .select('code')
    .where('code', '=', code)
    .executeTakeFirst()
  if (!rank) throw organisationErrors.fail('RANK_UNKNOWN', { rank: code })
}
