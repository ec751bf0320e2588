import { createStore } from '../app-store.ts'

/**
 * When this desk locks unless its officer shows up before, by `performance.now()`; null where it does not lock by
 * itself. The server says how long from now: the wall clock of a computer may be wrong.
 */
export const lockDue = createStore<number | null>(null)

export function followLock(seconds: number | null): void {
  lockDue.set(seconds === null ? null : performance.now() + seconds * 1000)
}

/** Whole seconds until then; undefined where the desk does not lock by itself. */
export function secondsToLock(): number | undefined {
  const due = lockDue.get()
  return due === null ? undefined : Math.max(0, Math.round((due - performance.now()) / 1000))
}
