import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../apps/server/home.ts'
import { type Run, listProcesses, startRun, waitUntilGone } from '../../apps/server/testing-start.ts'
import type { BenchResult } from '../bench-result.ts'

const bars = { cold: 60, clean: 5, kill: 15 } as const
const leftOut = new Set(['node_modules', '.git', 'dist', 'out', 'coverage', '.daira'])

/**
 * `npm run bench -- start [ROUNDS]`: seconds from `npm start` to the address. Cold is what a newcomer sees when the
 * packages are there and nothing else: no cluster, no database, no desk application built.
 */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const rounds = Number(args[0] ?? 3)
  const measured: Record<keyof typeof bars, number[]> = { cold: [], clean: [], kill: [] }
  for (let round = 0; round < rounds; round += 1) {
    const tree = await copyTree()
    const home = await mkdtemp(join(tmpdir(), 'daira-bench-home-'))
    const begin = (): Run =>
      startRun({
        home,
        cwd: tree,
        command: [process.execPath, 'scripts/start.mjs'],
        env: { DAIRA_DESK: 'on', npm_lifecycle_event: '' },
      })
    try {
      const cold = await measure(begin, measured.cold)
      await end(cold, home, 'SIGINT')
      const clean = await measure(begin, measured.clean)
      // The whole of it at once: npm's own process, the start, and the database.
      for (const each of listProcesses(home)) kill(each.pid)
      await clean.ended
      const repaired = await measure(begin, measured.kill)
      await end(repaired, home, 'SIGINT')
    } finally {
      for (const each of listProcesses(home)) kill(each.pid)
      for (const dir of [tree, home]) await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  }
  const rows = Object.entries(measured).map(([what, seconds]) => ({
    start: what === 'kill' ? 'after kill -9 of everything' : what === 'clean' ? 'after a clean stop' : 'cold',
    times: seconds.length,
    'best s': round1(Math.min(...seconds)),
    'worst s': round1(Math.max(...seconds)),
    'bar s': bars[what as keyof typeof bars],
  }))
  const worst = rows.map((row) => row['worst s'])
  return {
    name: 'start',
    rows,
    figure: worst.map((each) => `${each} s`).join(' / '),
    bar: `${bars.cold} / ${bars.clean} / ${bars.kill} s, the worst of ${rounds}`,
    ok: rows.every((row) => row['worst s'] <= row['bar s'] && row.times === rounds),
    notes: [
      'from `npm start` to the printed address, set-up of the packages apart; training data of 30 cases stand before the first address',
      'after a clean stop and after a kill the remaining training cases are still being made, as after any short first run',
    ],
  }
}

async function measure(begin: () => Run, into: number[]): Promise<Run> {
  const since = performance.now()
  const run = begin()
  await run.address
  into.push((performance.now() - since) / 1000)
  return run
}

async function end(run: Run, home: string, signal: NodeJS.Signals): Promise<void> {
  run.kill(signal)
  await run.ended
  const left = await waitUntilGone(home, 5_000)
  if (left.length > 0) throw new Error(`left running after ${signal}: ${left.join('; ')}`)
}

// A tree of its own, so that nothing of this one is built, stopped or overwritten.
async function copyTree(): Promise<string> {
  const tree = await mkdtemp(join(tmpdir(), 'daira-bench-start-'))
  for (const entry of await readdir(projectRoot)) {
    if (leftOut.has(entry) || entry.startsWith('.daira-')) continue
    await cp(join(projectRoot, entry), join(tree, entry), { recursive: true })
  }
  await symlink(join(projectRoot, 'node_modules'), join(tree, 'node_modules'))
  return tree
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

const round1 = (value: number): number => Math.round(value * 10) / 10
