import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, chown, mkdir, rm } from 'node:fs/promises'
import { join, resolve as absolute } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clearLeftovers } from './leftovers.ts'
import { clusterPlace, ensureCluster } from './make-cluster.ts'
import { libraryEnvironment, placeNativePostgres } from './native.ts'
import { asRoot, findClosedFolder, serverUid } from './server-user.ts'

/** A PostgreSQL server of our own, reachable by its Unix socket only. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser; used for set-up only, never by a running server. */
  readonly superuserUrl: string
  readonly urlFor: (role: string, password: string, database: string) => string
  /** Process id of the server. */
  readonly pid: number
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
  /** Gets the means to stop the server as soon as it has been launched, long before it is ready. */
  readonly onLaunch?: (stop: () => Promise<void>) => void
}

/** Starts (and the first time creates) the cluster in `dir`, clearing away what a crash left behind. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const say = options.say ?? (() => undefined)
  const dir = absolute(options.dir)
  await mkdir(dir, { recursive: true, mode: 0o755 })
  if (asRoot) await openToServer(dir)
  const native = await placeNativePostgres(join(dir, 'postgres'))
  const place = clusterPlace(dir)
  const socketDir = socketDirOf(dir)

  await clearLeftovers(place.data, say)
  await ensureCluster(native, place, say)
  await rm(socketDir, { recursive: true, force: true })
  await mkdir(socketDir, { mode: 0o700 })
  if (asRoot) await chown(socketDir, serverUid, serverUid)

  const password = readFileSync(place.passwordFile, 'utf8')
  let server = launch(native, place.data, socketDir, options)
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopping ??= stopServer(server).then(() => rm(socketDir, { recursive: true, force: true }))
    return stopping
  }
  options.onLaunch?.(stop)
  for (let attempt = 1; ; attempt += 1) {
    try {
      await waitUntilReady(server, say)
      break
    } catch (error) {
      // After the server itself was killed its workers take a moment to notice and to let go of the data.
      if (stopping || attempt > 20 || !/shared memory block .* is still in use/.test(server.log())) {
        await stop()
        throw error
      }
      await sleep(500)
      server = launch(native, place.data, socketDir, options)
    }
  }
  const running = server
  return {
    superuserUrl: embeddedUrl(dir, 'postgres', password, 'postgres'),
    urlFor: (role, secret, database) => embeddedUrl(dir, role, secret, database),
    pid: running.process.pid ?? -1,
    died: running.ended.then((code) =>
      stopping ? new Promise<string>(() => undefined) : `the database server ended (exit ${code}): ${running.log()}`,
    ),
    stop,
  }
}

// Another user runs the server: it must be able to walk in, and finds only what is its own open.
async function openToServer(dir: string): Promise<void> {
  await chmod(dir, 0o755)
  const closed = findClosedFolder(dir)
  if (closed === undefined) return
  throw new Error(
    `The database runs as a user of its own, which cannot enter ${closed}. Set DAIRA_HOME to a folder that others may walk into, such as /var/lib/daira; or run: chmod o+x ${closed}`,
  )
}

// A socket's path may hold 103 bytes (macOS) at most, so that it cannot lie in a deep data folder. The temporary folder
// of the environment is not asked: another process of this installation may have another one.
function socketDirOf(dir: string): string {
  const inside = join(absolute(dir), 'run')
  if (Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= 100) return inside
  return join('/tmp', `daira-${createHash('sha256').update(absolute(dir)).digest('hex').slice(0, 12)}`)
}

/** Connection string to the cluster in `dir`, for a process that did not start its server. */
export function embeddedUrl(dir: string, role: string, password: string, database: string): string {
  const host = encodeURIComponent(socketDirOf(dir))
  return `postgres://${encodeURIComponent(role)}:${encodeURIComponent(password)}@/${encodeURIComponent(database)}?host=${host}`
}

interface Server {
  readonly process: ChildProcess
  readonly ended: Promise<number>
  readonly ready: () => boolean
  readonly log: () => string
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
      if (watchdog?.pid !== undefined) endGroup(watchdog.pid)
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

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

// As long as the server lives it is waited for: after a crash it may have much to read back.
async function waitUntilReady(server: Server, say: (line: string) => void): Promise<void> {
  let over = false
  void server.ended.then(() => {
    over = true
  })
  for (let waited = 0; ; waited += 10) {
    if (over) throw new Error(`The database did not start: ${server.log()}`)
    if (server.ready()) return
    if (waited === 4_000) say('the database is recovering from a crash')
    await sleep(10)
  }
}

async function stopServer(server: Server): Promise<void> {
  server.process.kill('SIGINT')
  const timer = setTimeout(() => server.process.kill('SIGQUIT'), 20_000)
  await server.ended
  clearTimeout(timer)
}
