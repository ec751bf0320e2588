import { z } from 'zod'
import { foundAgainBody } from '#contracts/exhibits/record.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { exhibitsErrors } from '../exhibits-errors.ts'
import { moveCommand } from '../move-command.ts'
import { getOpenPlace } from '../place-store.ts'

/** Records that a missing exhibit was found, and where it lies now. Its chain stays broken. */
export const findAgain = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.find-again',
    permission: 'exhibit.move',
    input: foundAgainBody.extend({ id: z.uuid() }),
    own: async (tx, _row, { toPlaceId, note }) => {
      const place = await getOpenPlace(tx, toPlaceId)
      if (place.kind === 'court-registry' || place.kind === 'outside')
        throw exhibitsErrors.fail('EXHIBIT_PLACE_UNSUITABLE')
      return { kind: 'found-again', toPlaceId: place.id, note }
    },
  })
