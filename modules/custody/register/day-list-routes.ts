import { z } from 'zod'
import { dayListSchema } from '#contracts/custody/place.ts'
import { day } from '#contracts/intake/time.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { acknowledgeDayList, sendDayList } from './send-day-list.ts'
import { showDayList } from './show-day-list.ts'

const byId = z.strictObject({ id: z.uuid() })
const ofDay = z.strictObject({ day })

export function dayListRoutes(deps: CustodyDeps): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/custody-places/:id/day-list',
      summary: 'Whom a place placed in custody before a day’s list',
      params: byId,
      query: ofDay,
      ask: showDayList(deps),
      response: dayListSchema,
      input: ({ params, query }) => ({ placeId: params.id, ...query }),
    }),
    commandRoute({
      method: 'POST',
      url: '/custody-places/:id/day-lists',
      summary: 'Send the list of a day to the prosecutor',
      params: byId,
      body: ofDay,
      command: sendDayList(deps),
      status: 201,
      response: z.object({ id: z.uuid(), lines: z.int() }),
      input: ({ params, body }) => ({ placeId: params.id, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/custody-day-lists/:id/acknowledgement',
      summary: 'Take note of a day’s list',
      params: byId,
      command: acknowledgeDayList,
      response: z.object({ at: z.iso.datetime() }),
      input: ({ params }) => params,
    }),
  ]
}
