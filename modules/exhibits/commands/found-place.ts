import type { StoreKind } from '#contracts/exhibits/lists.ts'
import { foundPlaceBody } from '#contracts/exhibits/place.ts'
import { findUnit } from '#modules/organisation/index.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import type { ExhibitsTables } from '../exhibits-tables.ts'
import { getOpenPlace, newLabel } from '../place-store.ts'

/** What each kind may stand in. */
const standsIn: Readonly<Record<StoreKind, readonly StoreKind[]>> = {
  room: [],
  shelf: ['room'],
  box: ['shelf', 'room'],
}

/** Founds a room, a shelf or a box, with a label of its own. */
export const foundPlace = defineCommand({
  type: 'exhibit-place.found',
  permission: 'exhibit.manage-places',
  input: foundPlaceBody,
  execute: async (tx, body) => {
    const unitId = body.unitId ?? tx.actor.unitId
    const unit = unitId ? await findUnit(tx, unitId) : undefined
    if (!unit || !tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
    await requireParent(tx, unit.id, body.kind, body.parentId ?? null)
    const taken = await tx
      .tables<ExhibitsTables>()
      .selectFrom('exhibits.place')
      .select('id')
      .where('unit_id', '=', unit.id)
      .where('code', '=', body.code)
      .where('closed_at', 'is', null)
      .executeTakeFirst()
    if (taken) throw exhibitsErrors.fail('EXHIBIT_PLACE_CODE_TAKEN')
    const id = tx.ids.next()
    const label = newLabel()
    await tx
      .tables<ExhibitsTables>()
      .insertInto('exhibits.place')
      .values({
        id,
        unit_id: unit.id,
        area: unit.area,
        kind: body.kind,
        code: body.code,
        label_ar: body.labelAr,
        label_fr: body.labelFr,
        parent_id: body.parentId ?? null,
        capacity: body.capacity ?? null,
        label,
        founded_at: tx.now,
        founded_by: tx.actor.officerId,
        closed_at: null,
      })
      .execute()
    return {
      result: { id, version: 1, label },
      event: {
        type: 'exhibit-place.founded',
        subjects: [{ type: 'exhibit-place', id }],
        unitId: unit.id,
        area: unit.area,
        codes: { code: body.code, kind: body.kind },
      },
    }
  },
})

async function requireParent(tx: Tx, unitId: string, kind: StoreKind, parentId: string | null): Promise<void> {
  const allowed = standsIn[kind]
  if (parentId === null && allowed.length === 0) return
  const parent = parentId === null ? undefined : await getOpenPlace(tx, parentId)
  if (parent?.unit_id !== unitId || !allowed.some((each) => each === parent.kind))
    throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
}
