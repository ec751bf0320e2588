import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { documentsErrors } from '../documents-errors.ts'
import { discardDays, drafts, getDraft } from '../draft-store.ts'

const input = z.strictObject({ id: z.uuid() })

/** Throws a draft away; for thirty days it can be taken up again. */
export const discardDraft = defineQuery({
  type: 'pv-draft.discard',
  permission: 'pv.draft',
  input,
  recorded: false,
  execute: async (tx, { id }) => {
    const row = await getDraft(tx, id)
    if (row.pv_id) throw documentsErrors.fail('DRAFT_GONE')
    const at = row.discarded_at ?? tx.now
    await drafts(tx).updateTable('draft.pv_draft').set({ discarded_at: at }).where('id', '=', id).execute()
    return { result: { id, discardedAt: at.toISOString() } }
  },
})

export const restoreDraft = defineQuery({
  type: 'pv-draft.restore',
  permission: 'pv.draft',
  input,
  recorded: false,
  execute: async (tx, { id }) => {
    const row = await getDraft(tx, id)
    const tooLate = row.discarded_at && tx.now.getTime() - row.discarded_at.getTime() > discardDays * 86_400_000
    if (row.pv_id || tooLate) throw documentsErrors.fail('DRAFT_GONE')
    await drafts(tx)
      .updateTable('draft.pv_draft')
      .set({ discarded_at: null, saved_at: tx.now })
      .where('id', '=', id)
      .execute()
    return { result: { id, discardedAt: null } }
  },
})
