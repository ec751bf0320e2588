import { describe, expect, it } from 'vitest'
import type { EntryInput } from '#contracts/custody/entry.ts'
import { testlandCustody } from '#country/testland/custody/index.ts'
import { sampleEntries } from '../testing/sample-entries.ts'
import { missingOf } from './duties.ts'
import type { ClockLine } from './record-clock.ts'
import { foldRecord } from './record.ts'

const line: ClockLine = {
  measure: 'custody',
  inquiry: 'flagrant',
  age: 'adult',
  arrestedAt: 0,
  placedAt: 0,
  offences: [],
}
const recordOf = (...entries: readonly EntryInput[]) =>
  foldRecord(
    entries.map((entry, index) => ({
      id: `019ab000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      seq: index + 1,
      at: Date.parse(entry.at),
      recordedAt: Date.parse(entry.at),
      entry,
    })),
  )
const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 23, 9, minutes)).toISOString()
const missing = (...entries: readonly EntryInput[]) => missingOf(testlandCustody, line, recordOf(...entries))

describe('what is still to be taken down', () => {
  it('is what the country asks for', () => {
    expect(missing()).toEqual(['rights'])
    expect(missing(sampleEntries.rights)).toEqual([])
  })

  it('is a report after each contact with a lawyer that has ended', () => {
    const contact = { ...sampleEntries['lawyer-contact'], at: at(0) }
    expect(missing(sampleEntries.rights, { ...contact, until: null })).toEqual([])
    const ended = { ...contact, until: at(20) }
    expect(missing(sampleEntries.rights, ended)).toEqual(['contact-report'])
    const report = { ...sampleEntries['contact-report'], of: '019ab000-0000-7000-8000-000000000001' }
    expect(missing(sampleEntries.rights, ended, report)).toEqual([])
    expect(missing(sampleEntries.rights, ended, report, ended)).toEqual(['contact-report'])
  })

  it('is word to the prosecutor after food was refused, not before', () => {
    const refused = { ...sampleEntries.meal, at: at(30) }
    const told = (minutes: number) => ({ ...sampleEntries['prosecutor-notice'], at: at(minutes) })
    expect(missing(sampleEntries.rights, told(10), refused)).toEqual(['refusal-told'])
    expect(missing(sampleEntries.rights, refused, told(31))).toEqual([])
  })
})
