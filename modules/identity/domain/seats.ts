/** Where an officer sits who signs in; decides after how long the session locks. */
export const deskSeats = ['shared-desk', 'own-desk', 'command-room'] as const
/** A wall is no desk: a screen that shows the cells of one place, started from a desk and never signed in at (ADR 12). */
export const seats = [...deskSeats, 'wall'] as const
export type Seat = (typeof seats)[number]

/** All that a wall may ask. The same list is enforced by identity.enter() of the database; a test compares the two. */
export const wallPermissions: readonly string[] = ['custody.board', 'self.seat', 'self.sign-out']

/** True for a seat whose session ends once nobody has been there for half an hour. */
export const endsWhenLeft = (seat: Seat): boolean => locksAt(seat, new Date(0)) !== null

// The same stand in identity.lock_after() of the database; a test compares the two.
const lockMinutes: Readonly<Record<Seat, number | null>> = {
  'shared-desk': 3,
  'own-desk': 15,
  'command-room': null,
  wall: null,
}

/** When a desk locks unless its officer shows up before; null where it does not lock by itself. */
export function locksAt(seat: Seat, seenAt: Date): Date | null {
  const minutes = lockMinutes[seat]
  return minutes === null ? null : new Date(seenAt.getTime() + minutes * 60_000)
}

/** Whole seconds until then, for computers whose clock is wrong. */
export function secondsUntil(at: Date | null, now: Date): number | null {
  return at && Math.max(0, Math.floor((at.getTime() - now.getTime()) / 1000))
}
