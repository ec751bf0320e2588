import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Ends a server that outlived the process that started it. The lock file of one that did not is left to PostgreSQL, which
 * also looks whether anything still works on the data; it goes only where its number now belongs to another program.
 */
export async function clearLeftovers(data: string, say: (line: string) => void): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Math.abs(Number(readFileSync(lock, 'utf8').split('\n')[0]))
  if (!Number.isSafeInteger(pid) || pid === 0) return rm(lock, { force: true })
  // One that has ended but whose parent has not noticed yet looks alive to PostgreSQL.
  if (!isAlive(pid)) return isListed(pid) ? rm(lock, { force: true }) : undefined
  if (!commandLineOf(pid).includes(data)) return rm(lock, { force: true })
  say('a database server left by an earlier crash is being stopped')
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (let waited = 0; waited < 15_000; waited += 50) {
      // One that has ended but whose parent has not noticed yet looks alive to PostgreSQL.
      if (!isAlive(pid)) return isListed(pid) ? rm(lock, { force: true }) : undefined
      await sleep(50)
    }
  }
  throw new Error(`A database server of an earlier start (process ${pid}) does not end. Stop it, then start again.`)
}

/** True where a process of that number runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  if (!isListed(pid)) return false
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return !existsSync('/proc/self')
  }
}

// Answers for those too that have ended and wait for their parent to notice.
function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a process; empty where there is none. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
}
