import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import type { DocumentsTables } from './documents-tables.ts'
import { discardDays } from './draft-store.ts'

interface KeyTables {
  'platform.data_key': {
    subject_type: string
    subject_id: string
    wrapped: Uint8Array | null
    shredded_at: Date | null
  }
}

/** Removes drafts that were thrown away, or became a PV, more than thirty days ago. A job runs it each night. */
export const sweepDrafts = defineCommand({
  type: 'pv-draft.sweep',
  permission: 'pv-draft.sweep',
  input: z.strictObject({}),
  execute: async (tx) => {
    const before = new Date(tx.now.getTime() - discardDays * 86_400_000)
    const gone = await tx
      .tables<DocumentsTables>()
      .deleteFrom('draft.pv_draft')
      .where((eb) =>
        eb.or([eb('discarded_at', '<', before), eb.and([eb('pv_id', 'is not', null), eb('saved_at', '<', before)])]),
      )
      .returning('id')
      .execute()
    if (gone.length > 0) {
      // With its key gone, a copy of the database made meanwhile gives the text away no more.
      await tx
        .tables<KeyTables>()
        .updateTable('platform.data_key')
        .set({ wrapped: null, shredded_at: tx.now })
        .where('subject_type', '=', 'pv-draft')
        .where(
          'subject_id',
          'in',
          gone.map((row) => row.id),
        )
        .execute()
    }
    return {
      result: { removed: gone.length },
      event: { type: 'pv-draft.swept', subjects: [], codes: { removed: gone.length } },
    }
  },
})
