import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Full, call, events, newPassword, settle, signIn, signInAgain, tokenOf } from './testing/first-day.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('a shared desk', () => {
  const deskToken = async (): Promise<{ token: string; full: Full }> => {
    const full = await settle(app)
    const answer = await signIn(app, {
      serviceNumber: full.serviceNumber,
      password: newPassword,
      code: await full.code(),
      seat: 'shared-desk',
    })
    return { token: tokenOf(answer), full }
  }
  const stateOf = async (token: string): Promise<string> =>
    (await call(app, 'GET', '/session', token)).json<{ state: string }>().state

  it('stays open while its officer is there and locks after three minutes without', async () => {
    const { token } = await deskToken()
    for (let minutes = 0; minutes < 120; minutes += 2) {
      app.clock.advance(2 * 60_000)
      expect((await call(app, 'POST', '/session/presence', token)).json()).toMatchObject({ locked: false })
    }
    expect((await call(app, 'GET', '/units', token)).statusCode).toBe(200)
    app.clock.advance(3 * 60_000 + 1)
    expect(await stateOf(token)).toBe('locked')
    expect((await call(app, 'GET', '/units', token)).json()).toMatchObject({ code: 'DESK_LOCKED' })
    expect((await call(app, 'POST', '/session/presence', token)).json()).toMatchObject({ locked: true })
    expect((await call(app, 'POST', '/session/factors/totp', token, { label: 'mine' })).statusCode).toBe(423)
    expect(await stateOf(token)).toBe('locked')
  })

  it('opens by PIN', async () => {
    const { token, full } = await deskToken()
    expect((await call(app, 'POST', '/session/lock', token)).json()).toEqual({ locked: true })
    expect((await call(app, 'GET', '/units', token)).statusCode).toBe(423)
    expect((await call(app, 'POST', '/session/unlock', token, { pin: '9999' })).json()).toMatchObject({
      code: 'PIN_REFUSED',
      params: { left: 4 },
    })
    expect((await call(app, 'POST', '/session/unlock', token, { pin: '4071' })).json()).toEqual({ locked: false })
    expect((await call(app, 'GET', '/units', token)).statusCode).toBe(200)
    expect(await events(app, 'session.unlocked', full.officerId)).toBe(1)
  })

  it('ends with the fifth wrong PIN', async () => {
    const { token } = await deskToken()
    await call(app, 'POST', '/session/lock', token)
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect((await call(app, 'POST', '/session/unlock', token, { pin: '9999' })).statusCode).toBe(403)
    }
    expect((await call(app, 'POST', '/session/unlock', token, { pin: '9999' })).statusCode).toBe(401)
    expect((await call(app, 'POST', '/session/unlock', token, { pin: '4071' })).statusCode).toBe(401)
  })

  it('ends after half an hour without a sign of presence, and after twelve hours whatever happens', async () => {
    const { token, full } = await deskToken()
    app.clock.advance(30 * 60_000 + 1)
    expect((await call(app, 'GET', '/session', token)).statusCode).toBe(401)
    const again = tokenOf(
      await signIn(app, {
        serviceNumber: full.serviceNumber,
        password: newPassword,
        code: await full.code(),
        seat: 'own-desk',
      }),
    )
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      app.clock.advance(10 * 60_000)
      expect((await call(app, 'POST', '/session/presence', again)).statusCode).toBe(200)
    }
    app.clock.advance(10 * 60_000)
    expect((await call(app, 'GET', '/session', again)).statusCode).toBe(401)
  })
})

describe('a session', () => {
  it('is over when its officer signs out', async () => {
    const { token } = await settle(app)
    const answer = await call(app, 'DELETE', '/session', token)
    expect(answer.statusCode).toBe(204)
    expect((await call(app, 'GET', '/session', token)).statusCode).toBe(401)
  })

  it('dies at once when an administrator ends it', async () => {
    const full = await settle(app)
    const admin = await signInAgain(app, 'admin')
    expect((await call(app, 'GET', '/session', full.token)).statusCode).toBe(200)
    const url = `/officers/${full.officerId}/end-sessions`
    const colleague = await signInAgain(app, 'desk')
    expect((await call(app, 'POST', url, colleague, { reason: 'left open' })).statusCode).toBe(403)
    expect((await call(app, 'POST', url, undefined, { reason: 'left open' })).statusCode).toBe(401)
    expect(
      (await call(app, 'POST', url.replace(full.officerId, systemIds.next()), admin, { reason: 'left open' }))
        .statusCode,
    ).toBe(404)
    expect((await call(app, 'POST', url, admin, { reason: 'left open' })).json()).toEqual({ sessionsEnded: 1 })
    expect((await call(app, 'GET', '/session', full.token)).statusCode).toBe(401)
    expect(await events(app, 'session.all-ended', full.officerId)).toBe(1)
  })

  it('speaks the language its officer chose', async () => {
    const { token } = await settle(app)
    expect((await call(app, 'POST', '/session/locale', token, { locale: 'fr' })).statusCode).toBe(200)
    expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({ locale: 'fr' })
  })
})

describe('an officer’s own sessions', () => {
  it('are listed with seat and browser, and ended one by one or all but this one', async () => {
    const full = await settle(app)
    const another = async (userAgent: string): Promise<string> => {
      app.clock.advance(60_000)
      const answer = await app.http.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'user-agent': userAgent, 'idempotency-key': systemIds.next() },
        payload: {
          serviceNumber: full.serviceNumber,
          password: newPassword,
          code: await full.code(),
          seat: 'shared-desk',
        },
      })
      return tokenOf(answer)
    }
    const second = await another('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')
    const third = await another('curl/8')
    const list = async (token: string) =>
      (await call(app, 'GET', '/sessions', token)).json<{
        items: {
          id: string
          current: boolean
          seat: string
          lastSeenAt: string
          browser: string | null
          address: string | null
        }[]
      }>().items
    const seen = await list(full.token)
    expect(seen.map(({ current, seat, browser }) => [current, seat, browser])).toEqual([
      [true, 'own-desk', null],
      [false, 'shared-desk', null],
      [false, 'shared-desk', 'Firefox, Windows'],
    ])
    expect(seen[0]?.address).toBe('127.0.0.1')
    app.clock.advance(60_000)
    await call(app, 'POST', '/session/presence', second)
    expect((await list(full.token)).map(({ lastSeenAt }) => lastSeenAt)).toContain(app.clock.now().toISOString())
    const [own, newest, older] = seen.map(({ id }) => id)
    app.clock.advance(6 * 60_000)
    const late = await call(app, 'POST', '/sessions/end-others', full.token)
    expect(late.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    // Others' sessions are not there, and one's present one is ended by signing out.
    const stranger = await settle(app)
    await call(app, 'POST', '/session/step-up', full.token, { code: await full.code() })
    expect((await call(app, 'POST', `/sessions/${older ?? ''}/end`, stranger.token)).statusCode).toBe(404)
    expect((await call(app, 'POST', `/sessions/${own ?? ''}/end`, full.token)).statusCode).toBe(404)
    expect((await call(app, 'POST', `/sessions/${newest ?? ''}/end`, full.token)).json()).toEqual({ ended: 1 })
    expect((await call(app, 'GET', '/session', third)).statusCode).toBe(401)
    expect((await call(app, 'GET', '/session', second)).statusCode).toBe(200)
    expect((await call(app, 'POST', '/sessions/end-others', full.token)).json()).toEqual({ ended: 1 })
    expect((await call(app, 'GET', '/session', second)).statusCode).toBe(401)
    expect(await list(full.token)).toHaveLength(1)
    expect(await events(app, 'session.own-ended', full.officerId)).toBe(2)
  })
})

describe('seats', () => {
  it.each([
    ['shared-desk', 3],
    ['own-desk', 15],
    ['command-room', null],
  ] as const)(
    '%s locks after %s minutes, says so beforehand, and the database says the same',
    async (seat, minutes) => {
      const full = await settle(app)
      const opened = await signIn(app, {
        serviceNumber: full.serviceNumber,
        password: newPassword,
        code: await full.code(),
        seat,
      })
      const token = tokenOf(opened)
      const seconds = minutes && minutes * 60
      expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({ locksInSeconds: seconds })
      app.clock.advance(20_000)
      expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({
        locksInSeconds: seconds && seconds - 20,
      })
      expect((await call(app, 'POST', '/session/presence', token)).json()).toMatchObject({ locksInSeconds: seconds })
      app.clock.advance((minutes ?? 25) * 60_000 - 1000)
      expect((await call(app, 'GET', '/units', token)).statusCode).toBe(200)
      app.clock.advance(2000)
      expect((await call(app, 'GET', '/units', token)).statusCode).toBe(minutes === null ? 200 : 423)
      expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({
        state: minutes === null ? 'open' : 'locked',
      })
    },
  )
})
