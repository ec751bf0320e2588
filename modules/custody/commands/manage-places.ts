import { z } from 'zod'
import { addCellBody, changeCellBody, foundPlaceBody } from '#contracts/custody/place.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { custodyErrors } from '../custody-errors.ts'
import { custodies } from '../custody-store.ts'
import { getProsecutor } from '../prosecutors.ts'

/** Enters a place where people are held, with the prosecutor's office that signs its books. */
export const foundPlace = defineCommand({
  type: 'custody-place.found',
  permission: 'custody.manage-places',
  input: foundPlaceBody,
  execute: async (tx, { unitId, code, nameAr, nameFr, prosecutorUnitId }) => {
    const founder = tx.actor.officerId
    if (!tx.reach.covers(unitId) || founder === null) throw platformErrors.fail('NOT_PERMITTED')
    const unit = await custodies(tx)
      .selectFrom('organisation.unit')
      .select('area')
      .where('id', '=', unitId)
      .executeTakeFirst()
    if (!unit) throw custodyErrors.fail('CUSTODY_PLACE_UNKNOWN')
    await getProsecutor(tx, prosecutorUnitId)
    const id = tx.ids.next()
    const made = await custodies(tx)
      .insertInto('custody.place')
      .values({
        id,
        unit_id: unitId,
        area: unit.area,
        code,
        name_ar: nameAr,
        name_fr: nameFr,
        prosecutor_unit_id: prosecutorUnitId,
        founded_at: tx.now,
        founded_by: founder,
      })
      .onConflict((conflict) => conflict.constraint('place_code_once').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) throw custodyErrors.fail('CUSTODY_CELL_NAMED')
    return {
      result: { id },
      event: {
        type: 'custody-place.founded',
        subjects: [{ type: 'custody-place', id }],
        unitId,
        area: unit.area,
        codes: { code },
      },
    }
  },
})

export const addCell = defineCommand({
  type: 'custody-cell.add',
  permission: 'custody.manage-places',
  input: z.strictObject({ placeId: z.uuid(), ...addCellBody.shape }),
  execute: async (tx, { placeId, code, use, capacity }) => {
    const place = await getPlaceToManage(tx, placeId)
    const id = tx.ids.next()
    const made = await custodies(tx)
      .insertInto('custody.cell')
      .values({
        id,
        place_id: placeId,
        unit_id: place.unit_id,
        area: place.area,
        code,
        use,
        capacity,
        closed_at: null,
        closed_reason: null,
      })
      .onConflict((conflict) => conflict.constraint('cell_code_once').doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) throw custodyErrors.fail('CUSTODY_CELL_NAMED')
    return { result: { id }, event: cellEvent('custody-cell.added', place, id, { code, use, capacity }) }
  },
})

/** Takes a cell out of use, or into use again; who is in it stays until someone moves him. */
export const changeCell = defineCommand({
  type: 'custody-cell.change',
  permission: 'custody.manage-places',
  input: z
    .strictObject({ id: z.uuid(), ...changeCellBody.shape })
    .refine(({ closed, reason }) => !closed || Boolean(reason), { path: ['reason'] }),
  execute: async (tx, { id, closed, reason, capacity, baseVersion }) => {
    const cell = await custodies(tx).selectFrom('custody.cell').selectAll().where('id', '=', id).executeTakeFirst()
    if (!cell) throw platformErrors.fail('NOT_FOUND')
    const place = await getPlaceToManage(tx, cell.place_id)
    if (cell.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
    const version = cell.version + 1
    await custodies(tx)
      .updateTable('custody.cell')
      .set({
        closed_at: closed ? (cell.closed_at ?? tx.now) : null,
        closed_reason: closed ? (reason ?? cell.closed_reason) : null,
        ...(capacity === undefined ? {} : { capacity }),
        version,
      })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      result: { id, version },
      event: cellEvent('custody-cell.changed', place, id, {
        code: cell.code,
        closed,
        capacity: capacity ?? cell.capacity,
      }),
    }
  },
})

async function getPlaceToManage(tx: Tx, id: string) {
  const place = await custodies(tx).selectFrom('custody.place').selectAll().where('id', '=', id).executeTakeFirst()
  if (!place) throw platformErrors.fail('NOT_FOUND')
  if (!tx.reach.covers(place.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
  return place
}

function cellEvent(
  type: string,
  place: { readonly id: string; readonly unit_id: string; readonly area: string },
  cellId: string,
  codes: Readonly<Record<string, string | number | boolean>>,
) {
  return {
    type,
    subjects: [
      { type: 'custody-place', id: place.id },
      { type: 'custody-cell', id: cellId },
    ],
    unitId: place.unit_id,
    area: place.area,
    codes,
  }
}
