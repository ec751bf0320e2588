import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import type { OrderAuthority } from '#contracts/exhibits/lists.ts'
import { type ActId, acts, usualParties } from './act-kinds.ts'
import { type PartyDraft, partiesOf } from './party-draft.ts'

/** An act on an exhibit as typed so far. */
export interface ActDraft {
  readonly occurredAt: string | null
  readonly handed: PartyDraft
  readonly received: PartyDraft
  readonly sealNumber: string
  readonly sealSeen: string
  readonly sealBroken: boolean
  readonly toPlaceId: string | null
  readonly expectedBack: string | null
  readonly authority: OrderAuthority
  readonly orderNumber: string
  readonly orderDate: string | null
  readonly correctsSeq: number
  readonly words: string
}

export const newActDraft = (act: ActId, exhibit: Exhibit, me: string, correctsSeq = 1): ActDraft => ({
  ...usualParties(act, exhibit, me),
  occurredAt: null,
  sealNumber: '',
  sealSeen: '',
  sealBroken: false,
  toPlaceId: null,
  expectedBack: null,
  authority: 'prosecutor',
  orderNumber: '',
  orderDate: null,
  correctsSeq,
  words: '',
})

/** The command's body; undefined as long as something needed is missing. What only breaks a rule is no lack: it is marked. */
export function actBody(act: ActId, exhibit: Exhibit, draft: ActDraft): Record<string, unknown> | undefined {
  const kind = acts[act]
  const parties = partiesOf(draft.handed, draft.received)
  const words = draft.words.trim()
  if (!parties || (kind.words?.needed === true && words === '')) return undefined
  if (kind.newSeal && draft.sealNumber.trim() === '') return undefined
  if (kind.place === 'needed' && draft.toPlaceId === null) return undefined
  const said = kind.words && words !== '' ? { [kind.words.name]: words } : {}
  if (kind.corrects) return { baseVersion: exhibit.version, correctsSeq: draft.correctsSeq, ...parties, ...said }
  const { orderNumber, orderDate, authority } = draft
  const order =
    orderNumber.trim() !== '' && orderDate !== null
      ? { authority, number: orderNumber.trim(), date: orderDate }
      : undefined
  return {
    baseVersion: exhibit.version,
    ...(draft.occurredAt === null ? {} : { occurredAt: draft.occurredAt }),
    ...parties,
    ...said,
    ...(kind.seesSeal && draft.sealSeen.trim() !== '' ? { sealSeen: draft.sealSeen.trim() } : {}),
    ...(kind.seesSeal && draft.sealBroken ? { sealBroken: true } : {}),
    ...(kind.newSeal ? { sealNumber: draft.sealNumber.trim() } : {}),
    ...(draft.toPlaceId === null ? {} : { toPlaceId: draft.toPlaceId }),
    ...(kind.expectedBack && draft.expectedBack !== null ? { expectedBack: draft.expectedBack } : {}),
    ...(kind.order && order ? { order } : {}),
    ...carryingKind(act, exhibit),
  }
}

function carryingKind(act: ActId, exhibit: Exhibit): { kind?: string } {
  if (act === 'toLab') return { kind: 'sent-to-laboratory' }
  if (act === 'fromLab') return { kind: 'back-from-laboratory' }
  if (act !== 'carry') return {}
  return { kind: exhibit.place.kind === 'in-hand' ? 'stored' : 'moved' }
}
