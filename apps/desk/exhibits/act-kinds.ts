import type { Exhibit } from '#contracts/exhibits/exhibit.ts'
import type { ExhibitAbility, MovementKind } from '#contracts/exhibits/lists.ts'
import type { TextKey } from '../i18n/translate.ts'
import { type PartyDraft, nobody, officerParty, outsideParty, participantParty } from './party-draft.ts'

export const actIds = [
  'seal',
  'open',
  'reseal',
  'carry',
  'toLab',
  'fromLab',
  'deposit',
  'return',
  'destroy',
  'missing',
  'found',
  'correct',
] as const
export type ActId = (typeof actIds)[number]

/** What an act is called. */
export const actTitle = (act: ActId): TextKey => `exhibit.act.${act}`

/** A text of an act, under the name that its command gives it. */
export interface ActWords {
  readonly name: 'why' | 'how' | 'note' | 'text'
  readonly label: TextKey
  readonly needed: boolean
  /** What belongs into it. */
  readonly hint?: TextKey
}

/** What an act is asked for, beside its two persons and its hour. */
export interface ActKind {
  readonly ability: ExhibitAbility
  /** Below the exhibit. */
  readonly path: string
  readonly keys: string
  readonly handed: TextKey
  readonly received: TextKey
  readonly newSeal?: boolean
  /** The seal as seen at the hand-over, where one was set. */
  readonly seesSeal?: boolean
  readonly place?: 'needed' | 'own'
  readonly expectedBack?: boolean
  /** `hinted`: an end that is mostly done by order, and marked without one. */
  readonly order?: 'named' | 'hinted'
  readonly corrects?: boolean
  readonly words?: ActWords
}

const note: ActWords = { name: 'note', label: 'exhibit.act.note', needed: false }
const carried = {
  handed: 'party.handed',
  received: 'party.received',
  seesSeal: true,
  words: note,
} as const

export const acts: Readonly<Record<ActId, ActKind>> = {
  seal: {
    ability: 'seal',
    path: 'seal',
    keys: 's',
    handed: 'party.sealedBy',
    received: 'party.before',
    newSeal: true,
    words: note,
  },
  open: {
    ability: 'open',
    path: 'opening',
    keys: 'o',
    handed: 'party.openedBy',
    received: 'party.before',
    seesSeal: true,
    words: { name: 'why', label: 'exhibit.act.why', needed: true },
  },
  reseal: {
    ability: 'reseal',
    path: 'resealing',
    keys: 's',
    handed: 'party.sealedBy',
    received: 'party.before',
    newSeal: true,
    words: note,
  },
  carry: { ability: 'carry', path: 'movements', keys: 'm', place: 'needed', ...carried },
  toLab: { ability: 'sendToLaboratory', path: 'movements', keys: 'l', expectedBack: true, ...carried },
  fromLab: { ability: 'takeBackFromLaboratory', path: 'movements', keys: 'l', place: 'needed', ...carried },
  deposit: { ability: 'deposit', path: 'deposit', keys: 'd', order: 'named', ...carried },
  return: {
    ability: 'giveBack',
    path: 'return',
    keys: 'r',
    order: 'hinted',
    ...carried,
    words: { ...note, hint: 'exhibit.act.receiptHint' },
  },
  destroy: {
    ability: 'destroy',
    path: 'destruction',
    keys: 'x',
    order: 'hinted',
    ...carried,
    received: 'party.before',
    words: { name: 'how', label: 'exhibit.act.how', needed: true, hint: 'exhibit.act.howHint' },
  },
  missing: {
    ability: 'reportMissing',
    path: 'missing',
    keys: 'shift+m',
    handed: 'party.saidBy',
    received: 'party.before',
    words: { name: 'note', label: 'exhibit.act.note', needed: true },
  },
  found: {
    ability: 'findAgain',
    path: 'finding',
    keys: 'f',
    handed: 'party.saidBy',
    received: 'party.before',
    place: 'needed',
    words: { name: 'note', label: 'exhibit.act.note', needed: true },
  },
  correct: {
    ability: 'correct',
    path: 'corrections',
    keys: 'c',
    handed: 'party.saidBy',
    received: 'party.before',
    corrects: true,
    words: { name: 'text', label: 'exhibit.act.correction', needed: true },
  },
}

/** The two persons that an act mostly has: whoever is at the desk, and who stands opposite by the nature of the act. */
export function usualParties(act: ActId, exhibit: Exhibit, me: string): { handed: PartyDraft; received: PartyDraft } {
  const own = officerParty(me)
  const owner = exhibit.owner ?? exhibit.heldFrom
  switch (act) {
    case 'carry': {
      // Whoever holds it hands it over; whoever takes it from there is mostly the one who writes it down.
      const holder = lastHolder(exhibit)
      return holder === undefined || holder === me
        ? { handed: own, received: nobody }
        : { handed: officerParty(holder), received: own }
    }
    case 'toLab':
      return { handed: own, received: outsideParty('expert') }
    case 'fromLab':
      return { handed: outsideParty('expert'), received: own }
    case 'deposit':
      return { handed: own, received: outsideParty('court-clerk') }
    case 'return':
      return { handed: own, received: owner ? participantParty(owner.participantId) : outsideParty('owner') }
    case 'seal':
    case 'open':
    case 'reseal':
    case 'destroy':
    case 'missing':
    case 'found':
    case 'correct':
      return { handed: own, received: nobody }
  }
}

const sealing: ReadonlySet<MovementKind> = new Set<MovementKind>(['sealed', 'opened', 'resealed', 'corrected'])

/** The officer who received it last; undefined where that was somebody else. */
function lastHolder({ movements }: Exhibit): string | undefined {
  const holder = movements.findLast(({ kind }) => !sealing.has(kind))?.receivedBy
  return holder?.kind === 'officer' ? holder.officer.id : undefined
}

/** What should be done first; undefined where nothing is due. */
export function nextAct(exhibit: Exhibit): ActId | undefined {
  const ended = exhibit.state === 'deposited' || exhibit.state === 'returned' || exhibit.state === 'destroyed'
  if (ended) return undefined
  if (exhibit.state === 'missing') return 'found'
  if (exhibit.state === 'at-laboratory') return 'fromLab'
  if (exhibit.sealState === 'none') return 'seal'
  if (exhibit.sealState === 'opened') return 'reseal'
  return exhibit.place.kind === 'in-hand' ? 'carry' : undefined
}
