import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { totpCode } from './index.ts'
import { call, events, newPassword, settle, signIn, tokenOf } from './testing/first-day.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('a second authenticator application', () => {
  it('stands beside the first under a name of its own, opens sessions as it does, and may outlive it', async () => {
    const full = await settle(app)
    app.clock.advance(6 * 60_000)
    const stale = await call(app, 'POST', '/session/factors/totp', full.token, { label: 'second phone' })
    expect(stale.json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    await call(app, 'POST', '/session/step-up', full.token, { code: await full.code() })
    const begun = await call(app, 'POST', '/session/factors/totp', full.token, { label: 'second phone' })
    const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
    const list = async (): Promise<{ id: string; label: string }[]> =>
      (await call(app, 'GET', '/session/factors', full.token)).json<{ items: { id: string; label: string }[] }>().items
    expect((await list()).map(({ label }) => label)).toEqual(['phone'])
    const code = async (): Promise<string> => totpCode(secret, app.clock.now())
    await call(app, 'POST', `/session/factors/totp/${authenticatorId}/confirm`, full.token, { code: await code() })
    expect((await list()).map(({ label }) => label)).toEqual(['phone', 'second phone'])
    app.clock.advance(60_000)
    const known = { serviceNumber: full.serviceNumber, password: newPassword }
    expect((await signIn(app, { ...known, code: await code() })).json()).toMatchObject({ state: 'open' })
    expect((await signIn(app, { ...known, code: await full.code() })).json()).toMatchObject({ state: 'open' })

    const [first] = await list()
    expect((await call(app, 'POST', `/session/factors/${first?.id}/remove`, full.token)).statusCode).toBe(200)
    app.clock.advance(60_000)
    expect((await signIn(app, { ...known, code: await full.code() })).statusCode).toBe(401)
    expect((await signIn(app, { ...known, code: await code() })).json()).toMatchObject({ state: 'open' })
    expect(await events(app, 'factor.begun', full.officerId)).toBe(2)
    expect(await events(app, 'factor.confirmed', full.officerId)).toBe(2)
    expect(await events(app, 'factor.removed', full.officerId)).toBe(1)
  })

  it('is not lost with the first where both are removed at once', async () => {
    const full = await settle(app)
    const begun = await call(app, 'POST', '/session/factors/totp', full.token, { label: 'second phone' })
    const { authenticatorId, secret } = begun.json<{ authenticatorId: string; secret: string }>()
    await call(app, 'POST', `/session/factors/totp/${authenticatorId}/confirm`, full.token, {
      code: await totpCode(secret, app.clock.now()),
    })
    app.clock.advance(60_000)
    const elsewhere = await signIn(app, {
      serviceNumber: full.serviceNumber,
      password: newPassword,
      code: await full.code(),
      seat: 'own-desk',
    })
    const tokens = [full.token, tokenOf(elsewhere)]
    const { items } = (await call(app, 'GET', '/session/factors', full.token)).json<{ items: { id: string }[] }>()
    // Held back until both have counted: the rows are locked from outside, and let go.
    const answers = await app.db.asSuperuser(async (client) => {
      await client.query('begin')
      await client.query('select id from identity.authenticator where officer_id = $1 for update', [full.officerId])
      const removals = items.map(({ id }, at) => call(app, 'POST', `/session/factors/${id}/remove`, tokens[at]))
      await new Promise((resolve) => setTimeout(resolve, 400))
      await client.query('commit')
      return Promise.all(removals)
    })
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  })
})
