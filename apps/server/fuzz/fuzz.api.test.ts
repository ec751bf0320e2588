import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { assemble } from '#platform/http/module.ts'
import { queryRoute } from '#platform/http/route.ts'
import { createServer } from '#platform/http/server.ts'
import { type Officer, type TestApp, createTestApp } from '../testing.ts'
import { type Client, fuzz } from './fuzz.ts'

let app: TestApp
let officers: Officer[]
beforeAll(async () => {
  app = await createTestApp()
  officers = [await app.as('admin'), await app.as('head'), await app.as('investigator')]
})
afterAll(() => app.close())

// Fuzzing ends and locks sessions too; the officer then signs in again and goes on.
const clientOf = (key: string): Client => ({
  request: async (method, url, body) => {
    const officer = await app.as(key)
    const path = url.replace(/^\/api/, '')
    const answer = method === 'GET' ? await officer.get(path) : await officer.send(method, path, body)
    if (answer.statusCode === 401 || answer.statusCode === 423) await app.again(key)
    return answer
  },
})

/** Operations the fuzzer would spoil its own sessions with, or that are streams; each has tests of its own. */
const leftOut: Readonly<Record<string, string>> = {
  'GET /api/live': 'a stream without an end',
  'POST /api/officers/{id}/reset-access': 'takes from a fuzzing officer what opens a session',
  'POST /api/session/password': 'changes what a fuzzing officer signs in with',
}

describe('the fuzzer', () => {
  it('finds a planted 5xx and a planted answer that is not as described', async () => {
    const planted = queryRoute({
      method: 'GET',
      url: '/planted',
      summary: 'breaks on some input',
      query: z.strictObject({ n: z.coerce.number().int().min(0).max(1000) }),
      response: z.object({ ok: z.boolean() }),
      ask: defineQuery({
        type: 'planted',
        permission: 'self.planted',
        input: z.strictObject({ n: z.number() }),
        recorded: false,
        execute: (_tx, { n }) => {
          if (n > 3) throw new Error('planted')
          return Promise.resolve({ result: { ok: true } })
        },
      }),
      input: ({ query }) => query,
    })
    const http = await createServer({
      kernel: app.house.kernel,
      assembled: assemble([{ name: 'planted', permissions: {}, errors: {}, events: {}, routes: [planted] }]),
      version: 'test',
    })
    await http.ready()
    const officer = officers[1]
    if (!officer) throw new Error('nobody to fuzz as')
    const cookies = { daira_session: officer.token }
    const client: Client = { request: (method, url) => http.inject({ method, url, cookies }) }
    const report = await fuzz({ http, clients: [client], rounds: 12, seed: 7, leftOut: {}, known: {} })
    await http.close()
    expect(report.faults.map((fault) => fault.status)).toContain(500)
  })

  it('finds no fault in any operation, as three roles', async () => {
    const report = await fuzz({
      http: app.http,
      clients: ['admin', 'head', 'investigator'].map(clientOf),
      rounds: 40,
      seed: 20_261_123,
      leftOut,
      known: {
        unitId: Object.values(app.units),
        officerId: officers.map((officer) => officer.officerId),
        'offences.code': app.house.country.offences.slice(0, 30).map((offence) => offence.code),
        roleCode: ['investigator', 'desk-officer'],
      },
    })
    console.info(`fuzz: ${report.calls} calls, ${report.succeeded.size} of ${report.operations} operations reached 2xx`)
    expect(report.faults).toEqual([])
    const silent = report.names.filter((name) => !report.succeeded.has(name))
    expect(silent.length / report.operations, `never reached 2xx: ${silent.join(', ')}`).toBeLessThanOrEqual(0.2)
  }, 300_000)
})
