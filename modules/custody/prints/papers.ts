import type { EntryKind } from '#contracts/custody/entry.ts'
import { lineOf } from '../custody-store.ts'
import type { CustodyRules } from '../domain/custody-rules.ts'
import { dutiesOf } from '../domain/duties.ts'
import { lineExtract } from './line-extract.ts'
import { authorisationPaper, familyPaper, guardianPaper, lawyerPaper, noticePaper } from './notice-papers.ts'
import {
  basisOf,
  blocksOf,
  groundText,
  hourOf,
  noteOf,
  offencesText,
  officerSigns,
  personSigns,
  taken,
  yesOrNo,
} from './paper-facts.ts'
import { type Paper, hand, measureBlock, orHand, personBlock } from './print-parts.ts'
import type { PrintedCustody } from './printed-custody.ts'
import type { Say } from './say.ts'

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
