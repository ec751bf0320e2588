import { type EntryKind } from '#contracts/custody/entry.ts'
import {
  endKinds,
  extractionReasons,
  mealOutcomes,
  medicalOutcomes,
  riskLevels,
  riskReasons,
  welfareStates,
} from '#contracts/custody/entry-said.ts'
import { ages, authorities, exclusionKinds, hearingWays } from '#contracts/custody/measure.ts'
import { wallTime } from '../time/legal-time.ts'

export type Values = Readonly<Record<string, unknown>>

/** What a form starts from. */
export interface Start {
  readonly officerId: string
  readonly now: Date
  readonly prosecutors: readonly string[]
  /** Hours that the law gives an extension here. */
  readonly extensionHours: number | null
  /** The language of the country in the reader's words. */
  readonly language: string
}

interface Shared {
  readonly name: string
  /** Key of the label where it is not that of the name. */
  readonly label?: string
  readonly optional?: true
  /** Asked only where what was answered above makes it so. */
  readonly when?: (values: Values) => boolean
  readonly initial?: (start: Start) => unknown
}

/** One field of an entry: how it is asked, and how it is told in the story. */
export type Field = Shared &
  (
    | { readonly as: 'choice'; readonly values: readonly string[]; readonly texts: string }
    | { readonly as: 'many'; readonly values: readonly string[]; readonly texts: string }
    | { readonly as: 'text' | 'words' | 'reference' }
    | { readonly as: 'number' }
    /** `whenNot`: told only where it is not so; `whenSo`: only where it is. */
    | { readonly as: 'flag'; readonly told: 'whenNot' | 'whenSo' }
    | { readonly as: 'officer' | 'officers' | 'prosecutor' | 'cell' | 'interpreter' | 'items' }
    | { readonly as: 'entry'; readonly kinds: readonly EntryKind[] }
  )

const always = (value: unknown) => (): unknown => value
const me = (start: Start): unknown => start.officerId
const is =
  (name: string, ...wanted: readonly unknown[]) =>
  (values: Values): boolean =>
    wanted.includes(values[name])
const means = ['phone', 'in-person', 'message', 'consulate', 'bar', 'other']
const signing = ['signed', 'fingerprint', 'refused', 'unable']

const signed: Field = { name: 'signed', as: 'choice', values: signing, texts: 'signed' }
const who: Field = { name: 'who', as: 'text', optional: true }
const capacity: Field = { name: 'capacity', as: 'text', optional: true }
const by: Field = { name: 'means', as: 'choice', values: means, texts: 'means' }
const prosecutor: Field = {
  name: 'prosecutorUnitId',
  as: 'prosecutor',
  initial: ({ prosecutors }) => prosecutors[0] ?? null,
}

/** Meals by the wall clock. */
function mealAt({ now }: Start): string {
  const { hour } = wallTime(now)
  if (hour < 10) return 'breakfast'
  return hour < 16 ? 'lunch' : 'dinner'
}

/**
 * What each kind of entry asks beside its hour. What somebody did, or how somebody was, is chosen and never proposed: a form
 * filled in in a hurry may not say it by itself.
 * The forms, the story and the corrections are all made from this table.
 */
export const entryFields: Readonly<Record<EntryKind, readonly Field[]>> = {
  rights: [
    { name: 'language', as: 'text', initial: ({ language }) => language },
    { name: 'interpreter', as: 'interpreter', optional: true },
    { name: 'understood', as: 'flag', told: 'whenNot', initial: always(true) },
    { name: 'silenceTold', as: 'flag', told: 'whenNot', initial: always(true) },
    signed,
  ],
  'family-notice': [
    { name: 'outcome', as: 'choice', values: ['told', 'not-reached', 'objected'], texts: 'told' },
    { ...who, when: is('outcome', 'told', 'not-reached') },
    { ...capacity, when: is('outcome', 'told', 'not-reached') },
    { ...by, optional: true, when: is('outcome', 'told', 'not-reached') },
  ],
  'guardian-notice': [
    { name: 'outcome', as: 'choice', values: ['told', 'not-reached'], texts: 'told' },
    who,
    capacity,
    by,
  ],
  'lawyer-notice': [
    {
      name: 'outcome',
      as: 'choice',
      values: ['chosen-told', 'bar-told', 'legal-aid-asked', 'declined', 'not-reached'],
      texts: 'lawyer',
    },
    { ...who, when: is('outcome', 'chosen-told', 'not-reached') },
    { ...by, optional: true, when: is('outcome', 'chosen-told', 'bar-told', 'not-reached') },
  ],
  'lawyer-contact': [{ name: 'who', as: 'text' }],
  'contact-report': [{ name: 'of', as: 'entry', kinds: ['lawyer-contact'] }],
  'lawyer-delay': [
    { name: 'hours', as: 'number' },
    { name: 'atRequestOfOpj', as: 'flag', told: 'whenSo', initial: always(true) },
    { name: 'ref', as: 'reference' },
  ],
  'prosecutor-notice': [prosecutor, who, by, { name: 'answer', as: 'words', optional: true }],
  'prosecutor-authorisation': [prosecutor, who, { name: 'ref', as: 'reference' }],
  'prosecutor-order': [
    { name: 'order', as: 'choice', values: ['end', 'present', 'examine', 'other'], texts: 'order' },
    who,
    { name: 'ref', as: 'reference', optional: true },
  ],
  competence: [
    { ...prosecutor, initial: always(null) },
    {
      name: 'ground',
      as: 'choice',
      values: ['place-of-facts', 'residence', 'place-of-arrest', 'other'],
      texts: 'ground',
    },
  ],
  extension: [
    { name: 'hours', as: 'number', initial: ({ extensionHours }) => extensionHours },
    { name: 'by', as: 'choice', values: authorities, texts: 'authority', initial: always('procureur') },
    { name: 'ref', as: 'reference' },
    { name: 'writtenReasoned', as: 'flag', told: 'whenNot', initial: always(true) },
    { name: 'heard', as: 'choice', values: hearingWays, texts: 'heard' },
  ],
  exclusion: [
    { name: 'exclusion', as: 'choice', values: exclusionKinds, texts: 'exclusion', initial: always('treatment') },
    { name: 'place', as: 'text', optional: true },
    {
      name: 'outsideDistrict',
      as: 'flag',
      told: 'whenSo',
      initial: always(false),
      when: is('exclusion', 'travel'),
    },
  ],
  proof: [
    { name: 'of', as: 'entry', kinds: ['exclusion'] },
    { name: 'document', as: 'reference' },
  ],
  ended: [
    { name: 'of', as: 'entry', kinds: ['lawyer-contact', 'exclusion', 'extraction', 'rest', 'hearing'] },
    { name: 'cellId', as: 'cell', optional: true },
  ],
  cell: [{ name: 'cellId', as: 'cell' }],
  extraction: [
    { name: 'why', as: 'choice', values: extractionReasons, texts: 'why' },
    { name: 'to', as: 'text' },
    { name: 'escort', as: 'officers', optional: true, initial: always([]) },
  ],
  property: [{ name: 'items', as: 'items', initial: always([]) }, signed],
  'property-returned': [
    { name: 'to', label: 'toWhom', as: 'text' },
    { name: 'all', as: 'flag', told: 'whenNot', initial: always(true) },
    { name: 'missing', as: 'words', optional: true, when: is('all', false) },
    signed,
  ],
  'body-search': [
    { name: 'by', label: 'searchedBy', as: 'officer', initial: me },
    { name: 'extent', as: 'choice', values: ['pat-down', 'full'], texts: 'extent' },
    { name: 'reason', as: 'words', optional: true, when: is('extent', 'full') },
    { name: 'found', as: 'words', optional: true },
  ],
  meal: [
    { name: 'meal', as: 'choice', values: ['breakfast', 'lunch', 'dinner', 'other'], texts: 'meal', initial: mealAt },
    { name: 'outcome', as: 'choice', values: mealOutcomes, texts: 'eaten' },
    { name: 'diet', as: 'text', optional: true },
  ],
  rest: [],
  hearing: [
    { name: 'by', label: 'heardBy', as: 'officer', initial: me },
    { name: 'toldOfFacts', as: 'flag', told: 'whenNot', initial: always(true) },
    {
      name: 'attended',
      as: 'many',
      values: ['lawyer', 'guardian', 'interpreter'],
      texts: 'attended',
      optional: true,
      initial: always([]),
    },
  ],
  medical: [
    { name: 'askedBy', as: 'choice', values: ['person', 'police', 'prosecutor', 'lawyer', 'family'], texts: 'asked' },
    { name: 'doctor', as: 'text', optional: true },
    { name: 'outcome', as: 'choice', values: medicalOutcomes, texts: 'fit' },
    { name: 'reportAttached', as: 'flag', told: 'whenSo', initial: always(false) },
    { name: 'prosecutorTold', as: 'flag', told: 'whenSo', initial: always(false) },
  ],
  force: [
    { name: 'used', as: 'text' },
    { name: 'reason', as: 'words' },
    { name: 'injured', as: 'flag', told: 'whenSo', initial: always(false) },
  ],
  injury: [
    {
      name: 'origin',
      as: 'choice',
      values: ['before-arrest', 'at-arrest', 'in-custody', 'unknown'],
      texts: 'origin',
    },
    { name: 'seenBy', as: 'officer', optional: true, initial: me },
  ],
  death: [
    { name: 'foundBy', as: 'officer', optional: true, initial: me },
    { name: 'prosecutorTold', as: 'flag', told: 'whenNot', initial: always(false) },
  ],
  welfare: [{ name: 'state', as: 'choice', values: welfareStates, texts: 'state' }],
  risk: [
    { name: 'level', as: 'choice', values: riskLevels, texts: 'risk' },
    { name: 'reasons', as: 'many', values: riskReasons, texts: 'reason', optional: true, initial: always([]) },
  ],
  offences: [],
  age: [
    { name: 'age', as: 'choice', values: ages, texts: 'age' },
    {
      name: 'basis',
      as: 'choice',
      values: ['document', 'statement', 'bone-age', 'court', 'appearance'],
      texts: 'basis',
    },
  ],
  'act-elsewhere': [
    { name: 'act', as: 'text' },
    { name: 'place', as: 'text' },
    { ...prosecutor, optional: true, initial: always(null) },
    { name: 'localOfficer', as: 'text', optional: true },
  ],
  end: [
    { name: 'how', as: 'choice', values: endKinds, texts: 'end' },
    {
      name: 'to',
      label: 'toWhom',
      as: 'text',
      optional: true,
      when: is('how', 'presented', 'handed-to-guardian', 'moved-to-other-service'),
    },
    { name: 'ref', as: 'reference', optional: true },
  ],
  note: [],
}

/** What can be chosen by name beside the common facts, in the order of a person's time in custody. */
export const otherKinds: readonly EntryKind[] = [
  'rights',
  'family-notice',
  'guardian-notice',
  'lawyer-notice',
  'lawyer-contact',
  'contact-report',
  'lawyer-delay',
  'prosecutor-notice',
  'prosecutor-authorisation',
  'prosecutor-order',
  'competence',
  'rest',
  'property',
  'body-search',
  'risk',
  'force',
  'injury',
  'death',
  'exclusion',
  'age',
  'offences',
  'act-elsewhere',
  'note',
]
