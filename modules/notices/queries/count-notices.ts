import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { countUnread } from '../notify.ts'

export const countNotices = defineQuery({
  type: 'notice.count',
  permission: 'self.notices',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => ({ result: { unread: await countUnread(tx) } }),
})
