import type { CustodyRules } from '../domain/custody-rules.ts'
import {
  basisOf,
  blocksOf,
  hourOf,
  meansOf,
  noteOf,
  officeOf,
  officerSigns,
  personSigns,
  reasonBlock,
  taken,
  whoOf,
} from './paper-facts.ts'
import { type Paper, choices, hand, measureBlock, orHand, personBlock } from './print-parts.ts'
import type { PrintedCustody } from './printed-custody.ts'
import type { Say } from './say.ts'

export function familyPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
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

export function guardianPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
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

export function lawyerPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
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

export function noticePaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
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

export function authorisationPaper(rules: CustodyRules, printed: PrintedCustody, say: Say): Paper {
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
