import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type TestProvider, startTestProvider } from './testing/test-provider.ts'

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

/** A sign-in that is begun at the provider and never finished. */
async function leaveAtTheProvider(): Promise<void> {
  const begun = await app.http.inject({ method: 'POST', url: '/api/session/provider', payload: {} })
  expect(begun.statusCode).toBe(200)
}
const challenges = (): Promise<string[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ kind: string }>('select kind from identity.challenge order by id')
    return rows.map(({ kind }) => kind)
  })

describe('the nightly sweep of challenges', () => {
  it('removes those of sign-ins and passkeys whose five minutes are over, leaves the others, and says how many', async () => {
    const desk = await app.as('desk')
    await leaveAtTheProvider()
    expect((await desk.post('/session/factors/passkey/options')).statusCode).toBe(200)
    app.clock.advance(4 * 60_000)
    await leaveAtTheProvider()
    expect(await challenges()).toEqual(['provider', 'registration', 'provider'])
    app.clock.advance(60_000)
    await app.runJob('identity.sweep-challenges', {})
    expect(await challenges()).toEqual(['provider'])
    const event = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ codes: object }>(
        `select codes from audit.event where type = 'challenges.swept'`,
      )
      return rows
    })
    expect(event).toEqual([{ codes: { removed: 2 } }])
    expect(app.house.assembled.schedule).toHaveProperty(['identity.sweep-challenges'])
  })
})
