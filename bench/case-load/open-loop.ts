import { setTimeout as sleep } from 'node:timers/promises'

/** Latencies in milliseconds from the moment a request was due, so that a slow server cannot hide behind slow clients. */
export interface Measured {
  readonly latencies: number[]
  failed: number
}

/**
 * Calls `act` at a steady rate for some seconds, whether or not earlier calls have been answered: an open loop. Waits for
 * the last answer.
 */
export async function openLoop(
  perSecond: number,
  seconds: number,
  act: (at: number) => Promise<void>,
): Promise<Measured> {
  const measured: Measured = { latencies: [], failed: 0 }
  const running = new Set<Promise<void>>()
  const start = performance.now()
  const total = Math.round(perSecond * seconds)
  for (let at = 0; at < total; at += 1) {
    const due = start + (at * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await sleep(wait)
    const one = act(at).then(
      () => {
        measured.latencies.push(performance.now() - due)
      },
      () => {
        measured.failed += 1
      },
    )
    running.add(one)
    void one.finally(() => running.delete(one))
  }
  await Promise.all(running)
  return measured
}
