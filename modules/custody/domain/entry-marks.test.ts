import { describe, expect, it } from 'vitest'
import type { EntryInput } from '#contracts/custody/entry.ts'
import { testlandCustody } from '#country/testland/custody/index.ts'
import { sampleEntries } from '../testing/sample-entries.ts'
import { type EntryCircumstances, isFor, marksOf } from './entry-marks.ts'
import { foldRecord } from './record.ts'
import type { ClockLine } from './record-clock.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const minute = 60_000
const at = (minutes: number): string => new Date(noon + minutes * minute).toISOString()
const line: ClockLine = {
  measure: 'custody',
  inquiry: 'flagrant',
  age: 'adult',
  arrestedAt: noon - 60 * minute,
  placedAt: noon - 30 * minute,
  offences: [],
}
const around: EntryCircumstances = { recordedAt: noon, personSex: 'female', lawyerFrom: null }
const record = (...entries: readonly EntryInput[]) =>
  foldRecord(
    entries.map((entry, index) => ({
      id: `019ab000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      seq: index + 1,
      at: Date.parse(entry.at),
      recordedAt: noon,
      entry,
    })),
  )
const marks = (
  entry: EntryInput,
  change: Partial<EntryCircumstances> = {},
  known: readonly EntryInput[] = [],
  of: Partial<ClockLine> = {},
) => marksOf(testlandCustody, { ...line, ...of }, record(...known), entry, { ...around, ...change })

describe('what is remarked about a fact', () => {
  it('is nothing where nothing is wrong', () => {
    expect(marks({ ...sampleEntries.welfare, at: at(0) })).toEqual([])
  })

  it('is the hours: late, before the arrest, after the end, from paper', () => {
    const welfare = (minutes: number) => ({ ...sampleEntries.welfare, at: at(minutes) })
    expect(marks(welfare(-10))).toEqual([])
    expect(marks(welfare(-11))).toEqual(['taken-down-late'])
    expect(marks(welfare(-61))).toEqual(['before-arrest', 'taken-down-late'])
    const end = { ...sampleEntries.end, at: at(-5) }
    expect(marks(welfare(-4), {}, [end])).toEqual(['after-end'])
    expect(marks({ ...sampleEntries['property-returned'], at: at(0) }, {}, [end])).toEqual([])
    expect(marks({ ...welfare(0), paper: { page: '1' } })).toEqual(['from-paper'])
  })

  it('is a contact with a lawyer longer than the law allows, or before it may be', () => {
    const contact = (until: number | null) => ({
      ...sampleEntries['lawyer-contact'],
      at: at(-10),
      until: until === null ? null : at(until),
    })
    expect(marks(contact(0))).toEqual([])
    expect(marks(contact(1))).toEqual(['contact-too-long'])
    expect(marks(contact(-5), { lawyerFrom: noon })).toEqual(['contact-before-lawful'])
    const ended = { ...sampleEntries.ended, at: at(1), of: '019ab000-0000-7000-8000-000000000000' }
    expect(marks(ended, {}, [contact(null)])).toEqual(['contact-too-long'])
    expect(marks({ ...ended, at: at(0) }, {}, [contact(null)])).toEqual([])
  })

  it('is who did it: the other sex, suspended, without the quality', () => {
    const officer = { sex: 'male' as const, suspended: false, qualified: true }
    expect(marks({ ...sampleEntries['body-search'], at: at(0) }, { officer })).toEqual(['searched-by-other-sex'])
    expect(marks({ ...sampleEntries['body-search'], at: at(0) }, { officer, personSex: null })).toEqual([])
    const hearing = { ...sampleEntries.hearing, at: at(0) }
    const told = [{ ...sampleEntries.rights, at: at(-20) }]
    expect(marks(hearing, { officer }, told)).toEqual([])
    expect(marks(hearing, { officer })).toEqual(['hearing-before-rights'])
    expect(marks(hearing, { officer: { ...officer, suspended: true, qualified: false } }, told)).toEqual([
      'officer-suspended',
      'officer-without-quality',
    ])
  })

  it('is rights told later than the country’s minutes', () => {
    const rights = (minutes: number) => ({ ...sampleEntries.rights, at: at(minutes) })
    expect(marks(rights(0))).toEqual([])
    expect(marks(rights(1), { recordedAt: noon + minute })).toEqual(['rights-late'])
  })

  it('is an objection taken from a minor, whose guardian is told in all cases', () => {
    const objected = { ...sampleEntries['family-notice'], at: at(0), outcome: 'objected' as const }
    expect(marks(objected)).toEqual([])
    for (const age of ['minor', 'doubtful'] as const)
      expect(marks(objected, {}, [], { age })).toEqual(['guardian-cannot-be-kept-from'])
  })

  it('is a full cell, or one that is not for this person', () => {
    const cell = { ...sampleEntries.cell, at: at(0) }
    const room = { use: 'women' as const, capacity: 2, others: 1 }
    expect(marks(cell, { cell: room })).toEqual([])
    expect(marks(cell, { cell: { ...room, others: 2 } })).toEqual(['cell-over-capacity'])
    expect(marks(cell, { cell: { ...room, use: 'men' } })).toEqual(['cell-not-for-this-person'])
    const back = { ...sampleEntries.ended, at: at(0), of: '019ab000-0000-7000-8000-000000000009' }
    expect(marks(back, { cell: { ...room, others: 2 } })).toEqual(['cell-over-capacity'])
  })
})

it('keeps women and men, minors and adults in cells apart', () => {
  const fits = (sex: 'female' | 'male' | null, age: 'adult' | 'minor' | 'doubtful') =>
    (['men', 'women', 'boys', 'girls', 'anyone'] as const).filter((use) => isFor(use, sex, age))
  expect(fits('male', 'adult')).toEqual(['men', 'anyone'])
  expect(fits('female', 'adult')).toEqual(['women', 'anyone'])
  expect(fits('male', 'minor')).toEqual(['boys', 'anyone'])
  expect(fits('female', 'doubtful')).toEqual(['girls', 'anyone'])
  expect(fits(null, 'adult')).toEqual(['men', 'women', 'anyone'])
})
