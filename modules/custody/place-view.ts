import type { Cell, Place } from '#contracts/custody/place.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { custodies } from './custody-store.ts'

/** Places with their cells; how many are held counts those whom this reader may see. */
export async function listPlaces(tx: Tx, ids?: readonly string[]): Promise<Place[]> {
  let query = custodies(tx).selectFrom('custody.place').selectAll().orderBy('name_ar').limit(500)
  if (ids) query = query.where('id', 'in', [...ids])
  const places = await query.execute()
  if (places.length === 0) return []
  const placeIds = places.map(({ id }) => id)
  const cells = await custodies(tx)
    .selectFrom('custody.cell')
    .selectAll()
    .where('place_id', 'in', placeIds)
    .orderBy('code')
    .execute()
  const held = await custodies(tx)
    .selectFrom('custody.custody')
    .select(['place_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('place_id', 'in', placeIds)
    .where('ended_at', 'is', null)
    .groupBy('place_id')
    .execute()
  return places.map((place) => ({
    id: place.id,
    unitId: place.unit_id,
    code: place.code,
    nameAr: place.name_ar,
    nameFr: place.name_fr,
    prosecutorUnitId: place.prosecutor_unit_id,
    cells: cells
      .filter(({ place_id }) => place_id === place.id)
      .map((cell): Cell => ({
        id: cell.id,
        code: cell.code,
        use: cell.use,
        capacity: cell.capacity,
        closed: cell.closed_at !== null,
        closedReason: cell.closed_reason,
        version: cell.version,
      })),
    held: Number(held.find(({ place_id }) => place_id === place.id)?.count ?? 0),
  }))
}

/** Throws NOT_FOUND. */
export async function getPlaceView(tx: Tx, id: string): Promise<Place> {
  const [place] = await listPlaces(tx, [id])
  if (!place) throw platformErrors.fail('NOT_FOUND')
  return place
}

/** The place whose board is asked for; a screen on the wall knows none but its own. Throws NOT_FOUND. */
export async function getBoardPlace(tx: Tx, id: string): Promise<Place> {
  if (tx.actor.wallPlaceId !== null && tx.actor.wallPlaceId !== id) throw platformErrors.fail('NOT_FOUND')
  return getPlaceView(tx, id)
}
