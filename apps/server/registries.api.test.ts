import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { Route } from '#platform/http/route.ts'
import { sessionCookie } from '#platform/http/server.ts'
import { type Text, locales } from '#platform/i18n/text.ts'
import { systemIds } from '#platform/ids.ts'
import { wallPermissions } from '#modules/identity/domain/seats.ts'
import { hangWall } from '#modules/identity/testing/first-day.ts'
import { makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { type Pool, validValue } from './fuzz/arbitrary.ts'
import { type OpenApi, type Operation, nameOf, operationsOf, resolverOf } from './fuzz/openapi.ts'
import { projectRoot } from './home.ts'
import { roles } from './modules.ts'
import { type Crew, seedCase } from './seed/seed-cases.ts'
import { createSeedClient } from './seed/seed-client.ts'
import { type Officer, type TestApp, createTestApp } from './testing.ts'

let app: TestApp
let routes: readonly Route[]
let operations: ReadonlyMap<string, Operation>
beforeAll(async () => {
  app = await createTestApp()
  routes = app.house.assembled.routes
  operations = new Map(
    operationsOf(app.http.swagger() as unknown as OpenApi).map((operation) => [nameOf(operation), operation]),
  )
})
afterAll(() => app.close())

const placesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()

/** What a text lacks that people of three languages read; nothing where it is whole. */
function faultsOf(name: string, text: Text): string[] {
  const wanted = placesIn(text.en).join(' ')
  return locales.flatMap((locale) => [
    ...(text[locale].trim() === '' ? [`${name} is empty in ${locale}`] : []),
    ...(placesIn(text[locale]).join(' ') === wanted ? [] : [`${name} has other places in ${locale}`]),
  ])
}

describe('texts for people', () => {
  it('that lack a language or a place are found', () => {
    expect(faultsOf('X', { ar: 'نص {a}', fr: ' ', en: 'text {a}' })).toEqual([
      'X is empty in fr',
      'X has other places in fr',
    ])
  })

  it('stand in three languages with the same places: errors, events, permissions, roles', () => {
    const { errors, events, permissions } = app.house.assembled
    const all: [string, Text][] = [
      ...Object.entries({ ...platformErrors.table, ...errors }).map(([code, row]): [string, Text] => [code, row.text]),
      ...Object.entries(events).map(([type, row]): [string, Text] => [type, row.sentence]),
      ...Object.entries(permissions),
      ...roles.map(({ code, labels }): [string, Text] => [code, labels]),
    ]
    expect(all.length).toBeGreaterThan(200)
    expect(all.flatMap(([name, text]) => faultsOf(name, text))).toEqual([])
  })
})

/** Every `type: 'a.b'` of the sources that is not the type of a use case itself: those are events. */
async function eventTypesInSources(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const folder of ['modules', 'platform', 'apps/server']) {
    for (const file of await readdir(join(projectRoot, folder), { recursive: true })) {
      if (!file.endsWith('.ts') || /\.test\.ts$|\/testing\/|^testing\/|test-log|\/seed\//.test(file)) continue
      const text = await readFile(join(projectRoot, folder, file), 'utf8')
      const useCases = new Set(
        [...text.matchAll(/define(?:Command|Query)\(\s*\{\s*type: '([^']+)'/g)].map(([, type]) => type),
      )
      for (const [, type = ''] of text.matchAll(/\btype: '([a-z][a-z-]*\.[a-z][a-z-]*)'/g)) {
        if (!useCases.has(type)) found.set(type, `${folder}/${file}`)
      }
    }
  }
  return found
}

describe('events', () => {
  it('named in the sources have their sentence', async () => {
    const { events } = app.house.assembled
    const named = await eventTypesInSources()
    expect(named.size).toBeGreaterThan(60)
    expect([...named].filter(([type]) => !(type in events)).map(([type, file]) => `${type} in ${file}`)).toEqual([])
  })
})

describe('permissions', () => {
  it('that a role holds exist, and every one that exists is held by some role', () => {
    const { permissions } = app.house.assembled
    const held = new Set(roles.flatMap((role) => Object.keys(role.permissions)))
    expect([...held].filter((permission) => !(permission in permissions))).toEqual([])
    expect(Object.keys(permissions).filter((permission) => !held.has(permission))).toEqual([])
  })

  it('are named by every route, or it is open by name', () => {
    const open = routes.filter(({ permission }) => permission === 'public' || permission === 'session.open')
    expect(routes.length).toBeGreaterThanOrEqual(80)
    expect(open.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual([
      'GET /log/checkpoint',
      'GET /log/consistency',
      'GET /session/provider',
      'GET /set-up',
      'GET /training/sign-ins',
      'POST /session',
      'POST /set-up',
    ])
  })
})

const isOpen = ({ permission }: Route): boolean => permission === 'public' || permission === 'session.open'
const isSelf = ({ permission }: Route): boolean => permission.startsWith('self.')
const nothing: Pool = { pick: () => undefined }

interface Sample {
  readonly url: string
  readonly body: unknown
}
const sampled = new Map<Route, Sample[]>()
/** Requests that the description of a route allows. */
function samplesOf(route: Route, count: number): Sample[] {
  const known = sampled.get(route) ?? drawSamples(route)
  sampled.set(route, known)
  return known.slice(0, count)
}

function drawSamples(route: Route): Sample[] {
  const operation = operations.get(`${route.method} /api${route.url.replaceAll(/:(\w+)/g, '{$1}')}`)
  if (!operation) throw new Error(`${route.method} ${route.url} is not described`)
  const resolve = resolverOf(app.http.swagger() as unknown as OpenApi)
  const valid = (schema: Operation['parameters'][number]['schema'], name: string): fc.Arbitrary<unknown> =>
    validValue(schema, name, nothing, resolve, 1)
  const one = fc.record({
    parameters: fc.tuple(...operation.parameters.map(({ schema, name }) => valid(schema, name))),
    body: operation.body ? valid(operation.body, 'body') : fc.constant(undefined),
  })
  return fc.sample(one, { numRuns: 40, seed: 11 }).map(({ parameters, body }) => {
    let url = `/api${route.url}`
    const query = new URLSearchParams()
    for (const [index, parameter] of operation.parameters.entries()) {
      const value = String(parameters[index] as string | number | boolean)
      if (parameter.in === 'path') url = url.replace(`:${parameter.name}`, encodeURIComponent(value))
      else if (parameter.required) query.set(parameter.name, value)
    }
    return { url: query.size > 0 ? `${url}?${query.toString()}` : url, body }
  })
}

const ask = (
  route: Route,
  { url, body }: Sample,
  token: string | undefined,
  key: string | undefined = systemIds.next(),
): Promise<LightMyRequestResponse> =>
  app.http.inject({
    method: route.method,
    url,
    headers: key === undefined ? {} : { 'idempotency-key': key },
    cookies: token === undefined ? {} : { [sessionCookie]: token },
    ...(body === undefined ? {} : { payload: body as object }),
  })

/** The first of several right-shaped requests that gets past the checks of its shape. */
async function pastTheShape(route: Route, send: (sample: Sample) => Promise<LightMyRequestResponse>): Promise<string> {
  let last = 'nothing was sent'
  for (const sample of samplesOf(route, 40)) {
    const answer = await send(sample)
    last = `${answer.statusCode} ${answer.json<{ code?: string }>().code ?? ''}`
    if (answer.statusCode !== 400) return last
  }
  return last
}

const refusals = (): Promise<number> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from audit.event where kind = 'refusal' and type = 'request.refused'`,
    )
    return rows[0]?.count ?? 0
  })

describe('every route', () => {
  it('answers 401 to whoever has no session or a made-up one, whatever else is sent', async () => {
    const closed = routes.filter((route) => !isOpen(route))
    for (const route of closed) {
      const [sample] = samplesOf(route, 1)
      if (!sample) throw new Error('no sample')
      for (const body of [sample.body, { nonsense: true }]) {
        const answer = await ask(route, { ...sample, body: route.method === 'GET' ? undefined : body }, undefined)
        expect([route.method, route.url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
          route.method,
          route.url,
          401,
          'SIGN_IN_NEEDED',
        ])
      }
    }
    // A token of the right form that no session has gets no further than the first look into the database.
    const madeUp = closed.filter((route) => route.kind !== 'raw')
    for (const route of madeUp) {
      const told = await pastTheShape(route, (sample) => ask(route, sample, 'A'.repeat(43)))
      expect([route.method, route.url, told]).toEqual([route.method, route.url, '401 SIGN_IN_NEEDED'])
    }
    console.info(
      `401: ${closed.length} of ${routes.length} routes, ${madeUp.length} of them with a made-up session too`,
    )
  }, 120_000)

  it('answers 403 to every role that lacks its permission and to an officer without a role, and records it', async () => {
    const keyOfRole = {
      administrator: 'admin',
      'desk-officer': 'desk',
      investigator: 'investigator',
      'exhibits-keeper': 'storekeeper',
      'head-of-unit': 'head',
      'custody-keeper': 'keeper',
      inspector: 'inspector',
      'detention-inspector': 'visitor',
      prosecutor: 'prosecutor',
    } as const
    const guarded = routes.filter((route) => !isOpen(route) && !isSelf(route))
    let refused = 0
    const faults: string[] = []
    const admin = await app.as('admin')
    const idle = await app.as('apj')
    const { roles: grants } = (await admin.get(`/officers/${idle.officerId}`)).json<{ roles: { id: string }[] }>()
    for (const { id } of grants) expect((await admin.post(`/role-grants/${id}/end`)).statusCode).toBe(200)
    for (const route of guarded) {
      const lacking: [string, Officer][] = [['an officer without any role', idle]]
      for (const role of roles) {
        if (!(route.permission in role.permissions)) lacking.push([role.code, await app.as(keyOfRole[role.code])])
      }
      const before = await refusals()
      for (const [who, { token }] of lacking) {
        const told = await pastTheShape(route, (sample) => ask(route, sample, token))
        if (told === '403 NOT_PERMITTED') refused += 1
        else faults.push(`${route.method} ${route.url} as ${who}: ${told}`)
      }
      const recorded = (await refusals()) - before
      if (recorded !== lacking.length)
        faults.push(`${route.method} ${route.url}: ${recorded} of ${lacking.length} refusals recorded`)
    }
    console.info(
      `403: ${refused} refusals over ${guarded.length} routes; ${routes.filter(isSelf).length} are everybody's own`,
    )
    expect(faults).toEqual([])
    expect(guarded.length).toBeGreaterThanOrEqual(80)
  }, 300_000)

  it('answers 403 to a screen on the wall, whoever started it, but for the board of cells and its own end', async () => {
    const { place } = await makeCustodyGround(app)
    const token = await hangWall(app, 'head', place.id)
    const closed = routes.filter((route) => !isOpen(route))
    const [allowed, shut] = [true, false].map((open) =>
      closed.filter(({ permission }) => wallPermissions.includes(permission) === open),
    ) as [Route[], Route[]]
    expect(allowed.map(({ method, url, permission }) => `${method} ${url} ${permission}`).toSorted()).toEqual([
      'DELETE /session self.sign-out',
      'GET /custody-places/:id/board custody.board',
      'GET /custody-places/:id/pulse custody.board',
      'GET /session self.seat',
    ])
    const before = await refusals()
    const faults: string[] = []
    for (const route of shut) {
      const told = await pastTheShape(route, (sample) =>
        // The one body that no description can draw: the bytes of a piece.
        route.method === 'PUT' && route.url === '/uploads/:id'
          ? app.http.inject({
              method: 'PUT',
              url: `${sample.url.split('?')[0]}?offset=0`,
              headers: { 'content-type': 'application/octet-stream' },
              cookies: { [sessionCookie]: token },
              payload: Buffer.from('x'),
            })
          : ask(route, sample, token),
      )
      if (told !== '403 NOT_PERMITTED') faults.push(`${route.method} ${route.url}: ${told}`)
    }
    console.info(`403 at the wall: ${shut.length} of ${routes.length} routes; ${allowed.length} are its own`)
    expect(faults).toEqual([])
    expect((await refusals()) - before).toBe(shut.length)
    expect(shut.length).toBeGreaterThan(150)
    const own = { url: `/api/custody-places/${place.id}/board`, cookies: { [sessionCookie]: token } }
    expect((await app.http.inject(own)).statusCode).toBe(200)
  }, 120_000)

  it('that changes something asks for a key', async () => {
    const { token } = await app.as('admin')
    // What holds a token or a new secret is never given twice; pieces of an upload carry their place.
    const keyless = [
      'POST /session',
      'DELETE /session',
      'POST /session/factors/totp',
      'POST /session/wall',
      'POST /set-up',
      'PUT /uploads/:id',
    ]
    const commands = routes.filter(
      ({ kind, method, url }) =>
        kind === 'command' || (kind === 'raw' && method !== 'GET' && !keyless.includes(`${method} ${url}`)),
    )
    const told: string[] = []
    for (const route of commands) {
      told.push(`${route.method} ${route.url} ${await pastTheShape(route, (sample) => ask(route, sample, token, ''))}`)
    }
    expect(told.filter((line) => !line.endsWith('428 IDEMPOTENCY_KEY_MISSING'))).toEqual([])
    console.info(`428: ${commands.length} routes`)
    expect(commands.length).toBeGreaterThanOrEqual(50)
  }, 60_000)

  it('that only asks changes nothing: no GET carries a command', () => {
    const asking = routes.filter(({ method }) => method === 'GET')
    expect(asking.length).toBeGreaterThan(40)
    expect(asking.filter(({ kind }) => kind === 'command')).toEqual([])
  })

  it('gives the same answer to the same key, and does it once', async () => {
    const admin = await app.as('admin')
    const investigator = await app.as('investigator')
    const desk = await app.as('desk')
    const unit = {
      kind: 'arrondissement',
      names: { ar: 'الدائرة التجريبية', fr: 'Arrondissement d’essai', en: 'Trial precinct' },
      parentId: app.units.w1,
      on: '2026-11-20',
      decisionRef: 'D-1',
    }
    const enrolled = async (): Promise<number> =>
      app.db.asSuperuser(async (client) => {
        const { rows } = await client.query<{ count: number }>(
          `select count(*)::int as count from audit.event where kind = 'command'`,
        )
        return rows[0]?.count ?? 0
      })
    for (const [officer, url, body] of [
      [admin, '/units', unit],
      [investigator, '/cases', { facts: { place: 'السوق', point: { latitude: 34.03, longitude: -5 } } }],
      [desk, '/register', { kind: 'visit', text: 'استفسار' }],
      [desk, '/handovers', { shiftFrom: '2026-11-23T00:00:00Z', shiftTo: '2026-11-23T08:00:00Z', text: 'لا شيء' }],
    ] as const) {
      const key = { 'idempotency-key': systemIds.next() }
      const before = await enrolled()
      const [first, second] = [await officer.post(url, body, key), await officer.post(url, body, key)]
      expect([url, first.statusCode]).toEqual([url, 201])
      expect([second.statusCode, second.json()]).toEqual([first.statusCode, first.json()])
      expect((await enrolled()) - before).toBe(1)
      const other = await officer.post(url, { ...body, kind: 'call', text: 'آخر', toOfficerId: desk.officerId }, key)
      expect([url, other.statusCode]).toEqual([url, other.statusCode === 400 ? 400 : 409])
    }
  })
})

describe('a life in the house', () => {
  it('leaves no event that the tables do not know', async () => {
    const clientOf = async (key: string): Promise<ReturnType<typeof createSeedClient>> => {
      const { officerId, unitId, token } = await app.as(key)
      return createSeedClient(app.http, app.house.ids, { officerId, unitId, token })
    }
    const crews: Crew[] = []
    for (const suffix of ['', '2', '3']) {
      const [desk, investigator, head] = [
        await clientOf(`desk${suffix}`),
        await clientOf(`investigator${suffix}`),
        await clientOf(`head${suffix}`),
      ]
      crews.push({ desk, investigator, head, unitId: desk.unitId })
    }
    const start = app.clock.now()
    for (let index = 0; index < 12; index += 1) {
      const day = new Date(start.getTime() - (20 - index) * 86_400_000)
      await seedCase({ crews, units: app.units, setTime: (instant) => app.clock.set(instant) }, index, day)
    }
    const types = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ type: string }>('select distinct type from audit.event order by type')
      return rows.map((row) => row.type)
    })
    expect(types.length).toBeGreaterThan(20)
    expect(types.filter((type) => !(type in app.house.assembled.events))).toEqual([])
  }, 60_000)
})
