import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from './testing.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

describe('the house', () => {
  it('signs the whole cast in', async () => {
    for (const key of app.signIns.keys()) expect((await app.as(key)).officerId).toBeTruthy()
  })

  it('answers an unknown address and an unknown API alike, in the reader’s language', async () => {
    const answer = await app.http.inject({ method: 'GET', url: '/api/none', headers: { 'accept-language': 'fr' } })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Introuvable') as string,
    })
  })

  it('describes itself', async () => {
    const answer = await app.http.inject({ method: 'GET', url: '/api/openapi.json' })
    expect(answer.statusCode).toBe(200)
    expect(Object.keys(answer.json<{ paths: object }>().paths).length).toBeGreaterThan(5)
  })
})
