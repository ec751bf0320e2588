import { z } from 'zod'
import { sealExhibitBody } from '#contracts/exhibits/record.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import { moveCommand } from '../move-command.ts'

/** Sets the first seal: by whom, before whom. */
export const sealExhibit = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.seal',
    permission: 'exhibit.move',
    input: sealExhibitBody.extend({ id: z.uuid() }),
    own: (_tx, _row, { sealNumber }) => ({ kind: 'sealed', sealNumber }),
  })
