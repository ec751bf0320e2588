import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-embedded-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const start = (): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dir, durable: false, settings: { shared_buffers: '32MB' } })

async function ask(postgres: EmbeddedPostgres, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: postgres.superuserUrl })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ answer: unknown }>(statement)
  await client.end()
  return rows[0]?.answer
}

it('an unfinished cluster is cleared away and made anew', async () => {
  const half = join(dir, 'cluster.0123456789ab.new')
  await mkdir(half)
  await writeFile(join(half, 'PG_VERSION'), '18\n')
  await writeFile(`${half}.pw`, 'secret')
  const postgres = await start()
  await ask(postgres, 'create table kept as select 7 as n')
  await postgres.stop()
  expect((await readdir(dir)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
})

it('a lock file whose number another program has now does not keep it from starting', async () => {
  const lock = join(dir, 'cluster', 'postmaster.pid')
  await writeFile(lock, `${process.pid}\n${join(dir, 'cluster')}\n0\n5432\n`)
  const postgres = await start()
  expect(await readFile(lock, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  expect(await ask(postgres, 'select n as answer from kept')).toBe(7)
  await postgres.stop()
})

it('a server that has ended unnoticed by its parent does not keep the next one from starting', async () => {
  // A shell that never waits for its child keeps it listed as long as the shell lives.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pid = await new Promise<string>((resolve) => {
    parent.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()))
  })
  await writeFile(join(dir, 'cluster', 'postmaster.pid'), `${pid}\n${join(dir, 'cluster')}\n0\n5432\n`)
  const postgres = await start()
  expect(await ask(postgres, 'select n as answer from kept')).toBe(7)
  await postgres.stop()
  parent.kill('SIGKILL')
})

it('a server that was killed while one of its workers is busy starts again, with its data', async () => {
  const first = await start()
  const busy = new Client({ connectionString: first.superuserUrl })
  busy.on('error', () => undefined)
  await busy.connect()
  const asleep = busy.query('select pg_sleep(60)').catch(() => undefined)
  process.kill(first.pid, 'SIGKILL')
  expect(await first.died).toMatch('the database server ended')
  const second = await start()
  expect(await ask(second, 'select n as answer from kept')).toBe(7)
  await asleep
  await second.stop()
  await first.stop()
})

it('a server left running is ended, not joined', async () => {
  const first = await start()
  const second = await start()
  expect(await first.died).toMatch('the database server ended')
  expect(await ask(second, 'select n as answer from kept')).toBe(7)
  await second.stop()
})

it('a cluster without its password is not touched, and it is said what to do', async () => {
  await rm(join(dir, 'secrets', 'superuser'))
  await expect(start()).rejects.toThrow('has lost its password file')
  expect(existsSync(join(dir, 'cluster', 'PG_VERSION'))).toBe(true)
})
