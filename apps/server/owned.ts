type Stop = () => Promise<void> | void

/** What a run has started and must stop. */
export interface Owned {
  /** Last started, first stopped. */
  readonly add: (stop: Stop) => void
  /** For what works on all the rest: stopped before it, and together. */
  readonly addFirst: (stop: Stop) => void
  readonly stopping: boolean
  /** Stops everything; one that fails does not keep the others from being stopped. Safe to call twice. */
  readonly stop: () => Promise<void>
}

export function createOwned(onFailure: (error: unknown) => void): Owned {
  const first: Stop[] = []
  const then: Stop[] = []
  let stopping: Promise<void> | undefined
  const run = async (stop: Stop): Promise<void> => {
    try {
      await stop()
    } catch (error) {
      onFailure(error)
    }
  }
  // Whatever comes too late is stopped at once.
  const into = (list: Stop[]) => (stop: Stop) => {
    if (stopping) void run(stop)
    else list.push(stop)
  }
  return {
    add: into(then),
    addFirst: into(first),
    get stopping() {
      return stopping !== undefined
    },
    stop: () => {
      stopping ??= (async () => {
        await Promise.all(first.map(run))
        for (const stop of then.toReversed()) await run(stop)
      })()
      return stopping
    },
  }
}
