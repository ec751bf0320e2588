import { fromWallTime, two, wallTime } from './legal-time.ts'

/**
 * Reads a moment as officers type it: `23/11/2026 22:30`, `23/11 22h30`, `23.11.26 2230`, `22:30` for today, `23/11/2026`
 * for its first minute. Eastern digits are read too. Undefined where it is no moment.
 */
export function parseWhen(text: string, now: Date): Date | undefined {
  const plain = text
    .replaceAll(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replaceAll(/[\u200e\u200f\u2066-\u2069،,]/g, ' ')
    .trim()
  const found =
    /^(?:(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?)?(?:\s*(?:^|\s)(\d{1,2})\s*[:hH.]?\s*(\d{2})?)?$/.exec(plain)
  if (!found || plain === '') return undefined
  const today = wallTime(now)
  const [, day, month, year, hour, minute] = found
  const wall = {
    day: day === undefined ? today.day : Number(day),
    month: month === undefined ? today.month : Number(month),
    year: year === undefined ? today.year : year.length === 2 ? 2000 + Number(year) : Number(year),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
  }
  if (wall.hour > 23 || wall.minute > 59 || wall.month < 1 || wall.month > 12) return undefined
  const lastDay = new Date(Date.UTC(wall.year, wall.month, 0)).getUTCDate()
  if (wall.day < 1 || wall.day > lastDay) return undefined
  return fromWallTime(wall)
}

/** The form in which a typed moment is shown back: `23/11/2026 22:30`. */
export function writeWhen(instant: Date): string {
  const wall = wallTime(instant)
  return `${two(wall.day)}/${two(wall.month)}/${wall.year} ${two(wall.hour)}:${two(wall.minute)}`
}

/** Reads a day: `23/11/2026`, `23.11.26`; gives `2026-11-23`. */
export function parseDay(text: string, now: Date): string | undefined {
  const instant = /[/.-]/.test(text) ? parseWhen(text, now) : undefined
  if (!instant) return undefined
  const wall = wallTime(instant)
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}`
}

export function writeDay(day: string): string {
  return day.split('-').toReversed().join('/')
}
