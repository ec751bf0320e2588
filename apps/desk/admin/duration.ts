/** A span of the calendar, as law writes it. */
export interface Duration {
  readonly years: number
  readonly months: number
  readonly days: number
}

const units = ['years', 'months', 'days'] as const

/** Reads `P1Y6M`; undefined where the text is no span of years, months and days. */
export function parseDuration(text: string): Duration | undefined {
  const found = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(text)
  if (!found) return undefined
  const [years = 0, months = 0, days = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return { years, months, days }
}

/** Writes it as `P1Y6M`; null where there is nothing of it. */
export function writeDuration(duration: Duration): string | null {
  const parts = units.flatMap((unit) =>
    duration[unit] > 0 ? [`${duration[unit]}${unit.slice(0, 1).toUpperCase()}`] : [],
  )
  return parts.length === 0 ? null : `P${parts.join('')}`
}

/** In words of a language, as “1 year and 6 months”. */
export function sayDuration(duration: Duration, locale: string): string {
  const said = units.flatMap((unit) =>
    duration[unit] > 0
      ? [
          new Intl.NumberFormat(`${locale}-u-nu-latn`, {
            style: 'unit',
            unit: unit.slice(0, -1),
            unitDisplay: 'long',
          }).format(duration[unit]),
        ]
      : [],
  )
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(said)
}
