import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sessionAnswer } from '#contracts/identity/session.ts'
import { beginTotpAnswer } from '#contracts/identity/factors.ts'
import { systemIds } from '#platform/ids.ts'
import { totpCode } from '#modules/identity/index.ts'
import { type Run, listProcesses, startRun, waitUntilGone } from '../testing-start.ts'

const error = z.object({ code: z.string() })
const password = 'سور المدينة القديم 1912'
const salwa = { serviceNumber: 'A-100', nameAr: 'سلوى التازي', nameLatin: 'Salwa Tazi', sex: 'female', password }

let home: string
let run: Run
let address: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daira-real-'))
  await begin(['--mode', 'real'])
}, 300_000)
afterAll(async () => {
  await finish()
  for (const each of listProcesses(home)) process.kill(each.pid, 'SIGKILL')
  await rm(home, { recursive: true, force: true })
})

async function begin(args: readonly string[]): Promise<void> {
  run = startRun({ home, args: ['--port', '0', ...args] })
  address = await run.address
}

async function finish(): Promise<void> {
  run.kill('SIGTERM')
  await run.ended
  await waitUntilGone(home, 5_000)
}

function codeShown(): string | undefined {
  return /^ {6}([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})$/m.exec(run.output())?.[1]
}

function post(path: string, body: unknown, cookie = ''): Promise<Response> {
  return fetch(`${address}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': systemIds.next(), cookie },
    body: JSON.stringify(body),
  })
}

const codeOf = async (answer: Response): Promise<string> => error.parse(await answer.json()).code
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const stateNow = async (): Promise<unknown> => (await fetch(`${address}/api/set-up`)).json()

describe('a real installation', () => {
  it('waits for its first administrator, behind a code that only the terminal shows', async () => {
    for (let waited = 0; waited < 5_000 && !codeShown(); waited += 20) await sleep(20)
    expect(codeShown()).toBeDefined()
    expect(await stateNow()).toEqual({ state: 'open' })
    const refused = await post('/set-up', { ...salwa, code: '0000-0000-0000-0000' })
    expect(refused.status).toBe(403)
    expect(await codeOf(refused)).toBe('SET_UP_CODE_REFUSED')
    const weak = await post('/set-up', { ...salwa, code: codeShown(), password: 'short' })
    expect(await codeOf(weak)).toBe('PASSWORD_SHORT')
    expect(await stateNow()).toEqual({ state: 'open' })
  })

  it('shows another code at each start, and the former one is void', async () => {
    const former = codeShown()
    await finish()
    await begin([])
    for (let waited = 0; waited < 5_000 && !codeShown(); waited += 20) await sleep(20)
    expect(codeShown()).not.toBe(former)
    expect((await post('/set-up', { ...salwa, code: former })).status).toBe(403)
  }, 180_000)

  it('lets exactly one in, of many who come at once', async () => {
    const code = codeShown()
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => post('/set-up', { ...salwa, serviceNumber: `A-10${at}`, code })),
    )
    const statuses = answers.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(await stateNow()).toEqual({ state: 'closed' })

    // The session that it opened leads to the second factor and nowhere else, until there is one.
    const winner = answers.find((answer) => answer.status === 201)
    const cookie = winner ? cookieOf(winner) : ''
    const before = sessionAnswer.parse(await (await fetch(`${address}/api/session`, { headers: { cookie } })).json())
    expect(before.state).toBe('restricted')
    expect(before.roles.map((role) => role.code)).toEqual(['administrator'])
    const begun = beginTotpAnswer.parse(await (await post('/session/factors/totp', { label: 'phone' }, cookie)).json())
    const confirmed = await post(
      `/session/factors/totp/${begun.authenticatorId}/confirm`,
      { code: await totpCode(begun.secret, new Date()) },
      cookie,
    )
    expect(confirmed.status).toBe(200)
    const after = sessionAnswer.parse(await (await fetch(`${address}/api/session`, { headers: { cookie } })).json())
    expect(after.state).toBe('open')
  })

  it('closes that door for ever', async () => {
    const code = codeShown()
    const late = await post('/set-up', { ...salwa, serviceNumber: 'B-1', code })
    expect(await codeOf(late)).toBe('SET_UP_CLOSED')
    await finish()
    await begin([])
    expect(codeShown()).toBeUndefined()
    expect(await stateNow()).toEqual({ state: 'closed' })
    expect((await post('/set-up', { ...salwa, serviceNumber: 'B-1', code })).status).toBe(409)
  }, 180_000)

  it('has nobody of the training in it, and never becomes one', async () => {
    expect((await fetch(`${address}/api/training/sign-ins`)).status).toBe(404)
    expect(run.output()).not.toMatch(/[Tt]raining/)
    await finish()
    const other = startRun({ home, args: ['--port', '0', '--mode', 'training'] })
    expect(await other.ended).toBe(1)
    expect(other.output()).toMatch('This database is a real installation, for ever.')
  }, 180_000)
})
