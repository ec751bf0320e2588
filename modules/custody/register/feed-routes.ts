import { z } from 'zod'
import { bookSchema } from '#contracts/custody/measure.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { exportFeed } from './export-feed.ts'

const byId = z.strictObject({ id: z.uuid() })
const feedQuery = z.strictObject({ book: bookSchema, after: z.string().max(200).optional() })

export function feedRoutes(deps: CustodyDeps): readonly Route[] {
  return [
    rawRoute({
      method: 'GET',
      url: '/custody-places/:id/feed',
      summary:
        'The feed of a book for the national and regional electronic register: NDJSON, an item a line, from a cursor on',
      permission: 'custody.export',
      params: byId,
      query: feedQuery,
      handle: async (_request, reply, context) => {
        const asked = { placeId: byId.parse(context.params).id, ...feedQuery.parse(context.query) }
        const items = await deps.kernel.ask(exportFeed(deps), context.caller, asked, context.purpose)
        return reply.type('application/x-ndjson').send(items.map((item) => `${JSON.stringify(item)}\n`).join(''))
      },
    }),
  ]
}
