import type { Entry, EntryKind } from '#contracts/custody/entry.ts'
import type { Register } from '#contracts/custody/place.ts'
import { factHours, factKind, factText, remarksOf } from './facts.ts'
import { shortDigest } from './print-words.ts'
import type { PrintedCustody } from './printed-custody.ts'
import { offencesText } from './paper-facts.ts'
import type { Say } from './say.ts'

interface Run {
  readonly text: string
  readonly strong?: boolean
  readonly struck?: boolean
  readonly ltr?: boolean
}

/** In which column of the book a fact stands; what is in none serves the house and not the register. */
const columnOf: Readonly<Partial<Record<EntryKind, 'hearings' | 'state' | 'notices'>>> = {
  hearing: 'hearings',
  rest: 'hearings',
  'lawyer-contact': 'hearings',
  extraction: 'hearings',
  medical: 'state',
  injury: 'state',
  force: 'state',
  death: 'state',
  'body-search': 'state',
  meal: 'state',
  rights: 'notices',
  'family-notice': 'notices',
  'guardian-notice': 'notices',
  'lawyer-notice': 'notices',
  'lawyer-delay': 'notices',
  'prosecutor-notice': 'notices',
  'prosecutor-authorisation': 'notices',
  'prosecutor-order': 'notices',
  competence: 'notices',
  extension: 'notices',
  exclusion: 'notices',
  proof: 'notices',
  'act-elsewhere': 'notices',
  age: 'notices',
}

export interface RegisterRow {
  readonly cells: readonly (readonly Run[])[]
  readonly remarks: readonly Run[]
  /** Whether it is short enough to stand on one page. */
  readonly whole: boolean
  /** The running digest after this line. */
  readonly chain: string
}

/** Columns of the book, with their shares of the width. */
export function registerColumns(say: Say): { title: string; share: number }[] {
  return [
    { title: say.word('number'), share: 0.8 },
    { title: say.word('identity'), share: 2.2 },
    { title: say.word('reason'), share: 1.9 },
    { title: say.word('hours'), share: 2.3 },
    { title: say.word('hearings'), share: 2.4 },
    { title: say.word('state'), share: 2.2 },
    { title: say.word('notices'), share: 2.8 },
    { title: say.word('signatures'), share: 1.9 },
  ]
}

// Facts of a line that surely fits on a sheet; one that does not is broken, never cut.
const longestWhole = 16

/** A line as it stands in the book, with everything of art. 66-5. */
export function registerRow(printed: PrintedCustody, digest: string, say: Say): RegisterRow {
  const { custody } = printed
  const column = (name: 'hearings' | 'state' | 'notices'): Run[] =>
    stacked(custody.entries.filter(({ entry }) => columnOf[entry.kind] === name).map((each) => factOf(each, say)))
  return {
    cells: [
      stacked([[{ text: String(custody.number), strong: true }], [{ text: custody.reference, ltr: true }]]),
      identityOf(printed, say),
      reasonOf(printed, say),
      hoursOf(printed, say),
      column('hearings'),
      column('state'),
      column('notices'),
      signaturesOf(printed, say),
    ],
    remarks: remarkRuns(printed, say),
    whole: custody.entries.filter(({ entry }) => columnOf[entry.kind]).length <= longestWhole,
    chain: shortDigest(digest),
  }
}

function identityOf({ custody }: PrintedCustody, say: Say): Run[] {
  const { person } = custody
  if (custody.caseId === null) return [{ text: say.word('sealed'), strong: true }]
  const parts = [
    person?.birth,
    person?.sex && say.word(person.sex),
    person?.nationality,
    person?.document,
    person?.parents,
    person?.address,
  ]
  return stacked([
    [{ text: (custody.name && say.name(custody.name)) ?? '—', strong: true }],
    ...(person?.nameLatin && say.locale === 'ar' ? [[{ text: person.nameLatin, ltr: true }]] : []),
    ...parts.filter((part) => typeof part === 'string' && part !== '').map((part) => [{ text: String(part) }]),
  ])
}

function reasonOf(printed: PrintedCustody, say: Say): Run[] {
  const { custody } = printed
  const offences = offencesText(printed, say)
  return stacked([
    [{ text: say.code('measure', custody.measure), strong: true }],
    ...(offences ? [[{ text: offences }]] : []),
    ...custody.grounds.map((ground) => [{ text: say.locale === 'ar' ? ground.ar : ground.fr }]),
    ...(custody.caseReference ? [[{ text: `${say.word('case')} ` }, { text: custody.caseReference, ltr: true }]] : []),
  ])
}

function hoursOf({ custody }: PrintedCustody, say: Say): Run[] {
  const labelled = (key: Parameters<Say['word']>[0], value: string): Run[] => [
    { text: `${say.word(key)}: ` },
    { text: value, strong: true },
  ]
  const end = custody.entries.find(({ entry, correctedBy }) => entry.kind === 'end' && correctedBy === null)
  return stacked([
    labelled('arrested', say.hour(custody.arrestedAt)),
    labelled('placed', say.hour(custody.placedAt)),
    ...(custody.clock.deadlineProven ? [labelled('deadline', say.hour(custody.clock.deadlineProven))] : []),
    custody.endedAt ? labelled('ended', say.hour(custody.endedAt)) : [{ text: say.word('still'), strong: true }],
    ...(end ? [[{ text: factText(end.entry, say) }]] : []),
  ])
}

function signaturesOf({ custody, row, signing }: PrintedCustody, say: Say): Run[] {
  const officer = signing?.by ?? { ar: custody.officer.nameAr, latin: custody.officer.nameLatin }
  return stacked([
    [{ text: say.word('signsPerson'), strong: true }],
    [{ text: signing ? say.code('sheet', signing.person) : '\n' }],
    ...(signing?.reason ? [[{ text: signing.reason }]] : []),
    [{ text: say.word('signsOfficer'), strong: true }],
    [{ text: say.name(officer) ?? '' }],
    [{ text: row.signed_at ? `${say.word('signedElectronically')} ${say.hour(row.signed_at)}` : '\n' }],
  ])
}

/** A fact with its number, its hours, how long it lasted, and what it says; struck through where another put it right. */
function factOf(each: Entry, say: Say): Run[] {
  const struck = each.correctedBy !== null
  const end = each.entry.until ?? each.endedAt
  const length = end ? ` (${lengthOf(Date.parse(end) - Date.parse(each.entry.at))})` : ''
  const text = factText(each.entry, say)
  return [
    { text: `${each.seq}. ` },
    { text: factKind(each.entry, say), strong: true, struck },
    { text: ` ${factHours(each, say)}${length}`, struck },
    ...(text ? [{ text: ` · ${text}`, struck }] : []),
  ]
}

/** Hours and minutes, as `1:30`. */
function lengthOf(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000))
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Late and paper entries with both times, corrections, notes, what was marked at the opening; nothing where there is none. */
function remarkRuns(printed: PrintedCustody, say: Say): Run[] {
  const { custody, row, marks } = printed
  const seqOf = (id: string): number | undefined => custody.entries.find((each) => each.id === id)?.seq
  const opening = marks.map((mark) =>
    mark === 'taken-down-late' ? `${say.code('mark', mark)} (${say.hour(row.recorded_at)})` : say.code('mark', mark),
  )
  const found: string[] = opening.length > 0 ? [`${say.word('line')}: ${opening.join('، ')}`] : []
  for (const each of custody.entries) {
    const { entry } = each
    if (entry.kind !== 'note' && !columnOf[entry.kind] && entry.kind !== 'end') continue
    const parts = [
      ...(entry.kind === 'note' ? [`${say.hour(entry.at)} ${entry.note ?? ''}`] : []),
      ...remarksOf(each, say),
      ...(each.correctedBy ? [`${say.word('corrected')} ${seqOf(each.correctedBy) ?? ''}`] : []),
      ...(entry.corrects ? [`${say.word('corrects')} ${seqOf(entry.corrects) ?? ''}`] : []),
    ]
    if (parts.length > 0) found.push(`${each.seq}: ${parts.join(' · ')}`)
  }
  return found.length === 0 ? [{ text: say.word('none') }] : [{ text: found.join(' — ') }]
}

/** One thing below the other. */
function stacked(parts: readonly (readonly Run[])[]): Run[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ text: '\n' }, ...part]))
}

/** The visas of the month as the box at its end says them. */
export function visaBoxes(
  visas: Register['visas'],
  say: Say,
): { by: string; at: string; lines: string; remark: string | null; stale: string | null; ended: string[] }[] {
  return visas.map((visa) => ({
    by: say.name({ ar: visa.by.nameAr, latin: visa.by.nameLatin }) ?? '',
    at: say.hour(visa.at),
    lines: String(visa.lines),
    remark: visa.remark,
    stale: visa.current ? null : say.word('visaStale'),
    ended: visa.endedSince.map(({ number, at, certificate }) =>
      [`${say.word('line')} ${number}`, say.word('visaEnded'), say.hour(at), certificate ?? '—'].join(' · '),
    ),
  }))
}
