import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { PlaceRef } from '#contracts/exhibits/place.ts'
import type { PlaceKind, StoreKind } from '#contracts/exhibits/lists.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import { labelOf } from './domain/label.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import type { ExhibitsTables, PlaceTable } from './exhibits-tables.ts'

export type PlaceRow = Selectable<PlaceTable>
type ElsewhereKind = Exclude<PlaceKind, StoreKind>

const elsewhere: Readonly<Record<ElsewhereKind, { readonly code: string; readonly label: Pick<Text, 'ar' | 'fr'> }>> = {
  'in-hand': { code: 'IN-HAND', label: { ar: 'في عهدة الضابط', fr: 'Entre les mains de l’agent' } },
  laboratory: { code: 'LAB', label: { ar: 'المختبر', fr: 'Laboratoire' } },
  'court-registry': { code: 'COURT', label: { ar: 'كتابة الضبط', fr: 'Greffe' } },
  outside: { code: 'OUT', label: { ar: 'خارج عهدة الشرطة', fr: 'Hors des mains de la police' } },
}

export const newLabel = (): string => labelOf(randomBytes(16))

const places = (tx: Tx) => tx.tables<ExhibitsTables>()

/** An open place that this transaction may see. Throws EXHIBIT_PLACE_UNSUITABLE. */
export async function getOpenPlace(tx: Tx, id: string): Promise<PlaceRow> {
  const row = await findPlace(tx, id)
  if (!row || row.closed_at !== null) throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
  return row
}

export async function findPlace(tx: Tx, id: string): Promise<PlaceRow | undefined> {
  return places(tx).selectFrom('exhibits.place').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The unit's own place of a kind of elsewhere; made when it is first needed. */
export async function elsewhereOf(
  tx: Tx,
  unit: { readonly unitId: string; readonly area: string },
  kind: ElsewhereKind,
): Promise<PlaceRow> {
  const find = () =>
    places(tx)
      .selectFrom('exhibits.place')
      .selectAll()
      .where('unit_id', '=', unit.unitId)
      .where('kind', '=', kind)
      .executeTakeFirst()
  const known = await find()
  if (known) return known
  const { code, label } = elsewhere[kind]
  // Two first exhibits at once make it once: the second finds the first one's.
  await places(tx)
    .insertInto('exhibits.place')
    .values({
      id: tx.ids.next(),
      unit_id: unit.unitId,
      area: unit.area,
      kind,
      code,
      label_ar: label.ar,
      label_fr: label.fr,
      parent_id: null,
      capacity: null,
      label: newLabel(),
      founded_at: tx.now,
      founded_by: tx.actor.officerId,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await find()
  if (!made) throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
  return made
}

/** The place itself and all that stands in it, as this transaction may see them. */
export async function listWithin(tx: Tx, id: string): Promise<string[]> {
  const rows = await places(tx)
    .withRecursive('within', (db) =>
      db
        .selectFrom('exhibits.place')
        .select('id')
        .where('id', '=', id)
        .union((inner) =>
          inner.selectFrom('exhibits.place as p').innerJoin('within as w', 'w.id', 'p.parent_id').select('p.id'),
        ),
    )
    .selectFrom('within')
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}

export async function loadPlaces(tx: Tx, ids: Iterable<string | null>): Promise<ReadonlyMap<string, PlaceRef>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await places(tx).selectFrom('exhibits.place').selectAll().where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, placeRef(row)]))
}

export function placeRef(row: PlaceRow): PlaceRef {
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    code: row.code,
    labelAr: row.label_ar,
    labelFr: row.label_fr,
  }
}
