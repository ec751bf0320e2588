import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { placeNativePostgres } from './native.ts'

/** A PostgreSQL server of our own, reachable by its Unix socket only. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser; used for set-up only, never by a running server. */
  readonly superuserUrl: string
  readonly urlFor: (role: string, password: string, database: string) => string
  /** Stops the server and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>
  /** Resolves with a reason when the server ends without having been asked to. */
  readonly died: Promise<string>
}

export interface EmbeddedOptions {
  /** Folder for binaries, cluster and secrets; made when missing. Must not lie under a folder others cannot enter. */
  readonly dir: string
  /** Off only where losing the data is of no consequence (tests). */
  readonly durable: boolean
  readonly settings?: Readonly<Record<string, string>>
  readonly say?: (line: string) => void
}

// No user of this number needs to exist: PostgreSQL only refuses to run as root. initdb alone looks its user up,
// so that it runs as `nobody` and the cluster is handed over afterwards.
const serverUid = 61_832
const nobodyUid = 65_534

const asRoot = process.getuid?.() === 0

/** Starts (and the first time creates) the cluster in `dir`, clearing away what a crash left behind. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined)
  await mkdir(options.dir, { recursive: true, mode: 0o755 })
  // Another user runs the server: it must be able to walk in, and finds only what is its own open.
  if (asRoot) await chmod(options.dir, 0o755)
  const native = await placeNativePostgres(join(options.dir, 'postgres'))
  const data = join(options.dir, 'cluster')
  const passwordFile = join(options.dir, 'secrets', 'superuser')
  // A socket's path may hold 107 bytes at most, so that it cannot lie in the (possibly deep) data folder.
  const socketDir = join(tmpdir(), `daira-${createHash('sha256').update(options.dir).digest('hex').slice(0, 12)}`)

  await clearLeftovers(data, say)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    say('making the database cluster')
    await createCluster(native, data, passwordFile)
  }
  await rm(socketDir, { recursive: true, force: true })
  await mkdir(socketDir, { mode: 0o700 })
  if (asRoot) await chown(socketDir, serverUid, serverUid)

  const server = launch(native, data, socketDir, options)
  const password = readFileSync(passwordFile, 'utf8')
  const urlFor = (role: string, secret: string, database: string): string =>
    `postgres://${encodeURIComponent(role)}:${encodeURIComponent(secret)}@/${database}?host=${encodeURIComponent(socketDir)}`
  await waitUntilReady(server, socketDir)

  let stopping: Promise<void> | undefined
  return {
    superuserUrl: urlFor('postgres', password, 'postgres'),
    urlFor,
    died: server.ended.then((code) =>
      stopping ? new Promise<string>(() => undefined) : `exit ${code}: ${server.log()}`,
    ),
    stop: () => {
      stopping ??= stopServer(server).then(() => rm(socketDir, { recursive: true, force: true }))
      return stopping
    },
  }
}

interface Server {
  readonly process: ChildProcess
  readonly ended: Promise<number>
  readonly ready: () => boolean
  readonly log: () => string
}

function libraryEnvironment(native: string): NodeJS.ProcessEnv {
  // TZ and LC_ALL are fixed: what the server does must not depend on the machine it runs on.
  return { PATH: process.env['PATH'], LD_LIBRARY_PATH: join(native, 'lib'), TZ: 'UTC', LC_ALL: 'C.UTF-8' }
}

async function createCluster(native: string, data: string, passwordFile: string): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  await mkdir(join(passwordFile, '..'), { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const initPasswordFile = `${data}.pw`
  await writeFile(initPasswordFile, password, { mode: 0o600 })
  if (asRoot) {
    await chown(data, nobodyUid, nobodyUid)
    await chown(initPasswordFile, nobodyUid, nobodyUid)
  }
  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=postgres',
      `--pwfile=${initPasswordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // In locale C the trigrams of an Arabic word are empty, and searching for it silently finds nothing.
      '--locale=C.UTF-8',
      '--data-checksums',
    ],
    {
      env: libraryEnvironment(native),
      cwd: '/',
      encoding: 'utf8',
      ...(asRoot ? { uid: nobodyUid, gid: nobodyUid } : {}),
    },
  )
  await rm(initPasswordFile, { force: true })
  if (made.status !== 0) {
    await rm(data, { recursive: true, force: true })
    throw new Error(`The database cluster could not be made: ${made.stderr || String(made.error)}`)
  }
  if (asRoot) await handOver(data)
  await writeFile(passwordFile, password, { mode: 0o600 })
}

async function handOver(path: string): Promise<void> {
  await chown(path, serverUid, serverUid)
  if (!(await lstat(path)).isDirectory()) return
  for (const entry of await readdir(path)) await handOver(join(path, entry))
}

function launch(native: string, data: string, socketDir: string, options: EmbeddedOptions): Server {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '200',
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement may hold personal data; the log must not.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    ...options.settings,
  }
  const child = spawn(
    join(native, 'bin', 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      env: libraryEnvironment(native),
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      // Its own process group: a Ctrl-C in the terminal must reach it through us, after the server has let go.
      detached: true,
      ...(asRoot ? { uid: serverUid, gid: serverUid } : {}),
    },
  )
  let log = ''
  let ready = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000)
    if (text.includes('database system is ready to accept connections')) ready = true
  })
  const watchdog = watch(child.pid)
  const ended = new Promise<number>((resolve) => {
    child.on('exit', (code) => {
      watchdog?.kill('SIGKILL')
      resolve(code ?? -1)
    })
    child.on('error', (error) => {
      log += String(error)
      resolve(-1)
    })
  })
  return { process: child, ended, ready: () => ready, log: () => log }
}

// Ends the server when this process is gone, however it went: the pipe closes with it. Were even that one killed, the
// next start clears what is left.
function watch(pid: number | undefined): ChildProcess | undefined {
  if (pid === undefined) return undefined
  const child = spawn('sh', ['-c', `cat >/dev/null; kill -INT ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  })
  child.on('error', () => undefined)
  child.stdin?.on('error', () => undefined)
  child.unref()
  return child
}

async function waitUntilReady(server: Server, socketDir: string): Promise<void> {
  let over = false
  void server.ended.then(() => {
    over = true
  })
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (over) throw new Error(`The database did not start: ${server.log()}`)
    if (server.ready() && existsSync(join(socketDir, '.s.PGSQL.5432'))) return
    await sleep(10)
  }
  server.process.kill('SIGQUIT')
  throw new Error(`The database did not become ready within a minute: ${server.log()}`)
}

async function stopServer(server: Server): Promise<void> {
  server.process.kill('SIGINT')
  const timer = setTimeout(() => server.process.kill('SIGQUIT'), 20_000)
  await server.ended
  clearTimeout(timer)
}

/** Ends a server that outlived the process that started it, and removes the lock file of one that did not. */
async function clearLeftovers(data: string, say: (line: string) => void): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (isServerOf(pid, data)) {
    say('a database server left by an earlier crash is being stopped')
    process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 10_000 && isServerOf(pid, data); waited += 50) await sleep(50)
    if (isServerOf(pid, data)) process.kill(pid, 'SIGQUIT')
    for (let waited = 0; waited < 10_000 && isServerOf(pid, data); waited += 50) await sleep(50)
  }
  await rm(lock, { force: true })
}

function isServerOf(pid: number, data: string): boolean {
  const shown = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  if (shown.error) return commandLineFromProc(pid).includes(data)
  return shown.stdout.includes(data)
}

function commandLineFromProc(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
