import { createStore } from '../app-store.ts'

/** By how many milliseconds the server's clock is ahead of this computer's; undefined until it has answered once. */
export const serverAhead = createStore<number | undefined>(undefined)

// The header counts in whole seconds, and the answer was some time on its way.
const coarse = 2_000

/** Learns the server's hour from the `Date` of an answer. */
export function learnServerTime(header: string | null, now: number = Date.now()): void {
  const said = header === null ? Number.NaN : Date.parse(header)
  if (Number.isNaN(said)) return
  const ahead = said + 500 - now
  serverAhead.set(Math.abs(ahead) <= coarse ? 0 : ahead)
}

/** The instant by the server's clock at which this computer's clock showed `at`. */
export function byServerClock(at: string, ahead: number | null): Date {
  return new Date(Date.parse(at) + (ahead ?? serverAhead.get() ?? 0))
}
