import type { ExhibitState, MarkCode, MovementKind, SealState } from '#contracts/exhibits/lists.ts'

/** Where an exhibit stands after the movements told so far. */
export interface Standing {
  /** Movements so far. */
  readonly seq: number
  readonly state: ExhibitState
  readonly sealState: SealState
  /** The last seal set. */
  readonly sealNumber: string | null
  readonly placeId: string
  /** The latest hour a movement was done at. */
  readonly lastAt: number
  readonly expectedBack: number | null
}

/** What is told of a movement. Times are milliseconds since 1970. */
export interface Fact {
  readonly kind: MovementKind
  /** Null where nobody said otherwise: where it was last known to be. */
  readonly fromPlaceId: string | null
  /** Null where it stays. */
  readonly toPlaceId: string | null
  /** The same word for the same person. */
  readonly handedBy: string
  readonly receivedBy: string
  readonly occurredAt: number
  readonly recordedAt: number
  readonly sealNumber: string | null
  readonly sealSeen: string | null
  readonly sealBroken: boolean
  readonly expectedBack: number | null
  readonly correctsSeq: number | null
}

/** What the country asks of every movement of this exhibit. */
export interface ChainRules {
  readonly sealNeeded: boolean
  readonly lateAfterMs: number
}

export type StepRefusal = 'ended' | 'one-person' | 'already-taken' | 'not-taken' | 'nothing-to-correct'
export type Step =
  | { readonly standing: Standing; readonly marks: readonly MarkCode[]; readonly fromPlaceId: string | null }
  | { readonly refused: StepRefusal }

const ends: readonly ExhibitState[] = ['deposited', 'returned', 'destroyed']
export const isEnd = (state: ExhibitState): boolean => ends.includes(state)

interface Turn {
  /** The state it leads to; `same` leaves it as it is, and brings what was missing back into hand. */
  readonly to: ExhibitState | 'same'
  /** States after which it is in turn. In another one it is recorded all the same, and marked. */
  readonly after: readonly ExhibitState[]
}

const inHand: readonly ExhibitState[] = ['held']
const inHandOrAway: readonly ExhibitState[] = ['held', 'at-laboratory']

/** The state machine: what each movement leads to, and when it is in turn. */
export const turns: Readonly<Record<Exclude<MovementKind, 'taken' | 'corrected'>, Turn>> = {
  sealed: { to: 'same', after: inHandOrAway },
  opened: { to: 'same', after: inHandOrAway },
  resealed: { to: 'same', after: inHandOrAway },
  stored: { to: 'held', after: inHand },
  moved: { to: 'held', after: inHand },
  'sent-to-laboratory': { to: 'at-laboratory', after: inHand },
  'back-from-laboratory': { to: 'held', after: ['at-laboratory'] },
  'deposited-at-court': { to: 'deposited', after: inHand },
  returned: { to: 'returned', after: inHand },
  destroyed: { to: 'destroyed', after: inHand },
  missing: { to: 'missing', after: inHandOrAway },
  'found-again': { to: 'held', after: ['missing'] },
}

/** Movements for which a thing is to be sealed first. */
const sealedFirst: readonly MovementKind[] = ['stored', 'moved', 'sent-to-laboratory', 'deposited-at-court']

/**
 * The next movement of a chain. A fact that breaks a rule is taken and marked; refused is only what is no movement: a
 * second beginning, anything but a correction after the end, one person on both sides.
 */
export function nextStep(before: Standing | undefined, fact: Fact, rules: ChainRules): Step {
  if (fact.handedBy === fact.receivedBy) return { refused: 'one-person' }
  if (fact.kind === 'taken') return before ? { refused: 'already-taken' } : firstStep(fact, rules)
  if (!before) return { refused: 'not-taken' }
  if (fact.kind === 'corrected') return correction(before, fact)
  if (isEnd(before.state)) return { refused: 'ended' }
  const turn = turns[fact.kind]
  const from = fact.fromPlaceId ?? before.placeId
  const seal = sealAfter(before, fact)
  const marks: MarkCode[] = [
    ...(from === before.placeId ? [] : ['from-elsewhere' as const]),
    ...turnMarks(before.state, fact.kind, turn),
    ...seal.marks,
    ...(rules.sealNeeded && sealedFirst.includes(fact.kind) && before.sealState !== 'sealed'
      ? ['not-sealed' as const]
      : []),
    ...(fact.occurredAt < before.lastAt ? ['time-reversed' as const] : []),
    ...lateMarks(fact, rules),
  ]
  const state = turn.to === 'same' ? (before.state === 'missing' ? 'held' : before.state) : turn.to
  return {
    fromPlaceId: from,
    marks,
    standing: {
      seq: before.seq + 1,
      state,
      sealState: seal.state,
      sealNumber: seal.number,
      placeId: fact.toPlaceId ?? from,
      lastAt: Math.max(before.lastAt, fact.occurredAt),
      expectedBack:
        fact.kind === 'sent-to-laboratory' ? fact.expectedBack : state === 'at-laboratory' ? before.expectedBack : null,
    },
  }
}

function firstStep(fact: Fact, rules: ChainRules): Step {
  if (fact.toPlaceId === null) return { refused: 'not-taken' }
  return {
    fromPlaceId: null,
    marks: lateMarks(fact, rules),
    standing: {
      seq: 1,
      state: 'held',
      sealState: 'none',
      sealNumber: null,
      placeId: fact.toPlaceId,
      lastAt: fact.occurredAt,
      expectedBack: null,
    },
  }
}

// A correction adds words and moves nothing, neither the thing nor its hours.
function correction(before: Standing, fact: Fact): Step {
  if (fact.correctsSeq === null || fact.correctsSeq < 1 || fact.correctsSeq > before.seq)
    return { refused: 'nothing-to-correct' }
  return { fromPlaceId: before.placeId, marks: [], standing: { ...before, seq: before.seq + 1 } }
}

function lateMarks(fact: Fact, rules: ChainRules): MarkCode[] {
  return fact.recordedAt - fact.occurredAt > rules.lateAfterMs ? ['late'] : []
}

function turnMarks(state: ExhibitState, kind: MovementKind, turn: Turn): MarkCode[] {
  if (turn.after.includes(state)) return []
  if (kind === 'found-again') return ['not-missing']
  if (state === 'missing') return ['while-missing']
  return ['laboratory-out-of-turn']
}

function sealAfter(before: Standing, fact: Fact): { state: SealState; number: string | null; marks: MarkCode[] } {
  const marks: MarkCode[] = []
  if (fact.sealBroken) marks.push('seal-broken')
  if (fact.sealSeen !== null && (before.sealState !== 'sealed' || fact.sealSeen !== before.sealNumber))
    marks.push('seal-differs')
  const isOpen = fact.sealBroken || before.sealState === 'opened'
  switch (fact.kind) {
    case 'sealed':
      if (before.sealState !== 'none') marks.push('seal-out-of-turn')
      return { state: 'sealed', number: fact.sealNumber, marks }
    case 'resealed':
      if (!isOpen || before.sealState === 'none') marks.push('seal-out-of-turn')
      return { state: 'sealed', number: fact.sealNumber, marks }
    case 'opened':
      if (before.sealState !== 'sealed') marks.push('seal-out-of-turn')
      return { state: before.sealState === 'none' ? 'none' : 'opened', number: before.sealNumber, marks }
    case 'taken':
    case 'stored':
    case 'moved':
    case 'sent-to-laboratory':
    case 'back-from-laboratory':
    case 'deposited-at-court':
    case 'returned':
    case 'destroyed':
    case 'missing':
    case 'found-again':
    case 'corrected': {
      const broke = fact.sealBroken && before.sealState === 'sealed'
      return { state: broke ? 'opened' : before.sealState, number: before.sealNumber, marks }
    }
  }
}

const breaking: ReadonlySet<MarkCode> = new Set<MarkCode>([
  'from-elsewhere',
  'seal-differs',
  'seal-broken',
  'seal-out-of-turn',
  'time-reversed',
  'while-missing',
  'laboratory-out-of-turn',
  'not-missing',
])

/** True where nobody can say any more that the thing was in known hands and untouched all the time. */
export const breaksChain = (mark: MarkCode): boolean => breaking.has(mark)

/** True where the chain may be certified: no rule of the chain broken, and never missing. */
export function isUnbroken(
  movements: Iterable<{ readonly kind: MovementKind; readonly marks: readonly MarkCode[] }>,
): boolean {
  for (const { kind, marks } of movements) if (kind === 'missing' || marks.some(breaksChain)) return false
  return true
}

/** The whole chain from its facts; undefined where one of them is no movement. */
export function foldChain(facts: readonly Fact[], rules: ChainRules): Standing | undefined {
  let standing: Standing | undefined
  for (const fact of facts) {
    const step = nextStep(standing, fact, rules)
    if ('refused' in step) return undefined
    standing = step.standing
  }
  return standing
}
