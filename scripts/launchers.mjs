// The chain of processes that `npm start` stands on: this one, and above it the shell and npm. Plain JavaScript.
import { readFileSync } from 'node:fs'

/** Process ids from this process up to npm, nearest first; only this one where npm did not start it. */
export function launchers() {
  const chain = [process.pid]
  if (process.env.npm_lifecycle_event !== 'start') return chain
  chain.push(process.ppid)
  const shell = status(process.ppid)
  if (shell && /^(sh|dash|bash|zsh)$/.test(shell.name)) chain.push(shell.parent)
  return chain
}

function status(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return { name: /^Name:\s+(\S+)/m.exec(text)?.[1] ?? '', parent: Number(/^PPid:\s+(\d+)/m.exec(text)?.[1]) }
  } catch {
    return undefined
  }
}
