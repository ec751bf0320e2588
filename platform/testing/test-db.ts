import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#platform/db/database.ts'

export interface TestDb {
  /** What requests use. */
  readonly app: Database
  /** What jobs use. */
  readonly worker: Database
  /** Runs migrations and country data. */
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  /** For planting faults that no role of ours may make; never for making data. */
  asSuperuser<R>(work: (client: Client) => Promise<R>): Promise<R>
  close(): Promise<void>
}

/** A database of its own, cloned from the migrated template; asserts that the roles in use own and bypass nothing. */
export async function createTestDb(): Promise<TestDb> {
  const urls = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withClient(urls.admin, (admin) => cloneTemplate(admin, name, urls.template))
  const at = (url: string): string => url.replace(/\/[^/?]+\?/, `/${name}?`)
  const app = openDatabase(at(urls.app), { max: 8 })
  const worker = openDatabase(at(urls.worker), { max: 4 })
  for (const database of [app, worker]) await assertPowerless(database)
  return {
    app,
    worker,
    ownerUrl: at(urls.owner),
    appUrl: at(urls.app),
    workerUrl: at(urls.worker),
    asSuperuser: (work) => withClient(at(urls.admin), work),
    close: async () => {
      await Promise.all([app.close(), worker.close()])
      await withClient(urls.admin, (admin) => dropDatabase(admin, name))
    },
  }
}

async function cloneTemplate(admin: Client, name: string, template: string): Promise<void> {
  // The template can be copied only while nobody is connected to it; files start side by side.
  await admin.query('select pg_advisory_lock(7303016)')
  await admin.query(
    `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} owner daira_owner`,
  )
}

/** A database as it stood, with nothing running on it. */
export interface DbCopy {
  readonly workerUrl: string
  asSuperuser: TestDb['asSuperuser']
  close(): Promise<void>
}

/** A copy as a backup would hold it; whoever is connected to the original is cut off, and comes back by himself. */
export async function copyTestDb({ workerUrl }: TestDb): Promise<DbCopy> {
  const { admin } = inject('postgres')
  const current = /\/([^/?]+)\?/.exec(workerUrl)?.[1] ?? ''
  const name = `restored_${randomBytes(6).toString('hex')}`
  await withClient(admin, async (client) => {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [current],
    )
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(current)} owner daira_owner`,
    )
  })
  const at = (url: string): string => url.replace(/\/[^/?]+\?/, `/${name}?`)
  return {
    workerUrl: at(workerUrl),
    asSuperuser: (work) => withClient(at(admin), work),
    close: async () => withClient(admin, (client) => dropDatabase(client, name)),
  }
}

async function dropDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${escapeIdentifier(name)} with (force)`)
}

async function withClient<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Throws where a role is a superuser, bypasses row-level security or owns anything. */
export async function assertPowerless(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ name: string; power: boolean; owned: number }>(
    `select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as power,
       (select count(*)::int from pg_class c where pg_has_role(r.oid, c.relowner, 'member')
          and c.relnamespace not in (select oid from pg_namespace where nspname in ('pg_catalog', 'information_schema', 'pg_toast'))) as owned
     from pg_roles r where r.rolname = current_user`,
  )
  const role = rows[0]
  if (!role || role.power || role.owned > 0)
    throw new Error(`the role ${role?.name} must not own or bypass anything: ${JSON.stringify(role)}`)
}
