import { z } from 'zod'
import { abandonPvBody } from '#contracts/documents/pv.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { DocumentsTables } from '../documents-tables.ts'
import { getPvToSign, pvEvent } from '../pv-store.ts'

/** Gives a PV up before it is signed. It keeps its number and its text; a new one may be begun from it. */
export const abandonPv = defineCommand({
  type: 'pv.abandon',
  permission: 'pv.abandon',
  input: z.strictObject({ id: z.uuid(), ...abandonPvBody.shape }),
  execute: async (tx, { id, reason, note }) => {
    const row = await getPvToSign(tx, id)
    const own = row.author_id === tx.actor.officerId || row.drafted_by === tx.actor.officerId
    if (!own && !tx.reach.covers(row.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
    await tx
      .tables<DocumentsTables>()
      .updateTable('documents.pv')
      .set({ state: 'abandoned', abandoned_at: tx.now, abandon_reason: reason })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      result: { id, state: 'abandoned' as const },
      event: {
        type: 'pv.abandoned',
        ...pvEvent(row),
        codes: { reference: row.reference, reason },
        detail: note ? { why: note } : {},
      },
    }
  },
})
