/** The country's legal time, as far as PVs need it; handed in, as zones and clock changes are law. */
export interface LegalTime {
  /** Calendar day, `2026-11-23`. */
  dateOf(instant: Date): string
  /** Hour and minute as a clock on the wall shows them, `09:41`. */
  timeOf(instant: Date): string
  /** Calendar year. */
  yearOf(instant: Date): number
}
