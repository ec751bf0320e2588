import { openStocktakingBody } from '#contracts/exhibits/stocktaking.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { getOpenPlace } from '../place-store.ts'
import { expectedIn } from '../stocktaking-store.ts'

/** Opens a room, a shelf or a box for counting. */
export const openStocktaking = defineCommand({
  type: 'exhibit-stocktaking.open',
  permission: 'exhibit.count',
  input: openStocktakingBody,
  execute: async (tx, { placeId }) => {
    const openedBy = tx.actor.officerId
    if (!openedBy) throw platformErrors.fail('SIGN_IN_NEEDED')
    const place = await getOpenPlace(tx, placeId)
    if (!tx.reach.covers(place.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
    if (place.kind !== 'room' && place.kind !== 'shelf' && place.kind !== 'box')
      throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
    const db = tx.tables<ExhibitsTables>()
    const id = tx.ids.next()
    const { keyId } = await tx.encryptFor({ type: 'exhibit-stocktaking', id }, Buffer.from(id))
    // The one that comes second, even at the same moment, finds the place taken.
    const made = await db
      .insertInto('exhibits.stocktaking')
      .values({
        id,
        place_id: place.id,
        unit_id: place.unit_id,
        area: place.area,
        opened_at: tx.now,
        opened_by: openedBy,
        closed_at: null,
        closed_by: null,
        closed_with: null,
        expected: null,
        differences: null,
        key_id: keyId,
        detail: null,
      })
      .onConflict((conflict) => conflict.column('place_id').where('closed_at', 'is', null).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw exhibitsErrors.fail('STOCKTAKING_ALREADY_OPEN')
    const expected = await expectedIn(tx, place.id)
    return {
      result: { id, expected: expected.length },
      event: {
        type: 'exhibit-stocktaking.opened',
        subjects: [
          { type: 'exhibit-stocktaking', id },
          { type: 'exhibit-place', id: place.id },
        ],
        unitId: place.unit_id,
        area: place.area,
        codes: { place: place.code, expected: expected.length },
      },
    }
  },
})
