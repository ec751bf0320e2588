/** What a run has started and must stop: last started, first stopped. */
export interface Owned {
  readonly add: (stop: () => Promise<void> | void) => void
  readonly stopping: boolean
  /** Stops everything; one that fails does not keep the others from being stopped. Safe to call twice. */
  readonly stop: () => Promise<void>
}

export function createOwned(onFailure: (error: unknown) => void): Owned {
  const stops: (() => Promise<void> | void)[] = []
  let stopping: Promise<void> | undefined
  const run = async (stop: () => Promise<void> | void): Promise<void> => {
    try {
      await stop()
    } catch (error) {
      onFailure(error)
    }
  }
  return {
    add: (stop) => {
      // Whatever comes too late is stopped at once.
      if (stopping) void run(stop)
      else stops.push(stop)
    },
    get stopping() {
      return stopping !== undefined
    },
    stop: () => {
      stopping ??= (async () => {
        for (const stop of stops.toReversed()) await run(stop)
      })()
      return stopping
    },
  }
}
