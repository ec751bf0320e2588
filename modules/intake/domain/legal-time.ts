/** The country's legal time, as far as the register needs it; handed in, as zones and clock changes are law. */
export interface LegalTime {
  /** Calendar year of an instant. */
  readonly yearOf: (instant: Date) => number
  /** Calendar day, `2026-11-23`. */
  readonly dateOf: (instant: Date) => string
  /** Hour and minute as a clock on the wall shows them, `09:41`. */
  readonly timeOf: (instant: Date) => string
  /** First instant of a day, and of the next one. */
  readonly dayOf: (date: string) => { readonly from: Date; readonly to: Date }
}

/** Legal time by a zone of the IANA database, where the country's own table agrees with it. */
export function legalTimeOf(zone: string): LegalTime {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const partsOf = (instant: Date): Readonly<Record<string, string>> =>
    Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]))
  const dateOf = (instant: Date): string => {
    const parts = partsOf(instant)
    return `${parts['year']}-${parts['month']}-${parts['day']}`
  }

  // The wall clock read as if it were UTC; the difference to the instant is the offset in force.
  function wallOf(instant: Date): number {
    const parts = partsOf(instant)
    return Date.parse(
      `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}Z`,
    )
  }

  function midnight(date: string): Date {
    const wall = Date.parse(`${date}T00:00:00Z`)
    let instant = new Date(wall)
    // Twice: the first guess may stand on the other side of a clock change.
    for (let round = 0; round < 2; round += 1) {
      instant = new Date(wall - (wallOf(instant) - instant.getTime()))
    }
    return instant
  }

  return {
    yearOf: (instant) => Number(partsOf(instant)['year']),
    dateOf,
    timeOf: (instant) => {
      const parts = partsOf(instant)
      return `${parts['hour']}:${parts['minute']}`
    },
    dayOf: (date) => {
      const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
      return { from: midnight(date), to: midnight(next) }
    },
  }
}
