import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, openDatabase } from '#platform/db/database.ts'
import type { createManualClock } from '#platform/clock.ts'
import { type Held, type Precinct, type Wanted, holdPeople } from './hold-people.ts'
import { type Raised, countUntold, countWaiting, watchRaised } from './watch-raised.ts'
import { type WorkerSettings, prepareWorker } from './worker-process.ts'

const second = 1_000
const hour = 3_600_000
const thresholds = [12, 6, 2, 0.5, 0]
export interface ScenarioOptions {
  readonly count: number
  /** Length of the minute that is measured; the rest is cut to its measure. */
  readonly seconds: number
  readonly lanes: number
  readonly precinct: Omit<Precinct, 'now'>
  /** Clock of the house through which custodies are opened. */
  readonly clock: ReturnType<typeof createManualClock>
  readonly worker: WorkerSettings
  readonly say: (line: string) => void
}

/** Lateness in milliseconds, each in the order of what was looked at. */
export interface Outcome {
  readonly held: number
  readonly raised: number
  readonly notices: number
  /** Due in the measured minute: by the hour written, and by the hour at which another connection saw it. */
  readonly written: readonly number[]
  readonly seen: readonly number[]
  readonly restart: number
  /** From the jump of an hour until everyone had been told of everything. */
  readonly toldAfter: number
  /** Due while no worker was there: after it was at work again. */
  readonly afterKill: readonly number[]
  /** Due in the hour that was jumped over: after the jump. */
  readonly afterStep: readonly number[]
  /** Of custodies opened after the clock was set back. */
  readonly afterStepBack: readonly number[]
  readonly faults: readonly string[]
}

/** Holds people, lets their alarms come, kills the worker in the middle, sets its clock forwards and back. */
export async function runScenario(options: ScenarioOptions): Promise<Outcome> {
  const { count, clock, precinct, say } = options
  const measured = options.seconds * second
  const start = clock.now().getTime()
  const first = start + 120 * second
  const at = { measure: first, kill: first + measured, up: first + measured * 1.25, step: first + measured * 1.75 }
  const wanted = wantedCustodies(count, at, start)
  const held = await holdPeople({ ...precinct, now: clock.now() }, wanted, options.lanes, (done) =>
    say(`${done} of ${count} people held`),
  )
  const database = openDatabase(options.worker.url, { max: 3, name: 'daira bench watch' })
  const worker = prepareWorker(options.worker, new Date(start))
  const watch = watchRaised(database, worker.now)
  const until = async (hourOf: number): Promise<void> => sleep(Math.max(0, hourOf - worker.now()))
  try {
    await worker.start()
    // What was late when it was taken down is raised first; a third of the minute is left for that.
    worker.step(Math.max(0, at.measure - measured / 3 - worker.now()))
    say('the worker is at work')
    await until(at.kill + measured / 12)
    await worker.kill()
    const downAt = worker.now()
    await until(at.up)
    const restart = await worker.start()
    const upAt = worker.now()
    say(`killed, down for ${Math.round((upAt - downAt) / second)} s`)
    await until(Math.max(at.step, upAt + 6 * second))
    const before = worker.now()
    worker.step(hour)
    const stepAt = worker.now()
    await noneWaiting(database, worker.now)
    const raisedAfter = worker.now() - stepAt
    await allTold(database)
    const toldAfter = worker.now() - stepAt
    say(`an hour forwards: nothing waits after ${(raisedAfter / second).toFixed(1)} s`)
    await sleep(500)
    worker.step(-hour)
    const backAt = worker.now()
    clock.set(new Date(backAt))
    const later = await holdPeople(
      { ...precinct, now: clock.now() },
      thresholds.map((hoursBefore, index) => ({
        hoursBefore,
        dueAt: backAt + measured / 4 + index * second,
        lookInAt: backAt + measured / 4,
      })),
      1,
      () => undefined,
    )
    await until(backAt + measured / 4 + thresholds.length * second)
    await noneWaiting(database, worker.now)
    await allTold(database)
    await sleep(500)
    await watch.stop()
    const raised = watch.raised()
    const ids = new Set(later.map(({ id }) => id))
    const inTime = raised.filter(({ custodyId, dueAt }) => !ids.has(custodyId) && dueAt >= at.measure)
    const ordinary = inTime.filter(({ dueAt }) => dueAt < at.kill)
    return {
      held: held.length + later.length,
      raised: raised.length,
      notices: await countNotices(database),
      written: ordinary.map(({ raisedAt, dueAt }) => raisedAt - dueAt),
      seen: ordinary.map(({ seenAt, dueAt }) => seenAt - dueAt),
      restart,
      toldAfter,
      afterKill: inTime
        .filter(({ dueAt }) => dueAt >= at.kill && dueAt <= before)
        .map(({ seenAt, dueAt }) => seenAt - (dueAt >= downAt - second && dueAt < upAt ? upAt : dueAt)),
      afterStep: inTime
        .filter(({ dueAt }) => dueAt > before)
        .map(({ seenAt, dueAt }) => seenAt - Math.max(dueAt, stepAt)),
      afterStepBack: raised
        .filter(({ custodyId, dueAt }) => ids.has(custodyId) && dueAt > backAt)
        .map(({ seenAt, dueAt }) => seenAt - dueAt),
      faults: await findFaults(database, raised, [...held, ...later], worker.now()),
    }
  } finally {
    await watch.stop()
    await worker.kill()
    await database.close()
  }
}

/** A quarter falls due in the measured minute, some around the kill, some in the hour that is jumped over; the rest wait. */
function wantedCustodies(
  count: number,
  at: { readonly measure: number; readonly kill: number; readonly step: number },
  start: number,
): Wanted[] {
  const spread = (from: number, to: number, index: number): number =>
    Math.round(from + ((index * 0.618_034) % 1) * (to - from))
  return Array.from({ length: count }, (_, index) => {
    const share = (index * 0.381_966) % 1
    const dueAt =
      share < 0.25
        ? spread(at.measure, at.kill, index)
        : share < 0.4
          ? spread(at.kill, at.step, index)
          : share < 0.6
            ? spread(at.step + 60 * second, at.step + hour, index)
            : start + 20 * hour
    return {
      hoursBefore: share < 0.6 ? (thresholds[index % thresholds.length] ?? 0) : 12,
      dueAt,
      // One in ten is looked in on too late within the measured minute.
      lookInAt: index % 10 === 0 ? spread(at.measure, at.kill, index) : start + spread(50, 60, index) * 60 * second,
    }
  })
}

async function noneWaiting(database: Database, now: () => number): Promise<void> {
  for (let waited = 0; waited < 60 * second; waited += 100) {
    if ((await countWaiting(database, now())) === 0) return
    await sleep(100)
  }
}

async function allTold(database: Database): Promise<void> {
  for (let waited = 0; waited < 60 * second; waited += 100) {
    if ((await countUntold(database)) === 0) return
    await sleep(100)
  }
}

async function countNotices(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ notices: number }>(
    `select count(*)::int as notices from notices.notice where kind like 'custody.%'`,
  )
  return rows[0]?.notices ?? 0
}

/** What was lost, raised twice or too early; the log and the notices must say the same as the alarms. */
async function findFaults(
  database: Database,
  raised: readonly Raised[],
  held: readonly Held[],
  now: number,
): Promise<string[]> {
  const faults: string[] = []
  const latest = Math.max(now, ...raised.map(({ raisedAt }) => raisedAt))
  const expected = held.filter(({ dueAt }) => dueAt <= latest)
  const of = Map.groupBy(raised, ({ custodyId, what, hoursBefore }) => `${custodyId} ${what} ${hoursBefore}`)
  for (const { id, hoursBefore, dueAt } of expected) {
    const found = (of.get(`${id} deadline ${hoursBefore}`) ?? []).filter((each) => each.dueAt === dueAt)
    if (found.length !== 1) faults.push(`the alarm of ${id} was raised ${found.length} times`)
  }
  const early = raised.filter(({ raisedAt, dueAt }) => raisedAt < dueAt).length
  if (early > 0) faults.push(`${early} were raised before they were due`)
  const waiting = await countWaiting(database, now)
  if (waiting > 0) faults.push(`${waiting} wait and are due`)
  const { rows } = await database.pool.query<{ logged: number; told: number; officers: number }>(
    `select (select sum((codes ->> 'count')::int)::int from audit.event where type = 'custody.alarms-raised') as logged,
       (select count(*)::int from notices.notice where dedupe_key like 'custody-alarm:%') as told,
       (select count(distinct (officer_id, dedupe_key))::int from notices.notice where dedupe_key like 'custody-alarm:%') as officers`,
  )
  const said = rows[0]
  if (said?.logged !== raised.length)
    faults.push(`the log tells of ${said?.logged} alarms, ${raised.length} were raised`)
  if (said?.told !== said?.officers) faults.push('someone was told twice of one alarm')
  if ((said?.told ?? 0) < raised.length * 3) faults.push(`${said?.told} notices for ${raised.length} alarms`)
  return faults
}
