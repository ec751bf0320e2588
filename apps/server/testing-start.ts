import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from './home.ts'

/** A run of the whole installation as a process of its own, as `npm start` makes it; for tests, benches and the soak. */
export interface Run {
  readonly pid: number
  /** The address, once it is printed; fails where the run ends before. */
  readonly address: Promise<string>
  readonly ended: Promise<number>
  readonly output: () => string
  readonly kill: (signal: NodeJS.Signals) => void
}

export interface RunOptions {
  readonly home: string
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** What is run, and where; the start itself in this project where they are left out. */
  readonly command?: readonly [string, ...string[]]
  readonly cwd?: string
}

const compileCache = join(projectRoot, 'node_modules', '.cache', 'node')

export function startRun(options: RunOptions): Run {
  const [file, ...before] = options.command ?? [
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    'apps/server/start.ts',
  ]
  const child = spawn(file, [...before, ...(options.args ?? ['--port', '0'])], {
    cwd: options.cwd ?? projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_COMPILE_CACHE: compileCache,
      ...process.env,
      DAIRA_HOME: options.home,
      DAIRA_DESK: 'off',
      ...options.env,
    },
  })
  let output = ''
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? (signal ? -1 : -2)))
  })
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: string): void => {
      output += chunk
      const found = /^ {2}(https?:\/\/\S+)$/m.exec(output)
      if (found?.[1]) resolve(found[1])
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read)
    void ended.then((code) => reject(new Error(`the run ended (${code}) without an address:\n${output}`)))
  })
  // Whoever kills a run does not wait for its address.
  address.catch(() => undefined)
  return { pid: pidOf(child), address, ended, output: () => output, kill: (signal) => void child.kill(signal) }
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the run could not be started')
  return child.pid
}

interface Process {
  readonly pid: number
  readonly command: string
}

/** The processes that belong to the installation in `home`: by folder, by environment, or as their children. Linux only. */
export function listProcesses(home: string): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => ({
      pid: Number(name),
      parent: Number(/^PPid:\s+(\d+)/m.exec(read(name, 'status'))?.[1]),
      command: read(name, 'cmdline').replaceAll('\0', ' '),
      own: read(name, 'environ').split('\0').includes(`DAIRA_HOME=${home}`),
    }))
    .filter((each) => each.command !== '')
  const own = new Set(all.filter((each) => each.own || each.command.includes(home)).map((each) => each.pid))
  return all
    .filter((each) => own.has(each.pid) || own.has(each.parent))
    .map(({ pid, command }) => ({ pid, command: command.slice(0, 200) }))
}

/** Waits until nothing of the installation runs any more; answers with what is left after `limit` milliseconds. */
export async function waitUntilGone(home: string, limit: number): Promise<readonly string[]> {
  for (let waited = 0; waited < limit && listProcesses(home).length > 0; waited += 50) await sleep(50)
  return listProcesses(home).map((each) => each.command)
}

function read(pid: string, name: string): string {
  try {
    return readFileSync(join('/proc', pid, name), 'utf8')
  } catch {
    return ''
  }
}
