import type { Caller } from '#platform/commands/types.ts'
import type { Watch } from '#platform/jobs/watch.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { NothingDue, batchSize, findDueCustodies, raiseAlarms } from './raise-alarms.ts'

const caller: Caller = { kind: 'job', job: 'custody.alarms' }
const longestRest = 4_000

interface Rest {
  /** By the time since the process began: the hour may be set back. */
  readonly until: number
  readonly length: number
}

/** Looks four times a second for alarms that are due and raises them. */
export function createAlarmWatch(deps: CustodyDeps): Watch {
  const raise = raiseAlarms(deps)
  const resting = new Map<string, Rest>()
  return {
    every: 250,
    look: async (onFailure) => {
      for (;;) {
        const ids = await deps.kernel.ask(findDueCustodies, caller, { except: atRest(resting) })
        const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, at) =>
          ids.slice(at * batchSize, (at + 1) * batchSize),
        )
        const more = await Promise.all(batches.map((batch) => raiseThese(batch, onFailure)))
        if (!more.includes(true)) return
      }
    },
  }

  /** True where there may be more to do at once. */
  async function raiseThese(ids: readonly string[], onFailure: (error: unknown) => void): Promise<boolean> {
    try {
      await deps.kernel.run(raise, caller, deps.ids.next(), { custodyIds: ids })
      for (const id of ids) resting.delete(id)
      return true
    } catch (error) {
      if (error instanceof NothingDue) return false
      const [id, ...others] = ids
      // One that cannot be judged must not keep the others silent: each is tried alone.
      if (id !== undefined && others.length === 0) rest(id, error, onFailure)
      else for (const each of ids) await raiseThese([each], onFailure)
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
