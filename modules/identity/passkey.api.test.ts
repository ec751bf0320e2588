import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { createSoftwarePasskey } from './testing/software-passkey.ts'
import { call, newPassword, settle, signIn } from './testing/first-day.ts'

const origin = 'http://localhost'
let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('a passkey', () => {
  it('is added after a fresh proof, opens sessions, proves again, and its answer works once', async () => {
    const full = await settle(app)
    app.clock.advance(6 * 60_000)
    const stale = await call(app, 'POST', '/session/factors/passkey/options', full.token)
    expect(stale.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    await call(app, 'POST', '/session/step-up', full.token, { code: await full.code() })
    const passkey = createSoftwarePasskey('localhost')
    const asked = (await call(app, 'POST', '/session/factors/passkey/options', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const body = {
      label: 'key',
      challengeId: asked.challengeId,
      response: passkey.register(asked.options.challenge, origin),
    }
    const added = await call(app, 'POST', '/session/factors/passkey', full.token, body)
    expect(added.statusCode).toBe(201)
    expect((await call(app, 'POST', '/session/factors/passkey', full.token, body)).json()).toMatchObject({
      code: 'FACTOR_REFUSED',
    })

    const known = { serviceNumber: full.serviceNumber, password: newPassword }
    const ask = async (): Promise<{ challengeId: string; challenge: string }> => {
      const { passkey: request } = (await signIn(app, known)).json<{
        passkey: { challengeId: string; options: { challenge: string; allowCredentials: { id: string }[] } }
      }>()
      expect(request.options.allowCredentials).toEqual([{ id: passkey.credentialId, type: 'public-key' }])
      return { challengeId: request.challengeId, challenge: request.options.challenge }
    }
    const first = await ask()
    const proof = { challengeId: first.challengeId, response: passkey.assert(first.challenge, origin) }
    expect((await signIn(app, { ...known, passkey: proof })).json()).toMatchObject({ state: 'open' })
    expect((await signIn(app, { ...known, passkey: proof })).statusCode).toBe(401)

    const second = await ask()
    for (const response of [
      passkey.assert(second.challenge, 'http://evil.example'),
      passkey.assert('another-challenge', origin),
      passkey.assert(second.challenge, origin, { verified: false }),
    ]) {
      const { challengeId } = await ask()
      expect((await signIn(app, { ...known, passkey: { challengeId, response } })).statusCode).toBe(401)
    }
    const third = await ask()
    const late = { challengeId: third.challengeId, response: passkey.assert(third.challenge, origin) }
    app.clock.advance(5 * 60_000 + 1)
    expect((await signIn(app, { ...known, passkey: late })).statusCode).toBe(401)

    const stepUp = (await call(app, 'POST', '/session/step-up/passkey', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const proved = await call(app, 'POST', '/session/step-up', full.token, {
      passkey: { challengeId: stepUp.challengeId, response: passkey.assert(stepUp.options.challenge, origin) },
    })
    expect(proved.statusCode).toBe(200)
  })

  it('or an authenticator may be removed, never the last one', async () => {
    const full = await settle(app)
    await call(app, 'POST', '/session/step-up', full.token, { code: await full.code() })
    const list = async (): Promise<{ id: string }[]> =>
      (await call(app, 'GET', '/session/factors', full.token)).json<{ items: { id: string }[] }>().items
    const [only] = await list()
    const last = await call(app, 'POST', `/session/factors/${only?.id}/remove`, full.token)
    expect(last.json()).toMatchObject({ code: 'FACTOR_LAST' })
    const asked = (await call(app, 'POST', '/session/factors/passkey/options', full.token)).json<{
      challengeId: string
      options: { challenge: string }
    }>()
    const response = createSoftwarePasskey('localhost').register(asked.options.challenge, origin)
    await call(app, 'POST', '/session/factors/passkey', full.token, {
      label: 'key',
      challengeId: asked.challengeId,
      response,
    })
    expect((await call(app, 'POST', `/session/factors/${only?.id}/remove`, full.token)).statusCode).toBe(200)
    expect((await list()).map(({ id }) => id)).not.toContain(only?.id)
    const gone = await call(app, 'POST', `/session/factors/${only?.id}/remove`, full.token)
    expect(gone.statusCode).toBe(404)
  })
})
