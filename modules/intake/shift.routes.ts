import { z } from 'zod'
import { unitQuery } from '#contracts/intake/register.ts'
import * as shapes from '#contracts/intake/shift.ts'
import { day } from '#contracts/intake/time.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { acknowledgeHandover } from './commands/acknowledge-handover.ts'
import { writeHandover } from './commands/write-handover.ts'
import type { Intake } from './intake-deps.ts'
import { listHandovers } from './queries/list-handovers.ts'
import { readBulletin } from './queries/read-bulletin.ts'

export function shiftRoutes(intake: Intake): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/bulletin',
      summary: 'Daily bulletin of a unit: figures of one day',
      query: z.strictObject({ unitId: z.uuid().optional(), date: day.optional() }),
      response: shapes.bulletinSchema,
      ask: readBulletin(intake),
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/handovers',
      summary: 'The newest shift hand-overs of a unit',
      query: unitQuery,
      response: shapes.handoverListSchema,
      ask: listHandovers,
      input: ({ query }) => query,
    }),
    commandRoute({
      method: 'POST',
      url: '/handovers',
      summary: 'Leaves to the next shift what is open',
      status: 201,
      body: shapes.writeHandoverBody,
      response: shapes.writtenHandoverSchema,
      command: writeHandover,
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/handovers/:id/acknowledge',
      summary: 'Takes over a shift, by name',
      params: z.strictObject({ id: z.uuid() }),
      body: shapes.acknowledgeBody,
      response: shapes.acknowledgedSchema,
      command: acknowledgeHandover,
      input: ({ params: { id }, body }) => ({ ...body, handoverId: id }),
    }),
  ]
}
