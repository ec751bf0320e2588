import { z } from 'zod'
import type { CarryingKind, PlaceKind } from '#contracts/exhibits/lists.ts'
import { carryExhibitBody } from '#contracts/exhibits/record.ts'
import type { Tx } from '#platform/commands/types.ts'
import { type ExhibitRow, unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { moveCommand } from '../move-command.ts'
import { elsewhereOf, getOpenPlace } from '../place-store.ts'

const stores: readonly PlaceKind[] = ['room', 'shelf', 'box']
/** Kinds of place each movement leads to. The end of a chain has commands of its own. */
const leadsTo: Readonly<Record<CarryingKind, readonly PlaceKind[]>> = {
  stored: stores,
  moved: [...stores, 'in-hand'],
  'sent-to-laboratory': ['laboratory'],
  'back-from-laboratory': [...stores, 'in-hand'],
}

/** Carries a thing from a place to another, into a store, to a laboratory or back from it. */
export const carryExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.carry',
    permission: 'exhibit.move',
    fromAfar: true,
    input: carryExhibitBody.extend({ id: z.uuid() }),
    own: async (tx, row, { kind, toPlaceId, expectedBack }) => ({
      kind,
      toPlaceId: await placeOf(tx, row, kind, toPlaceId),
      expectedBack: kind === 'sent-to-laboratory' && expectedBack ? new Date(expectedBack) : null,
    }),
  })

async function placeOf(
  tx: Tx,
  row: ExhibitRow,
  kind: CarryingKind,
  toPlaceId: string | null | undefined,
): Promise<string> {
  if (!toPlaceId && kind === 'sent-to-laboratory') return (await elsewhereOf(tx, unitToAct(tx, row), 'laboratory')).id
  if (!toPlaceId) throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
  const place = await getOpenPlace(tx, toPlaceId)
  if (!leadsTo[kind].includes(place.kind)) throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
  return place.id
}
