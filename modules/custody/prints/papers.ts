import type { Entry, EntryKind, EntryOf } from '#contracts/custody/entry.ts'
import type { CustodyRules, PaperKind } from '../domain/custody-rules.ts'
import { dutiesOf } from '../domain/duties.ts'
import { lineOf } from '../custody-store.ts'
import { codeWords } from './code-words.ts'
import { lineExtract } from './line-extract.ts'
import {
  type Block,
  type Field,
  type Paper,
  type Signature,
  choices,
  hand,
  measureBlock,
  orHand,
  personBlock,
} from './print-parts.ts'
import type { PrintedCustody, SheetMode } from './printed-custody.ts'
import type { Say } from './say.ts'

type Taken<K extends EntryKind> = Entry & { readonly entry: EntryOf<K> }

/** The papers of a custody that apply to it, each with what was taken down so far and a line for what was not. */
export function papersOf(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper[] {
  const asked = new Set(dutiesOf(rules, lineOf(printed.row)).map(({ kind }) => kind))
  const applies = (kind: EntryKind): boolean => asked.has(kind) || taken(printed, kind).length > 0
  const papers: Paper[] = []
  if (applies('rights')) papers.push(rightsPaper(rules, printed, say))
  if (applies('family-notice')) papers.push(familyPaper(rules, printed, say))
  if (applies('guardian-notice')) papers.push(guardianPaper(rules, printed, say))
  if (applies('lawyer-notice')) papers.push(lawyerPaper(rules, printed, say))
  if (applies('prosecutor-notice')) papers.push(noticePaper(rules, printed, say))
  if (applies('prosecutor-authorisation')) papers.push(authorisationPaper(rules, printed, say))
  if (applies('property')) papers.push(propertyPaper(rules, printed, say))
  papers.push(lineExtract(basisOf(rules, 'register', printed, say), printed, say))
  return papers
}

/** The article a paper rests on, as it is printed. */
export function basisOf(rules: CustodyRules, paper: PaperKind, { custody }: PrintedCustody, say: Say): string | null {
  const found = rules.papers.find((each) => each.paper === paper && each.measures.includes(custody.measure))
  return found ? say.text(found.basis) : null
}

/** Facts of a kind that stand. */
function taken<K extends EntryKind>({ custody }: PrintedCustody, kind: K): Taken<K>[] {
  return custody.entries.filter((each): each is Taken<K> => each.entry.kind === kind && each.correctedBy === null)
}

/** One block for each fact of a kind; one to be filled by hand where there is none. */
function blocksOf<K extends EntryKind>(
  found: readonly Taken<K>[],
  title: string,
  fields: (each?: Taken<K>) => Field[],
): Block[] {
  const all: (Taken<K> | undefined)[] = found.length > 0 ? [...found] : [undefined]
  return all.map((each) => ({ kind: 'fields', title, across: 1, fields: fields(each) }))
}

const hourOf = (say: Say, each: Entry | undefined): Field => ({
  label: say.word('hour'),
  value: each ? say.hour(each.entry.at) : null,
})
const noteOf = (say: Say, each: Entry | undefined): Field[] =>
  each?.entry.note ? [{ label: say.word('note'), value: each.entry.note }] : []

const personSigns = ({ custody }: PrintedCustody, say: Say, mode: SheetMode = 'signed'): Signature =>
  hand(say.word('signsPerson'), custody.name && say.name(custody.name), {
    mode: mode === 'signed' ? 'signature' : mode,
    ownHand: mode === 'signed',
  })
const officerSigns = ({ custody }: PrintedCustody, say: Say): Signature =>
  hand(say.word('signsOfficer'), say.name({ ar: custody.officer.nameAr, latin: custody.officer.nameLatin }))

function rightsPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const { custody } = printed
  const told = taken(printed, 'rights').at(-1)
  const entry = told?.entry
  const basis = basisOf(rules, 'grounds', printed, say)
  const rights = rules.rights.filter(({ measures }) => measures.includes(custody.measure))
  const interpreter = entry?.interpreter
  return {
    title: say.word('rights'),
    basis: basisOf(rules, 'rights', printed, say),
    blocks: [
      personBlock(printed, say, true),
      measureBlock(printed, say),
      {
        kind: 'fields',
        title: basis ? `${say.word('grounds')} (${basis})` : say.word('grounds'),
        across: 1,
        fields: [
          { label: say.word('offences'), value: orHand(offencesText(printed, say)) },
          {
            label: say.word('grounds'),
            value: orHand(custody.grounds.map((ground) => groundText(ground, say)).join(' · ')),
          },
        ],
      },
      { kind: 'list', title: say.word('rightsTold'), items: rights.map(({ labels }) => say.text(labels)) },
      {
        kind: 'fields',
        title: say.word('rights'),
        across: 2,
        fields: [
          { label: say.word('told'), value: told ? say.hour(told.entry.at) : null },
          { label: say.word('language'), value: orHand(entry?.language) },
          { label: say.word('silence'), value: yesOrNo(say, entry?.silenceTold) },
          { label: say.word('understood'), value: yesOrNo(say, entry?.understood) },
          {
            label: say.word('interpreter'),
            value: interpreter
              ? [interpreter.name, interpreter.number].filter(Boolean).join(' · ')
              : entry
                ? '—'
                : null,
          },
          ...noteOf(say, told),
        ],
      },
    ],
    signatures: [
      personSigns(printed, say, entry?.signed),
      ...(interpreter ? [hand(say.word('signsInterpreter'), interpreter.name)] : []),
      officerSigns(printed, say),
    ],
    refusal: true,
  }
}

function familyPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'family-notice')
  const objected = found.some(({ entry }) => entry.outcome === 'objected')
  return {
    title: say.word('family-notice'),
    basis: basisOf(rules, 'family-notice', printed, say),
    blocks: [
      personBlock(printed, say, false),
      measureBlock(printed, say),
      ...blocksOf(found, say.word('family-notice'), (each) => [
        hourOf(say, each),
        {
          label: say.word('outcome'),
          value: choices(['told', 'not-reached', 'objected'], each?.entry.outcome, (code) => say.code('family', code)),
        },
        ...(each?.entry.outcome === 'objected' ? [] : whoOf(say, each?.entry)),
        ...noteOf(say, each),
      ]),
    ],
    signatures: [
      personSigns(printed, say),
      ...(objected ? [] : [hand(say.word('signsFamily'), found.at(-1)?.entry.who)]),
      officerSigns(printed, say),
    ],
    refusal: true,
  }
}

function guardianPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'guardian-notice')
  return {
    title: say.word('guardian-notice'),
    basis: basisOf(rules, 'guardian-notice', printed, say),
    blocks: [
      personBlock(printed, say, false),
      measureBlock(printed, say),
      ...blocksOf(found, say.word('guardian-notice'), (each) => [
        hourOf(say, each),
        {
          label: say.word('outcome'),
          value: choices(['told', 'not-reached'], each?.entry.outcome, (code) => say.code('guardian', code)),
        },
        ...whoOf(say, each?.entry),
        ...noteOf(say, each),
      ]),
    ],
    signatures: [hand(say.word('signsGuardian'), found.at(-1)?.entry.who), officerSigns(printed, say)],
    refusal: true,
  }
}

function lawyerPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'lawyer-notice')
  return {
    title: say.word('lawyer-notice'),
    basis: basisOf(rules, 'lawyer-notice', printed, say),
    blocks: [
      personBlock(printed, say, false),
      measureBlock(printed, say),
      ...blocksOf(found, say.word('lawyer-notice'), (each) => [
        hourOf(say, each),
        {
          label: say.word('outcome'),
          value: choices(
            ['chosen-told', 'bar-told', 'legal-aid-asked', 'declined', 'not-reached'],
            each?.entry.outcome,
            (code) => say.code('lawyer', code),
          ),
        },
        { label: say.word('whoTold'), value: orHand(each?.entry.who) },
        meansOf(say, each?.entry.means),
        ...noteOf(say, each),
      ]),
    ],
    signatures: [
      personSigns(printed, say),
      hand(say.word('signsLawyer'), found.at(-1)?.entry.who),
      officerSigns(printed, say),
    ],
    refusal: true,
  }
}

function noticePaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'prosecutor-notice')
  return {
    title: say.word('prosecutor-notice'),
    basis: basisOf(rules, 'prosecutor-notice', printed, say),
    blocks: [
      personBlock(printed, say, true),
      measureBlock(printed, say),
      reasonBlock(printed, say),
      ...blocksOf(found, say.word('prosecutor-notice'), (each) => [
        { label: say.word('office'), value: officeOf(printed, say, each?.entry.prosecutorUnitId) },
        { label: say.word('magistrate'), value: orHand(each?.entry.who) },
        hourOf(say, each),
        meansOf(say, each?.entry.means),
        { label: say.word('answer'), value: orHand(each?.entry.answer) },
        ...noteOf(say, each),
      ]),
    ],
    signatures: [officerSigns(printed, say), hand(say.word('signsProsecutor'), found.at(-1)?.entry.who)],
    refusal: false,
  }
}

function authorisationPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'prosecutor-authorisation')
  return {
    title: say.word('prosecutor-authorisation'),
    basis: basisOf(rules, 'prosecutor-authorisation', printed, say),
    blocks: [
      personBlock(printed, say, true),
      measureBlock(printed, say),
      reasonBlock(printed, say),
      ...blocksOf(found, say.word('prosecutor-authorisation'), (each) => [
        { label: say.word('office'), value: officeOf(printed, say, each?.entry.prosecutorUnitId) },
        { label: say.word('magistrate'), value: orHand(each?.entry.who) },
        hourOf(say, each),
        { label: say.word('reference'), value: orHand(each?.entry.ref) },
        ...noteOf(say, each),
      ]),
    ],
    signatures: [officerSigns(printed, say), hand(say.word('signsProsecutor'), found.at(-1)?.entry.who)],
    refusal: false,
  }
}

function propertyPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
  const found = taken(printed, 'property')
  const returned = taken(printed, 'property-returned')
  const items = found.flatMap(({ entry }) => entry.items)
  const column = (key: 'number' | 'item' | 'quantity' | 'kept', share: number) => ({ title: say.word(key), share })
  return {
    title: say.word('property'),
    basis: basisOf(rules, 'property', printed, say),
    blocks: [
      personBlock(printed, say, false),
      { kind: 'fields', title: say.word('property'), across: 1, fields: [hourOf(say, found[0])] },
      {
        kind: 'table',
        title: say.word('items'),
        columns: [column('number', 1), column('item', 7), column('quantity', 2), column('kept', 3)],
        rows: items.map(({ label, quantity, kept }, index) => [
          String(index + 1),
          label,
          quantity,
          say.code('kept', kept),
        ]),
        empty: found.length > 0 ? 0 : 8,
      },
      ...blocksOf(returned, say.word('returned'), (each) => [
        hourOf(say, each),
        { label: say.word('returnedTo'), value: orHand(each?.entry.to) },
        { label: say.word('allReturned'), value: yesOrNo(say, each?.entry.all) },
        ...(each && !each.entry.all ? [{ label: say.word('missing'), value: orHand(each.entry.missing) }] : []),
      ]),
    ],
    signatures: [
      personSigns(printed, say, found.at(-1)?.entry.signed),
      hand(say.word('signsKeeper'), null),
      officerSigns(printed, say),
    ],
    refusal: true,
  }
}

function reasonBlock(printed: PrintedCustody, say: Say): Block {
  const grounds = printed.custody.grounds.map((ground) => groundText(ground, say)).join(' · ')
  return {
    kind: 'fields',
    title: say.word('reason'),
    across: 1,
    fields: [
      { label: say.word('offences'), value: orHand(offencesText(printed, say)) },
      { label: say.word('grounds'), value: orHand(grounds) },
    ],
  }
}

const groundText = (ground: { readonly ar: string; readonly fr: string }, say: Say): string =>
  say.locale === 'ar' ? ground.ar : ground.fr

/** The offences of the file; empty where it is not the reader's to see. */
export function offencesText({ offences }: PrintedCustody, say: Say): string {
  return (offences ?? []).map((each) => groundText(each, say)).join(' · ')
}

function officeOf({ custody }: PrintedCustody, say: Say, unitId: string | undefined): string | null {
  const first = custody.prosecutors[0]
  return say.unit(unitId) ?? (first ? say.name({ ar: first.nameAr, latin: first.nameFr }) : null)
}

const yesOrNo = (say: Say, value: boolean | undefined) =>
  choices(['yes', 'no'], value === undefined ? undefined : value ? 'yes' : 'no', (code) => say.word(code))

const meansOf = (say: Say, means: keyof typeof codeWords.means | null | undefined): Field => ({
  label: say.word('means'),
  value: means ? say.code('means', means) : null,
})

function whoOf(say: Say, entry: EntryOf<'family-notice'> | EntryOf<'guardian-notice'> | undefined): Field[] {
  return [
    { label: say.word('whoTold'), value: orHand(entry?.who) },
    { label: say.word('capacity'), value: orHand(entry?.capacity) },
    meansOf(say, entry?.means),
  ]
}
