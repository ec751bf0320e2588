import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { readySchema, type RunConfig } from './run-config.ts'

export interface Part {
  readonly name: string
  readonly address: string | undefined
  /** Resolves with a reason when the part ends without having been asked to. */
  readonly died: Promise<string>
  stop(): Promise<void>
}

/** Starts one part of the installation as a process of its own and waits until it is ready. */
export async function startPart(name: 'serve' | 'worker', config: RunConfig): Promise<Part> {
  const child = fork(join(import.meta.dirname, `${name}.ts`), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  child.send(config)
  const address = await Promise.race([
    waitUntilReady(child),
    ended.then((code) => {
      throw new Error(`${name} ended with code ${code} before it was ready`)
    }),
  ])
  let stopping = false
  return {
    name,
    address,
    died: ended.then((code) => (stopping ? new Promise<string>(() => undefined) : `${name} ended with code ${code}`)),
    stop: async () => {
      stopping = true
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
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
