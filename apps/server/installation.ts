import { join } from 'node:path'
import { Client } from 'pg'
import { systemClock } from '#platform/clock.ts'
import { type DatabaseUrls, findServerFault, loginOf, prepareDatabase } from '#platform/db/cluster.ts'
import { type EmbeddedPostgres, embeddedUrl, startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts'
import { installSchema } from '#platform/db/install-schema.ts'
import { readMigrations } from '#platform/db/migrate.ts'
import { asOwner } from '#platform/jobs/queue.ts'
import { type HomeState, homeDir, openState, projectRoot } from './home.ts'
import type { Settings } from './settings.ts'

export interface Installation {
  readonly home: string
  readonly urls: DatabaseUrls
  readonly logOrigin: string
  readonly mode: Settings['mode']
  readonly country: Settings['country']
  /** True at the very first start. */
  readonly fresh: boolean
  readonly postgres: EmbeddedPostgres | undefined
}

const database = 'daira'

/** Opens the installation: database server, database, schema; makes what is missing. Says each step. */
export async function openInstallation(settings: Settings, say: (line: string) => void): Promise<Installation> {
  const home = homeDir()
  const state = await openState(home)
  const external = process.env['DATABASE_URL']
  const postgres = external ? undefined : await startEmbeddedPostgres({ dir: home, durable: true, say })
  try {
    const urls = external
      ? await prepareExternal(external, state.passwords)
      : await prepareDatabase(need(postgres).superuserUrl, database, state.passwords, need(postgres).urlFor)
    await installSchema(urls.owner, await readMigrations(join(projectRoot, 'migrations')), say)
    const kept = await openInstallationRow(urls.owner, settings, state.logOrigin)
    return { home, urls, logOrigin: state.logOrigin, postgres, ...kept }
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the embedded database was not started')
  return value
}

async function prepareExternal(url: string, passwords: Parameters<typeof prepareDatabase>[2]): Promise<DatabaseUrls> {
  const fault = await findServerFault(url)
  if (fault) throw new Error(fault)
  return prepareDatabase(url, databaseOf(url), passwords, (role, password, target) =>
    externalUrl(url, role, password, target),
  )
}

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function externalUrl(url: string, role: string, password: string, target: string): string {
  const login = new URL(url)
  login.username = encodeURIComponent(role)
  login.password = encodeURIComponent(password)
  login.pathname = `/${encodeURIComponent(target)}`
  return login.toString()
}

/** The worker's connection string to the installation in `home`, whose server runs already or is started by the caller. */
export function workerUrlOf(home: string, passwords: HomeState['passwords']): string {
  const external = process.env['DATABASE_URL']
  const name = external ? databaseOf(external) : database
  const login = loginOf('daira_worker', name)
  return external
    ? externalUrl(external, login, passwords.daira_worker, name)
    : embeddedUrl(home, login, passwords.daira_worker, name)
}

async function openInstallationRow(
  ownerUrl: string,
  settings: Settings,
  logOrigin: string,
): Promise<{ mode: Settings['mode']; country: Settings['country']; fresh: boolean }> {
  const client = new Client({ connectionString: asOwner(ownerUrl) })
  await client.connect()
  try {
    const { rows } = await client.query<{ mode: Settings['mode']; country: Settings['country']; log_origin: string }>(
      'select mode, country, log_origin from platform.installation',
    )
    const row = rows[0]
    if (!row) {
      await client.query(
        'insert into platform.installation (mode, country, log_origin, created_at) values ($1, $2, $3, $4)',
        [settings.mode, settings.country, logOrigin, systemClock.now()],
      )
      return { mode: settings.mode, country: settings.country, fresh: true }
    }
    if (row.log_origin !== logOrigin) {
      throw new Error(
        `This database belongs to another installation (its log is ${row.log_origin}). Restore the keys that belong to it, or use another database.`,
      )
    }
    return { mode: row.mode, country: row.country, fresh: false }
  } finally {
    await client.end()
  }
}
