import type { Custody } from '#contracts/custody/custody.ts'
import type { Entry, EntryInput, EntryKind } from '#contracts/custody/entry.ts'
import { useT } from '../i18n/language.tsx'
import type { TextKey } from '../i18n/translate.ts'
import type { Values } from './entry-fields.ts'

export interface QuickAct {
  readonly id:
    | 'meal'
    | 'welfare'
    | 'out'
    | 'back'
    | 'hearing'
    | 'hearingEnd'
    | 'doctor'
    | 'hospital'
    | 'hospitalEnd'
    | 'proof'
    | 'extension'
    | 'cell'
    | 'property'
    | 'end'
  readonly keys: string
  readonly title: TextKey
  readonly kind: EntryKind
  readonly values: Values
  readonly beside?: (entry: EntryInput) => readonly EntryInput[]
}

/** The last of a kind that was begun, was not ended and stands. */
export function goingOn(entries: readonly Entry[], kind: EntryKind): Entry | undefined {
  return entries.findLast(
    ({ entry, endedAt, correctedBy }) =>
      entry.kind === kind && !entry.until && endedAt === null && correctedBy === null,
  )
}

/** What is done day and night, as the person stands now: who is out can come back, what was begun can end. */
export function useQuickActs(held: Custody): readonly QuickAct[] {
  const t = useT()
  const { entries, where, endedAt } = held
  const extraction = goingOn(entries, 'extraction')
  const hearing = goingOn(entries, 'hearing')
  const treatment = goingOn(entries, 'exclusion')
  const unproven = entries.findLast(
    ({ entry, proven, correctedBy }) => entry.kind === 'exclusion' && !proven && correctedBy === null,
  )
  const property = entries.some(({ entry }) => entry.kind === 'property')
  const back = entries.some(({ entry, correctedBy }) => entry.kind === 'property-returned' && correctedBy === null)

  // Whoever is heard or treated is out of the cell: the one follows from the other and is not typed twice.
  const goOut =
    (why: 'hearing' | 'medical', to: string) =>
    (entry: EntryInput): readonly EntryInput[] =>
      where.state === 'in-cell'
        ? [
            {
              kind: 'extraction',
              at: entry.at,
              ...(entry.until ? { until: entry.until } : {}),
              why,
              to: placeOf(entry) ?? to,
              escort: [],
            },
          ]
        : []
  const comeBack =
    (why: 'hearing' | 'medical') =>
    (entry: EntryInput): readonly EntryInput[] =>
      extraction?.entry.kind === 'extraction' && extraction.entry.why === why
        ? [{ kind: 'ended', at: entry.at, of: extraction.id }]
        : []

  const returned: readonly QuickAct[] =
    property && !back
      ? [
          {
            id: 'property',
            keys: 'r',
            title: 'custody.do.property',
            kind: 'property-returned',
            values: { to: held.name?.ar ?? held.reference },
          },
        ]
      : []
  const proof: readonly QuickAct[] = unproven
    ? [{ id: 'proof', keys: 'p', title: 'custody.do.proof', kind: 'proof', values: { of: unproven.id } }]
    : []
  if (endedAt !== null) return [...returned, ...proof]
  return [
    { id: 'welfare', keys: 'w', title: 'custody.do.welfare', kind: 'welfare', values: {} },
    { id: 'meal', keys: 'm', title: 'custody.do.meal', kind: 'meal', values: {} },
    extraction
      ? {
          id: 'back',
          keys: 'o',
          title: 'custody.do.back',
          kind: 'ended',
          values: { of: extraction.id, cellId: where.cellId },
        }
      : { id: 'out', keys: 'o', title: 'custody.do.out', kind: 'extraction', values: {} },
    hearing
      ? {
          id: 'hearingEnd',
          keys: 'h',
          title: 'custody.do.hearingEnd',
          kind: 'ended',
          values: { of: hearing.id, cellId: where.cellId },
          beside: comeBack('hearing'),
        }
      : {
          id: 'hearing',
          keys: 'h',
          title: 'custody.do.hearing',
          kind: 'hearing',
          values: {},
          beside: goOut('hearing', t('custody.kind.hearing')),
        },
    { id: 'doctor', keys: 'd', title: 'custody.do.doctor', kind: 'medical', values: {} },
    treatment
      ? {
          id: 'hospitalEnd',
          keys: 't',
          title: 'custody.do.hospitalEnd',
          kind: 'ended',
          values: { of: treatment.id, cellId: where.cellId },
          beside: comeBack('medical'),
        }
      : {
          id: 'hospital',
          keys: 't',
          title: 'custody.do.hospital',
          kind: 'exclusion',
          values: { exclusion: 'treatment' },
          beside: goOut('medical', t('custody.exclusion.treatment')),
        },
    ...proof,
    { id: 'cell', keys: 'c', title: 'custody.do.cell', kind: 'cell', values: {} },
    { id: 'extension', keys: 'x', title: 'custody.do.extension', kind: 'extension', values: {} },
    ...returned,
    { id: 'end', keys: 'e', title: 'custody.do.end', kind: 'end', values: {} },
  ]
}

function placeOf(entry: EntryInput): string | undefined {
  return entry.kind === 'exclusion' ? (entry.place ?? undefined) : undefined
}
