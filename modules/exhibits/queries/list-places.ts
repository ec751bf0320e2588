import { type Place, listPlacesQuery } from '#contracts/exhibits/place.ts'
import type { PlaceKind } from '#contracts/exhibits/lists.ts'
import { loadRefs, requireUnit } from '#modules/casework/index.ts'
import { permissionsHeld } from '#modules/documents/index.ts'
import { type Tx, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { type PlaceRow, placeRef } from '../place-store.ts'

const stores: readonly PlaceKind[] = ['room', 'shelf', 'box']

/** Places of a unit, each before what stands in it, with how many exhibits lie in it. */
export const listPlaces = defineQuery({
  type: 'exhibit-place.list',
  permission: 'exhibit.read',
  input: listPlacesQuery,
  recorded: false,
  execute: async (tx, { unit, closed }) => {
    if (unit !== undefined && !tx.reach.covers(unit)) throw platformErrors.fail('NOT_PERMITTED')
    const ofUnit = unit ?? tx.actor.unitId
    const rows = await tx
      .tables<ExhibitsTables>()
      .selectFrom('exhibits.place')
      .selectAll()
      .where('unit_id', '=', ofUnit)
      .$if(closed === 'false', (of) => of.where('closed_at', 'is', null))
      .orderBy('code')
      .execute()
    const held = await permissionsHeld(tx, ofUnit ?? '')
    return {
      result: {
        items: await presentPlaces(tx, inOrder(rows), held),
        can: { found: held.has('exhibit.manage-places') },
      },
    }
  },
})

/** Stores before elsewhere, by code; what stands in a place follows it. */
function inOrder(rows: readonly PlaceRow[]): PlaceRow[] {
  const known = new Set(rows.map(({ id }) => id))
  const within = (parent: PlaceRow): PlaceRow[] => [
    parent,
    ...rows.filter((row) => row.parent_id === parent.id).flatMap(within),
  ]
  const tops = rows.filter((row) => row.parent_id === null || !known.has(row.parent_id))
  return tops.toSorted((a, b) => Number(!stores.includes(a.kind)) - Number(!stores.includes(b.kind))).flatMap(within)
}

async function presentPlaces(tx: Tx, rows: readonly PlaceRow[], held: ReadonlySet<string>): Promise<Place[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const db = tx.tables<ExhibitsTables>()
  const refs = await loadRefs(
    tx,
    rows.map((row) => row.unit_id),
    [],
  )
  const lying = await db
    .selectFrom('exhibits.exhibit')
    .select(['place_id', (eb) => eb.fn.countAll<number>().as('exhibits')])
    .where('place_id', 'in', ids)
    .groupBy('place_id')
    .execute()
  const counts = await db
    .selectFrom('exhibits.stocktaking')
    .select(['place_id', (eb) => eb.fn.max('closed_at').as('last')])
    .where('place_id', 'in', ids)
    .groupBy('place_id')
    .execute()
  const exhibitsIn = new Map(lying.map((row) => [row.place_id, row.exhibits]))
  const countedAt = new Map(counts.map((row) => [row.place_id, row.last]))
  return rows.map((row) => {
    const isOpenStore = row.closed_at === null && stores.includes(row.kind)
    return {
      ...placeRef(row),
      unit: requireUnit(refs, row.unit_id),
      parentId: row.parent_id,
      capacity: row.capacity,
      label: row.label,
      exhibits: exhibitsIn.get(row.id) ?? 0,
      closedAt: row.closed_at?.toISOString() ?? null,
      lastCountedAt: countedAt.get(row.id)?.toISOString() ?? null,
      version: row.version,
      can: {
        close: isOpenStore && held.has('exhibit.manage-places'),
        count: isOpenStore && held.has('exhibit.count'),
        foundWithin: isOpenStore && row.kind !== 'box' && held.has('exhibit.manage-places'),
      },
    }
  })
}
