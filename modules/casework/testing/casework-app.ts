import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Kernel } from '#platform/commands/kernel.ts'
import { assemble } from '#platform/http/module.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { type LoadingContext, type RoleDefinition, loadRoles } from '#modules/organisation/index.ts'
import { createRegistryModule, loadCharters } from '#modules/registry/index.ts'
import { v7 } from 'uuid'
import { type CaseworkLaw, createCaseworkModule } from '../index.ts'

export interface CaseworkAppOptions {
  readonly kernel: Kernel
  readonly loading: LoadingContext
  readonly roles: readonly RoleDefinition[]
  /** Null leaves the registers without charter. */
  readonly charters: unknown
  readonly law: CaseworkLaw
}

/** Files and persons alone behind an HTTP server, on the database and with the officers of a test app. */
export async function createCaseworkApp(options: CaseworkAppOptions): Promise<FastifyInstance> {
  await loadRoles(options.loading, options.roles)
  if (options.charters !== null) await loadCharters(options.loading, options.charters)
  const http = await createServer({
    kernel: options.kernel,
    assembled: assemble([createRegistryModule(), createCaseworkModule({ law: options.law })]),
    version: 'test',
    onUnexpected: (error) => {
      throw error
    },
  })
  await http.ready()
  return http
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
