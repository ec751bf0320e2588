import type { z } from 'zod'
import type { movementBase } from '#contracts/exhibits/record.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { type ExhibitRow, getExhibitToMove } from './exhibit-store.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import { exhibitsErrors } from './exhibits-errors.ts'
import { type NewMovement, addMovement, statedHour } from './movement-store.ts'
import { findPlace } from './place-store.ts'

type Stated = z.output<z.ZodObject<typeof movementBase>> & { readonly id: string }
type Own = Omit<NewMovement, 'occurredAt' | 'handedBy' | 'receivedBy' | 'fromPlaceId' | 'sealSeen' | 'sealBroken'>

/** A command that adds one movement to an exhibit. `own` says what this kind has beside what every movement says. */
export function moveCommand<S extends z.ZodType<Stated>>(
  deps: ExhibitsDeps,
  use: {
    readonly name: string
    readonly permission: string
    readonly input: S
    readonly stepUp?: boolean
    readonly fromAfar?: boolean
    readonly own: (tx: Tx, row: ExhibitRow, input: z.output<S>, occurredAt: Date) => Own | Promise<Own>
    /** What else is to be done once the movement is stored. */
    readonly after?: (tx: Tx, row: ExhibitRow) => Promise<void>
  },
) {
  return defineCommand({
    type: use.name,
    permission: use.permission,
    input: use.input,
    ...(use.stepUp ? { stepUp: true } : {}),
    ...(use.fromAfar ? { fromAfar: true } : {}),
    execute: async (tx, input) => {
      const row = await getExhibitToMove(tx, input.id, input.baseVersion)
      // A place that was given up since is still one where a thing can have been.
      if (input.fromPlaceId && !(await findPlace(tx, input.fromPlaceId)))
        throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
      const occurredAt = statedHour(tx, input.occurredAt)
      const own = await use.own(tx, row, input, occurredAt)
      const added = await addMovement(tx, deps.rules, row, {
        occurredAt,
        handedBy: input.handedBy,
        receivedBy: input.receivedBy,
        fromPlaceId: input.fromPlaceId,
        sealSeen: input.sealSeen,
        sealBroken: input.sealBroken,
        note: input.note,
        ...own,
      })
      await use.after?.(tx, row)
      return added
    },
  })
}
