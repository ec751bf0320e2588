import type { Caller } from '#platform/commands/types.ts'
import type { Watch } from '#platform/jobs/watch.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { findUntoldAlarms, tellAlarms } from './tell-alarms.ts'
import { NothingDue, batchSize, findDueCustodies, raiseAlarms } from './raise-alarms.ts'

const caller: Caller = { kind: 'job', job: 'custody.alarms' }
const longestRest = 4_000
// Half of the worker's connections: the log and the queue want theirs.
const lanes = 5

/** Raises, or tells, of all those ids in one command. */
type Act = (ids: readonly string[]) => Promise<unknown>

interface Rest {
  /** By the time since the process began: the hour may be set back. */
  readonly until: number
  readonly length: number
}

/** Looks four times a second for alarms that are due, raises them, and tells of those that were raised. */
export function createAlarmWatch(deps: CustodyDeps): Watch {
  const raise = raiseAlarms(deps)
  const tell = tellAlarms(deps)
  const resting = new Map<string, Rest>()
  return {
    every: 250,
    look: async (onFailure) => {
      for (;;) {
        const due = await deps.kernel.ask(findDueCustodies, caller, { except: atRest(resting) })
        // All that is due is raised before anybody is told of any.
        if (
          await inLanes(due, (custodyIds) => deps.kernel.run(raise, caller, deps.ids.next(), { custodyIds }), onFailure)
        )
          continue
        const untold = await deps.kernel.ask(findUntoldAlarms, caller, { except: atRest(resting) })
        if (
          !(await inLanes(
            untold,
            (alarmIds) => deps.kernel.run(tell, caller, deps.ids.next(), { alarmIds }),
            onFailure,
          ))
        )
          return
      }
    },
  }

  /** Does a batch at a time in each lane; true where there may be more to do at once. */
  async function inLanes(ids: readonly string[], act: Act, onFailure: (error: unknown) => void): Promise<boolean> {
    const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, at) =>
      ids.slice(at * batchSize, (at + 1) * batchSize),
    )
    const done: boolean[] = []
    const work = async (): Promise<void> => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) done.push(await actOn(batch, act, onFailure))
    }
    await Promise.all(Array.from({ length: lanes }, work))
    return done.includes(true)
  }

  async function actOn(ids: readonly string[], act: Act, onFailure: (error: unknown) => void): Promise<boolean> {
    try {
      await act(ids)
      for (const id of ids) resting.delete(id)
      return true
    } catch (error) {
      if (error instanceof NothingDue) return false
      const [id, ...others] = ids
      // One that cannot be judged must not keep the others silent: each is tried alone.
      if (id !== undefined && others.length === 0) rest(id, error, onFailure)
      else for (const each of ids) await actOn([each], act, onFailure)
      return true
    }
  }

  function rest(id: string, error: unknown, onFailure: (error: unknown) => void): void {
    const length = Math.min(longestRest, 2 * (resting.get(id)?.length ?? 250))
    resting.set(id, { until: performance.now() + length, length })
    onFailure(new Error(`custody ${id}`, { cause: error }))
  }
}

function atRest(resting: ReadonlyMap<string, Rest>): string[] {
  const now = performance.now()
  return [...resting].filter(([, { until }]) => until > now).map(([id]) => id)
}
