import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { totpCode } from './index.ts'
import { createSoftwarePasskey } from './testing/software-passkey.ts'

let app: TestApp
const origin = 'http://localhost'
const newPassword = 'quatre chats gris dorment'
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

type Method = 'GET' | 'POST' | 'DELETE'
const call = (
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
const signIn = (body: object): Promise<LightMyRequestResponse> => call('POST', '/session', undefined, body)
const tokenOf = (answer: LightMyRequestResponse): string => {
  const found = answer.cookies.find(({ name }) => name === sessionCookie)
  if (!found) throw new Error(`no cookie: ${answer.body}`)
  return found.value
}
const events = (type: string, officerId: string): Promise<number> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from audit.event where type = $1 and subjects @> jsonb_build_array(jsonb_build_object('id', $2::text))`,
      [type, officerId],
    )
    return rows[0]?.count ?? 0
  })

let number = 0
interface New {
  readonly officerId: string
  readonly serviceNumber: string
  readonly initialCode: string
}
/** An officer enrolled by the administrator through the API, with the code shown once. */
async function enrolNew(): Promise<New> {
  number += 1
  const serviceNumber = `N${number}`
  const answer = await call('POST', '/officers', await signInAgain('admin'), {
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

interface Full extends New {
  readonly token: string
  readonly secret: string
  code(): Promise<string>
}
/** As a new officer does on the first day: code, password, authenticator, PIN. */
async function settle(): Promise<Full> {
  const fresh = await enrolNew()
  const token = tokenOf(
    await signIn({ serviceNumber: fresh.serviceNumber, password: fresh.initialCode, seat: 'own-desk' }),
  )
  await call('POST', '/session/password', token, { current: fresh.initialCode, next: newPassword })
  const begun = await call('POST', '/session/factors/totp', token, { label: 'phone' })
  const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
  const code = (): Promise<string> => totpCode(secret, app.clock.now())
  const confirmed = await call('POST', `/session/factors/totp/${authenticatorId}/confirm`, token, {
    code: await code(),
  })
  expect(confirmed.json()).toEqual({ restricted: false })
  await call('POST', '/session/pin', token, { password: newPassword, pin: '4071' })
  app.clock.advance(60_000)
  return { ...fresh, token, secret, code }
}

describe('the first sign-in', () => {
  it('opens only the way to a password and a second factor of one’s own', async () => {
    const fresh = await enrolNew()
    const answer = await signIn({
      serviceNumber: fresh.serviceNumber,
      password: fresh.initialCode,
      seat: 'shared-desk',
    })
    expect(answer.json()).toMatchObject({ state: 'restricted' })
    const token = tokenOf(answer)
    expect((await call('GET', '/session', token)).json()).toMatchObject({
      state: 'restricted',
      needs: { password: true, factor: true, pin: true },
      permissions: [],
    })
    expect((await call('GET', '/units', token)).statusCode).toBe(403)
    expect((await call('POST', '/session/presence', token)).statusCode).toBe(403)

    const begun = await call('POST', '/session/factors/totp', token, { label: 'phone' })
    const { authenticatorId, secret, uri, qrSvg } = begun.json<Record<string, string>>() as {
      authenticatorId: string
      secret: string
      uri: string
      qrSvg: string
    }
    expect(uri).toContain(`secret=${secret}`)
    expect(qrSvg).toContain('<svg')
    const wrong = await call('POST', `/session/factors/totp/${authenticatorId}/confirm`, token, { code: '000000' })
    expect(wrong.json()).toMatchObject({ code: 'FACTOR_REFUSED' })
    const right = { code: await totpCode(secret, app.clock.now()) }
    const confirmed = await call('POST', `/session/factors/totp/${authenticatorId}/confirm`, token, right)
    expect(confirmed.json()).toEqual({ restricted: true })

    const short = await call('POST', '/session/password', token, { current: fresh.initialCode, next: 'short' })
    expect(short.json()).toMatchObject({ code: 'PASSWORD_SHORT' })
    const changed = await call('POST', '/session/password', token, { current: fresh.initialCode, next: newPassword })
    expect(changed.json()).toMatchObject({ restricted: false })
    expect((await call('GET', '/session', token)).json()).toMatchObject({
      state: 'open',
      needs: { password: false, factor: false, pin: true },
      officer: { id: fresh.officerId, nameLatin: 'Souad Benali' },
      unit: { id: app.units.p1 },
      roles: [{ code: 'desk-officer' }],
    })
    expect(await events('password.changed', fresh.officerId)).toBe(1)
    expect(await events('factor.confirmed', fresh.officerId)).toBe(1)
  })

  it('refuses the code of the administrator after three days', async () => {
    const fresh = await enrolNew()
    app.clock.advance(73 * 3_600_000)
    const answer = await signIn({ serviceNumber: fresh.serviceNumber, password: fresh.initialCode })
    expect(answer.statusCode).toBe(401)
  })

  it('shows the code once: a repeated request gets the officer and no code', async () => {
    const admin = await signInAgain('admin')
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
    const first = await call('POST', '/officers', admin, body, key)
    const second = await call('POST', '/officers', admin, body, key)
    expect(second.json()).toEqual({ officerId: first.json<{ officerId: string }>().officerId, initialCode: null })
    expect((await call('POST', '/officers', admin, body)).json()).toMatchObject({ code: 'SERVICE_NUMBER_TAKEN' })
  })
})

/** A new session of a member of the cast, as long absences end the one that `as` keeps. */
async function signInAgain(key: string): Promise<string> {
  app.clock.advance(60_000)
  const cast = app.signIns.get(key)
  if (!cast) throw new Error(key)
  const answer = await signIn({
    serviceNumber: cast.member.serviceNumber,
    password: cast.password,
    code: await totpCode(cast.totpSecret, app.clock.now()),
    seat: 'own-desk',
  })
  return tokenOf(answer)
}

describe('signing in', () => {
  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const cast = app.signIns.get('desk')
    if (!cast) throw new Error('no desk')
    app.clock.advance(60_000)
    const answer = await signIn({
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
    expect((await signIn(known)).json()).toEqual({ state: 'factor-needed', totp: true, passkey: null })
    const code = await totpCode(cast.totpSecret, app.clock.now())
    expect((await signIn({ ...known, code })).json()).toMatchObject({ state: 'open' })
    expect((await signIn({ ...known, code })).json()).toMatchObject({ code: 'SIGN_IN_REFUSED' })
  })

  it('answers an unknown number, a wrong password and a locked account alike, and locks after five failures for 15 minutes', async () => {
    const full = await settle()
    const strip = (answer: LightMyRequestResponse): object => {
      const { correlationId: _, ...rest } = answer.json<Record<string, unknown>>()
      return { status: answer.statusCode, ...rest }
    }
    const unknown = strip(await signIn({ serviceNumber: 'NOBODY', password: 'whatever it may be' }))
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(strip(await signIn({ serviceNumber: full.serviceNumber, password: 'wrong' }))).toEqual(unknown)
    }
    const right = async (): Promise<LightMyRequestResponse> =>
      signIn({ serviceNumber: full.serviceNumber, password: newPassword, code: await full.code() })
    expect(strip(await right())).toEqual(unknown)
    app.clock.advance(14 * 60_000)
    expect((await right()).statusCode).toBe(401)
    app.clock.advance(61_000)
    expect((await right()).json()).toMatchObject({ state: 'open' })
    expect(await events('session.refused', full.officerId)).toBe(7)
  })

  it('counts guesses made at once one after the other', async () => {
    const full = await settle()
    const guesses = Array.from({ length: 12 }, () => signIn({ serviceNumber: full.serviceNumber, password: 'wrong' }))
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
    const full = await settle()
    const body = { serviceNumber: full.serviceNumber, password: newPassword, code: await full.code() }
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(body)))
    expect(answers.map((answer) => String(answer.statusCode)).toSorted()).toEqual(['200', '401', '401', '401'])
  })

  it('counts wrong codes as it counts wrong passwords', async () => {
    const full = await settle()
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn({ serviceNumber: full.serviceNumber, password: newPassword, code: '000000' })
    }
    const answer = await signIn({ serviceNumber: full.serviceNumber, password: newPassword, code: await full.code() })
    expect(answer.statusCode).toBe(401)
  })

  it('keeps neither the token nor anything to guess a password from', async () => {
    const full = await settle()
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

describe('a shared desk', () => {
  const deskToken = async (): Promise<{ token: string; full: Full }> => {
    const full = await settle()
    const answer = await signIn({
      serviceNumber: full.serviceNumber,
      password: newPassword,
      code: await full.code(),
      seat: 'shared-desk',
    })
    return { token: tokenOf(answer), full }
  }
  const stateOf = async (token: string): Promise<string> =>
    (await call('GET', '/session', token)).json<{ state: string }>().state

  it('stays open while its officer is there and locks after three minutes without', async () => {
    const { token } = await deskToken()
    for (let minutes = 0; minutes < 120; minutes += 2) {
      app.clock.advance(2 * 60_000)
      expect((await call('POST', '/session/presence', token)).json()).toMatchObject({ locked: false })
    }
    expect((await call('GET', '/units', token)).statusCode).toBe(200)
    app.clock.advance(3 * 60_000 + 1)
    expect(await stateOf(token)).toBe('locked')
    expect((await call('GET', '/units', token)).json()).toMatchObject({ code: 'DESK_LOCKED' })
    expect((await call('POST', '/session/presence', token)).json()).toMatchObject({ locked: true })
    expect((await call('POST', '/session/factors/totp', token, { label: 'mine' })).statusCode).toBe(423)
    expect(await stateOf(token)).toBe('locked')
  })

  it('opens by PIN', async () => {
    const { token, full } = await deskToken()
    expect((await call('POST', '/session/lock', token)).json()).toEqual({ locked: true })
    expect((await call('GET', '/units', token)).statusCode).toBe(423)
    expect((await call('POST', '/session/unlock', token, { pin: '9999' })).json()).toMatchObject({
      code: 'PIN_REFUSED',
      params: { left: 4 },
    })
    expect((await call('POST', '/session/unlock', token, { pin: '4071' })).json()).toEqual({ locked: false })
    expect((await call('GET', '/units', token)).statusCode).toBe(200)
    expect(await events('session.unlocked', full.officerId)).toBe(1)
  })

  it('ends with the fifth wrong PIN', async () => {
    const { token } = await deskToken()
    await call('POST', '/session/lock', token)
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect((await call('POST', '/session/unlock', token, { pin: '9999' })).statusCode).toBe(403)
    }
    expect((await call('POST', '/session/unlock', token, { pin: '9999' })).statusCode).toBe(401)
    expect((await call('POST', '/session/unlock', token, { pin: '4071' })).statusCode).toBe(401)
  })

  it('ends after half an hour without a sign of presence, and after twelve hours whatever happens', async () => {
    const { token, full } = await deskToken()
    app.clock.advance(30 * 60_000 + 1)
    expect((await call('GET', '/session', token)).statusCode).toBe(401)
    const again = tokenOf(
      await signIn({
        serviceNumber: full.serviceNumber,
        password: newPassword,
        code: await full.code(),
        seat: 'own-desk',
      }),
    )
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      app.clock.advance(10 * 60_000)
      expect((await call('POST', '/session/presence', again)).statusCode).toBe(200)
    }
    app.clock.advance(10 * 60_000)
    expect((await call('GET', '/session', again)).statusCode).toBe(401)
  })
})

describe('a session', () => {
  it('is over when its officer signs out', async () => {
    const { token } = await settle()
    const answer = await call('DELETE', '/session', token)
    expect(answer.statusCode).toBe(204)
    expect((await call('GET', '/session', token)).statusCode).toBe(401)
  })

  it('dies at once when an administrator ends it', async () => {
    const full = await settle()
    const admin = await signInAgain('admin')
    expect((await call('GET', '/session', full.token)).statusCode).toBe(200)
    const url = `/officers/${full.officerId}/end-sessions`
    const colleague = await signInAgain('desk')
    expect((await call('POST', url, colleague, { reason: 'left open' })).statusCode).toBe(403)
    expect((await call('POST', url, undefined, { reason: 'left open' })).statusCode).toBe(401)
    expect(
      (await call('POST', url.replace(full.officerId, systemIds.next()), admin, { reason: 'left open' })).statusCode,
    ).toBe(404)
    expect((await call('POST', url, admin, { reason: 'left open' })).json()).toEqual({ sessionsEnded: 1 })
    expect((await call('GET', '/session', full.token)).statusCode).toBe(401)
    expect(await events('session.all-ended', full.officerId)).toBe(1)
  })

  it('speaks the language its officer chose', async () => {
    const { token } = await settle()
    expect((await call('POST', '/session/locale', token, { locale: 'fr' })).statusCode).toBe(200)
    expect((await call('GET', '/session', token)).json()).toMatchObject({ locale: 'fr' })
  })
})

describe('an officer’s own sessions', () => {
  it('are listed with seat and browser, and ended one by one or all but this one', async () => {
    const full = await settle()
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
      (await call('GET', '/sessions', token)).json<{
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
    await call('POST', '/session/presence', second)
    expect((await list(full.token)).map(({ lastSeenAt }) => lastSeenAt)).toContain(app.clock.now().toISOString())
    const [own, newest, older] = seen.map(({ id }) => id)
    app.clock.advance(6 * 60_000)
    const late = await call('POST', '/sessions/end-others', full.token)
    expect(late.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    // Others' sessions are not there, and one's present one is ended by signing out.
    const stranger = await settle()
    await call('POST', '/session/step-up', full.token, { code: await full.code() })
    expect((await call('POST', `/sessions/${older ?? ''}/end`, stranger.token)).statusCode).toBe(404)
    expect((await call('POST', `/sessions/${own ?? ''}/end`, full.token)).statusCode).toBe(404)
    expect((await call('POST', `/sessions/${newest ?? ''}/end`, full.token)).json()).toEqual({ ended: 1 })
    expect((await call('GET', '/session', third)).statusCode).toBe(401)
    expect((await call('GET', '/session', second)).statusCode).toBe(200)
    expect((await call('POST', '/sessions/end-others', full.token)).json()).toEqual({ ended: 1 })
    expect((await call('GET', '/session', second)).statusCode).toBe(401)
    expect(await list(full.token)).toHaveLength(1)
    expect(await events('session.own-ended', full.officerId)).toBe(2)
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
      const full = await settle()
      const opened = await signIn({
        serviceNumber: full.serviceNumber,
        password: newPassword,
        code: await full.code(),
        seat,
      })
      const token = tokenOf(opened)
      const seconds = minutes && minutes * 60
      expect((await call('GET', '/session', token)).json()).toMatchObject({ locksInSeconds: seconds })
      app.clock.advance(20_000)
      expect((await call('GET', '/session', token)).json()).toMatchObject({ locksInSeconds: seconds && seconds - 20 })
      expect((await call('POST', '/session/presence', token)).json()).toMatchObject({ locksInSeconds: seconds })
      app.clock.advance((minutes ?? 25) * 60_000 - 1000)
      expect((await call('GET', '/units', token)).statusCode).toBe(200)
      app.clock.advance(2000)
      expect((await call('GET', '/units', token)).statusCode).toBe(minutes === null ? 200 : 423)
      expect((await call('GET', '/session', token)).json()).toMatchObject({
        state: minutes === null ? 'open' : 'locked',
      })
    },
  )
})

describe('a passkey', () => {
  it('is added after a fresh proof, opens sessions, proves again, and its answer works once', async () => {
    const full = await settle()
    app.clock.advance(6 * 60_000)
    const stale = await call('POST', '/session/factors/passkey/options', full.token)
    expect(stale.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    await call('POST', '/session/step-up', full.token, { code: await full.code() })
    const passkey = createSoftwarePasskey('localhost')
    const asked = (await call('POST', '/session/factors/passkey/options', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const body = {
      label: 'key',
      challengeId: asked.challengeId,
      response: passkey.register(asked.options.challenge, origin),
    }
    const added = await call('POST', '/session/factors/passkey', full.token, body)
    expect(added.statusCode).toBe(201)
    expect((await call('POST', '/session/factors/passkey', full.token, body)).json()).toMatchObject({
      code: 'FACTOR_REFUSED',
    })

    const known = { serviceNumber: full.serviceNumber, password: newPassword }
    const ask = async (): Promise<{ challengeId: string; challenge: string }> => {
      const { passkey: request } = (await signIn(known)).json<{
        passkey: { challengeId: string; options: { challenge: string; allowCredentials: { id: string }[] } }
      }>()
      expect(request.options.allowCredentials).toEqual([{ id: passkey.credentialId, type: 'public-key' }])
      return { challengeId: request.challengeId, challenge: request.options.challenge }
    }
    const first = await ask()
    const proof = { challengeId: first.challengeId, response: passkey.assert(first.challenge, origin) }
    expect((await signIn({ ...known, passkey: proof })).json()).toMatchObject({ state: 'open' })
    expect((await signIn({ ...known, passkey: proof })).statusCode).toBe(401)

    const second = await ask()
    for (const response of [
      passkey.assert(second.challenge, 'http://evil.example'),
      passkey.assert('another-challenge', origin),
      passkey.assert(second.challenge, origin, { verified: false }),
    ]) {
      const { challengeId } = await ask()
      expect((await signIn({ ...known, passkey: { challengeId, response } })).statusCode).toBe(401)
    }
    const third = await ask()
    const late = { challengeId: third.challengeId, response: passkey.assert(third.challenge, origin) }
    app.clock.advance(5 * 60_000 + 1)
    expect((await signIn({ ...known, passkey: late })).statusCode).toBe(401)

    const stepUp = (await call('POST', '/session/step-up/passkey', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const proved = await call('POST', '/session/step-up', full.token, {
      passkey: { challengeId: stepUp.challengeId, response: passkey.assert(stepUp.options.challenge, origin) },
    })
    expect(proved.statusCode).toBe(200)
  })

  it('or an authenticator may be removed, never the last one', async () => {
    const full = await settle()
    await call('POST', '/session/step-up', full.token, { code: await full.code() })
    const list = async (): Promise<{ id: string }[]> =>
      (await call('GET', '/session/factors', full.token)).json<{ items: { id: string }[] }>().items
    const [only] = await list()
    const last = await call('POST', `/session/factors/${only?.id}/remove`, full.token)
    expect(last.json()).toMatchObject({ code: 'FACTOR_LAST' })
    const asked = (await call('POST', '/session/factors/passkey/options', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const response = createSoftwarePasskey('localhost').register(asked.options.challenge, origin)
    await call('POST', '/session/factors/passkey', full.token, {
      label: 'key',
      challengeId: asked.challengeId,
      response,
    })
    expect((await call('POST', `/session/factors/${only?.id}/remove`, full.token)).statusCode).toBe(200)
    expect((await list()).map(({ id }) => id)).not.toContain(only?.id)
    const gone = await call('POST', `/session/factors/${only?.id}/remove`, full.token)
    expect(gone.statusCode).toBe(404)
  })
})

describe('a second authenticator application', () => {
  it('stands beside the first under a name of its own, opens sessions as it does, and may outlive it', async () => {
    const full = await settle()
    app.clock.advance(6 * 60_000)
    const stale = await call('POST', '/session/factors/totp', full.token, { label: 'second phone' })
    expect(stale.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    await call('POST', '/session/step-up', full.token, { code: await full.code() })
    const begun = await call('POST', '/session/factors/totp', full.token, { label: 'second phone' })
    const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
    const list = async (): Promise<{ id: string; label: string }[]> =>
      (await call('GET', '/session/factors', full.token)).json<{ items: { id: string; label: string }[] }>().items
    expect((await list()).map(({ label }) => label)).toEqual(['phone'])
    const code = async (): Promise<string> => totpCode(secret, app.clock.now())
    await call('POST', `/session/factors/totp/${authenticatorId}/confirm`, full.token, { code: await code() })
    expect((await list()).map(({ label }) => label)).toEqual(['phone', 'second phone'])
    app.clock.advance(60_000)
    const known = { serviceNumber: full.serviceNumber, password: newPassword }
    expect((await signIn({ ...known, code: await code() })).json()).toMatchObject({ state: 'open' })
    expect((await signIn({ ...known, code: await full.code() })).json()).toMatchObject({ state: 'open' })

    const [first] = await list()
    expect((await call('POST', `/session/factors/${first?.id}/remove`, full.token)).statusCode).toBe(200)
    app.clock.advance(60_000)
    expect((await signIn({ ...known, code: await full.code() })).statusCode).toBe(401)
    expect((await signIn({ ...known, code: await code() })).json()).toMatchObject({ state: 'open' })
    expect(await events('factor.begun', full.officerId)).toBe(2)
    expect(await events('factor.confirmed', full.officerId)).toBe(2)
    expect(await events('factor.removed', full.officerId)).toBe(1)
  })

  it('is not lost with the first where both are removed at once', async () => {
    const full = await settle()
    const begun = await call('POST', '/session/factors/totp', full.token, { label: 'second phone' })
    const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
    await call('POST', `/session/factors/totp/${authenticatorId}/confirm`, full.token, {
      code: await totpCode(secret, app.clock.now()),
    })
    app.clock.advance(60_000)
    const elsewhere = await signIn({
      serviceNumber: full.serviceNumber,
      password: newPassword,
      code: await full.code(),
      seat: 'own-desk',
    })
    const tokens = [full.token, tokenOf(elsewhere)]
    const { items } = (await call('GET', '/session/factors', full.token)).json<{ items: { id: string }[] }>()
    // Held back until both have counted: the rows are locked from outside, and let go.
    const answers = await app.db.asSuperuser(async (client) => {
      await client.query('begin')
      await client.query('select id from identity.authenticator where officer_id = $1 for update', [full.officerId])
      const removals = items.map(({ id }, at) => call('POST', `/session/factors/${id}/remove`, tokens[at]))
      await new Promise((resolve) => setTimeout(resolve, 400))
      await client.query('commit')
      return Promise.all(removals)
    })
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  })
})
