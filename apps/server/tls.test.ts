import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { hostname, networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trainingSignIns } from '#contracts/training/sign-ins.ts'
import { type Run, listProcesses, startRun, waitUntilGone } from './testing-start.ts'

let home: string
let run: Run
let port: number
let authority: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daira-tls-'))
  run = startRun({ home, args: ['--port', '0', '--host', '0.0.0.0'] })
  port = Number(new URL(await run.address).port)
  authority = await readFile(join(home, 'secrets', 'tls', 'authority.crt'), 'utf8')
}, 300_000)
afterAll(async () => {
  run.kill('SIGTERM')
  await run.ended
  await waitUntilGone(home, 5_000)
  for (const each of listProcesses(home)) process.kill(each.pid, 'SIGKILL')
  await rm(home, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly body: string
}

function ask(host: string, path: string, options: { ca?: string; body?: unknown } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = options.body === undefined ? undefined : JSON.stringify(options.body)
    const sent = request(
      {
        host: '127.0.0.1',
        servername: /^[\d.]+$/.test(host) ? '' : host,
        // The name or address that the certificate is checked for.
        headers: { host: `${host}:${port}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        ...(options.ca === undefined ? {} : { ca: options.ca }),
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, cookies: answer.headers['set-cookie'] ?? [], body: text }),
        )
      },
    )
    sent.on('error', reject).end(body)
  })
}

describe('the precinct’s network', () => {
  it('trusts the server by its names and addresses, once its authority is trusted', async () => {
    const own = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter((each) => !each.internal && each.family === 'IPv4')
      .map((each) => each.address)
    for (const host of ['localhost', hostname(), '127.0.0.1', ...own]) {
      expect({ host, status: (await ask(host, '/api/openapi.json', { ca: authority })).status }).toEqual({
        host,
        status: 200,
      })
    }
    await expect(ask('elsewhere.example', '/api/openapi.json', { ca: authority })).rejects.toThrow(/does not match/)
    await expect(ask('localhost', '/api/openapi.json')).rejects.toThrow(/unable to verify|self-signed/)
  })

  it('gets the authority from the server, and its fingerprint from the terminal', async () => {
    expect((await ask('localhost', '/authority.crt', { ca: authority })).body.trim()).toBe(authority.trim())
    expect(run.output()).toMatch(/fingerprint: ([0-9A-F]{2}:){31}[0-9A-F]{2}/)
  })

  it('is served nothing without TLS', async () => {
    const plain = new Promise((resolve, reject) => {
      plainRequest({ host: '127.0.0.1', port, path: '/api/openapi.json' }, resolve).on('error', reject).end()
    })
    await expect(plain).rejects.toThrow(/socket hang up|ECONNRESET|Parse Error/)
  })

  it('carries the session’s cookie under TLS only', async () => {
    const { items } = trainingSignIns.parse(
      JSON.parse((await ask('localhost', '/api/training/sign-ins', { ca: authority })).body),
    )
    const officer = items.find((item) => item.serviceNumber === 'T-inspector')
    const body = { serviceNumber: officer?.serviceNumber, password: officer?.password, code: officer?.codes[0] }
    const answer = await ask('localhost', '/api/session', { ca: authority, body })
    expect(answer.status).toBe(200)
    expect(answer.cookies.join()).toMatch(/HttpOnly; Secure; SameSite=Strict/)
  })

  it('has its keys where no other user reads them', async () => {
    expect((await stat(join(home, 'secrets'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(home, 'secrets', 'tls', 'authority.pem'))).mode & 0o777).toBe(0o600)
    expect((await stat(join(home, 'secrets', 'keys', 'master.key'))).mode & 0o777).toBe(0o600)
  })
})
