import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { NoticesTables } from '../notices-tables.ts'

/** Marks one notice read; one already read keeps the time it has. */
export const readNotice = defineCommand({
  type: 'notice.read',
  permission: 'self.notices',
  input: z.strictObject({ noticeId: z.uuid() }),
  execute: async (tx, { noticeId }) => {
    const db = tx.tables<NoticesTables>()
    const notice = await db
      .selectFrom('notices.notice')
      .select(['read_at', 'unit_id', 'area'])
      .where('id', '=', noticeId)
      .where('officer_id', '=', tx.actor.officerId)
      .executeTakeFirst()
    if (!notice) throw platformErrors.fail('NOT_FOUND')
    const readAt = notice.read_at ?? tx.now
    await db.updateTable('notices.notice').set({ read_at: readAt }).where('id', '=', noticeId).execute()
    return {
      result: { id: noticeId, readAt: readAt.toISOString() },
      event: {
        type: 'notice.read',
        subjects: [{ type: 'notice', id: noticeId }],
        unitId: notice.unit_id,
        area: notice.area,
      },
    }
  },
})
