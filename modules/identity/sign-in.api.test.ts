import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { totpCode } from './index.ts'
import { call, enrolNew, events, newPassword, settle, signIn, signInAgain, tokenOf } from './testing/first-day.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('the first sign-in', () => {
  it('opens only the way to a password and a second factor of one’s own', async () => {
    const fresh = await enrolNew(app)
    const answer = await signIn(app, {
      serviceNumber: fresh.serviceNumber,
      password: fresh.initialCode,
      seat: 'shared-desk',
    })
    expect(answer.json()).toMatchObject({ state: 'restricted' })
    const token = tokenOf(answer)
    expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({
      state: 'restricted',
      needs: { password: true, factor: true, pin: true },
      permissions: [],
    })
    expect((await call(app, 'GET', '/units', token)).statusCode).toBe(403)
    expect((await call(app, 'POST', '/session/presence', token)).statusCode).toBe(403)

    const begun = await call(app, 'POST', '/session/factors/totp', token, { label: 'phone' })
    const { authenticatorId, secret, uri, qrSvg } = begun.json<Record<string, string>>() as {
      authenticatorId: string
      secret: string
      uri: string
      qrSvg: string
    }
    expect(uri).toContain(`secret=${secret}`)
    expect(qrSvg).toContain('<svg')
    const wrong = await call(app, 'POST', `/session/factors/totp/${authenticatorId}/confirm`, token, { code: '000000' })
    expect(wrong.json()).toMatchObject({ code: 'FACTOR_REFUSED' })
    const right = { code: await totpCode(secret, app.clock.now()) }
    const confirmed = await call(app, 'POST', `/session/factors/totp/${authenticatorId}/confirm`, token, right)
    expect(confirmed.json()).toEqual({ restricted: true })

    const short = await call(app, 'POST', '/session/password', token, { current: fresh.initialCode, next: 'short' })
    expect(short.json()).toMatchObject({ code: 'PASSWORD_SHORT' })
    const changed = await call(app, 'POST', '/session/password', token, {
      current: fresh.initialCode,
      next: newPassword,
    })
    expect(changed.json()).toMatchObject({ restricted: false })
    expect((await call(app, 'GET', '/session', token)).json()).toMatchObject({
      state: 'open',
      needs: { password: false, factor: false, pin: true },
      officer: { id: fresh.officerId, nameLatin: 'Souad Benali' },
      unit: { id: app.units.p1 },
      roles: [{ code: 'desk-officer' }],
    })
    expect(await events(app, 'password.changed', fresh.officerId)).toBe(1)
    expect(await events(app, 'factor.confirmed', fresh.officerId)).toBe(1)
  })

  it('refuses the code of the administrator after three days', async () => {
    const fresh = await enrolNew(app)
    app.clock.advance(73 * 3_600_000)
    const answer = await signIn(app, { serviceNumber: fresh.serviceNumber, password: fresh.initialCode })
    expect(answer.statusCode).toBe(401)
  })

  it('shows the code once: a repeated request gets the officer and no code', async () => {
    const admin = await signInAgain(app, 'admin')
    const key = systemIds.next()
    const body = {
      serviceNumber: 'ONCE1',
      nameAr: 'عمر',
      nameLatin: 'Omar',
      rankCode: null,
      sex: 'male',
      unitId: app.units.p1,
      post: 'desk',
    }
    const first = await call(app, 'POST', '/officers', admin, body, key)
    const second = await call(app, 'POST', '/officers', admin, body, key)
    expect(second.json()).toEqual({ officerId: first.json<{ officerId: string }>().officerId, initialCode: null })
    expect((await call(app, 'POST', '/officers', admin, body)).json()).toMatchObject({ code: 'SERVICE_NUMBER_TAKEN' })
  })
})

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const cast = app.signIns.get('desk')
    if (!cast) throw new Error('no desk')
    app.clock.advance(60_000)
    const answer = await signIn(app, {
      serviceNumber: cast.member.serviceNumber,
      password: cast.password,
      code: await totpCode(cast.totpSecret, app.clock.now()),
    })
    expect(answer.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  })

  it('asks for the second factor after the password, and takes a code once', async () => {
    const cast = app.signIns.get('desk2')
    if (!cast) throw new Error('no desk2')
    app.clock.advance(60_000)
    const known = { serviceNumber: cast.member.serviceNumber, password: cast.password }
    expect((await signIn(app, known)).json()).toEqual({ state: 'factor-needed', totp: true, passkey: null })
    const code = await totpCode(cast.totpSecret, app.clock.now())
    expect((await signIn(app, { ...known, code })).json()).toMatchObject({ state: 'open' })
    expect((await signIn(app, { ...known, code })).json()).toMatchObject({ code: 'SIGN_IN_REFUSED' })
  })

  it('answers an unknown number, a wrong password and a locked account alike, and locks after five failures for 15 minutes', async () => {
    const full = await settle(app)
    const strip = (answer: LightMyRequestResponse): object => {
      const { correlationId: _, ...rest } = answer.json<Record<string, unknown>>()
      return { status: answer.statusCode, ...rest }
    }
    const unknown = strip(await signIn(app, { serviceNumber: 'NOBODY', password: 'whatever it may be' }))
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(strip(await signIn(app, { serviceNumber: full.serviceNumber, password: 'wrong' }))).toEqual(unknown)
    }
    const right = async (): Promise<LightMyRequestResponse> =>
      signIn(app, { serviceNumber: full.serviceNumber, password: newPassword, code: await full.code() })
    expect(strip(await right())).toEqual(unknown)
    app.clock.advance(14 * 60_000)
    expect((await right()).statusCode).toBe(401)
    app.clock.advance(61_000)
    expect((await right()).json()).toMatchObject({ state: 'open' })
    expect(await events(app, 'session.refused', full.officerId)).toBe(7)
  })

  it('counts guesses made at once one after the other', async () => {
    const full = await settle(app)
    const guesses = Array.from({ length: 12 }, () =>
      signIn(app, { serviceNumber: full.serviceNumber, password: 'wrong' }),
    )
    for (const answer of await Promise.all(guesses)) expect(answer.statusCode).toBe(401)
    const reasons = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ reason: string; count: number }>(
        `select codes ->> 'reason' as reason, count(*)::int as count from audit.event
         where type = 'session.refused' and subjects @> jsonb_build_array(jsonb_build_object('id', $1::text)) group by 1`,
        [full.officerId],
      )
      return Object.fromEntries(rows.map((row) => [row.reason, row.count]))
    })
    expect(reasons).toEqual({ password: 4, 'password-locks': 1, locked: 7 })
  })

  it('opens one session for a code that comes several times at once', async () => {
    const full = await settle(app)
    const body = { serviceNumber: full.serviceNumber, password: newPassword, code: await full.code() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(app, body)))
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toEqual(['200', '401', '401', '401'])
  })

  it('counts wrong codes as it counts wrong passwords', async () => {
    const full = await settle(app)
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn(app, { serviceNumber: full.serviceNumber, password: newPassword, code: '000000' })
    }
    const answer = await signIn(app, {
      serviceNumber: full.serviceNumber,
      password: newPassword,
      code: await full.code(),
    })
    expect(answer.statusCode).toBe(401)
  })

  it('keeps neither the token nor anything to guess a password from', async () => {
    const full = await settle(app)
    const stored = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ all: string }>(
        `select coalesce((select string_agg(c::text, ' ') from platform.command c), '') ||
           coalesce((select string_agg(s::text, ' ') from identity.session s), '') as all`,
      )
      return rows[0]?.all ?? ''
    })
    expect(stored.length).toBeGreaterThan(1000)
    expect(stored).not.toContain(full.token)
    expect(stored).not.toContain(full.secret)
    expect(stored).not.toContain(full.initialCode)
  })
})
