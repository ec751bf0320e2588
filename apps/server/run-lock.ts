import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { commandLineOf, isAlive } from '#platform/db/embedded/leftovers.ts'

const noteSchema = z.object({
  pid: z.int(),
  address: z.string().optional(),
  /** Processes that must not outlive the one that holds the lock. */
  parts: z.array(z.object({ name: z.string(), pid: z.int() })).default([]),
})
type Note = z.output<typeof noteSchema>

/** The right to run one installation, and what is known of the run. */
export interface RunLock {
  /** Remembers a process, for the start that comes after a crash. */
  readonly addPart: (name: string, pid: number) => void
  /** Remembers the address, for whoever starts it a second time. */
  readonly setAddress: (address: string) => void
  readonly release: () => void
}

/** Takes the right to run an installation; throws a sentence where another process has it. */
export function takeRunLock(home: string): () => void {
  const lock = tryLock(home)
  if (!lock) throw new Error(alreadyRunning(readNote(home)))
  return lock.release
}

/**
 * Takes the right to run an installation, waiting a moment for one that is just ending. Ends what a run that was killed
 * left alive. Throws a sentence where another run goes on.
 */
export async function openRunLock(home: string, say: (line: string) => void): Promise<RunLock> {
  const before = readNote(home)
  let lock = tryLock(home)
  for (let waited = 0; !lock && waited < 3_000; waited += 100) {
    await sleep(100)
    lock = tryLock(home)
  }
  if (!lock) throw new Error(alreadyRunning(readNote(home)))
  for (const part of before?.parts ?? []) await endOrphan(part, say)
  return lock
}

// The operating system itself holds this lock (SQLite's, on an empty file) and lets go of it when the process ends,
// however it ends: no mark of a dead process can be mistaken for a living one, and no two starts can both win.
function tryLock(home: string): RunLock | undefined {
  const dir = join(home, 'secrets')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(dir, 'running.lock'), { timeout: 0 })
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return undefined
    throw error
  }
  let note: Note = { pid: process.pid, parts: [] }
  const write = (next: Note): void => {
    note = next
    writeFileSync(notePath(home), JSON.stringify(note), { mode: 0o600 })
  }
  write(note)
  let held = true
  return {
    addPart: (name, pid) => write({ ...note, parts: [...note.parts, { name, pid }] }),
    setAddress: (address) => write({ ...note, address }),
    release: () => {
      if (!held) return
      held = false
      rmSync(notePath(home), { force: true })
      file.close()
    },
  }
}

const notePath = (home: string): string => join(home, 'secrets', 'running')

function readNote(home: string): Note | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(notePath(home), 'utf8')))
  } catch {
    return undefined
  }
}

function alreadyRunning(note: Note | undefined): string {
  const who = note ? ` (process ${note.pid}${note.address ? `, ${note.address}` : ''})` : ''
  const how = note ? ` with: kill ${note.pid}` : ''
  return `Daira is already running here${who}. Use it, or stop it first${how}`
}

// A number alone says little: another program may have it by now.
async function endOrphan(part: Note['parts'][number], say: (line: string) => void): Promise<void> {
  if (!isAlive(part.pid) || !commandLineOf(part.pid).includes(`apps/server/${part.name}.ts`)) return
  say(`the ${part.name} process of an earlier run is being ended`)
  process.kill(part.pid, 'SIGKILL')
  for (let waited = 0; waited < 5_000 && isAlive(part.pid); waited += 50) await sleep(50)
}
