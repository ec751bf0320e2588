import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import type { NoticesTables } from '../notices-tables.ts'

/** Marks read what the officer has seen: everything up to one notice, not what arrived since. */
export const readAllNotices = defineCommand({
  type: 'notice.read-all',
  permission: 'self.notices',
  input: z.strictObject({ upTo: z.uuid() }),
  execute: async (tx, { upTo }) => {
    const rows = await tx
      .tables<NoticesTables>()
      .updateTable('notices.notice')
      .set({ read_at: tx.now })
      .where('officer_id', '=', tx.actor.officerId)
      .where('read_at', 'is', null)
      .where('id', '<=', upTo)
      .returning('id')
      .execute()
    return {
      result: { read: rows.length },
      event: {
        type: 'notice.all-read',
        subjects: tx.actor.officerId ? [{ type: 'officer', id: tx.actor.officerId }] : [],
        codes: { count: rows.length },
      },
    }
  },
})
