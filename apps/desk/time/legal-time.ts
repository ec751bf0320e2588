/** A moment as the wall clock of the country shows it. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** 0 is Sunday. */
  readonly weekday: number
}

const zone = 'Africa/Casablanca'

const parts = new Intl.DateTimeFormat('en-GB-u-nu-latn-ca-gregory', {
  timeZone: zone,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Wall time of an instant. The zone of the computer plays no part: a wrongly set desk still shows legal time. */
export function wallTime(instant: Date): WallTime {
  const found = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, Number(part.value)]))
  const get = (name: string): number => found[name] ?? 0
  const [year, month, day] = [get('year'), get('month'), get('day')]
  return {
    year,
    month,
    day,
    hour: get('hour'),
    minute: get('minute'),
    second: get('second'),
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  }
}

/** The instant at which the wall clock shows this; the earlier of two where the clock was set back. */
export function fromWallTime(wall: Omit<WallTime, 'weekday' | 'second'> & { readonly second?: number }): Date {
  const guess = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second ?? 0)
  const shift = (instant: number): number => {
    const shown = wallTime(new Date(instant))
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - instant
  }
  const first = guess - shift(guess)
  return new Date(guess - shift(first))
}

/** Day of the wall clock as `2026-11-23`. */
export function wallDay(instant: Date): string {
  const { year, month, day } = wallTime(instant)
  return `${year}-${two(month)}-${two(day)}`
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}
