import { z } from 'zod'
import { openExhibitBody } from '#contracts/exhibits/record.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { moveCommand } from '../move-command.ts'

/** Opens the seal, for a stated reason. */
export const openExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.open',
    permission: 'exhibit.move',
    input: openExhibitBody.extend({ id: z.uuid() }),
    own: (_tx, _row, { why, note }) => ({ kind: 'opened', note: note ? `${why}\n${note}` : why }),
  })
