import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { sessionCookie } from '#platform/http/server.ts'
import type { Ids } from '#platform/ids.ts'

/** An officer's requests to the API, as the seed makes them. */
export interface SeedClient {
  readonly officerId: string
  readonly unitId: string
  send<T>(schema: z.ZodType<T>, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<T>
  /** Uploads a file in one piece; answers the upload's id. */
  upload(name: string, mediaType: string, bytes: Buffer): Promise<string>
  download(url: string): Promise<Buffer>
  nextId(): string
}

export function createSeedClient(
  http: FastifyInstance,
  ids: Ids,
  who: { readonly officerId: string; readonly unitId: string; readonly token: string },
): SeedClient {
  const call = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload: object | Buffer | undefined,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> => {
    const answer = await http.inject({
      method,
      url: `/api${url}`,
      headers: { 'accept-language': 'en', 'idempotency-key': ids.next(), ...headers },
      cookies: { [sessionCookie]: who.token },
      ...(payload === undefined ? {} : { payload }),
    })
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
    return answer
  }
  return {
    officerId: who.officerId,
    unitId: who.unitId,
    send: async (schema, method, url, body) => {
      const answer = await call(method, url, body as object | undefined)
      return schema.parse(answer.body === '' ? null : answer.json())
    },
    upload: async (name, mediaType, bytes) => {
      const begun = await call('POST', '/uploads', { name, mediaType, size: bytes.length })
      const { id } = z.object({ id: z.string() }).parse(begun.json())
      await call('PUT', `/uploads/${id}?offset=0`, bytes, { 'content-type': 'application/octet-stream' })
      return id
    },
    download: async (url) => (await call('GET', url, undefined)).rawPayload,
    nextId: () => ids.next(),
  }
}
