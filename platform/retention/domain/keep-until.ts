interface Duration {
  readonly years: number
  readonly months: number
  readonly days: number
  readonly minutes: number
  /** True where only hours and minutes are counted. */
  readonly elapsed: boolean
}

const dayMs = 86_400_000

/**
 * The first instant at which a record may be destroyed. Years and months go by the calendar, a missing day by the last of
 * its month (31 January and one month: the last of February). What counts in days or longer ends a whole day later than the
 * date in UTC: wherever the record was made, that day is over there too, so that nothing is destroyed early.
 */
export function keepUntil(start: Date, keep: string): Date {
  const duration = parseDuration(keep)
  if (duration.elapsed) return new Date(start.getTime() + duration.minutes * 60_000)
  const day = addCalendar(start, duration)
  return new Date(day.getTime() + 2 * dayMs + duration.minutes * 60_000)
}

/** The latest start that may have run out by `now`, for a search that is then narrowed by `keepUntil`. */
export function latestStart(now: Date, keep: string): Date {
  const duration = parseDuration(keep)
  if (duration.elapsed) return new Date(now.getTime() - duration.minutes * 60_000)
  const day = addCalendar(now, {
    ...duration,
    years: -duration.years,
    months: -duration.months,
    days: -duration.days,
  })
  // Months are of unequal length, so that going back is not the opposite of going forward: a few days more are searched.
  return new Date(day.getTime() + 4 * dayMs)
}

function addCalendar(from: Date, { years, months, days }: Pick<Duration, 'years' | 'months' | 'days'>): Date {
  const month = from.getUTCMonth() + months + years * 12
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  const date = Math.min(from.getUTCDate(), lastOfMonth)
  return new Date(Date.UTC(from.getUTCFullYear(), month, date + days))
}

function parseDuration(text: string): Duration {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text)
  if (!found || !/\d/.test(text)) throw new RangeError(`not a duration: ${text}`)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  return {
    years,
    months,
    days: weeks * 7 + days,
    minutes: hours * 60 + minutes,
    elapsed: years + months + weeks + days === 0,
  }
}
