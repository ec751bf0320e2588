import { z } from 'zod'

/** A country's legal time as data: the offset in force from each instant on. */
export const legalTimeTableSchema = z.object({
  /** Zone of the IANA database that is meant to follow the same law. */
  zone: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  /** In order of time; the first begins what the table vouches for. */
  periods: z.array(z.object({ from: z.iso.datetime(), offsetMinutes: z.int() })).min(1),
})
export type LegalTimeTable = z.output<typeof legalTimeTableSchema>

/** Offset of a zone at an instant by the zone data of this machine, in minutes east of UTC. */
export function zoneOffsetMinutes(zone: string, instant: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant)
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(text)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
}

/**
 * Says where the zone data of this machine disagree with the country's table, in a sentence for whoever runs it; undefined
 * where they agree. Looked at: the second before and the second of every change, and `now`.
 */
export function findZoneFault(
  table: LegalTimeTable,
  now: Date,
  offsetOf: (zone: string, instant: Date) => number = zoneOffsetMinutes,
): string | undefined {
  for (const [at, period] of table.periods.entries()) {
    const from = new Date(period.from)
    const before = table.periods[at - 1]
    const wrong =
      offsetOf(table.zone, from) !== period.offsetMinutes ||
      (before !== undefined && offsetOf(table.zone, new Date(from.getTime() - 1000)) !== before.offsetMinutes)
    if (wrong) return fault(table.zone, from)
  }
  const current = table.periods.findLast((period) => new Date(period.from) <= now)
  return current && offsetOf(table.zone, now) !== current.offsetMinutes ? fault(table.zone, now) : undefined
}

function fault(zone: string, instant: Date): string {
  return `The time-zone data of this Node.js disagree with the country's legal time (${zone}, ${instant.toISOString()}). Deadlines would be wrong: update Node.js.`
}
