import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../apps/server/home.ts'
import { type Run, listProcesses, startRun, waitUntilGone } from '../../apps/server/testing-start.ts'
import { type BenchResult, percentile } from '../bench-result.ts'
import { findLosses } from './findings.ts'
import { startWriters } from './writers.ts'

const writersOf = ['T-desk', 'T-desk2', 'T-desk3', 'T-investigator', 'T-investigator2', 'T-investigator3']

/** What is killed in turn, and how it is told from the other processes of the installation. */
const targets = {
  server: /apps\/server\/serve\.ts/,
  database: /bin\/postgres -D/,
  worker: /apps\/server\/worker\.ts/,
  connection: /postgres: daira_app@/,
  start: /apps\/server\/start\.ts/,
} as const
type Target = keyof typeof targets

interface Tally {
  kills: number
  readonly back: number[]
}

/** `npm run soak -- kill [--kills 100]`: kills parts under load; what was acknowledged must be there, and the log whole. */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const { values } = parseArgs({ args: [...args], options: { kills: { type: 'string', default: '100' } } })
  const kills = Number(values.kills)
  if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills is a number from 1 on')
  const home = await mkdtemp(join(tmpdir(), 'daira-soak-'))
  const port = randomInt(20_000, 40_000)
  const begin = (): Run => startRun({ home, args: ['--port', String(port)] })
  const tallies = new Map<Target, Tally>()
  const losses: string[] = []
  let checks = 0
  let running = begin()
  const writers = startWriters(await running.address, writersOf)
  const outputs: string[] = []
  try {
    for (let count = 1; count <= kills; count += 1) {
      await sleep(randomInt(200, 2_000))
      const names = Object.keys(targets) as Target[]
      const target = names[(count - 1) % names.length] ?? 'server'
      const since = performance.now()
      outputs.push(running.output())
      running = await killAndRepair(target, home, running, begin)
      const known = writers.acknowledged.length
      await waitForWrite(() => writers.acknowledged.length > known)
      const tally = tallies.get(target) ?? { kills: 0, back: [] }
      tally.kills += 1
      tally.back.push(Math.round(performance.now() - since))
      tallies.set(target, tally)
      const found = await findLosses(home, writers.acknowledged.slice())
      if (count % 20 === 0 || count === kills) {
        found.push(...checkLog(home))
        checks += 1
      }
      losses.push(...found.map((each) => `after kill ${count} (${target}): ${each}`))
      console.error(
        `soak · ${count} of ${kills} (${target}), ${writers.acknowledged.length} acknowledged${found.length > 0 ? `, LOST: ${found.join('; ')}` : ''}`,
      )
      if (losses.length > 10) break
    }
    await writers.stop()
    losses.push(...(await findLosses(home, writers.acknowledged)))
  } finally {
    await writers.stop()
    running.kill('SIGTERM')
    await running.ended
    const left = await waitUntilGone(home, 5_000)
    for (const each of listProcesses(home)) process.kill(each.pid, 'SIGKILL')
    losses.push(...left.map((each) => `left running at the end: ${each}`))
    outputs.push(running.output())
    await rm(home, { recursive: true, force: true })
  }
  if (process.env['DAIRA_DEBUG']) console.error(outputs.join('\n'))
  const done = [...tallies.values()].reduce((sum, each) => sum + each.kills, 0)
  return {
    name: 'kill',
    rows: [...tallies].map(([what, { kills: times, back }]) => ({
      killed: what,
      times,
      'back to the next write p50 ms': percentile(back, 0.5),
      'max ms': Math.max(...back),
    })),
    figure: `${done} kills, ${writers.acknowledged.length} acknowledged writes, ${losses.length} losses or gaps`,
    bar: `${kills} kills, 0 losses, the log whole`,
    ok: done === kills && losses.length === 0 && writers.wrong.length === 0 && writers.acknowledged.length > kills,
    notes: [
      `${writersOf.length} officers wrote into the register over HTTP without a pause, each request repeated under its key until answered (${writers.unanswered()} attempts were not)`,
      `after every kill: each acknowledged line, its event and its place in the log looked up past the walls; numbers and log without gaps. The whole log verified ${checks} times by daira audit check`,
      ...losses.slice(0, 20),
      ...[...new Set(writers.wrong)].slice(0, 10).map((each) => `an answer that should not be: ${each}`),
    ],
  }
}

// The database repairs itself when one of its connections is killed; everything else ends the run, which is started again.
async function killAndRepair(target: Target, home: string, running: Run, begin: () => Run): Promise<Run> {
  const victims = listProcesses(home).filter((each) => targets[target].test(each.command))
  const victim = victims[randomInt(0, Math.max(1, victims.length))]
  if (!victim) throw new Error(`there is no ${target} to kill`)
  process.kill(victim.pid, 'SIGKILL')
  // What was on its way may still be answered; the next answer after that is one of the repaired database.
  if (target === 'connection') {
    await sleep(300)
    return running
  }
  await running.ended
  const next = begin()
  await next.address
  return next
}

async function waitForWrite(written: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (written()) return
    await sleep(20)
  }
  throw new Error('nobody could write within a minute of the repair')
}

function checkLog(home: string): string[] {
  const done = spawnSync(process.execPath, ['apps/server/cli.ts', 'audit', 'check', '--lang', 'en'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, DAIRA_HOME: home },
  })
  return done.status === 0 ? [] : [`audit check: ${done.stdout}${done.stderr}`]
}
