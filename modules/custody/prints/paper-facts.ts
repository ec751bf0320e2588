import type { Entry, EntryKind, EntryOf } from '#contracts/custody/entry.ts'
import type { CustodyRules, PaperKind } from '../domain/custody-rules.ts'
import type { codeWords } from './code-words.ts'
import { type Block, type Field, type FieldValue, type Signature, choices, hand, orHand } from './print-parts.ts'
import type { PrintedCustody, SheetMode } from './printed-custody.ts'
import type { Say } from './say.ts'

export type Taken<K extends EntryKind> = Entry & { readonly entry: EntryOf<K> }

/** The article a paper rests on, as it is printed. */
export function basisOf(rules: CustodyRules, paper: PaperKind, { custody }: PrintedCustody, say: Say): string | null {
  const found = rules.papers.find((each) => each.paper === paper && each.measures.includes(custody.measure))
  return found ? say.text(found.basis) : null
}

/** Facts of a kind that stand. */
export function taken<K extends EntryKind>({ custody }: PrintedCustody, kind: K): Taken<K>[] {
  return custody.entries.filter((each): each is Taken<K> => each.entry.kind === kind && each.correctedBy === null)
}

/** One block for each fact of a kind; one to be filled by hand where there is none. */
export function blocksOf<K extends EntryKind>(
  found: readonly Taken<K>[],
  title: string,
  fields: (each?: Taken<K>) => Field[],
): Block[] {
  const all: (Taken<K> | undefined)[] = found.length > 0 ? [...found] : [undefined]
  return all.map((each) => ({ kind: 'fields', title, across: 1, fields: fields(each) }))
}

export const hourOf = (say: Say, each: Entry | undefined): Field => ({
  label: say.word('hour'),
  value: each ? say.hour(each.entry.at) : null,
})
export const noteOf = (say: Say, each: Entry | undefined): Field[] =>
  each?.entry.note ? [{ label: say.word('note'), value: each.entry.note }] : []

export const personSigns = ({ custody }: PrintedCustody, say: Say, mode: SheetMode = 'signed'): Signature =>
  hand(say.word('signsPerson'), custody.name && say.name(custody.name), {
    mode: mode === 'signed' ? 'signature' : mode,
    ownHand: mode === 'signed',
  })
export const officerSigns = ({ custody }: PrintedCustody, say: Say): Signature =>
  hand(say.word('signsOfficer'), say.name({ ar: custody.officer.nameAr, latin: custody.officer.nameLatin }))

export function reasonBlock(printed: PrintedCustody, say: Say): Block {
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

export const groundText = (ground: { readonly ar: string; readonly fr: string }, say: Say): string =>
  say.locale === 'ar' ? ground.ar : ground.fr

/** The offences of the file; empty where it is not the reader's to see. */
export function offencesText({ offences }: PrintedCustody, say: Say): string {
  return (offences ?? []).map((each) => groundText(each, say)).join(' · ')
}

export function officeOf({ custody }: PrintedCustody, say: Say, unitId: string | undefined): string | null {
  const first = custody.prosecutors[0]
  return say.unit(unitId) ?? (first ? say.name({ ar: first.nameAr, latin: first.nameFr }) : null)
}

export const yesOrNo = (say: Say, value: boolean | undefined): FieldValue =>
  choices(['yes', 'no'], value === undefined ? undefined : value ? 'yes' : 'no', (code) => say.word(code))

export const meansOf = (say: Say, means: keyof typeof codeWords.means | null | undefined): Field => ({
  label: say.word('means'),
  value: means ? say.code('means', means) : null,
})

export function whoOf(say: Say, entry: EntryOf<'family-notice'> | EntryOf<'guardian-notice'> | undefined): Field[] {
  return [
    { label: say.word('whoTold'), value: orHand(entry?.who) },
    { label: say.word('capacity'), value: orHand(entry?.capacity) },
    meansOf(say, entry?.means),
  ]
}
