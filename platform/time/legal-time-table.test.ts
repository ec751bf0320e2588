import { describe, expect, it } from 'vitest'
import { legalTime as morocco } from '#country/morocco/time/index.ts'
import { legalTime as testland } from '#country/testland/time/index.ts'
import { findZoneFault, zoneOffsetMinutes } from './legal-time-table.ts'

const now = new Date('2026-11-23T09:00:00Z')

describe('a country’s legal time', () => {
  it('agrees with the zone data in use', () => {
    for (const table of [morocco, testland]) expect(findZoneFault(table, now)).toBeUndefined()
    expect(morocco.periods.length).toBeGreaterThan(20)
  })

  it('stands at UTC for good since 20 September 2026', () => {
    expect(zoneOffsetMinutes('Africa/Casablanca', new Date('2026-09-19T12:00:00Z'))).toBe(60)
    expect(zoneOffsetMinutes('Africa/Casablanca', new Date('2026-09-21T12:00:00Z'))).toBe(0)
    expect(zoneOffsetMinutes('Africa/Casablanca', new Date('2027-07-01T12:00:00Z'))).toBe(0)
  })

  it('is missed by older zone data, which still switch at Ramadan', () => {
    const older = (zone: string, instant: Date): number =>
      instant >= new Date('2026-09-20T00:00:00Z') ? 60 : zoneOffsetMinutes(zone, instant)
    expect(findZoneFault(morocco, now, older)).toContain('update Node.js')
  })
})
