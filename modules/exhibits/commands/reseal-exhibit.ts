import { z } from 'zod'
import { resealExhibitBody } from '#contracts/exhibits/record.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { moveCommand } from '../move-command.ts'

/** Sets a new seal on what was opened or found broken. */
export const resealExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.reseal',
    permission: 'exhibit.move',
    input: resealExhibitBody.extend({ id: z.uuid() }),
    own: (_tx, _row, { sealNumber }) => ({ kind: 'resealed', sealNumber }),
  })
