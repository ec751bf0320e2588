import { wallDay } from '../time/legal-time.ts'

const minute = 60_000
const day = 24 * 60 * minute
// What two clocks may differ by.
const slack = 5 * minute

/**
 * The hour that is meant where nothing can lie ahead: `23:50` typed at ten past midnight is that of the day before. Other
 * hours stay as they are, those of a day to come too: they are refused with a reason.
 */
export function pastHour(at: string | null, now: number): string | null {
  if (at === null) return null
  const instant = Date.parse(at)
  const ahead = instant - now > slack
  if (!ahead || wallDay(new Date(instant)) !== wallDay(new Date(now))) return at
  return new Date(instant - day).toISOString()
}
