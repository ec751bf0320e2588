import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import type { SignIn } from '../../apps/server/seed/enrol-cast.ts'
import { totpCode } from './index.ts'
import { type TestProvider, startTestProvider } from './testing/test-provider.ts'

const ticketCookie = 'daira_sign_in'
let provider: TestProvider
let app: TestApp
beforeAll(async () => {
  provider = await startTestProvider('http://localhost/sign-in/return')
  app = await createTestApp({ provider: provider.settings })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

const post = (url: string, body: object, cookies: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  app.http.inject({
    method: 'POST',
    url: `/api/session/provider${url}`,
    headers: { 'accept-language': 'en' },
    cookies,
    payload: body,
  })
const cookieOf = (answer: LightMyRequestResponse, name: string): string => {
  const found = answer.cookies.find((each) => each.name === name)
  if (!found) throw new Error(`no cookie ${name}: ${answer.body}`)
  return found.value
}
const cast = (key: string): SignIn => {
  const found = app.signIns.get(key)
  if (!found) throw new Error(key)
  return found
}
interface Begun {
  readonly url: URL
  readonly ticket: string
}
async function begin(seat = 'own-desk'): Promise<Begun> {
  const answer = await post('', { seat })
  expect(answer.statusCode).toBe(200)
  return { url: new URL(answer.json<{ url: string }>().url), ticket: cookieOf(answer, ticketCookie) }
}
const comeBack = ({ ticket }: Begun, query: string): Promise<LightMyRequestResponse> =>
  post('/return', { query }, { [ticketCookie]: ticket })
async function through(serviceNumber: string, amr?: readonly string[]): Promise<LightMyRequestResponse> {
  const begun = await begin()
  return comeBack(begun, await provider.visit(begun.url.href, { serviceNumber, ...(amr ? { amr } : {}) }))
}
/** The last event of a sign-in: its type, codes and whom it concerns. */
async function lastEvent(): Promise<{ type: string; codes: Record<string, unknown>; officers: string[] }> {
  return app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{
      type: string
      codes: Record<string, unknown>
      subjects: { type: string; id: string }[]
    }>(`select type, codes, subjects from audit.event where type like 'session.%' order by id desc limit 1`)
    const [row] = rows
    if (!row) throw new Error('no event')
    return { ...row, officers: row.subjects.filter(({ type }) => type === 'officer').map(({ id }) => id) }
  })
}
const refusedFor = (reason: string): object => ({
  type: 'session.refused',
  codes: { reason, way: 'provider', provider: provider.settings.issuer },
})

describe('signing in through the identity provider', () => {
  it('is offered by name', async () => {
    const answer = await app.http.inject({ url: '/api/session/provider' })
    expect(answer.json()).toEqual({ provider: provider.settings.name })
  })

  it('asks with state, nonce and a challenge of the method S256, and at a shared desk for a fresh look', async () => {
    const own = (await begin()).url.searchParams
    expect(own.get('code_challenge_method')).toBe('S256')
    expect([own.get('state'), own.get('nonce')].every((each) => (each ?? '').length === 43)).toBe(true)
    expect(own.get('redirect_uri')).toBe('http://localhost/sign-in/return')
    expect(own.get('prompt')).toBeNull()
    const shared = (await begin('shared-desk')).url.searchParams
    expect([shared.get('prompt'), shared.get('max_age')]).toEqual(['login', '300'])
  })

  it('opens a session where its second factor counts, and the log says through whom', async () => {
    const { member, officerId } = cast('desk')
    const answer = await through(member.serviceNumber, ['pwd', 'mfa'])
    expect(answer.json()).toMatchObject({ state: 'open' })
    expect(answer.cookies.find(({ name }) => name === sessionCookie)).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
    })
    expect(await lastEvent()).toMatchObject({
      type: 'session.opened-by-provider',
      codes: { way: 'provider', provider: provider.settings.issuer, factor: 'amr:mfa', seat: 'own-desk' },
      officers: [officerId],
    })
    // A fresh proof for what weighs stays ours: the provider's word is none.
    const shown = await app.http.inject({
      url: '/api/session',
      cookies: { [sessionCookie]: cookieOf(answer, sessionCookie) },
    })
    expect(shown.json()).toMatchObject({ officer: { id: officerId }, steppedUpAt: null })
  })

  it('asks for our own second factor where the provider’s does not count', async () => {
    const { member, officerId, totpSecret } = cast('desk2')
    const half = await through(member.serviceNumber, ['pwd'])
    expect(half.json()).toEqual({ state: 'factor-needed', totp: true, passkey: null })
    expect(half.cookies.some(({ name }) => name === sessionCookie)).toBe(false)
    expect(await lastEvent()).toMatchObject({ type: 'session.vouched', officers: [officerId] })
    const ticket = cookieOf(half, ticketCookie)
    const wrong = await post('/factor', { code: '000000' }, { [ticketCookie]: ticket })
    expect(wrong.json()).toMatchObject({ code: 'FACTOR_REFUSED' })
    expect(await lastEvent()).toMatchObject(refusedFor('factor'))
    app.clock.advance(60_000)
    const code = await totpCode(totpSecret, app.clock.now())
    const right = await post('/factor', { code }, { [ticketCookie]: ticket })
    expect(right.json()).toMatchObject({ state: 'open' })
    expect(await lastEvent()).toMatchObject({ codes: { way: 'provider', factor: 'totp' }, officers: [officerId] })
    const again = await post('/factor', { code }, { [ticketCookie]: ticket })
    expect(again.json()).toMatchObject({ code: 'PROVIDER_SIGN_IN_OVER' })
  })

  it('takes what came back once, in the browser that began it, within five minutes', async () => {
    const begun = await begin()
    const query = await provider.visit(begun.url.href, {
      serviceNumber: cast('desk').member.serviceNumber,
      amr: ['mfa'],
    })
    const other = await begin()
    expect((await comeBack(other, query)).json()).toMatchObject({ code: 'PROVIDER_ANSWER_REFUSED' })
    expect((await post('/return', { query })).json()).toMatchObject({ code: 'PROVIDER_SIGN_IN_OVER' })
    const [id = ''] = begun.ticket.split('.')
    expect((await comeBack({ ...begun, ticket: `${id}.guessed` }, query)).json()).toMatchObject({
      code: 'PROVIDER_SIGN_IN_OVER',
    })
    expect((await comeBack(begun, query)).json()).toMatchObject({ state: 'open' })
    expect((await comeBack(begun, query)).json()).toMatchObject({ code: 'PROVIDER_SIGN_IN_OVER' })
    expect(await lastEvent()).toMatchObject(refusedFor('provider-over'))
    const late = await begin()
    const lateQuery = await provider.visit(late.url.href, { serviceNumber: cast('desk').member.serviceNumber })
    app.clock.advance(5 * 60_000)
    expect((await comeBack(late, lateQuery)).json()).toMatchObject({ code: 'PROVIDER_SIGN_IN_OVER' })
  })

  it.each<[string, (begun: Begun) => void, (query: URLSearchParams) => void]>([
    ['another nonce', ({ url }) => url.searchParams.set('nonce', 'of-somebody-else'), () => undefined],
    ['another challenge', ({ url }) => url.searchParams.set('code_challenge', 'x'.repeat(43)), () => undefined],
    ['another state', () => undefined, (query) => query.set('state', 'of-somebody-else')],
    ['another issuer', () => undefined, (query) => query.set('iss', 'https://elsewhere.example')],
    ['no issuer', () => undefined, (query) => query.delete('iss')],
    ['another code', () => undefined, (query) => query.set('code', 'guessed')],
  ])('refuses an answer with %s', async (_what, before, after) => {
    const begun = await begin()
    before(begun)
    const serviceNumber = cast('desk').member.serviceNumber
    const query = new URLSearchParams(await provider.visit(begun.url.href, { serviceNumber, amr: ['mfa'] }))
    after(query)
    const answer = await comeBack(begun, `?${query.toString()}`)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'PROVIDER_ANSWER_REFUSED'])
    expect(answer.cookies.some(({ name }) => name === sessionCookie)).toBe(false)
    expect(await lastEvent()).toMatchObject(refusedFor('provider-answer'))
  })

  it('creates nobody, and answers an unknown and a suspended officer alike', async () => {
    const strip = (answer: LightMyRequestResponse): object => {
      const { correlationId: _, ...rest } = answer.json<Record<string, unknown>>()
      return { status: answer.statusCode, ...rest }
    }
    const unknown = strip(await through('NOBODY-1', ['mfa']))
    expect(unknown).toMatchObject({ status: 401, code: 'PROVIDER_NOT_ADMITTED' })
    expect(await lastEvent()).toMatchObject({ ...refusedFor('unknown'), officers: [] })

    const admin = await app.as('admin')
    const { member, officerId } = cast('desk')
    const suspended = await admin.post(`/officers/${officerId}/suspend`, { decisionRef: 'DIS-1' })
    expect(suspended.statusCode).toBeLessThan(300)
    expect(strip(await through(member.serviceNumber, ['mfa']))).toEqual(unknown)
    expect(await lastEvent()).toMatchObject({ ...refusedFor('suspended'), officers: [officerId] })
  })

  it('gives a newcomer only the way to a password and a second factor', async () => {
    const admin = await app.again('admin')
    const enrolled = await admin.post('/officers', {
      serviceNumber: 'NEW1',
      nameAr: 'سعاد بنعلي',
      nameLatin: 'Souad Benali',
      rankCode: null,
      sex: 'female',
      unitId: app.units.p1,
      post: 'desk',
    })
    expect(enrolled.statusCode).toBe(201)
    expect((await through('NEW1', ['mfa'])).json()).toMatchObject({ state: 'restricted' })
  })
})

describe('a provider that is down', () => {
  it('is said, recorded and asked again by the next', async () => {
    const passing = await startTestProvider('http://localhost/sign-in/return')
    const other = await createTestApp({ provider: passing.settings })
    try {
      const begun = await other.http.inject({ method: 'POST', url: '/api/session/provider', payload: {} })
      const query = await passing.visit(begun.json<{ url: string }>().url, { serviceNumber: 'ANY' })
      await passing.close()
      const answer = await other.http.inject({
        method: 'POST',
        url: '/api/session/provider/return',
        headers: { 'accept-language': 'fr', 'idempotency-key': systemIds.next() },
        cookies: { [ticketCookie]: cookieOf(begun, ticketCookie) },
        payload: { query },
      })
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([503, 'PROVIDER_UNREACHABLE'])
      expect(answer.body).not.toContain(passing.settings.issuer)
      const reasons = await other.db.asSuperuser(async (client) => {
        const { rows } = await client.query<{ codes: object }>(
          `select codes from audit.event where type = 'session.refused'`,
        )
        return rows.map((row) => row.codes)
      })
      expect(reasons).toEqual([
        { reason: 'provider-unreachable', fault: 'NO_ANSWER', way: 'provider', provider: passing.settings.issuer },
      ])
    } finally {
      await other.close()
    }
  })

  it('is the same where it names another issuer than the one that was set up: nothing is begun', async () => {
    const renamed = { ...provider.settings, issuer: provider.settings.issuer.replace('127.0.0.1', 'localhost') }
    const other = await createTestApp({ provider: renamed })
    try {
      const answer = await other.http.inject({ method: 'POST', url: '/api/session/provider', payload: {} })
      expect(answer.json()).toMatchObject({ code: 'PROVIDER_ANSWER_REFUSED' })
      expect(answer.cookies).toEqual([])
    } finally {
      await other.close()
    }
  })
})
