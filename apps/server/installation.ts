import { join } from 'node:path'
import { Client } from 'pg'
import { systemClock } from '#platform/clock.ts'
import { type DatabaseUrls, loginOf, prepareDatabase } from '#platform/db/cluster.ts'
import { type EmbeddedPostgres, embeddedUrl, startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts'
import { prepareExternal } from '#platform/db/external-server.ts'
import { readExternalUrl } from '#platform/db/external-url.ts'
import { installSchema } from '#platform/db/install-schema.ts'
import { readMigrations } from '#platform/db/migrate.ts'
import { asOwner } from '#platform/jobs/queue.ts'
import { type HomeState, homeDir, openState, projectRoot } from './home.ts'
import type { CountryCode, Mode, Settings } from './settings.ts'

export interface Installation {
  readonly home: string
  readonly urls: DatabaseUrls
  readonly logOrigin: string
  readonly mode: Mode
  readonly country: CountryCode
  readonly postgres: EmbeddedPostgres | undefined
}

const database = 'daira'

/**
 * Opens the installation: database server, database, schema; makes what is missing. Says each step. `onLaunch` gets the
 * means to stop the server as soon as there is one.
 */
export async function openInstallation(
  settings: Pick<Settings, 'mode' | 'country'>,
  say: (line: string) => void,
  onLaunch: (stop: () => Promise<void>) => void = () => undefined,
): Promise<Installation> {
  const home = homeDir()
  const state = await openState(home)
  const external = process.env['DATABASE_URL']
  if (external) {
    say('using the database of DATABASE_URL')
    const urls = await prepareExternal(external, state.passwords, state.logOrigin)
    return { home, urls, logOrigin: state.logOrigin, postgres: undefined, ...(await openSchema(urls)) }
  }
  const postgres = await startEmbeddedPostgres({ dir: home, durable: true, say, onLaunch })
  try {
    const urls = await prepareDatabase(postgres.superuserUrl, database, state.passwords, postgres.urlFor)
    return { home, urls, logOrigin: state.logOrigin, postgres, ...(await openSchema(urls)) }
  } catch (error) {
    await postgres.stop()
    throw error
  }

  async function openSchema(urls: DatabaseUrls): Promise<{ mode: Mode; country: CountryCode }> {
    let told = false
    await installSchema(urls.owner, await readMigrations(join(projectRoot, 'migrations')), () => {
      if (!told) say('bringing the database schema up to date')
      told = true
    })
    return openInstallationRow(urls.owner, settings, state.logOrigin)
  }
}

/** The worker's connection string to the installation in `home`, whose server runs already or is started by the caller. */
export function workerUrlOf(home: string, passwords: HomeState['passwords']): string {
  const external = process.env['DATABASE_URL']
  const place = external ? readExternalUrl(external) : undefined
  const name = place?.database ?? database
  const login = loginOf('daira_worker', name)
  return place
    ? place.urlFor(login, passwords.daira_worker, name)
    : embeddedUrl(home, login, passwords.daira_worker, name)
}

interface InstallationRow {
  readonly mode: Mode
  readonly country: CountryCode
  readonly log_origin: string
}

async function openInstallationRow(
  ownerUrl: string,
  settings: Pick<Settings, 'mode' | 'country'>,
  logOrigin: string,
): Promise<{ mode: Mode; country: CountryCode }> {
  const client = new Client({ connectionString: asOwner(ownerUrl) })
  await client.connect()
  try {
    const wanted = { mode: settings.mode ?? 'training', country: settings.country ?? 'morocco' }
    // It is written once, by whoever comes first; what stands then decides.
    await client.query(
      'insert into platform.installation (mode, country, log_origin, created_at) values ($1, $2, $3, $4) on conflict do nothing',
      [wanted.mode, wanted.country, logOrigin, systemClock.now()],
    )
    const { rows } = await client.query<InstallationRow>('select mode, country, log_origin from platform.installation')
    const row = rows[0]
    if (!row) throw new Error('the installation has no row')
    const fault = findMismatch(row, settings, logOrigin)
    if (fault) throw new Error(fault)
    return { mode: row.mode, country: row.country }
  } finally {
    await client.end()
  }
}

/** Why a database cannot be opened in the way asked for; undefined where it can. */
export function findMismatch(
  row: InstallationRow,
  settings: Pick<Settings, 'mode' | 'country'>,
  logOrigin: string,
): string | undefined {
  if (row.log_origin !== logOrigin) {
    return `This database belongs to another installation (its log is ${row.log_origin}). Restore the keys that belong to it, or use another database.`
  }
  if (settings.mode !== undefined && settings.mode !== row.mode) {
    return `This database is a ${row.mode} installation, for ever. Start it without --mode; for a ${settings.mode} one, set DAIRA_HOME to an empty folder (and DATABASE_URL, where you use it, to an empty database).`
  }
  if (settings.country !== undefined && settings.country !== row.country) {
    return `This database works with the data of ${row.country}. Start it without --country; for ${settings.country}, set DAIRA_HOME to an empty folder.`
  }
  return undefined
}
