import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Kernel } from '#platform/commands/kernel.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { AppError } from '#platform/errors/app-error.ts'
import { assemble } from './module.ts'
import { queryRoute, rawRoute } from './route.ts'
import { createServer, sessionCookie } from './server.ts'

// Nothing here gets as far as a use case but what asks for its purpose.
const kernel: Kernel = {
  run: () => Promise.reject(new Error('no command is expected')),
  ask: () => Promise.reject(new Error('select secret from somewhere')),
}
const told: unknown[] = []
let http: FastifyInstance
let port: number
beforeAll(async () => {
  const routes = [
    rawRoute({
      method: 'POST',
      url: '/echo',
      summary: 'says what it was told',
      permission: 'public',
      body: z.strictObject({ say: z.json() }),
      response: z.object({ said: z.json() }),
      handle: (_request, reply, { body }) => Promise.resolve(reply.send({ said: (body as { say: unknown }).say })),
    }),
    rawRoute({
      method: 'GET',
      url: '/count',
      summary: 'counts',
      permission: 'public',
      query: z.strictObject({ n: z.coerce.number() }),
      response: z.object({ n: z.number() }),
      handle: (_request, reply, { query }) => Promise.resolve(reply.send(query)),
    }),
    rawRoute({
      method: 'POST',
      url: '/inside',
      summary: 'for those who are signed in',
      permission: 'self.inside',
      body: z.strictObject({ say: z.string() }),
      handle: (_request, reply) => Promise.resolve(reply.send({})),
    }),
    queryRoute({
      method: 'GET',
      url: '/broken',
      summary: 'breaks',
      ask: defineQuery({
        type: 'broken',
        permission: 'self.broken',
        input: z.strictObject({}),
        recorded: false,
        execute: () => Promise.reject(new AppError('UNEXPECTED')),
      }),
      input: () => ({}),
    }),
  ]
  http = await createServer({
    kernel,
    assembled: assemble([{ name: 'test', permissions: {}, errors: {}, events: {}, routes }]),
    version: 'test',
    onUnexpected: (error) => told.push(error),
  })
  await http.listen({ host: '127.0.0.1', port: 0 })
  port = (http.server.address() as AddressInfo).port
})
afterAll(() => http.close())

const cookies = { [sessionCookie]: 'x' }
const codeOf = (body: string): unknown => (JSON.parse(body) as { code: unknown }).code

/** The first line and the body of what the server says to these very bytes. */
function speak(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      heard += text
      if (heard.includes('\r\n\r\n')) socket.end()
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
}

describe('every answer', () => {
  it('tells the browser to run nothing of others, to guess nothing, to embed it nowhere and to keep it nowhere', async () => {
    for (const [url, status] of [
      ['/api/broken', 401],
      ['/api/nowhere', 404],
      ['/api/openapi.json', 200],
    ] as const) {
      const { headers, statusCode } = await http.inject({ url })
      expect([url, statusCode]).toEqual([url, status])
      const policy = String(headers['content-security-policy']).split(';')
      for (const directive of [
        "default-src 'self'",
        "connect-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(policy).toContain(directive)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-type': expect.stringMatching(/^application\/json; charset=utf-8$/) as string,
      })
      expect(headers['permissions-policy']).toContain('geolocation=()')
      expect(headers['permissions-policy']).toContain('camera=(self)')
      expect(Object.keys(headers)).not.toContain('x-powered-by')
      expect(Object.keys(headers)).not.toContain('server')
    }
  })

  it('is for no other origin, asked beforehand or not', async () => {
    const origin = 'https://evil.example'
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await http.inject({
        method,
        url: '/api/broken',
        headers: { origin, 'access-control-request-method': 'POST' },
      })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('a fault of ours', () => {
  it('is told to the operator and not to the client', async () => {
    const answer = await http.inject({ url: '/api/broken', cookies })
    expect(answer.statusCode).toBe(500)
    expect(Object.keys(answer.json<object>()).toSorted()).toEqual(['code', 'correlationId', 'message', 'params'])
    expect(answer.body).not.toMatch(/secret|somewhere|\.ts|at /)
    expect(told).toHaveLength(1)
  })
})

describe('a request', () => {
  it('without a session is refused before its body is looked at', async () => {
    for (const payload of ['{"say":', '{"say":1}', 'x'.repeat(5 * 1024 * 1024)]) {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/inside',
        headers: { 'content-type': 'application/json' },
        payload,
      })
      expect([answer.statusCode, codeOf(answer.body)]).toEqual([401, 'SIGN_IN_NEEDED'])
    }
  })

  it('is JSON: what a page of another origin can send without asking is not read', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/echo',
        headers: { 'content-type': type },
        payload: '{"say":"x"}',
      })
      expect([type, answer.statusCode, codeOf(answer.body)]).toEqual([type, 415, 'MEDIA_TYPE_UNSUPPORTED'])
    }
  })

  it('is refused where it is too large, broken, too deep or reaches for a prototype', async () => {
    const say = async (payload: string): Promise<unknown[]> => {
      const answer = await http.inject({
        method: 'POST',
        url: '/api/echo',
        headers: { 'content-type': 'application/json' },
        payload,
      })
      return [answer.statusCode, codeOf(answer.body)]
    }
    expect(await say('{"say":')).toEqual([400, 'BODY_UNREADABLE'])
    expect(await say(`{"say":"${'x'.repeat(5 * 1024 * 1024)}"}`)).toEqual([413, 'BODY_TOO_LARGE'])
    expect(await say('{"say":1,"__proto__":{"admin":true}}')).toEqual([400, 'BODY_UNREADABLE'])
    expect(await say('{"say":1,"constructor":{"prototype":{"admin":true}}}')).toEqual([400, 'BODY_UNREADABLE'])
    expect(await say('{"say":1,"unasked":1}')).toEqual([400, 'INPUT_INVALID'])
    expect(await say(`{"say":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toEqual([400, 'INPUT_INVALID'])
  })

  it('is what its method says: a header or a parameter does not make another of it', async () => {
    const answer = await http.inject({
      method: 'GET',
      url: '/api/echo?_method=POST',
      headers: { 'x-http-method-override': 'POST', 'content-type': 'application/json' },
      payload: '{"say":"x"}',
    })
    expect(answer.statusCode).toBe(404)
  })

  it('gives each parameter once: of two, none is chosen', async () => {
    expect((await http.inject({ url: '/api/count?n=1' })).json()).toEqual({ n: 1 })
    for (const url of ['/api/count?n=1&n=2', '/api/count?n=1&m=2'])
      expect((await http.inject({ url })).statusCode).toBe(400)
  })

  it('has one length: what a proxy and we could read differently is refused', async () => {
    const head = 'POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
    for (const bytes of [
      `${head}Content-Length: 11\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `${head}Content-Length: 11\r\nContent-Length: 12\r\n\r\n{"say":"x"}`,
      `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
      `${head}Content-Length: +11\r\n\r\n{"say":"x"}`,
      `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`,
    ])
      expect((await speak(bytes)).split('\r\n')[0]).toMatch(/^HTTP\/1\.1 400 /)
    expect(await speak(`${head}Content-Length: 11\r\nConnection: close\r\n\r\n{"say":"x"}`)).toMatch(/200 OK[^]*said/)
  })

  it('is not sent back by TRACE', async () => {
    const answer = await speak('TRACE /api/echo HTTP/1.1\r\nHost: x\r\nCookie: daira_session=secret\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 (404|405) /)
    expect(answer).not.toContain('secret')
  })
})

it('lets one address knock 300 times a minute where no session is needed', async () => {
  const knock = (remoteAddress: string) =>
    http.inject({ method: 'POST', url: '/api/echo', payload: { say: 'x' }, remoteAddress })
  for (let time = 0; time < 300; time += 1) expect((await knock('10.0.0.7')).statusCode).toBe(200)
  const refused = await knock('10.0.0.7')
  expect([refused.statusCode, codeOf(refused.body)]).toEqual([429, 'TOO_MANY_REQUESTS'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await knock('10.0.0.8')).statusCode).toBe(200)
  // A header of the client's does not make it another address.
  const disguised = await http.inject({
    method: 'POST',
    url: '/api/echo',
    payload: { say: 'x' },
    remoteAddress: '10.0.0.7',
    headers: { 'x-forwarded-for': '10.0.0.9', 'x-real-ip': '10.0.0.9' },
  })
  expect(disguised.statusCode).toBe(429)
})
