import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { readySchema, type RunConfig } from './run-config.ts'

export interface Part {
  readonly name: string
  readonly address: string | undefined
  /** Resolves with a reason when the part ends without having been asked to. */
  readonly died: Promise<string>
}

/** A part whose program is being loaded; it begins once it is told how. */
export interface Launched {
  begin(config: RunConfig): Promise<Part>
}

const patience = 10_000

/**
 * Launches one part of the installation as a process of its own. `onLaunch` gets its process id and the means to stop
 * it, long before it is ready.
 */
export function launchPart(
  name: 'serve' | 'worker',
  onLaunch: (pid: number, stop: () => Promise<void>) => void,
): Launched {
  const child = fork(join(import.meta.dirname, `${name}.ts`), {
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
  onLaunch(child.pid ?? -1, stop)
  return {
    begin: async (config) => {
      if (child.connected) child.send(config, () => undefined)
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
    },
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
