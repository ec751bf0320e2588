import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { readySchema, type RunConfig } from './run-config.ts'

export interface Part {
  readonly name: string
  readonly address: string | undefined
  /** Resolves with a reason when the part ends without having been asked to. */
  readonly died: Promise<string>
}

/** What a part is launched with. `onLaunch` gets its process id and the means to stop it, long before it is ready. */
export interface PartOptions {
  readonly config: RunConfig
  readonly onLaunch: (pid: number, stop: () => Promise<void>) => void
  /** The module that is run; another one only in tests. */
  readonly file?: string
}

const patience = 10_000

/** Starts one part of the installation as a process of its own and waits until it is ready. */
export async function startPart(name: 'serve' | 'worker', options: PartOptions): Promise<Part> {
  const child = fork(options.file ?? join(import.meta.dirname, `${name}.ts`), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Its own process group: a Ctrl-C in the terminal reaches it through us, in the order of stopping.
    detached: true,
  })
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code ?? -1}`))
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
  })
  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), patience)
    await ended
    clearTimeout(timer)
  }
  options.onLaunch(child.pid ?? -1, stop)
  child.on('error', () => undefined)
  if (child.connected) child.send(options.config, () => undefined)
  const address = await Promise.race([
    waitUntilReady(child),
    ended.then((how) => {
      throw new Error(`the ${name} process ${how} before it was ready`)
    }),
  ])
  return {
    name,
    address,
    died: ended.then((how) => (stopping ? new Promise<string>(() => undefined) : `the ${name} process ${how}`)),
  }
}

function waitUntilReady(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const parsed = readySchema.safeParse(message)
      if (parsed.success) resolve(parsed.data.address)
    })
  })
}
