import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Kernel, createKernel } from '#platform/commands/kernel.ts'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts'
import { systemIds } from '#platform/ids.ts'
import type { Keyring } from '#platform/keys/keyring.ts'
import { workerUrlOf } from '../installation.ts'
import { takeRunLock } from '../run-lock.ts'
import { openKeys } from './open-keys.ts'

/** An installation as the command line reaches it: its keys, and its database as the worker's role. */
export interface Reached {
  readonly home: string
  readonly origin: string
  readonly keyring: Keyring
  readonly database: Database
  readonly kernel: Kernel
  close(): Promise<void>
}

/** Connects to the running installation, or starts its database for as long as this command needs it. */
export async function reachInstallation(say: (line: string) => void): Promise<Reached> {
  const { home, state, keyring } = await openKeys()
  const url = workerUrlOf(home, state.passwords)
  const started = (await answers(url)) ? undefined : await startAlone(home, say)
  try {
    const database = openDatabase(url, { max: 3, name: 'daira command line' })
    const { rows } = await database.pool.query<{ log_origin: string }>('select log_origin from platform.installation')
    if (rows[0]?.log_origin !== state.logOrigin) {
      await database.close()
      throw new Error(`This database belongs to another installation (its log is ${rows[0]?.log_origin ?? 'none'}).`)
    }
    return {
      home,
      origin: state.logOrigin,
      keyring,
      database,
      kernel: createKernel({ database, vault: keyring.vault, clock: systemClock, ids: systemIds }),
      close: async () => {
        await database.close()
        await started?.stop()
      },
    }
  } catch (error) {
    await started?.stop()
    throw error
  }
}

async function answers(url: string): Promise<boolean> {
  const database = openDatabase(url, { max: 1, name: 'daira command line' })
  try {
    await database.pool.query('select 1')
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return false
    throw error
  } finally {
    await database.close()
  }
}

async function startAlone(home: string, say: (line: string) => void): Promise<{ stop(): Promise<void> }> {
  if (process.env['DATABASE_URL']) throw new Error('The database of DATABASE_URL cannot be reached. Start it first.')
  if (!existsSync(join(home, 'cluster', 'PG_VERSION'))) throw new Error(`There is no database in ${home}.`)
  const release = takeRunLock(home)
  let postgres: EmbeddedPostgres
  try {
    say('the installation is not running: starting its database for this command')
    postgres = await startEmbeddedPostgres({ dir: home, durable: true, say })
  } catch (error) {
    release()
    throw error
  }
  const stop = async (): Promise<void> => {
    await postgres.stop()
    release()
  }
  // The server is in a group of its own: without this a Ctrl-C would leave it running.
  const onSignal = (): void => void stop().then(() => process.exit(130))
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  return { stop }
}
