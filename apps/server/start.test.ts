import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trainingSignIns } from '#contracts/training/sign-ins.ts'
import { cast } from './seed/cast.ts'
import { listProcesses, startRun, waitUntilGone } from './testing-start.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daira-start-'))
})
afterAll(async () => {
  for (const each of listProcesses(home)) process.kill(each.pid, 'SIGKILL')
  await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

describe('a start', () => {
  it('that is killed at any moment is repaired by the next one', async () => {
    // From before the cluster stands, through migrations and seeding, to a running server.
    const latest = [1_200, 3_000, 6_000, 10_000, 14_000]
    for (const limit of latest) {
      const delay = randomInt(50, limit)
      const run = startRun({ home })
      const outcome = await Promise.race([sleep(delay).then(() => 'killed'), run.ended.then(() => 'ended')])
      if (outcome !== 'killed') throw new Error(`it ended by itself within ${delay} ms:\n${run.output()}`)
      run.kill('SIGKILL')
      await run.ended
    }
    const run = startRun({ home })
    const address = await run.address
    const answer = await fetch(`${address}/api/training/sign-ins`)
    const { items } = trainingSignIns.parse(await answer.json())
    expect(items.map((item) => item.serviceNumber)).toEqual(cast.map((member) => member.serviceNumber))
    for (const key of ['T-admin', 'T-prosecutor']) {
      const officer = items.find((item) => item.serviceNumber === key)
      expect(await signIn(address, officer)).toBe(true)
    }

    const second = startRun({ home })
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(`Daira is already running here (process ${run.pid}, ${address})`)

    expect(listProcesses(home).some((each) => each.command.includes('/bin/postgres -D'))).toBe(true)
    run.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(await waitUntilGone(home, 1_000)).toEqual([])
    expect(existsSync(join(home, 'secrets', 'running'))).toBe(false)
  }, 600_000)

  it('stops everything when it is terminated in the middle of it', async () => {
    const run = startRun({ home })
    for (let waited = 0; waited < 20_000 && !/starting the server/.test(run.output()); waited += 20) await sleep(20)
    run.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(await waitUntilGone(home, 1_000)).toEqual([])
  }, 180_000)

  it('stops everything when the database or a part of it dies', async () => {
    const run = startRun({ home })
    await run.address
    const postgres = listProcesses(home).find((each) => each.command.includes('/bin/postgres -D'))
    if (!postgres) throw new Error('there is no database server')
    process.kill(postgres.pid, 'SIGKILL')
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch('Start again; what was acknowledged is kept.')
    expect(await waitUntilGone(home, 1_000)).toEqual([])
  }, 180_000)

  it('stops everything when something in it fails that nobody awaited', async () => {
    const planted = `if(process.argv[1]?.endsWith('start.ts'))setTimeout(()=>Promise.reject(new Error('planted')),2500)`
    const run = startRun({
      home,
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(planted)}` },
    })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch('daira · planted')
    expect(await waitUntilGone(home, 1_000)).toEqual([])
  }, 180_000)

  it('ends with the npm that started it, even where that one was killed', async () => {
    const run = startRun({ home, command: [process.execPath, 'scripts/start.mjs'] })
    await run.address
    run.kill('SIGKILL')
    await run.ended
    expect(await waitUntilGone(home, 15_000)).toEqual([])
  }, 180_000)
})

describe('a start that cannot be', () => {
  it('says so where the port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve)
    })
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const run = startRun({ home, args: ['--port', String(port)] })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch(`Port ${port} is taken by another program.`)
    other.close()
    expect(await waitUntilGone(home, 1_000)).toEqual([])
  }, 30_000)

  it('says so where the folder cannot be made', async () => {
    const file = join(home, 'no-folder')
    await writeFile(file, '')
    const run = startRun({ home: file })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch('Set DAIRA_HOME to a folder')
    expect(run.output()).not.toMatch(/ {4}at /)
  }, 30_000)

  it('says so where the database is of the other kind', async () => {
    const run = startRun({ home, args: ['--port', '0', '--mode', 'real'] })
    expect(await run.ended).toBe(1)
    expect(run.output()).toMatch('This database is a training installation, for ever.')
    expect(await waitUntilGone(home, 1_000)).toEqual([])
  }, 180_000)
})

async function signIn(
  address: string,
  officer: { serviceNumber: string; password: string; codes: string[] } | undefined,
): Promise<boolean> {
  for (const code of officer?.codes ?? []) {
    const answer = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceNumber: officer?.serviceNumber, password: officer?.password, code }),
    })
    if (answer.ok) return true
  }
  return false
}
