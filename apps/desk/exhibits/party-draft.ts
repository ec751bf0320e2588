import type { OutsideCapacity } from '#contracts/exhibits/lists.ts'
import type { PartyInput } from '#contracts/exhibits/record.ts'

/** One of the two persons of a movement, as chosen so far: `officer:<id>`, `participant:<id>`, or someone from outside. */
export interface PartyDraft {
  readonly who: string | null
  readonly name: string
  readonly capacity: OutsideCapacity
}

export const outside = 'outside'
export const nobody: PartyDraft = { who: null, name: '', capacity: 'other' }
export const officerParty = (id: string): PartyDraft => ({ ...nobody, who: `officer:${id}` })
export const participantParty = (id: string): PartyDraft => ({ ...nobody, who: `participant:${id}` })
export const outsideParty = (capacity: OutsideCapacity): PartyDraft => ({ ...nobody, who: outside, capacity })

/** Undefined as long as nobody is named. */
export function partyOf({ who, name, capacity }: PartyDraft): PartyInput | undefined {
  if (who === outside) return name.trim() === '' ? undefined : { kind: 'outside', name: name.trim(), capacity }
  const [kind, id] = who?.split(':') ?? []
  if (id === undefined) return undefined
  if (kind === 'officer') return { kind, officerId: id }
  return kind === 'participant' ? { kind, participantId: id } : undefined
}

/** Both, where two different persons are named. */
export function partiesOf(
  handed: PartyDraft,
  received: PartyDraft,
): { handedBy: PartyInput; receivedBy: PartyInput } | undefined {
  const [handedBy, receivedBy] = [partyOf(handed), partyOf(received)]
  if (!handedBy || !receivedBy || JSON.stringify(handedBy) === JSON.stringify(receivedBy)) return undefined
  return { handedBy, receivedBy }
}
