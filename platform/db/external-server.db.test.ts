import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertPowerless } from '#platform/testing/test-db.ts'
import { makePasswords } from './cluster.ts'
import { openDatabase } from './database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.ts'
import { type ServerFacts, findServerFault, prepareExternal } from './external-server.ts'
import { readExternalUrl } from './external-url.ts'
import { installSchema } from './install-schema.ts'
import { readMigrations } from './migrate.ts'

const migrations = readMigrations(join(dirname(dirname(import.meta.dirname)), 'migrations'))
const passwords = makePasswords()

let dir: string
let postgres: EmbeddedPostgres
let port: number
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'daira-external-'))
  port = await freePort()
  postgres = await startEmbeddedPostgres({
    dir,
    durable: false,
    settings: { listen_addresses: '127.0.0.1', port: String(port), shared_buffers: '32MB' },
  })
  await asSuperuser(
    `create role keeper login createrole createdb password 'p:k/1'`,
    `create role holder login createrole password 'holder'`,
    `create role visitor login password 'visitor'`,
    `create database held owner holder template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    `create database plain template template0 encoding 'UTF8' locale 'C'`,
    `create database ascii template template0 encoding 'SQL_ASCII' locale 'C'`,
  )
})
afterAll(async () => {
  await postgres.stop()
  await rm(dir, { recursive: true, force: true })
})

const tcp = (role: string, password: string, name: string): string =>
  `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`

describe('a server that others run', () => {
  it('takes an installation from a role that is no superuser, again and again', async () => {
    const url = tcp('keeper', 'p:k/1', 'precinct')
    for (let time = 0; time < 2; time += 1) {
      const urls = await prepareExternal(url, passwords, 'daira/one')
      const applied = await installSchema(urls.owner, await migrations)
      expect(applied).toHaveLength(time === 0 ? (await migrations).length : 0)
      for (const role of [urls.app, urls.worker]) {
        const database = openDatabase(role, { max: 1 })
        await assertPowerless(database)
        await database.close()
      }
    }
  }, 60_000)

  it('is reached by its Unix socket too', async () => {
    const socket = encodeURIComponent(join(dir, 'run'))
    const url = `postgres://keeper:${encodeURIComponent('p:k/1')}@/precinct?host=${socket}&port=${port}`
    const urls = await prepareExternal(url, passwords, 'daira/one')
    expect(urls.app).toMatch('@/precinct?host=')
  })

  it('takes one into a database that an administrator made, and says whose rights are missing first', async () => {
    const url = tcp('holder', 'holder', 'held')
    await expect(prepareExternal(url, passwords, 'daira/two')).rejects.toThrow(
      'grant daira_owner, daira_app, daira_worker to "holder" with admin option',
    )
    await asSuperuser('grant daira_owner, daira_app, daira_worker to holder with admin option')
    const urls = await prepareExternal(url, passwords, 'daira/two')
    await installSchema(urls.owner, await migrations)
  }, 60_000)

  it('of another installation is left as it is', async () => {
    const url = tcp('keeper', 'p:k/1', 'precinct')
    const before = await prepareExternal(url, passwords, 'daira/one')
    await expect(prepareExternal(url, makePasswords(), 'daira/three')).rejects.toThrow(
      'belongs to another installation (Daira, log daira/one)',
    )
    const database = openDatabase(before.app, { max: 1 })
    expect((await database.pool.query('select 1')).rowCount).toBe(1)
    await database.close()
  })

  it.each([
    ['ascii', 'is encoded in SQL_ASCII; it must be UTF8'],
    ['plain', 'knows no Arabic letters'],
  ])('whose database %s is wrongly collated is refused, with what to change', async (name, sentence) => {
    const refused = prepareExternal(tcp('keeper', 'p:k/1', name), passwords, 'daira/one')
    await expect(refused).rejects.toThrow(sentence)
    await expect(refused).rejects.toThrow(
      `create database "${name}_utf8" template template0 encoding 'UTF8' locale 'C.UTF-8'`,
    )
  })

  it.each([
    [
      'a role that may not create roles',
      () => tcp('visitor', 'visitor', 'postgres'),
      'alter role "visitor" createrole',
    ],
    ['a wrong password', () => tcp('keeper', 'wrong', 'held'), 'password authentication failed'],
    ['an address where nothing answers', () => 'postgres://a:b@127.0.0.1:9/held', 'cannot be reached'],
    ['what is no address', () => 'localhost/held', 'DATABASE_URL cannot be read'],
    ['a missing database that it may not make', () => tcp('holder', 'holder', 'absent'), 'There is no database absent'],
  ])('is refused in a sentence with %s', async (_what, url, sentence) => {
    await expect(prepareExternal(url(), passwords, 'daira/one')).rejects.toThrow(sentence)
  })
})

describe('a server’s fault', () => {
  const good: ServerFacts = {
    version: 160_000,
    role: 'keeper',
    mayCreateRoles: true,
    mayCreateDatabases: false,
    database: { encoding: 'UTF8', knowsArabic: true, missingExtensions: [], comment: null },
  }

  it('is none from PostgreSQL 16 on', () => {
    expect(findServerFault(good, 'daira', 'daira/one')).toBeUndefined()
  })

  it('is its age before that', () => {
    expect(findServerFault({ ...good, version: 150_018 }, 'daira', 'daira/one')).toMatch(
      'PostgreSQL 16 or later is needed; the server of DATABASE_URL is version 15. Upgrade it',
    )
  })

  it('is a missing extension', () => {
    const database = { encoding: 'UTF8', knowsArabic: true, missingExtensions: ['pg_trgm'], comment: null }
    expect(findServerFault({ ...good, database }, 'daira', 'daira/one')).toMatch('lacks the extensions pg_trgm')
  })
})

describe('an address of a server', () => {
  it('keeps its options for other logins', () => {
    const place = readExternalUrl('postgres://me:p%40ss@db.example:5433/daira?sslmode=verify-full')
    expect(place.database).toBe('daira')
    expect(place.urlFor('daira_app@daira', 'a/b', 'daira')).toBe(
      'postgres://daira_app%40daira:a%2Fb@db.example:5433/daira?sslmode=verify-full',
    )
    expect(place.maintenanceUrl).toBe('postgres://me:p%40ss@db.example:5433/postgres?sslmode=verify-full')
  })

  it('with a name that logins cannot carry is refused', () => {
    expect(() => readExternalUrl(`postgres://me@h/${'x'.repeat(49)}`)).toThrow('too long')
  })
})

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: `${postgres.superuserUrl}&port=${port}` })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
