import { z } from 'zod'
import { bookSchema } from '#contracts/custody/measure.ts'
import { monthSchema, registerSchema, visaBody, visaSchema } from '#contracts/custody/place.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { giveVisa } from './give-visa.ts'
import { showRegister } from './show-register.ts'

const byId = z.strictObject({ id: z.uuid() })

export function registerRoutes(deps: CustodyDeps): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/custody-places/:id/register',
      summary: 'A month of a book of a place of custody, with its visas',
      params: byId,
      query: z.strictObject({ book: bookSchema, month: monthSchema }),
      ask: showRegister(deps),
      response: registerSchema,
      input: ({ params, query }) => ({ placeId: params.id, ...query }),
    }),
    commandRoute({
      method: 'POST',
      url: '/custody-places/:id/visas',
      summary: 'Give a month of the register its visa',
      params: byId,
      body: visaBody,
      command: giveVisa(deps),
      status: 201,
      response: visaSchema,
      input: ({ params, body }) => ({ placeId: params.id, ...body }),
    }),
  ]
}
