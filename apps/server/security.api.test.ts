import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer, sessionCookieOver } from '#platform/http/server.ts'
import { createIdentityModule, totpCode } from '#modules/identity/index.ts'
import { type TestApp, createTestApp } from './testing.ts'
import { type TlsFiles, openTls } from './tls.ts'

let app: TestApp
let home: string
let tls: TlsFiles
let http: FastifyInstance
let port: number
beforeAll(async () => {
  app = await createTestApp()
  home = await mkdtemp(join(tmpdir(), 'daira-tls-'))
  tls = await openTls(home, 'localhost')
  const { kernel, ids, identity, assembled } = app.house
  http = await createServer({
    kernel,
    assembled: {
      ...assembled,
      routes: createIdentityModule({ ...identity, kernel, ids, secureCookies: true }).routes,
    },
    version: 'test',
    https: { key: tls.key, cert: tls.cert },
  })
  await http.listen({ host: '127.0.0.1', port: 0 })
  port = (http.server.address() as AddressInfo).port
})
afterAll(async () => {
  await http.close()
  await app.close()
  await rm(home, { recursive: true, force: true })
})

describe('over TLS', () => {
  it('the cookie of the session is for this host, encrypted lines and this site alone, and no script reads it', async () => {
    const signIn = app.signIns.get('desk')
    if (!signIn) throw new Error('no desk')
    const answer = await http.inject({
      method: 'POST',
      url: '/api/session',
      payload: {
        serviceNumber: signIn.member.serviceNumber,
        password: signIn.password,
        code: await totpCode(signIn.totpSecret, app.clock.now()),
        seat: 'own-desk',
      },
    })
    expect(answer.json()).toMatchObject({ state: 'open' })
    const [cookie, ...others] = [answer.headers['set-cookie']].flat().map(String)
    expect(others).toEqual([])
    expect(cookie).toMatch(/^__Host-daira_session=[\w-]{43}; /)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Domain')
    const token = answer.cookies[0]?.value ?? ''
    expect(answer.body).not.toContain(token)
    const asked = async (name: string): Promise<number> =>
      (await http.inject({ url: '/api/session', cookies: { [name]: token } })).statusCode
    expect(await asked(sessionCookieOver(true))).toBe(200)
    // One without the prefix could have been set by a neighbour.
    expect(await asked(sessionCookieOver(false))).toBe(401)
  })

  it('browsers are told to stay there for a year, with all names below', async () => {
    const { headers } = await http.inject({ url: '/api/session' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect((await app.http.inject({ url: '/api/session' })).headers['strict-transport-security']).toBeUndefined()
  })

  it('speaks TLS 1.3, 1.2 with forward secrecy, and nothing older', async () => {
    const spoken = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3', ciphers?: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(
          {
            port,
            host: '127.0.0.1',
            servername: 'localhost',
            ca: tls.authority,
            minVersion: version,
            maxVersion: version,
            ...(ciphers ? { ciphers } : {}),
          },
          () => {
            resolve(`${socket.getProtocol()} ${socket.authorized} ${socket.getCipher().name}`)
            socket.end()
          },
        )
        socket.on('error', () => resolve('refused'))
      })
    expect(await spoken('TLSv1.3')).toMatch(/^TLSv1\.3 true TLS_(AES|CHACHA20)/)
    expect(await spoken('TLSv1.2')).toMatch(/^TLSv1\.2 true ECDHE-/)
    expect(await spoken('TLSv1.2', 'AES128-SHA256')).toBe('refused')
    expect(await spoken('TLSv1.1', 'DEFAULT:@SECLEVEL=0')).toBe('refused')
  })
})

describe('the description of the API', () => {
  it('is open to anybody by decision, and holds no dangling reference', async () => {
    const answer = await app.http.inject({ url: '/api/openapi.json' })
    expect(answer.statusCode).toBe(200)
    const document = answer.json<{ components?: { schemas?: object } }>()
    const references = [...answer.body.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
    const known = Object.keys(document.components?.schemas ?? {})
    expect(references.filter((name) => name === undefined || !known.includes(name))).toEqual([])
  })
})
