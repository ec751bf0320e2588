import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import type { TestDb } from '#platform/testing/test-db.ts'
import { totpCode } from '../index.ts'

/** A test app of the composition root, as far as signing in needs it. */
export interface HouseOfTest {
  readonly db: TestDb
  readonly http: FastifyInstance
  readonly clock: { now(): Date; advance(milliseconds: number): void }
  readonly units: { readonly p1: string }
  readonly signIns: ReadonlyMap<
    string,
    { readonly member: { readonly serviceNumber: string }; readonly password: string; readonly totpSecret: string }
  >
}

export const newPassword = 'quatre chats gris dorment'

type Method = 'GET' | 'POST' | 'DELETE'
export const call = (
  app: HouseOfTest,
  method: Method,
  url: string,
  token: string | undefined,
  body?: object,
  key: string = systemIds.next(),
): Promise<LightMyRequestResponse> =>
  app.http.inject({
    method,
    url: `/api${url}`,
    headers: { 'accept-language': 'en', 'idempotency-key': key },
    cookies: token === undefined ? {} : { [sessionCookie]: token },
    ...(body === undefined ? {} : { payload: body }),
  })
export const signIn = (app: HouseOfTest, body: object): Promise<LightMyRequestResponse> =>
  call(app, 'POST', '/session', undefined, body)
export const tokenOf = (answer: LightMyRequestResponse): string => {
  const found = answer.cookies.find(({ name }) => name === sessionCookie)
  if (!found) throw new Error(`no cookie: ${answer.body}`)
  return found.value
}
export const events = (app: HouseOfTest, type: string, officerId: string): Promise<number> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from audit.event where type = $1 and subjects @> jsonb_build_array(jsonb_build_object('id', $2::text))`,
      [type, officerId],
    )
    return rows[0]?.count ?? 0
  })

/** How many officers were enrolled by this run. */
let number = 0
export interface New {
  readonly officerId: string
  readonly serviceNumber: string
  readonly initialCode: string
}
/** An officer enrolled by the administrator through the API, with the code shown once. */
export async function enrolNew(app: HouseOfTest): Promise<New> {
  number += 1
  const serviceNumber = `N${number}`
  const answer = await call(app, 'POST', '/officers', await signInAgain(app, 'admin'), {
    serviceNumber,
    nameAr: 'سعاد بنعلي',
    nameLatin: 'Souad Benali',
    rankCode: null,
    sex: 'female',
    unitId: app.units.p1,
    post: 'desk',
    roles: [{ roleCode: 'desk-officer' }],
  })
  expect(answer.statusCode).toBe(201)
  return { serviceNumber, ...answer.json<{ officerId: string; initialCode: string }>() }
}

export interface Full extends New {
  readonly token: string
  readonly secret: string
  code(): Promise<string>
}
/** As a new officer does on the first day: code, password, authenticator, PIN. */
export async function settle(app: HouseOfTest): Promise<Full> {
  const fresh = await enrolNew(app)
  const token = tokenOf(
    await signIn(app, { serviceNumber: fresh.serviceNumber, password: fresh.initialCode, seat: 'own-desk' }),
  )
  await call(app, 'POST', '/session/password', token, { current: fresh.initialCode, next: newPassword })
  const begun = await call(app, 'POST', '/session/factors/totp', token, { label: 'phone' })
  const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
  const code = (): Promise<string> => totpCode(secret, app.clock.now())
  const confirmed = await call(app, 'POST', `/session/factors/totp/${authenticatorId}/confirm`, token, {
    code: await code(),
  })
  expect(confirmed.json()).toEqual({ restricted: false })
  await call(app, 'POST', '/session/pin', token, { password: newPassword, pin: '4071' })
  app.clock.advance(60_000)
  return { ...fresh, token, secret, code }
}

/** A new session of a member of the cast, as long absences end the one that `as` keeps. */
export async function signInAgain(app: HouseOfTest, key: string): Promise<string> {
  app.clock.advance(60_000)
  const cast = app.signIns.get(key)
  if (!cast) throw new Error(key)
  const answer = await signIn(app, {
    serviceNumber: cast.member.serviceNumber,
    password: cast.password,
    code: await totpCode(cast.totpSecret, app.clock.now()),
    seat: 'own-desk',
  })
  return tokenOf(answer)
}

/** A screen on the wall, started by a member of the cast who signs in for it; answers its token. */
export async function hangWall(app: HouseOfTest, key: string, placeId: string): Promise<string> {
  const answer = await call(app, 'POST', '/session/wall', await signInAgain(app, key), { placeId })
  expect(answer.statusCode).toBe(200)
  return tokenOf(answer)
}
