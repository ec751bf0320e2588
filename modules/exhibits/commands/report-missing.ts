import { z } from 'zod'
import { missingExhibitBody } from '#contracts/exhibits/record.ts'
import { notify } from '#modules/notices/index.ts'
import type { ExhibitsDeps } from '../exhibits-deps.ts'
import type { exhibitsNotices } from '../exhibits-notices.ts'
import { moveCommand } from '../move-command.ts'

/** Records that an exhibit is not where it should be, and tells the head of the unit at once. */
export const reportMissing = (deps: ExhibitsDeps) =>
  moveCommand(deps, {
    name: 'exhibit.report-missing',
    permission: 'exhibit.move',
    input: missingExhibitBody.extend({ id: z.uuid() }),
    own: (_tx, _row, { note }) => ({ kind: 'missing', note }),
    after: async (tx, row) => {
      await notify(tx, {
        kind: 'exhibit.missing' satisfies keyof typeof exhibitsNotices,
        to: [{ kind: 'role', role: 'head-of-unit', unitId: row.unit_id }],
        link: { type: 'exhibit', id: row.id },
        unitId: row.unit_id,
        params: { reference: row.reference },
        aboutOfficerId: tx.actor.officerId,
      })
    },
  })
