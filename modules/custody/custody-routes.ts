import { z } from 'zod'
import {
  custodySchema,
  custodySummarySchema,
  openCustodyBody,
  openedCustodySchema,
  pulseSchema,
  recordEntriesBody,
  signCustodyBody,
} from '#contracts/custody/custody.ts'
import { entryMarks } from '#contracts/custody/entry.ts'
import { addCellBody, boardSchema, changeCellBody, foundPlaceBody, placeSchema } from '#contracts/custody/place.ts'
import { instant } from '#contracts/intake/time.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { addCell, changeCell, foundPlace } from './commands/manage-places.ts'
import { openCustody } from './commands/open-custody.ts'
import { recordCustodyEntries } from './commands/record-entries.ts'
import { signCustody } from './commands/sign-custody.ts'
import type { CustodyDeps } from './custody-deps.ts'
import { holdRulesSchema } from './domain/clock-law.ts'
import { custodyRulesSchema } from './domain/custody-rules.ts'
import { listCustodies, listCustodiesOfCase } from './queries/list-custodies.ts'
import { listCustodyPlaces, showCustodyRules } from './queries/list-places.ts'
import { feelBoardPulse, feelPulse } from './queries/feel-pulse.ts'
import { readCustody } from './queries/read-custody.ts'
import { showBoard } from './queries/show-board.ts'

const byId = z.strictObject({ id: z.uuid() })
const made = z.object({ id: z.uuid() })
const list = z.object({ items: z.array(custodySummarySchema) })

export function custodyRoutes(deps: CustodyDeps): readonly Route[] {
  return [...recordRoutes(deps), ...placeRoutes(deps)]
}

function recordRoutes(deps: CustodyDeps): Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/custodies',
      summary: 'Place a person in custody, with what was told to whom at once',
      body: openCustodyBody,
      command: openCustody(deps),
      status: 201,
      response: openedCustodySchema,
      input: ({ body }) => body,
    }),
    queryRoute({
      method: 'GET',
      url: '/custodies',
      summary: 'Custodies in reach',
      query: z.strictObject({
        state: z.enum(['open', 'ended']).optional(),
        placeId: z.uuid().optional(),
        text: z.string().min(2).max(100).optional(),
      }),
      ask: listCustodies(deps),
      response: list,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/custody-pulse',
      summary: 'Whether anything changed of the people held in reach',
      query: z.strictObject({ custodyId: z.uuid().optional() }),
      ask: feelPulse,
      response: pulseSchema,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/custodies/:id',
      summary: 'A custody with everything taken down of it',
      params: byId,
      ask: readCustody(deps),
      response: custodySchema,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/:id/custodies',
      summary: 'Custodies of a case',
      params: byId,
      ask: listCustodiesOfCase(deps),
      response: list,
      input: ({ params }) => ({ caseId: params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/custodies/:id/entries',
      summary: 'Take down what happened in custody',
      params: byId,
      body: recordEntriesBody,
      command: recordCustodyEntries(deps),
      status: 201,
      response: z.object({ ids: z.array(z.uuid()), marks: z.array(z.enum(entryMarks)) }),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/custodies/:id/signature',
      summary: 'Sign the line of a custody that has ended',
      params: byId,
      body: signCustodyBody,
      command: signCustody(deps),
      response: z.object({ id: z.uuid(), signedAt: z.iso.datetime() }),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}

function placeRoutes(deps: CustodyDeps): Route[] {
  const { clock: _clock, ...rules } = custodyRulesSchema.shape
  return [
    queryRoute({
      method: 'GET',
      url: '/custody-rules',
      summary: 'What the country says of custody, with its articles',
      ask: showCustodyRules(deps),
      response: z.object({ ...rules, alarmHours: z.array(z.number()), holds: z.array(holdRulesSchema) }),
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/custody-places',
      summary: 'Places of custody with their cells',
      ask: listCustodyPlaces,
      response: z.object({ items: z.array(placeSchema) }),
      input: () => ({}),
    }),
    commandRoute({
      method: 'POST',
      url: '/custody-places',
      summary: 'Enter a place of custody',
      body: foundPlaceBody,
      command: foundPlace,
      status: 201,
      response: made,
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/custody-places/:id/cells',
      summary: 'Add a cell',
      params: byId,
      body: addCellBody,
      command: addCell,
      status: 201,
      response: made,
      input: ({ params, body }) => ({ placeId: params.id, ...body }),
    }),
    commandRoute({
      method: 'PATCH',
      url: '/custody-cells/:id',
      summary: 'Take a cell out of use, or into use again',
      params: byId,
      body: changeCellBody,
      command: changeCell,
      response: z.object({ id: z.uuid(), version: z.int() }),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    queryRoute({
      method: 'GET',
      url: '/custody-places/:id/board',
      summary: 'The cells as they stood at a minute',
      params: byId,
      query: z.strictObject({ at: instant.optional() }),
      ask: showBoard(deps),
      response: boardSchema,
      input: ({ params, query }) => ({ placeId: params.id, at: query.at }),
    }),
    queryRoute({
      method: 'GET',
      url: '/custody-places/:id/pulse',
      summary: 'Whether anything changed on the board of a place',
      params: byId,
      ask: feelBoardPulse,
      response: pulseSchema,
      input: ({ params }) => ({ placeId: params.id }),
    }),
  ]
}
