import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sessionCookie } from '#platform/http/server.ts'
import type { Ids } from '#platform/ids.ts'

/** An officer's requests to the API, as the seed makes them. */
export interface SeedClient {
  readonly officerId: string
  readonly unitId: string
  send<T>(schema: z.ZodType<T>, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<T>
}

export function createSeedClient(
  http: FastifyInstance,
  ids: Ids,
  who: { readonly officerId: string; readonly unitId: string; readonly token: string },
): SeedClient {
  return {
    officerId: who.officerId,
    unitId: who.unitId,
    send: async (schema, method, url, body) => {
      const answer = await http.inject({
        method,
        url: `/api${url}`,
        headers: { 'accept-language': 'en', 'idempotency-key': ids.next() },
        cookies: { [sessionCookie]: who.token },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      if (answer.statusCode >= 300)
        throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
      return schema.parse(answer.body === '' ? null : answer.json())
    },
  }
}
