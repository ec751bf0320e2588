import type { z } from 'zod'
import type { officerRefSchema, unitRefSchema } from '#contracts/casework/values.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CaseworkTables } from './casework-tables.ts'

export type UnitRef = z.output<typeof unitRefSchema>
export type OfficerRef = z.output<typeof officerRefSchema>

/** Names of units and officers for a page; what is not found is left out. */
export interface Refs {
  unit(id: string | null): UnitRef | null
  officer(id: string | null): OfficerRef | null
}

export async function loadRefs(
  tx: Tx,
  unitIds: Iterable<string | null>,
  officerIds: Iterable<string | null>,
): Promise<Refs> {
  const db = tx.tables<CaseworkTables>()
  const wantedUnits = present(unitIds)
  const wantedOfficers = present(officerIds)
  const units =
    wantedUnits.length === 0
      ? []
      : await db
          .selectFrom('organisation.unit')
          .select(['id', 'code', 'name_ar', 'name_fr'])
          .where('id', 'in', wantedUnits)
          .execute()
  const officers =
    wantedOfficers.length === 0
      ? []
      : await db
          .selectFrom('organisation.officer')
          .select(['id', 'name_ar', 'name_latin', 'rank_code'])
          .where('id', 'in', wantedOfficers)
          .execute()
  const unitById = new Map<string, UnitRef>(
    units.map((row) => [row.id, { id: row.id, code: row.code, nameAr: row.name_ar, nameFr: row.name_fr }]),
  )
  const officerById = new Map<string, OfficerRef>(
    officers.map((row) => [
      row.id,
      { id: row.id, nameAr: row.name_ar, nameLatin: row.name_latin, rank: row.rank_code },
    ]),
  )
  return {
    unit: (id) => (id === null ? null : (unitById.get(id) ?? null)),
    officer: (id) => (id === null ? null : (officerById.get(id) ?? null)),
  }
}

function present(ids: Iterable<string | null>): string[] {
  return [...new Set([...ids].filter((id) => id !== null))]
}

/** For a column with a foreign key to organisation.unit. */
export function requireUnit(refs: Refs, id: string): UnitRef {
  const unit = refs.unit(id)
  if (!unit) throw new Error(`unit ${id} is gone`)
  return unit
}
