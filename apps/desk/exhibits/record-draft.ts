import { z } from 'zod'
import {
  type ExhibitKind,
  exhibitKinds,
  exhibitOrigins,
  measures,
  outsideCapacities,
} from '#contracts/exhibits/lists.ts'
import { type exhibitsRecordedSchema, recordExhibitsBody } from '#contracts/exhibits/record.ts'
import { type PartyDraft, nobody, officerParty, participantParty, partiesOf } from './party-draft.ts'

const partySchema = z.object({ who: z.string().nullable(), name: z.string(), capacity: z.enum(outsideCapacities) })

const itemSchema = z.object({
  key: z.string(),
  kind: z.enum(exhibitKinds),
  description: z.string(),
  /** As typed; empty where it was not measured. */
  quantity: z.string(),
  measure: z.enum(measures),
  /** Empty for the country's own. */
  currency: z.string(),
  countedWith: z.string().nullable(),
  /** Apart by commas. */
  serials: z.string(),
  distinguishing: z.string(),
  foundAt: z.string(),
  owner: z.string().nullable(),
  sealNumber: z.string(),
})
export type ItemDraft = z.output<typeof itemSchema>

/** A seizure as typed so far; kept on this computer until it is recorded. Photographs are not part of it. */
export const recordDraftSchema = z.object({
  origin: z.enum(exhibitOrigins),
  pvId: z.string().nullable(),
  takenAt: z.string().nullable(),
  heldFrom: z.string().nullable(),
  /** Null as long as it is whoever the things were taken from. */
  handedBy: partySchema.nullable(),
  receivedBy: partySchema,
  placeId: z.string().nullable(),
  items: z.array(itemSchema).min(1),
})
export type RecordDraft = z.output<typeof recordDraftSchema>

/** Photographs chosen for the things of the form, by the key of the thing. */
export type ChosenPhotos = Readonly<Record<string, readonly File[]>>
export type RecordedItem = z.output<typeof exhibitsRecordedSchema>['items'][number]

/** What each kind is usually measured in. */
export function measureOf(kind: ExhibitKind): ItemDraft['measure'] {
  if (kind === 'drug') return 'gram'
  return kind === 'money' ? 'currency' : 'piece'
}

export function newItem(key: string, after?: ItemDraft): ItemDraft {
  const kind = after?.kind ?? 'object'
  const measure = measureOf(kind)
  return {
    key,
    kind,
    description: '',
    quantity: measure === 'piece' ? '1' : '',
    measure,
    currency: '',
    countedWith: null,
    serials: '',
    distinguishing: '',
    // What the things of one seizure mostly share is not typed twice.
    foundAt: after?.foundAt ?? '',
    owner: after?.owner ?? null,
    sealNumber: '',
  }
}

export const newSeizure = (officerId: string, takenAt: string): RecordDraft => ({
  origin: 'seized',
  pvId: null,
  takenAt,
  heldFrom: null,
  handedBy: null,
  receivedBy: officerParty(officerId),
  placeId: null,
  items: [newItem('1')],
})

/** Who handed it over: named, or else whoever it was taken from. */
export const handerOf = ({ handedBy, heldFrom }: RecordDraft): PartyDraft =>
  handedBy ?? (heldFrom === null ? nobody : participantParty(heldFrom))

/** The parts that are still to be filled. */
export type Lack = 'takenAt' | 'parties' | 'description' | 'quantity'
export function lacksOf(draft: RecordDraft): readonly Lack[] {
  const badQuantity = draft.items.some(({ quantity }) => quantity.trim() !== '' && amountOf(quantity) === undefined)
  return [
    ...(draft.takenAt === null ? (['takenAt'] as const) : []),
    ...(partiesOf(handerOf(draft), draft.receivedBy) ? [] : (['parties'] as const)),
    ...(draft.items.some(({ description }) => description.trim() === '') ? (['description'] as const) : []),
    ...(badQuantity ? (['quantity'] as const) : []),
  ]
}

/** A number as it is written here: a comma or a point, spaces between thousands. */
export function amountOf(text: string): number | undefined {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00A0\u202F]/gu, '')
    .replace(',', '.')
  const amount = Number(plain)
  return plain !== '' && Number.isFinite(amount) && amount > 0 ? amount : undefined
}

/** The command; undefined as long as something is missing. `currency` is the country's. */
export function asBody(
  caseId: string,
  draft: RecordDraft,
  currency: string,
): z.output<typeof recordExhibitsBody> | undefined {
  const parties = partiesOf(handerOf(draft), draft.receivedBy)
  if (!parties || lacksOf(draft).length > 0) return undefined
  const parsed = recordExhibitsBody.safeParse({
    caseId,
    origin: draft.origin,
    pvId: draft.pvId,
    takenAt: draft.takenAt,
    heldFromParticipantId: draft.heldFrom,
    ...parties,
    placeId: draft.placeId,
    items: draft.items.map((item) => ({
      kind: item.kind,
      detail: {
        description: item.description,
        serialNumbers: item.serials
          .split(/[,،;\n]/u)
          .map((each) => each.trim())
          .filter(Boolean),
        distinguishing: item.distinguishing.trim() || null,
        foundAt: item.foundAt.trim() || null,
      },
      quantity: amountOf(item.quantity) ?? null,
      measure: item.measure,
      currency: item.measure === 'currency' ? item.currency || currency : null,
      countedWith: item.countedWith,
      ownerParticipantId: item.owner,
      sealNumber: item.sealNumber.trim() || null,
    })),
  })
  return parsed.data
}
