import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Marks an installation as running. Throws where another living process runs it already; a dead one's mark is taken over. */
export function takeRunLock(home: string): () => void {
  const path = join(home, 'secrets', 'running')
  if (existsSync(path)) {
    const pid = Number(readFileSync(path, 'utf8'))
    if (pid !== process.pid && isStartOf(pid)) {
      throw new Error(`Daira is already running here (process ${pid}). Use it, or stop it first.`)
    }
  }
  writeFileSync(path, String(process.pid), { mode: 0o600 })
  return () => rmSync(path, { force: true })
}

// A number alone says little: after a restart of the machine another program may have it.
function isStartOf(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return (
      process.platform !== 'linux' || /apps\/server\/(start|cli)/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    )
  } catch {
    return false
  }
}
