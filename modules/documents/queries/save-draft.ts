import { z } from 'zod'
import { saveDraftBody, takePenBody } from '#contracts/documents/draft.ts'
import { defineQuery } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import { documentsErrors } from '../documents-errors.ts'
import { type DraftHold, isHeld, judgeSave, leaseEnd } from '../domain/lease.ts'
import { type DraftRow, drafts, getOpenDraft, openContent, sealContent } from '../draft-store.ts'

/**
 * Saves what was typed. It holds on a locked desk too: the officer who left a moment ago loses no word. A text that may
 * not take the place of what is stored is kept aside, never refused.
 */
export const saveDraft = defineQuery({
  type: 'pv-draft.save',
  permission: 'self.draft-save',
  input: z.strictObject({ id: z.uuid(), ...saveDraftBody.shape }),
  recorded: false,
  execute: async (tx, { id, content, ...save }) => {
    const row = await getOpenDraft(tx, id)
    const outcome = judgeSave(holdOf(row), save, tx.now)
    switch (outcome) {
      case 'older':
        return { result: answer(outcome, row) }
      case 'kept-aside':
        return { result: { ...answer(outcome, row), copyId: await keepAside(tx, row, save, content) } }
      case 'saved': {
        const { sealed } = await sealContent(tx, id, content)
        const next = {
          content: sealed,
          seq: save.seq,
          writer: save.writer,
          saved_by: save.writer,
          held_until: leaseEnd(tx.now),
          saved_at: tx.now,
        }
        await drafts(tx).updateTable('draft.pv_draft').set(next).where('id', '=', id).execute()
        return { result: answer(outcome, { ...row, ...next }) }
      }
    }
  },
})

const holdOf = (row: DraftRow): DraftHold => ({
  writer: row.writer,
  until: row.held_until,
  savedBy: row.saved_by,
  seq: row.seq,
})

const answer = (outcome: 'saved' | 'older' | 'kept-aside', row: DraftRow) => ({
  outcome,
  seq: row.seq,
  savedAt: row.saved_at.toISOString(),
  heldUntil: row.held_until?.toISOString() ?? null,
  copyId: null as string | null,
})

async function keepAside(
  tx: Tx,
  row: DraftRow,
  save: { readonly writer: string; readonly seq: number },
  content: Parameters<typeof sealContent>[2],
): Promise<string> {
  const { keyId, sealed } = await sealContent(tx, row.id, content)
  const id = tx.ids.next()
  const kept = { content: sealed, seq: save.seq, kept_at: tx.now }
  // One copy a window, the newest of it: a resend must not put back less than is kept.
  const stored = await drafts(tx)
    .insertInto('draft.pv_draft_copy')
    .values({ id, draft_id: row.id, officer_id: row.officer_id, key_id: keyId, writer: save.writer, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['draft_id', 'writer']).doUpdateSet(kept).where('draft.pv_draft_copy.seq', '<', save.seq),
    )
    .returning('id')
    .executeTakeFirst()
  if (stored) return stored.id
  const newer = await drafts(tx)
    .selectFrom('draft.pv_draft_copy')
    .select('id')
    .where('draft_id', '=', row.id)
    .where('writer', '=', save.writer)
    .executeTakeFirstOrThrow()
  return newer.id
}

/** Gives the pen to a window, with the text to go on from. Throws DRAFT_HELD_ELSEWHERE unless it is taken by force. */
export const takePen = defineQuery({
  type: 'pv-draft.take-pen',
  permission: 'pv.draft',
  input: z.strictObject({ id: z.uuid(), ...takePenBody.shape }),
  recorded: false,
  execute: async (tx, { id, writer, force }) => {
    const row = await getOpenDraft(tx, id)
    if (row.writer !== writer && isHeld(holdOf(row), tx.now) && !force)
      throw documentsErrors.fail('DRAFT_HELD_ELSEWHERE')
    const heldUntil = leaseEnd(tx.now)
    await drafts(tx).updateTable('draft.pv_draft').set({ writer, held_until: heldUntil }).where('id', '=', id).execute()
    return {
      result: {
        seq: row.seq,
        writer,
        heldUntil: heldUntil.toISOString(),
        content: await openContent(tx, row),
      },
    }
  },
})
