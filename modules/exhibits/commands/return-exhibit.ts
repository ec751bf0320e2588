import { z } from 'zod'
import { returnExhibitBody } from '#contracts/exhibits/record.ts'
import { marksOfOrder } from '../domain/exhibit-rules.ts'
import { unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { moveCommand } from '../move-command.ts'
import { elsewhereOf } from '../place-store.ts'

/** Gives an exhibit back. Without the order that the country asks for it is recorded all the same, and marked. */
export const returnExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.return',
    permission: 'exhibit.end',
    input: returnExhibitBody.extend({ id: z.uuid() }),
    own: async (tx, row, { order }, occurredAt) => ({
      kind: 'returned',
      toPlaceId: (await elsewhereOf(tx, unitToAct(tx, row), 'outside')).id,
      order,
      marks: marksOfOrder(deps.rules, 'returned', order ?? null, deps.civilDate(occurredAt)),
    }),
  })
