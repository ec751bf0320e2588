import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import type { Officer, TestApp } from '../testing.ts'
import type { UnitKey } from '../seed/cast.ts'
import type { SignIn } from '../seed/enrol-cast.ts'
import type { TestProvider, Visitor } from '#modules/identity/testing/test-provider.ts'
import type { Client, FuzzRequest } from './fuzz.ts'

/** A member of the cast as a client: signs in again when the fuzzing has ended, locked or outlived the session. */
export interface CastClient extends Client {
  readonly officerId: string
}

/** What scenes need of the house under test. */
export interface FuzzWorld {
  readonly units: Readonly<Record<UnitKey, string>>
  readonly offences: readonly string[]
  readonly nobody: Client
  readonly officer: (key: string) => CastClient
  readonly withToken: (token: string) => Client
  /** A browser that keeps its cookies, and is nobody yet. */
  readonly browser: () => Client
  /** How a member of the cast signs in: somebody of whom no session is fuzzed. */
  readonly signIn: (key: string) => SignIn
  /** Signs somebody in at the identity provider; the query that it sends back. */
  readonly vouch: (address: string, visitor: Visitor) => Promise<string>
  readonly now: () => Date
  /** Lets a minute pass: a code of an authenticator works once. */
  readonly minute: () => void
}

export async function createFuzzWorld(
  app: TestApp,
  http: FastifyInstance,
  provider: TestProvider,
  keys: readonly string[],
): Promise<FuzzWorld> {
  const sessions = new Map<string, Officer>()
  for (const key of keys) sessions.set(key, await app.as(key))
  const inject = (
    { method, url, body }: FuzzRequest,
    cookies: Readonly<Record<string, string>>,
  ): Promise<LightMyRequestResponse> =>
    http.inject({
      method,
      url,
      headers: {
        'accept-language': 'en',
        'idempotency-key': systemIds.next(),
        ...(body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}),
      },
      cookies,
      ...payloadOf(body),
    })
  const sessionOf = (key: string): Officer => {
    const session = sessions.get(key)
    if (!session) throw new Error(`${key} has no part in the fuzzing`)
    return session
  }
  const withToken = (token: string): Client => ({ request: (request) => inject(request, { [sessionCookie]: token }) })
  return {
    units: app.units,
    offences: app.house.country.offences.slice(0, 30).map((offence) => offence.code),
    nobody: { request: (request) => inject(request, {}) },
    officer: (key) => ({
      officerId: sessionOf(key).officerId,
      request: async (request) => {
        const answer = await withToken(sessionOf(key).token).request(request)
        if (!needsSession(answer)) return answer
        sessions.set(key, await app.again(key))
        return withToken(sessionOf(key).token).request(request)
      },
    }),
    withToken,
    browser: () => {
      const jar: Record<string, string> = {}
      return {
        request: async (request) => {
          const answer = await inject(request, jar)
          for (const { name, value } of answer.cookies) jar[name] = value
          return answer
        },
      }
    },
    signIn: (key) => {
      const found = app.signIns.get(key)
      if (!found) throw new Error(`nobody of the cast is called ${key}`)
      return found
    },
    vouch: (address, visitor) => provider.visit(address, visitor),
    now: () => app.clock.now(),
    minute: () => app.clock.advance(60_000),
  }
}

function payloadOf(body: unknown): { payload: string | Buffer | object; headers?: Record<string, string> } | object {
  if (body === undefined) return {}
  if (body instanceof Uint8Array) return { payload: Buffer.from(body) }
  return { payload: body }
}

function needsSession(answer: LightMyRequestResponse): boolean {
  return (
    answer.statusCode === 401 || answer.statusCode === 423 || (answer.statusCode === 428 && /STEP_UP/.test(answer.body))
  )
}

/** A value of an answer by its place, as `participants.0.id`; `-1` is the last of a list. */
export function at(answer: LightMyRequestResponse, path: string): string {
  if (!String(answer.headers['content-type']).includes('json')) return ''
  const value = path
    .split('.')
    .reduce<unknown>(
      (here, key) =>
        Array.isArray(here)
          ? here.at(Number(key))
          : typeof here === 'object' && here !== null
            ? Reflect.get(here, key)
            : undefined,
      answer.json(),
    )
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
