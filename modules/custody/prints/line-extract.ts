import type { Entry } from '#contracts/custody/entry.ts'
import { factHours, factKind, factText, remarksOf } from './facts.ts'
import { type Paper, hand, measureBlock, orHand, personBlock } from './print-parts.ts'
import type { PrintedCustody } from './printed-custody.ts'
import type { Say } from './say.ts'

/** Facts that only serve the house: they end, prove or report another, or say which cell. */
const inward = new Set<Entry['entry']['kind']>(['ended', 'risk', 'offences', 'contact-report'])

/** The line of the register with every fact that stands in it, in order of time; corrected ones struck through. */
export function lineExtract(basis: string | null, printed: PrintedCustody, say: Say): Paper {
  const { custody, row } = printed
  const { clock } = custody
  const number = (seq: number): string => String(seq)
  const column = (key: 'number' | 'hour' | 'fact' | 'takenDownBy', share: number) => ({ title: say.word(key), share })
  return {
    title: say.word('register'),
    basis,
    blocks: [
      personBlock(printed, say, true),
      measureBlock(printed, say),
      {
        kind: 'fields',
        title: say.word('hours'),
        across: 2,
        fields: [
          { label: say.word('deadline'), value: clock.deadlineProven ? say.hour(clock.deadlineProven) : '—' },
          {
            label: say.word('ended'),
            value: custody.endedAt
              ? `${say.hour(custody.endedAt)}${custody.endKind ? ` · ${say.code('end', custody.endKind)}` : ''}`
              : say.word('still'),
          },
        ],
      },
      {
        kind: 'table',
        title: say.word('facts'),
        columns: [column('number', 0.7), column('hour', 2.6), column('fact', 7), column('takenDownBy', 3)],
        rows: custody.entries
          .filter(({ entry }) => !inward.has(entry.kind))
          .map((each) => [
            [{ text: number(each.seq), ltr: true }],
            factHours(each, say),
            factRuns(each, custody.entries, say),
            `${say.name({ ar: each.recordedBy.nameAr, latin: each.recordedBy.nameLatin }) ?? ''}\n${say.hour(each.recordedAt)}`,
          ]),
        empty: 0,
      },
    ],
    signatures: [
      hand(say.word('signsPerson'), custody.name && say.name(custody.name), {
        mode: modeOf(printed),
        ...(printed.signing?.reason ? { note: printed.signing.reason } : {}),
      }),
      hand(
        say.word('signsOfficer'),
        say.name(printed.signing?.by ?? { ar: custody.officer.nameAr, latin: custody.officer.nameLatin }),
        row.signed_at ? { note: `${say.word('signedElectronically')} ${say.hour(row.signed_at)}` } : {},
      ),
    ],
    refusal: orHand(printed.signing?.reason) === null,
  }
}

function modeOf({ signing }: PrintedCustody): 'signature' | 'fingerprint' | 'refused' | 'unable' {
  const person = signing?.person ?? 'signed'
  return person === 'signed' ? 'signature' : person
}

/** A fact as a row says it: what it was, struck through where another put it right, late and paper entries with both times. */
export function factRuns(
  each: Entry,
  all: readonly Entry[],
  say: Say,
): { text: string; strong?: boolean; struck?: boolean }[] {
  const seqOf = (id: string): string => String(all.find((other) => other.id === id)?.seq ?? '')
  const { entry } = each
  const struck = each.correctedBy !== null
  const text = factText(entry, say)
  return [
    { text: factKind(entry, say), strong: true, struck },
    ...(text ? [{ text: ` · ${text}`, struck }] : []),
    ...remarksOf(each, say).map((remark) => ({ text: `\n${remark}` })),
    ...(each.correctedBy ? [{ text: `\n${say.word('corrected')} ${seqOf(each.correctedBy)}` }] : []),
    ...(entry.corrects ? [{ text: `\n${say.word('corrects')} ${seqOf(entry.corrects)}` }] : []),
  ]
}
