import { z } from 'zod'
import {
  noticeCountSchema,
  noticeListQuery,
  noticeListSchema,
  noticeReadSchema,
  readAllBody,
  readAllSchema,
} from '#contracts/notices/notices.ts'
import type { Kernel } from '#platform/commands/kernel.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { readAllNotices } from './commands/read-all-notices.ts'
import { readNotice } from './commands/read-notice.ts'
import type { LiveHub } from './live/live-hub.ts'
import { liveRoute } from './live/live-route.ts'
import type { NoticeKindTable } from './notice-kinds.ts'
import { countNotices } from './queries/count-notices.ts'
import { listNotices } from './queries/list-notices.ts'

export function noticesRoutes(kernel: Kernel, hub: LiveHub, kinds: NoticeKindTable): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/notices',
      summary: 'Own notices, newest first',
      query: noticeListQuery,
      response: noticeListSchema,
      ask: listNotices(kinds),
      input: ({ query: { unread, ...page } }) => ({ ...page, unread: unread === 'true' }),
    }),
    queryRoute({
      method: 'GET',
      url: '/notices/count',
      summary: 'How many own notices are unread',
      response: noticeCountSchema,
      ask: countNotices,
      input: () => ({}),
    }),
    commandRoute({
      method: 'POST',
      url: '/notices/:id/read',
      summary: 'Marks a notice read',
      params: z.strictObject({ id: z.uuid() }),
      response: noticeReadSchema,
      command: readNotice,
      input: ({ params }) => ({ noticeId: params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/notices/read-all',
      summary: 'Marks notices read up to the newest one shown',
      body: readAllBody,
      response: readAllSchema,
      command: readAllNotices,
      input: ({ body }) => body,
    }),
    liveRoute(kernel, hub),
  ]
}
