import type { Inline } from '#platform/pdf/index.ts'
import type { PrintedCustody } from './printed-custody.ts'
import type { Say } from './say.ts'

/** Words; boxes of which one is ticked; or null, which leaves a line for the hand. */
export type FieldValue =
  Inline | { readonly choices: readonly { readonly text: string; readonly on: boolean }[] } | null

export interface Field {
  readonly label: string
  readonly value: FieldValue
}

/** What the papers of custody are made of; the template draws each kind. */
export type Block =
  | { readonly kind: 'fields'; readonly title: string; readonly across: 1 | 2; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly Inline[] }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly columns: readonly { readonly title: string; readonly share: number }[]
      readonly rows: readonly (readonly Inline[])[]
      /** Lines left for the hand. */
      readonly empty: number
    }

export interface Signature {
  readonly role: string
  readonly name: string
  readonly detail?: string
  readonly mode: 'signature' | 'fingerprint' | 'refused' | 'unable'
  readonly note?: string
  readonly ownHand: boolean
}

export interface Paper {
  readonly title: string
  readonly basis: string | null
  readonly blocks: readonly Block[]
  readonly signatures: readonly Signature[]
  /** Whether a line is kept for why someone did not sign. */
  readonly refusal: boolean
}

/** Boxes of a closed list, with the one that was chosen ticked; none where nothing was taken down. */
export function choices<C extends string>(
  codes: readonly C[],
  chosen: C | undefined,
  words: (code: C) => string,
): FieldValue {
  return { choices: codes.map((code) => ({ text: words(code), on: code === chosen })) }
}

/** What is empty is for the hand. */
export const orHand = (text: string | null | undefined): string | null => text || null

/** Who is held, as stated at placement. */
export function personBlock({ custody }: PrintedCustody, say: Say, whole: boolean): Block {
  const { person } = custody
  const sealed = custody.caseId === null
  const field = (key: Parameters<Say['word']>[0], value: string | null | undefined): Field => ({
    label: say.word(key),
    value: sealed ? '—' : orHand(value),
  })
  const named: Field = {
    label: say.word('name'),
    value: sealed
      ? `${say.word('sealed')} (${say.word('unsealedOnly')})`
      : person
        ? [{ text: say.locale === 'ar' ? person.nameAr : (person.nameLatin ?? person.nameAr), strong: true }]
        : null,
  }
  const other: Field =
    say.locale === 'ar'
      ? {
          label: say.word('latinName'),
          value: person?.nameLatin ? [{ text: person.nameLatin, ltr: true }] : sealed ? '—' : null,
        }
      : field('name', null)
  const birth = field('birth', person?.birth)
  const papers = field('document', person?.document)
  const short = say.locale === 'ar' ? [named, other, birth, papers] : [named, birth, papers]
  const rest = [
    field('sex', person?.sex ? say.word(person.sex) : null),
    field('nationality', person?.nationality),
    field('parents', person?.parents),
    field('address', person?.address),
  ]
  return { kind: 'fields', title: say.word('person'), across: 2, fields: whole ? [...short, ...rest] : short }
}

/** What is done, since when, where, and by whom. */
export function measureBlock({ custody }: PrintedCustody, say: Say): Block {
  const place = orHand(custody.arrestPlace)
  const outside = custody.outsideDistrict ? ` (${say.word('outside')})` : ''
  return {
    kind: 'fields',
    title: say.word('measureTitle'),
    across: 2,
    fields: [
      { label: say.word('measure'), value: say.code('measure', custody.measure) },
      { label: say.word('inquiry'), value: say.code('inquiry', custody.inquiry) },
      { label: say.word('arrested'), value: say.hour(custody.arrestedAt) },
      { label: say.word('arrestPlace'), value: custody.caseId === null ? '—' : place && `${place}${outside}` },
      { label: say.word('placed'), value: say.hour(custody.placedAt) },
      { label: say.word('place'), value: say.name(custody.placeName) },
      { label: say.word('age'), value: say.code('age', custody.age) },
      {
        label: say.word('decidedBy'),
        value: say.name({ ar: custody.officer.nameAr, latin: custody.officer.nameLatin }),
      },
    ],
  }
}

export const hand = (role: string, name: string | null | undefined, rest: Partial<Signature> = {}): Signature => ({
  role,
  name: name ?? '',
  mode: 'signature',
  ownHand: false,
  ...rest,
})
