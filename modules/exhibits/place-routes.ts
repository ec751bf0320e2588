import { z } from 'zod'
import {
  closePlaceBody,
  departureListSchema,
  foundPlaceBody,
  listDeparturesQuery,
  listPlacesQuery,
  placeChangedSchema,
  placeListSchema,
} from '#contracts/exhibits/place.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { closePlace } from './commands/close-place.ts'
import { foundPlace } from './commands/found-place.ts'
import { listDepartures } from './queries/list-departures.ts'
import { listPlaces } from './queries/list-places.ts'

const byId = z.strictObject({ id: z.uuid() })

export function placeRoutes(): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/exhibit-places',
      summary: 'Storage places of a unit, the own one where none is named',
      query: listPlacesQuery,
      response: placeListSchema,
      ask: listPlaces,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibit-departures',
      summary: 'What went from the stores of a unit to another one, the last first',
      query: listDeparturesQuery,
      response: departureListSchema,
      ask: listDepartures,
      input: ({ query }) => query,
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibit-places',
      summary: 'Found a room, a shelf or a box',
      status: 201,
      body: foundPlaceBody,
      response: placeChangedSchema,
      command: foundPlace,
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibit-places/:id/closure',
      summary: 'Give up an empty place',
      params: byId,
      body: closePlaceBody,
      response: placeChangedSchema,
      command: closePlace,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}
