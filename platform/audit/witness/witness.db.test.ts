import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  formatAddCheckpoint,
  formatVerifierKey,
  parseVerifierKey,
  signCheckpoint,
  verifierKeyOf,
} from '../log/index.ts'
import { type TestLog, createTestLog } from '../test-log.ts'
import { createWitness } from './answer-checkpoint.ts'
import { type PushOutcome, parseWitnesses, pushCheckpoints } from './push-checkpoints.ts'
import { createWitnessServer } from './witness-server.ts'
import { openWitnessStore } from './witness-store.ts'

let log: TestLog
let dir: string
let server: Server
let url: string
let witnessKey: string

beforeEach(async () => {
  log = await createTestLog()
  await log.write(5)
  dir = await mkdtemp(join(tmpdir(), 'daira-witness-'))
  await start()
})
afterEach(async () => {
  await stop()
  await rm(dir, { recursive: true, force: true })
  await log.close()
})

async function start(): Promise<void> {
  const store = await openWitnessStore(dir)
  const answer = createWitness({ store, logKeys: [parseVerifierKey(log.key)], clock: log.clock })
  witnessKey = formatVerifierKey(verifierKeyOf(store.signer, 'cosignature/v1'))
  server = createWitnessServer(answer, witnessKey, (error) => {
    throw error
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const stop = (): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections()
    server.close(() => resolve())
  })

const push = async (): Promise<PushOutcome | undefined> =>
  (
    await pushCheckpoints({
      database: log.db.worker,
      logKey: parseVerifierKey(log.key),
      witnesses: parseWitnesses(`${url}/+${witnessKey}`),
      clock: log.clock,
    })
  )[0]

const post = async (body: string): Promise<{ status: number; type: string | null; text: string }> => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

describe('a log and its witness', () => {
  it('cosigns each checkpoint over HTTP; the export then excludes a rewrite', async () => {
    expect(await push()).toMatchObject({ state: 'cosigned', size: 5 })
    expect(await push()).toMatchObject({ state: 'nothing-new' })
    await log.write(4)
    expect(await push()).toMatchObject({ state: 'cosigned', size: 9 })
    const trust = { witnessKeys: [witnessKey], requireWitnesses: 1 }
    expect(await log.verify(trust)).toMatchObject({ ok: true, rewriteExcludedUpTo: 9 })
    // Entries signed a moment ago wait for the witness: the bundle ends with what it has cosigned.
    await log.write(1)
    expect(await log.verify(trust)).toMatchObject({ ok: true, counts: { leaves: 9 } })
  })

  it('keeps its key and what it saw over a restart', async () => {
    await push()
    const key = witnessKey
    await stop()
    await start()
    expect(witnessKey).toBe(key)
    await log.write(2)
    expect(await push()).toMatchObject({ state: 'cosigned', size: 7 })
  })

  it('refuses a log that was made anew, and keeps the proof', async () => {
    await push()
    await log.tamper(async (client) => {
      await client.query(`update audit.event set type = 'note.removed'`)
      await client.query('insert into audit.pending select event_id from audit.leaf')
      await client.query(
        'delete from audit.leaf; delete from audit.node; delete from audit.checkpoint; delete from audit.cosignature',
      )
    })
    await log.place()
    expect(await push()).toMatchObject({ state: 'failed', reason: expect.stringContaining('409') as string })
    await log.write(3)
    expect(await push()).toMatchObject({ state: 'failed', reason: expect.stringContaining('422') as string })
    const kept = (await readdir(dir)).filter((name) => name.startsWith('contradiction-'))
    expect(kept).toHaveLength(2)
    expect(await log.verify({ witnessKeys: [witnessKey], requireWitnesses: 1 })).toMatchObject({ ok: false })
  })

  it('tells of a log that was cut', async () => {
    await log.write(3)
    await push()
    await log.tamper((client) =>
      client.query('delete from audit.cosignature; delete from audit.checkpoint where size > 5'),
    )
    expect(await push()).toMatchObject({ state: 'failed', reason: expect.stringContaining('was cut') as string })
  })

  it('that cannot be reached holds nothing up', async () => {
    await stop()
    expect(await push()).toMatchObject({ state: 'failed' })
    await log.write(1)
    expect(await log.verify()).toMatchObject({ ok: true, counts: { leaves: 6 } })
    await start()
    expect(await push()).toMatchObject({ state: 'cosigned', size: 6 })
  })
})

describe('add-checkpoint', () => {
  const root = Buffer.alloc(32, 1)

  it('answers as C2SP tlog-witness says', async () => {
    const note = await log.note()
    const valid = (oldSize: number, of = note): string => formatAddCheckpoint({ oldSize, proof: [], note: of })
    expect(await post('nonsense')).toMatchObject({ status: 400 })
    expect(await post(valid(9))).toMatchObject({ status: 400 })
    expect(await post(valid(3))).toMatchObject({ status: 409, type: 'text/x.tlog.size', text: '0\n' })
    expect(await post(valid(0, note.replaceAll('daira/test', 'daira/other')))).toMatchObject({ status: 404 })
    expect(await post(valid(0, note.replace('\n5\n', '\n6\n')))).toMatchObject({ status: 403 })
    const first = await post(valid(0))
    expect(first).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' })
    expect(first.text).toMatch(/^— \S+ \S+\n$/)
    expect(await post(valid(0))).toMatchObject({ status: 409, type: 'text/x.tlog.size', text: '5\n' })
    expect(await post(valid(5))).toMatchObject({ status: 200 })
    const forked = await signCheckpoint({ size: 5, root }, log.signer)
    expect(await post(valid(5, forked))).toMatchObject({ status: 409 })
    const grown = await signCheckpoint({ size: 8, root }, log.signer)
    expect(await post(valid(5, grown))).toMatchObject({ status: 422 })
    expect((await fetch(`${url}/`)).status).toBe(200)
  })

  it('of many at once never goes back', async () => {
    const notes: string[] = []
    for (let size = 6; size < 26; size += 1)
      notes.push(await signCheckpoint({ size, root: Buffer.alloc(32, size) }, log.signer))
    // From nothing to any first tree there is no proof to fail: only one of them may become the first.
    const answers = await Promise.all(notes.map((note) => post(formatAddCheckpoint({ oldSize: 0, proof: [], note }))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const file = (await readdir(dir)).find((name) => name.startsWith('log-')) ?? ''
    const state = JSON.parse(await readFile(join(dir, file), 'utf8')) as { size: number }
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(state.size).toBe(6 + winner)
  })

  it('signs nothing from a state that cannot be read', async () => {
    await push()
    const store = await openWitnessStore(dir)
    const file = (await readdir(dir)).find((name) => name.startsWith('log-')) ?? ''
    await writeFile(join(dir, file), JSON.stringify({ origin: 'daira/test', size: 5, root: 'x' }))
    await expect(store.read('daira/test')).rejects.toThrow('cannot be read')
    await writeFile(join(dir, file), '')
    await expect(store.read('daira/test')).rejects.toThrow('JSON')
    await expect(openWitnessStore(dir, 'another/name')).rejects.toThrow('a folder of its own')
  })
})

describe('DAIRA_WITNESSES', () => {
  it('is read, and refused with a sentence where it is wrong', () => {
    expect(parseWitnesses(undefined)).toEqual([])
    expect(parseWitnesses(` ${url}+${witnessKey} , ${url}+${witnessKey}`)).toHaveLength(2)
    for (const wrong of ['x', `${url}+x`, `+${witnessKey}`, `ftp://h+${witnessKey}`, `${url}+${log.key}`])
      expect(() => parseWitnesses(wrong)).toThrow('DAIRA_WITNESSES')
  })
})
