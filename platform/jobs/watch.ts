import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Work that finds by itself what there is to do. It is called again a moment after it ended, in every worker there is, so
 * that it must bear others at the same work and being cut off anywhere.
 */
export interface Watch {
  /** Milliseconds between two looks. */
  readonly every: number
  /** What could not be done is told to `onFailure` where the rest goes on; thrown where nothing does. */
  readonly look: (onFailure: (error: unknown) => void) => Promise<void>
}

const pauseAfterFailure = 1_000

/** Runs watches side by side until stopped; one that fails delays no other and is called again. */
export function runWatches(
  watches: Readonly<Record<string, Watch>>,
  onFailure: (name: string, error: unknown) => void,
): { stop(): Promise<void> } {
  let stopping = false
  const running = Object.entries(watches).map(async ([name, { every, look }]) => {
    while (!stopping) {
      try {
        await look((error) => onFailure(name, error))
        await sleep(every)
      } catch (error) {
        onFailure(name, error)
        await sleep(pauseAfterFailure)
      }
    }
  })
  return {
    stop: async () => {
      stopping = true
      await Promise.all(running)
    },
  }
}
