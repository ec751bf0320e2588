import { z } from 'zod'
import { acknowledgeAlarmBody, acknowledgedAlarmSchema, raisedAlarmSchema } from '#contracts/custody/alarm.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { acknowledgeAlarm } from './acknowledge-alarm.ts'
import { listAlarms } from './list-alarms.ts'

export const alarmRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/custody-alarms',
    summary: 'Alarms raised about people held',
    query: z.strictObject({ open: z.enum(['true', 'false']).optional() }),
    ask: listAlarms,
    response: z.object({ items: z.array(raisedAlarmSchema) }),
    input: ({ query }) => ({ open: query.open === 'true' }),
  }),
  commandRoute({
    method: 'POST',
    url: '/custody-alarms/:id/acknowledgement',
    summary: 'Take note of an alarm, by name',
    params: z.strictObject({ id: z.uuid() }),
    body: acknowledgeAlarmBody,
    command: acknowledgeAlarm,
    response: acknowledgedAlarmSchema,
    input: ({ params, body }) => ({ ...params, ...body }),
  }),
]
