import type { EntryInput, EntryKind, EntryOf } from '#contracts/custody/entry.ts'

/** Stands in every free text of the samples, so that a test can look for it where it must not be. */
export const privateWord = 'كلام خاص'
const at = '2026-11-23T09:00:00.000Z'
const id = '019ab000-0000-7000-8000-000000000001'
const base = { at, note: privateWord }

/** One entry of every kind with every free text filled; a new kind does not compile without one. */
export const sampleEntries: { readonly [K in EntryKind]: EntryOf<K> } = {
  rights: {
    kind: 'rights',
    ...base,
    language: 'العربية',
    understood: true,
    interpreter: { name: privateWord, number: privateWord },
    silenceTold: true,
    signed: 'refused',
  },
  'family-notice': { kind: 'family-notice', ...base, outcome: 'told', who: privateWord, capacity: privateWord },
  'guardian-notice': { kind: 'guardian-notice', ...base, outcome: 'told', who: privateWord, means: 'phone' },
  'lawyer-notice': { kind: 'lawyer-notice', ...base, outcome: 'chosen-told', who: privateWord, means: 'phone' },
  'lawyer-contact': { kind: 'lawyer-contact', ...base, who: privateWord },
  'contact-report': { kind: 'contact-report', ...base, of: id },
  'lawyer-delay': { kind: 'lawyer-delay', ...base, hours: 12, atRequestOfOpj: true, ref: privateWord },
  'prosecutor-notice': {
    kind: 'prosecutor-notice',
    ...base,
    prosecutorUnitId: id,
    who: privateWord,
    means: 'phone',
    answer: privateWord,
  },
  'prosecutor-authorisation': {
    kind: 'prosecutor-authorisation',
    ...base,
    prosecutorUnitId: id,
    who: privateWord,
    ref: privateWord,
  },
  'prosecutor-order': { kind: 'prosecutor-order', ...base, order: 'end', who: privateWord, ref: privateWord },
  competence: { kind: 'competence', ...base, prosecutorUnitId: id, ground: 'residence' },
  extension: {
    kind: 'extension',
    ...base,
    hours: 24,
    by: 'procureur',
    writtenReasoned: true,
    heard: 'video',
    ref: privateWord,
  },
  exclusion: { kind: 'exclusion', ...base, exclusion: 'treatment', outsideDistrict: false, place: privateWord },
  proof: { kind: 'proof', ...base, of: id, document: privateWord },
  ended: { kind: 'ended', ...base, of: id, cellId: id },
  cell: { kind: 'cell', ...base, cellId: id },
  extraction: { kind: 'extraction', ...base, why: 'court', to: privateWord, escort: [id] },
  property: {
    kind: 'property',
    ...base,
    items: [{ label: privateWord, quantity: privateWord, kept: 'stored' }],
    signed: 'signed',
  },
  'property-returned': {
    kind: 'property-returned',
    ...base,
    to: privateWord,
    all: false,
    missing: privateWord,
    signed: 'signed',
  },
  'body-search': { kind: 'body-search', ...base, by: id, extent: 'full', reason: privateWord, found: privateWord },
  meal: { kind: 'meal', ...base, meal: 'lunch', outcome: 'refused', diet: privateWord },
  rest: { kind: 'rest', ...base, until: '2026-11-23T10:00:00.000Z' },
  hearing: { kind: 'hearing', ...base, by: id, toldOfFacts: true, attended: ['guardian'] },
  medical: {
    kind: 'medical',
    ...base,
    askedBy: 'person',
    doctor: privateWord,
    outcome: 'fit',
    reportAttached: true,
    prosecutorTold: true,
  },
  force: { kind: 'force', ...base, used: privateWord, reason: privateWord, injured: false },
  injury: { kind: 'injury', ...base, origin: 'before-arrest', seenBy: id },
  death: { kind: 'death', ...base, foundBy: id, prosecutorTold: true },
  welfare: { kind: 'welfare', ...base, state: 'well' },
  risk: { kind: 'risk', ...base, level: 'high', reasons: ['self-harm'] },
  offences: { kind: 'offences', ...base },
  age: { kind: 'age', ...base, age: 'minor', basis: 'document' },
  'act-elsewhere': {
    kind: 'act-elsewhere',
    ...base,
    act: privateWord,
    place: privateWord,
    prosecutorUnitId: id,
    localOfficer: privateWord,
  },
  end: { kind: 'end', ...base, how: 'presented', to: privateWord, ref: privateWord },
  note: { kind: 'note', ...base },
}

export const everySample: readonly EntryInput[] = Object.values(sampleEntries)
