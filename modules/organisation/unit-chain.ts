import type { Tx } from '#platform/commands/types.ts'
import type { Locale } from '#platform/i18n/text.ts'
import type { OrganisationTables } from './organisation-tables.ts'

export interface UnitInChain {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly nameAr: string
  readonly nameFr: string
  readonly nameEn: string | null
  /** 0 for the unit itself, 1 for the one above it. */
  readonly depth: number
}

/** The unit and all above it on the present day, from itself upwards. Empty where there is no such unit. */
export async function listUnitChain(tx: Tx, unitId: string): Promise<readonly UnitInChain[]> {
  const day = tx.now.toISOString().slice(0, 10)
  return tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.unit_closure as c')
    .innerJoin('organisation.unit as u', 'u.id', 'c.ancestor_id')
    .select([
      'u.id',
      'u.code',
      'u.kind',
      'u.name_ar as nameAr',
      'u.name_fr as nameFr',
      'u.name_en as nameEn',
      'c.depth',
    ])
    .where('c.descendant_id', '=', unitId)
    .where('c.valid_from', '<=', day)
    .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', day)]))
    .orderBy('c.depth')
    .execute()
}

/** Names of the unit and all above it, the widest first, in the language of the print. */
export async function unitNames(tx: Tx, unitId: string, locale: Locale): Promise<string[]> {
  const chain = await listUnitChain(tx, unitId)
  return chain
    .toReversed()
    .map((unit) => (locale === 'ar' ? unit.nameAr : locale === 'fr' ? unit.nameFr : (unit.nameEn ?? unit.nameFr)))
}
