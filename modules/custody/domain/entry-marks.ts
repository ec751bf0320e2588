import type { CellUse } from '#contracts/custody/place.ts'
import type { EntryInput, EntryKind, EntryMark, EntryOf } from '#contracts/custody/entry.ts'
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
  // Each judge takes the kind under which it stands.
  const judge = judges[entry.kind] as ((entry: EntryInput, context: Context) => EntryMark[]) | undefined
  for (const mark of judge?.(entry, { rules, line, record, around, at }) ?? []) marks.add(mark)
  return [...marks].toSorted()
}

interface Context {
  readonly rules: CustodyRules
  readonly line: ClockLine
  readonly record: readonly Standing[]
  readonly around: EntryCircumstances
  /** The hour of the entry, in milliseconds of UTC. */
  readonly at: number
}

/** Kinds about which something can be remarked beside their hours. */
const judges: { readonly [K in EntryKind]?: (entry: EntryOf<K>, context: Context) => EntryMark[] } = {
  'lawyer-contact': ({ until }, { rules, around, at }) =>
    given([
      [until ? isTooLong(rules, at, Date.parse(until)) : false, 'contact-too-long'],
      [around.lawyerFrom !== null && at < around.lawyerFrom, 'contact-before-lawful'],
    ]),
  ended: (entry, context) => {
    const of = context.record.find(({ id }) => id === entry.of)
    const long = of?.entry.kind === 'lawyer-contact' && isTooLong(context.rules, of.at, context.at)
    return [...given([[long, 'contact-too-long']]), ...marksOfCell(context)]
  },
  'body-search': (_, { around: { officer, personSex } }) =>
    given([[officer !== undefined && personSex !== null && officer.sex !== personSex, 'searched-by-other-sex']]),
  hearing: (_, { record, around: { officer }, at }) => {
    const told = standingOf(record, 'rights')[0]
    return given([
      [officer?.suspended ?? false, 'officer-suspended'],
      [officer !== undefined && !officer.qualified, 'officer-without-quality'],
      [told === undefined || told.at > at, 'hearing-before-rights'],
    ])
  },
  rights: (_, { rules, line, at }) => {
    const within = dutiesOf(rules, line).find(({ kind }) => kind === 'rights')?.withinMinutes
    return given([[within !== undefined && within !== null && at > line.placedAt + within * minute, 'rights-late']])
  },
  'family-notice': ({ outcome }, { line }) =>
    given([[outcome === 'objected' && line.age !== 'adult', 'guardian-cannot-be-kept-from']]),
  cell: (_, context) => marksOfCell(context),
}

const isTooLong = (rules: CustodyRules, from: number, to: number): boolean =>
  to - from > rules.lawyerContact.longestMinutes * minute

function marksOfCell({ line, around: { cell, personSex } }: Context): EntryMark[] {
  return given([
    [cell !== undefined && cell.others >= cell.capacity, 'cell-over-capacity'],
    [cell !== undefined && !isFor(cell.use, personSex, line.age), 'cell-not-for-this-person'],
  ])
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
