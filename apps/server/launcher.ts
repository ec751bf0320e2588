import { readFileSync } from 'node:fs'

/**
 * Calls `onGone` when `npm start` itself is gone, however it went: this process must not go on where nobody can stop it
 * from the terminal any more. `DAIRA_LAUNCHERS` names the processes between npm and this one, nearest first.
 */
export function watchLaunchers(onGone: () => void, env: NodeJS.ProcessEnv = process.env): () => void {
  const launchers = (env['DAIRA_LAUNCHERS'] ?? '').split(',').filter(Boolean).map(Number)
  if (launchers.length === 0) return () => undefined
  const timer = setInterval(() => {
    if (isBroken(launchers)) {
      clearInterval(timer)
      onGone()
    }
  }, 300)
  timer.unref()
  return () => clearInterval(timer)
}

// A child whose parent has ended has another one from then on, even where the ended one is still listed.
function isBroken([nearest, ...further]: readonly number[]): boolean {
  if (nearest === undefined) return false
  if (process.ppid !== nearest) return true
  let child = nearest
  for (const parent of further) {
    const now = parentOf(child)
    if (now !== undefined && now !== parent) return true
    child = parent
  }
  return false
}

function parentOf(pid: number): number | undefined {
  try {
    const found = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found?.[1] === undefined ? undefined : Number(found[1])
  } catch {
    return undefined
  }
}
