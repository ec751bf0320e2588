import type { CustodyTime } from '../custody-deps.ts'
import type { CustodyRules } from '../domain/custody-rules.ts'

const minute = 60_000

/** The hour at which the list of a day goes out, and how far back it looks at least. */
export function dayWindow(
  time: CustodyTime,
  { hours, at }: CustodyRules['dayList'],
  day: string,
): { from: Date; to: Date } {
  const to = legalInstant(time, day, at)
  return { from: new Date(to.getTime() - hours * 60 * minute), to }
}

/** The instant of an hour of the clock on the wall; a day that is an hour longer or shorter is allowed for. */
export function legalInstant(time: CustodyTime, day: string, at: string): Date {
  const guess = new Date(time.dayOf(day).from.getTime() + minutesOf(at) * minute)
  return new Date(guess.getTime() - (minutesOf(time.timeOf(guess)) - minutesOf(at)) * minute)
}

function minutesOf(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return hours * 60 + minutes
}
