import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder, writeWhole } from '#platform/config/write-whole.ts'
import { libraryEnvironment } from './native.ts'
import { asRoot, nobodyUid, serverUid } from './server-user.ts'

/** Where the parts of an embedded cluster lie in its folder. */
export interface ClusterPlace {
  /** PostgreSQL's data folder; once it stands it is complete. */
  readonly data: string
  /** File with the superuser's password. */
  readonly passwordFile: string
}

export function clusterPlace(dir: string): ClusterPlace {
  return { data: join(dir, 'cluster'), passwordFile: join(dir, 'secrets', 'superuser') }
}

/**
 * Makes the cluster where there is none. It is made beside and moved into place when it is whole, its password written
 * before: whatever cuts this off, the next start finds a complete cluster or none.
 */
export async function ensureCluster(native: string, place: ClusterPlace, say: (line: string) => void): Promise<void> {
  await removeUnfinished(place)
  if (existsSync(place.data)) {
    if (existsSync(place.passwordFile)) return
    throw new Error(
      `The database in ${place.data} has lost its password file ${place.passwordFile}. Put back both from one backup; or, to begin anew without that data, move ${dirname(place.data)} away.`,
    )
  }
  say('making the database cluster')
  const staging = `${place.data}.${randomBytes(6).toString('hex')}.new`
  const password = randomBytes(24).toString('base64url')
  try {
    await runInitdb(native, staging, password)
    if (asRoot) await handOver(staging)
    await mkdir(dirname(place.passwordFile), { recursive: true, mode: 0o700 })
    await writeWhole(place.passwordFile, password, { mode: 0o600 })
    await rename(staging, place.data)
    await syncFolder(dirname(place.data))
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    throw error
  }
}

// What an initdb that was cut off left, and its password. One that outlived its starter finds its folder gone and gives up.
async function removeUnfinished({ data }: ClusterPlace): Promise<void> {
  const dir = dirname(data)
  for (const name of await readdir(dir)) {
    if (!/^cluster\.[0-9a-f]{12}\.new(\.pw)?$/.test(name)) continue
    await rm(join(dir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

async function runInitdb(native: string, data: string, password: string): Promise<void> {
  const passwordFile = `${data}.pw`
  await mkdir(data, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' })
  if (asRoot) for (const path of [data, passwordFile]) await chown(path, nobodyUid, nobodyUid)
  const args = [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // In locale C the trigrams of an Arabic word are empty, and searching for it silently finds nothing.
    '--locale=C.UTF-8',
    '--data-checksums',
  ]
  const child = spawn(join(native, 'bin', 'initdb'), args, {
    env: libraryEnvironment(native),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(asRoot ? { uid: nobodyUid, gid: nobodyUid } : {}),
  })
  // Were this process to be stopped meanwhile, initdb must not go on alone.
  const endIt = (): void => void child.kill('SIGKILL')
  process.once('exit', endIt)
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000)
  })
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      errors += String(error)
      resolve(-1)
    })
    child.once('close', (status) => resolve(status ?? -1))
  })
  process.off('exit', endIt)
  await rm(passwordFile, { force: true })
  if (code !== 0) throw new Error(`The database cluster could not be made: ${errors}`)
}

async function handOver(path: string): Promise<void> {
  await chown(path, serverUid, serverUid)
  if (!(await lstat(path)).isDirectory()) return
  for (const entry of await readdir(path)) await handOver(join(path, entry))
}
