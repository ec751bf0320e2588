export const seats = ['shared-desk', 'own-desk', 'command-room'] as const
/** Where the officer sits; decides after how long the session locks. */
export type Seat = (typeof seats)[number]

// The same stand in identity.lock_after() of the database; a test compares the two.
const lockMinutes: Readonly<Record<Seat, number | null>> = { 'shared-desk': 3, 'own-desk': 15, 'command-room': null }

/** When a desk locks unless its officer shows up before; null where it does not lock by itself. */
export function locksAt(seat: Seat, seenAt: Date): Date | null {
  const minutes = lockMinutes[seat]
  return minutes === null ? null : new Date(seenAt.getTime() + minutes * 60_000)
}

/** Whole seconds until then, for computers whose clock is wrong. */
export function secondsUntil(at: Date | null, now: Date): number | null {
  return at && Math.max(0, Math.floor((at.getTime() - now.getTime()) / 1000))
}
