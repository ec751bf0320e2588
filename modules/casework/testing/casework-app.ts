import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Kernel } from '#platform/commands/kernel.ts'
import { assemble } from '#platform/http/module.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { createRegistryModule } from '#modules/registry/index.ts'
import { v7 } from 'uuid'
import { type CaseworkLaw, createCaseworkModule } from '../index.ts'

/** A test app of the composition root, as far as files and persons need it. */
export interface HouseOfTest {
  readonly house: { readonly kernel: Kernel }
  as(key: string): Promise<{ readonly token: string; readonly officerId: string; readonly unitId: string }>
  close(): Promise<void>
}

export interface CaseworkApp<H extends HouseOfTest> {
  readonly app: H
  readonly http: FastifyInstance
  at(key: string): Promise<Desk>
  close(): Promise<void>
}

/** Files and persons alone behind an HTTP server, under the law given, on the database and with the officers of a test app. */
export async function startCasework<H extends HouseOfTest>(app: H, law: CaseworkLaw): Promise<CaseworkApp<H>> {
  const unexpected: unknown[] = []
  const http = await createServer({
    kernel: app.house.kernel,
    assembled: assemble([createRegistryModule(), createCaseworkModule({ law })]),
    version: 'test',
    onUnexpected: (error) => unexpected.push(error),
  })
  await http.ready()
  return {
    app,
    http,
    at: async (key) => deskOf(http, await app.as(key)),
    close: async () => {
      await http.close()
      await app.close()
      if (unexpected.length > 0) throw new AggregateError(unexpected, 'requests failed unexpectedly')
    },
  }
}

export interface Desk {
  readonly officerId: string
  readonly unitId: string
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(url: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  patch(url: string, body: object): Promise<LightMyRequestResponse>
  /** Sends a command and answers its body; throws where it was refused. */
  done<R>(url: string, body?: object): Promise<R>
}

/** Requests of a signed-in officer. */
export function deskOf(
  http: FastifyInstance,
  officer: { readonly token: string; readonly officerId: string; readonly unitId: string },
): Desk {
  const call = (
    method: 'GET' | 'POST' | 'PATCH',
    url: string,
    body: object | undefined,
    headers: Record<string, string> = {},
  ) =>
    http.inject({
      method,
      url: `/api${url}`,
      headers: { 'accept-language': 'en', 'idempotency-key': v7(), ...headers },
      cookies: { [sessionCookie]: officer.token },
      ...(body === undefined ? {} : { payload: body }),
    })
  return {
    officerId: officer.officerId,
    unitId: officer.unitId,
    get: (url, headers) => call('GET', url, undefined, headers),
    post: (url, body, headers) => call('POST', url, body, headers),
    patch: (url, body) => call('PATCH', url, body),
    done: async <R>(url: string, body?: object) => {
      const answer = await call('POST', url, body)
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
      return answer.json<R>()
    },
  }
}
