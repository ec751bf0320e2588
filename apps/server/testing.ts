import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { PoolClient } from 'pg'
import { createManualClock } from '#platform/clock.ts'
import type { Caller } from '#platform/commands/types.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { type ProviderSettings, trainingCost } from '#modules/identity/index.ts'
import { type House, compose } from './compose.ts'
import { loadCountryInto } from './install-country.ts'
import { type UnitKey } from './seed/cast.ts'
import { type SignIn, enrolCast, findCastUnits, openSessionOf } from './seed/enrol-cast.ts'

/** Requests of a signed-in officer. Every call brings its own idempotency key unless one is given. */
export interface Officer {
  readonly caller: Caller
  /** Token of the session's cookie. */
  readonly token: string
  readonly officerId: string
  readonly unitId: string
  readonly signIn: SignIn
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
}

export interface TestApp {
  readonly db: TestDb
  readonly house: House
  readonly http: FastifyInstance
  /** Stands still at 2026-11-23 09:00 UTC until moved. */
  readonly clock: ReturnType<typeof createManualClock>
  readonly units: Readonly<Record<UnitKey, string>>
  readonly signIns: ReadonlyMap<string, SignIn>
  /** Signs a member of the cast in (once), with password and code. See seed/cast.ts for the names. */
  as(key: string): Promise<Officer>
  /** Signs in anew, half a minute later: a code works once. */
  again(key: string): Promise<Officer>
  /** Runs a job of the house now, as the worker would. */
  runJob(name: string, payload: Parameters<House['assembled']['jobs'][string]>[0]): Promise<void>
  /** Looks once for what falls due, as each worker does again and again; answers what could not be done. */
  look(name: string): Promise<readonly unknown[]>
  /**
   * Lets an officer into the database under a permission, past all that the application would do: only row-level security
   * stands there. What is done is taken back.
   */
  beneath<R>(officer: Officer, permission: string, work: (client: PoolClient) => Promise<R>): Promise<R>
  close(): Promise<void>
}

/** The house on a database of its own, with the training cast enrolled through commands. */
export async function createTestApp(
  options: { readonly origins?: readonly string[]; readonly provider?: ProviderSettings } = {},
): Promise<TestApp> {
  const db = await createTestDb()
  const home = await mkdtemp(join(tmpdir(), 'daira-home-'))
  const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
  const shared = {
    home,
    logOrigin: 'daira/test',
    country: 'morocco',
    mode: 'training',
    clock,
    passwordCost: trainingCost,
    ...options,
  } as const
  const house = await compose({ ...shared, url: db.appUrl, name: 'test', connections: 8 })
  await loadCountryInto({ ownerUrl: db.ownerUrl, vault: house.keyring.vault, clock, ids: systemIds }, house.country)
  const signIns = await enrolCast({ ...house, password: 'مفتاح التدريب 2026', pin: '2580' })
  const units = await findCastUnits(house.database)
  const http = await createServer({
    kernel: house.kernel,
    assembled: house.assembled,
    version: 'test',
    onUnexpected: (error) => console.error(error),
  })
  await http.ready()
  const officers = new Map<string, Promise<Officer>>()
  let worker: Promise<House> | undefined
  const openWorker = (): Promise<House> =>
    (worker ??= compose({ ...shared, url: db.workerUrl, name: 'test worker', connections: 3 }))

  return {
    db,
    house,
    http,
    clock,
    units,
    signIns,
    as: (key) => {
      const known = officers.get(key) ?? signInAs(key)
      officers.set(key, known)
      return known
    },
    again: (key) => {
      clock.advance(60_000)
      const fresh = signInAs(key)
      officers.set(key, fresh)
      return fresh
    },
    runJob: async (name, payload) => {
      const handler = (await openWorker()).assembled.jobs[name]
      if (!handler) throw new Error(`there is no job ${name}`)
      await handler(payload)
    },
    look: async (name) => {
      const watch = (await openWorker()).assembled.watches[name]
      if (!watch) throw new Error(`there is no watch ${name}`)
      const failures: unknown[] = []
      await watch.look((error) => failures.push(error))
      return failures
    },
    beneath: async ({ caller }, permission, work) => {
      if (caller.kind !== 'session') throw new Error('a session was expected')
      const client = await db.app.pool.connect()
      try {
        await client.query('begin')
        await client.query('select identity.enter($1, $2, null, $3)', [caller.tokenHash, permission, clock.now()])
        const answer = await work(client)
        await client.query('rollback')
        return answer
      } finally {
        client.release()
      }
    },
    close: async () => {
      await http.close()
      await (await worker)?.close()
      await house.close()
      await db.close()
      await rm(home, { recursive: true, force: true })
    },
  }

  async function signInAs(key: string): Promise<Officer> {
    const signIn = signIns.get(key)
    if (!signIn) throw new Error(`nobody of the cast is called ${key}`)
    // A code works once; the administrator used this half minute's when the cast was enrolled.
    if (key === 'admin') clock.advance(60_000)
    const { caller, token } = await openSessionOf(house, signIn)
    const call = (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      body: unknown,
      headers: Record<string, string>,
    ) =>
      http.inject({
        method,
        url: `/api${url}`,
        headers: { 'accept-language': 'en', 'idempotency-key': systemIds.next(), ...headers },
        cookies: { [sessionCookie]: token },
        ...(body === undefined ? {} : { payload: body as object }),
      })
    return {
      caller,
      token,
      officerId: signIn.officerId,
      unitId: signIn.unitId,
      signIn,
      get: (url, headers = {}) => call('GET', url, undefined, headers),
      send: (method, url, body, headers = {}) => call(method, url, body, headers),
      post: (url, body, headers = {}) => call('POST', url, body, headers),
    }
  }
}
