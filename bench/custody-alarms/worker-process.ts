import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface WorkerSettings {
  readonly home: string
  readonly url: string
  readonly logOrigin: string
}

/** A worker in a process of its own, which can be killed and started again, and whose clock can be set. */
export interface WorkerProcess {
  /** The hour as the worker has it. */
  readonly now: () => number
  /** Sets its clock forwards or backwards. */
  step(milliseconds: number): void
  /** Kills it where it stands. */
  kill(): Promise<void>
  /** Starts it; answers how many milliseconds it took to be at work. */
  start(): Promise<number>
}

export function prepareWorker(settings: WorkerSettings, begin: Date): WorkerProcess {
  let offset = begin.getTime() - Date.now()
  let child: ChildProcess | undefined
  return {
    now: () => Date.now() + offset,
    step: (milliseconds) => {
      offset += milliseconds
      child?.send({ offset })
    },
    kill: async () => {
      if (!child) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      child = undefined
    },
    start: async () => {
      const since = performance.now()
      const started = fork(join(import.meta.dirname, 'bench-worker.ts'), {
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child = started
      started.send({ ...settings, offset })
      await Promise.race([
        once(started, 'message'),
        once(started, 'exit').then(() => Promise.reject(new Error('the worker ended before it was ready'))),
      ])
      return performance.now() - since
    },
  }
}
