import { z } from 'zod'
import { destroyExhibitBody } from '#contracts/exhibits/record.ts'
import { marksOfOrder } from '../domain/exhibit-rules.ts'
import { unitToAct } from '../exhibit-store.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { moveCommand } from '../move-command.ts'
import { elsewhereOf } from '../place-store.ts'

/** Records that an exhibit was destroyed, and by which order; under a fresh proof of identity. */
export const destroyExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.destroy',
    permission: 'exhibit.destroy',
    stepUp: true,
    input: destroyExhibitBody.extend({ id: z.uuid() }),
    own: async (tx, row, { order, how, note }, occurredAt) => ({
      kind: 'destroyed',
      toPlaceId: (await elsewhereOf(tx, unitToAct(tx, row), 'outside')).id,
      order,
      note: note ? `${how}\n${note}` : how,
      marks: marksOfOrder(deps.rules, 'destroyed', order ?? null, deps.civilDate(occurredAt)),
    }),
  })
