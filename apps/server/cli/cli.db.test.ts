import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { parseVerifierKey, verifyBundle } from '#platform/audit/log/index.ts'
import { parseWitnesses, pushCheckpoints } from '#platform/audit/witness/push-checkpoints.ts'
import { systemClock } from '#platform/clock.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { openDatabase } from '#platform/db/database.ts'
import { systemIds } from '#platform/ids.ts'
import { openKeyring } from '#platform/keys/keyring.ts'
import { createUnitSeals } from '#modules/documents/index.ts'
import { projectRoot } from '../home.ts'
import { type Installation, openInstallation } from '../installation.ts'

// The installation's own server, as `npm start` runs it, with the command line as processes beside it.
// Each step is a process of its own: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 120_000 })
let home: string
let installation: Installation
let key: string
let keptKey: string
const subject = systemIds.next()
const writeNote = defineCommand({
  type: 'note.write',
  permission: 'note.write',
  input: z.strictObject({ text: z.string() }),
  execute: (tx, { text }) =>
    Promise.resolve({
      result: null,
      event: {
        type: 'note.written',
        subjects: [{ type: 'note', id: text === 'x' ? subject : tx.ids.next() }],
        detail: { text },
      },
    }),
})

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'daira-cli-'))
  process.env['DAIRA_HOME'] = home
  delete process.env['DATABASE_URL']
  installation = await openInstallation({ mode: 'training', country: 'testland' }, () => undefined)
  const keyring = await openKeyring(join(home, 'secrets', 'keys'), installation.logOrigin)
  const database = openDatabase(installation.urls.app, { max: 2 })
  const kernel = createKernel({ database, vault: keyring.vault, clock: systemClock, ids: systemIds })
  for (const text of ['x', 'واحد', 'x', 'اثنان'])
    await kernel.run(writeNote, { kind: 'set-up' }, systemIds.next(), { text })
  await database.close()
  key = (await daira('audit', 'key')).out.trim()
  keptKey = keyring.logVerifierKey
})
afterAll(async () => {
  await installation.postgres?.stop()
  await rm(home, { recursive: true, force: true })
})

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(projectRoot, 'apps/server/cli.ts'), ...args], {
    env: { ...process.env, LANG: 'C', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function daira(...args: string[]): Promise<Ran> {
  const child = start(...args)
  let out = ''
  let err = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}

describe('daira audit', () => {
  it('exports from the running installation, and verifies with a key from outside only', async () => {
    expect(key).toBe(keptKey)
    const file = join(home, 'all.jsonl')
    const exported = await daira('audit', 'export', file)
    expect(exported).toMatchObject({ code: 0 })
    expect(exported.err).not.toContain('starting its database')
    const verified = await daira('audit', 'verify', file, '--trust', key)
    expect(verified).toMatchObject({ code: 0 })
    // Four notes and the export itself.
    expect(verified.out).toContain('entries: 5')
    expect(verified.out).toContain('A rewrite by the operator is not excluded')

    expect(await daira('audit', 'verify', file)).toMatchObject({ code: 2, out: '' })
    const head = /newest checkpoint: (\S+)/.exec(verified.out)?.[1] ?? ''
    const known = await daira('audit', 'verify', file, '--trust', key, '--known', head, '--lang', 'ar')
    expect(known.out).toContain('تُستبعد إعادة كتابة السجل إلى غاية 5')

    const lines = await readFile(file, 'utf8')
    await writeFile(join(home, 'spoilt.jsonl'), lines.replace('note.written', 'note.removed'))
    const spoilt = await daira('audit', 'verify', join(home, 'spoilt.jsonl'), '--trust', key)
    expect(spoilt).toMatchObject({ code: 1 })
    expect(spoilt.out).toContain('LEAF_ALTERED')
  })

  it('exports what concerns one record, or a range, with proofs', async () => {
    const file = join(home, 'some.jsonl')
    expect(await daira('audit', 'export', file, '--subject', `note:${subject}`)).toMatchObject({ code: 0 })
    await writeFile(join(home, 'key.txt'), `# the log\n${key}\n`)
    const verified = await daira('audit', 'verify', file, '--trust', join(home, 'key.txt'))
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.out).toContain('entries: 2 ')
    expect(await daira('audit', 'export', file, '--from', '2026-01-01T00:00:00Z')).toMatchObject({ code: 0 })
    const range = await verifyBundle((await readFile(file, 'utf8')).split('\n'), { logKeys: [key] })
    expect(range).toMatchObject({ ok: true, scope: { type: 'range', from: 0, to: 6 } })
  })

  it('checks the installation', async () => {
    const checked = await daira('audit', 'check')
    expect(checked).toMatchObject({ code: 0 })
    expect(checked.out).toContain('nothing found')
  })

  it('says what it does not understand', async () => {
    expect((await daira('help')).out).toContain('daira audit verify')
    expect(await daira('audit', 'burn')).toMatchObject({ code: 2, out: '' })
    expect(await daira('audit', 'verify', 'x', '--trus', 'y')).toMatchObject({ code: 2, out: '' })
    expect(await daira('witness')).toMatchObject({ code: 2, out: '' })
    const day = await daira('audit', 'export', 'x', '--from', '2026-01-01')
    expect(day.err).toContain('with its zone')
  })
})

describe('daira anchor', () => {
  it('prints the root of the seals and the key of the log, once there is something sealed', async () => {
    expect(await daira('anchor')).toMatchObject({ code: 1, out: '' })
    const keyring = await openKeyring(join(home, 'secrets', 'keys'), installation.logOrigin)
    const dir = join(keyring.dir, 'seals')
    const authority = keyring.checkpointSigner.keyName
    const seals = createUnitSeals({ dir, passphrase: keyring.sealPassphrase, iso: 'MA', authority })
    const { certificatePem } = await seals.root(new Date())
    const printed = await daira('anchor')
    expect(printed.code).toBe(0)
    expect(printed.out).toContain(certificatePem.trim())
    expect(printed.out.trim().split('\n').at(-1)).toBe(key)
  })
})

describe('daira witness', () => {
  it('cosigns from its own folder; the export then excludes a rewrite', async () => {
    const child = start('witness', '--log-key', key, '--state', join(home, 'witness'), '--listen', '127.0.0.1:0')
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
        const found = /DAIRA_WITNESSES=(\S+)\n/.exec(text)?.[1]
        if (found) resolve(found.replace('ADDRESS', '127.0.0.1'))
      })
      child.once('exit', () => reject(new Error(text)))
    })
    const database = openDatabase(installation.urls.worker, { max: 2 })
    const witnesses = parseWitnesses(address)
    const outcome = await pushCheckpoints({
      database,
      logKey: parseVerifierKey(key),
      witnesses,
      clock: systemClock,
    })
    expect(outcome).toMatchObject([{ state: 'cosigned' }])
    await database.close()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)

    const file = join(home, 'cosigned.jsonl')
    expect((await daira('audit', 'export', file)).err).toContain('cosigned by daira-witness/')
    const witnessKey = address.slice(address.indexOf('+') + 1)
    const verified = await daira('audit', 'verify', file, '--trust', key, '--witness', witnessKey, '--require', '1')
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.out).toContain('A rewrite by the operator is excluded')
  })
})

describe('without a running installation', () => {
  it('starts the database for the command, and stops it', async () => {
    await installation.postgres?.stop()
    const file = join(home, 'cold.jsonl')
    const exported = await daira('audit', 'export', file)
    expect(exported).toMatchObject({ code: 0 })
    expect(exported.err).toContain('starting its database')
    const again = await daira('audit', 'check')
    expect(again).toMatchObject({ code: 0 })
    expect(again.err).toContain('starting its database')
    expect(await daira('audit', 'verify', file, '--trust', key)).toMatchObject({ code: 0 })
  })

  it('makes none where there is none', async () => {
    process.env['DAIRA_HOME'] = join(home, 'nowhere')
    expect((await daira('audit', 'key')).err).toContain('There is no installation')
    process.env['DAIRA_HOME'] = home
  })
})
