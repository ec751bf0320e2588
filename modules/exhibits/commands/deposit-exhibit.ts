import { z } from 'zod'
import { depositExhibitBody } from '#contracts/exhibits/record.ts'
import { marksOfOrder } from '../domain/exhibit-rules.ts'
import { unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { moveCommand } from '../move-command.ts'
import { elsewhereOf, getOpenPlace } from '../place-store.ts'

/** Hands an exhibit over to the registry of the court: the end of its chain here. */
export const depositExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.deposit',
    permission: 'exhibit.end',
    input: depositExhibitBody.extend({ id: z.uuid() }),
    own: async (tx, row, { order, toPlaceId }, occurredAt) => {
      const place = toPlaceId
        ? await getOpenPlace(tx, toPlaceId)
        : await elsewhereOf(tx, unitToAct(tx, row), 'court-registry')
      if (place.kind !== 'court-registry') throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
      const marks = marksOfOrder(deps.rules, 'deposited', order ?? null, deps.civilDate(occurredAt))
      return { kind: 'deposited-at-court', toPlaceId: place.id, order, marks }
    },
  })
