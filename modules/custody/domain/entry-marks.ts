import type { CellUse } from '#contracts/custody/place.ts'
import type { EntryInput, EntryMark } from '#contracts/custody/entry.ts'
import type { Age } from '#contracts/custody/measure.ts'
import type { CustodyRules } from './custody-rules.ts'
import { dutiesOf } from './duties.ts'
import { type Standing, endOf, standingOf } from './record.ts'
import type { ClockLine } from './record-clock.ts'

const minute = 60_000

/** What the house knows about an officer or a cell that an entry names. */
export interface EntryCircumstances {
  readonly recordedAt: number
  readonly personSex: 'female' | 'male' | null
  /** From which hour the clock lets a lawyer in. */
  readonly lawyerFrom: number | null
  /** The officer an entry names: sex, and whether he could act at its hour. */
  readonly officer?: { readonly sex: 'female' | 'male'; readonly suspended: boolean; readonly qualified: boolean }
  /** The cell it names, with how many others were in it at its hour. */
  readonly cell?: { readonly use: CellUse; readonly capacity: number; readonly others: number }
}

/** What is to be remarked about a fact that is taken down. It is taken down all the same. */
export function marksOf(
  rules: CustodyRules,
  line: ClockLine,
  record: readonly Standing[],
  entry: EntryInput,
  around: EntryCircumstances,
): EntryMark[] {
  const at = Date.parse(entry.at)
  const marks = new Set<EntryMark>()
  if (entry.paper) marks.add('from-paper')
  if (around.recordedAt - at > rules.lateAfterMinutes.minutes * minute) marks.add('taken-down-late')
  if (at < line.arrestedAt) marks.add('before-arrest')
  const end = endOf(record)
  if (end && at > end.at && entry.kind !== 'property-returned' && entry.kind !== 'note') marks.add('after-end')
  for (const mark of marksOfKind(rules, line, record, entry, around)) marks.add(mark)
  return [...marks].toSorted()
}

function marksOfKind(
  rules: CustodyRules,
  line: ClockLine,
  record: readonly Standing[],
  entry: EntryInput,
  around: EntryCircumstances,
): EntryMark[] {
  const at = Date.parse(entry.at)
  const { officer, cell } = around
  switch (entry.kind) {
    case 'lawyer-contact':
      return given([
        [
          entry.until ? Date.parse(entry.until) - at > rules.lawyerContact.longestMinutes * minute : false,
          'contact-too-long',
        ],
        [around.lawyerFrom !== null && at < around.lawyerFrom, 'contact-before-lawful'],
      ])
    case 'ended': {
      const of = record.find(({ id }) => id === entry.of)
      const long = of?.entry.kind === 'lawyer-contact' && at - of.at > rules.lawyerContact.longestMinutes * minute
      return given([[long, 'contact-too-long']])
    }
    case 'body-search':
      return given([
        [
          officer !== undefined && around.personSex !== null && officer.sex !== around.personSex,
          'searched-by-other-sex',
        ],
      ])
    case 'hearing': {
      const told = standingOf(record, 'rights')[0]
      return given([
        [officer?.suspended ?? false, 'officer-suspended'],
        [officer !== undefined && !officer.qualified, 'officer-without-quality'],
        [told === undefined || told.at > at, 'hearing-before-rights'],
      ])
    }
    case 'rights': {
      const within = dutiesOf(rules, line).find(({ kind }) => kind === 'rights')?.withinMinutes
      return given([[within !== undefined && within !== null && at > line.placedAt + within * minute, 'rights-late']])
    }
    case 'family-notice':
      return given([[entry.outcome === 'objected' && line.age !== 'adult', 'guardian-cannot-be-kept-from']])
    case 'cell':
      return given([
        [cell !== undefined && cell.others >= cell.capacity, 'cell-over-capacity'],
        [cell !== undefined && !isFor(cell.use, around.personSex, line.age), 'cell-not-for-this-person'],
      ])
    default:
      return []
  }
}

const given = (marks: readonly (readonly [boolean, EntryMark])[]): EntryMark[] =>
  marks.filter(([holds]) => holds).map(([, mark]) => mark)

/** Whether a cell is for this person: women apart, minors apart; a doubtful age is a minor's. */
export function isFor(use: CellUse, sex: 'female' | 'male' | null, age: Age): boolean {
  const young = age !== 'adult'
  switch (use) {
    case 'anyone':
      return true
    case 'men':
      return !young && sex !== 'female'
    case 'women':
      return !young && sex !== 'male'
    case 'boys':
      return young && sex !== 'female'
    case 'girls':
      return young && sex !== 'male'
  }
}
