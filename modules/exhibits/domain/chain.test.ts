import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type MarkCode, movementKinds } from '#contracts/exhibits/lists.ts'
import { type ChainRules, type Fact, type Standing, foldChain, isEnd, isUnbroken, nextStep } from './chain.ts'

const rules: ChainRules = { sealNeeded: true, lateAfterMs: 24 * 3_600_000 }
const hour = 3_600_000
const fact = (kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({
  kind,
  fromPlaceId: null,
  toPlaceId: null,
  handedBy: 'a',
  receivedBy: 'b',
  occurredAt: 0,
  recordedAt: more.occurredAt ?? 0,
  sealNumber: null,
  sealSeen: null,
  sealBroken: false,
  expectedBack: null,
  correctsSeq: null,
  ...more,
})
const taken = fact('taken', { toPlaceId: 'hand' })
const sealed = fact('sealed', { sealNumber: 'S1' })

/** The marks of the last of these movements, and where it led. */
function last(...facts: Fact[]): { marks: readonly MarkCode[]; standing: Standing } {
  const before = foldChain(facts.slice(0, -1), rules)
  const step = nextStep(before, facts.at(-1) ?? taken, rules)
  if ('refused' in step) throw new Error(step.refused)
  return step
}

describe('a chain', () => {
  it('without a fault has no mark', () => {
    const facts = [
      taken,
      sealed,
      fact('stored', { toPlaceId: 'shelf', occurredAt: hour, sealSeen: 'S1' }),
      fact('sent-to-laboratory', { toPlaceId: 'lab', occurredAt: 2 * hour, expectedBack: 90 * hour }),
      fact('opened', { occurredAt: 3 * hour }),
      fact('resealed', { occurredAt: 4 * hour, sealNumber: 'S2' }),
      fact('back-from-laboratory', { toPlaceId: 'shelf', occurredAt: 5 * hour, sealSeen: 'S2' }),
      fact('deposited-at-court', { toPlaceId: 'court', occurredAt: 6 * hour }),
    ]
    for (let at = 1; at <= facts.length; at += 1) expect(last(...facts.slice(0, at)).marks).toEqual([])
    expect(foldChain(facts, rules)).toMatchObject({ state: 'deposited', placeId: 'court', sealNumber: 'S2', seq: 8 })
    expect(last(...facts.slice(0, 4)).standing.expectedBack).toBe(90 * hour)
    expect(last(...facts.slice(0, 7)).standing.expectedBack).toBeNull()
  })

  it.each<[string, Fact[], MarkCode[]]>([
    [
      'another place than the last known one',
      [fact('stored', { fromPlaceId: 'x', toPlaceId: 'y' })],
      ['from-elsewhere'],
    ],
    ['another seal seen', [fact('stored', { toPlaceId: 'y', sealSeen: 'S9' })], ['seal-differs']],
    ['a broken seal', [fact('stored', { toPlaceId: 'y', sealBroken: true })], ['seal-broken']],
    ['a seal on a seal', [fact('sealed', { sealNumber: 'S2' })], ['seal-out-of-turn']],
    ['a seal renewed that was not opened', [fact('resealed', { sealNumber: 'S2' })], ['seal-out-of-turn']],
    ['opened twice', [fact('opened'), fact('opened')], ['seal-out-of-turn']],
    ['an hour before the last one', [fact('stored', { toPlaceId: 'y', occurredAt: -1 })], ['time-reversed']],
    ['taken down two days later', [fact('stored', { toPlaceId: 'y', recordedAt: 48 * hour })], ['late']],
    ['moved while missing', [fact('missing'), fact('moved', { toPlaceId: 'y' })], ['while-missing']],
    ['found without having been missing', [fact('found-again', { toPlaceId: 'y' })], ['not-missing']],
    ['back without having been sent', [fact('back-from-laboratory', { toPlaceId: 'y' })], ['laboratory-out-of-turn']],
    [
      'stored straight from the laboratory',
      [fact('sent-to-laboratory', { toPlaceId: 'lab' }), fact('stored', { toPlaceId: 'y' })],
      ['laboratory-out-of-turn'],
    ],
    ['carried with an opened seal', [fact('opened'), fact('moved', { toPlaceId: 'y' })], ['not-sealed']],
  ])('takes %s and marks it', (_what, facts, marks) => {
    expect(last(taken, sealed, ...facts).marks).toEqual(marks)
  })

  it('is asked for a seal only where the country asks for one', () => {
    expect(last(taken, fact('stored', { toPlaceId: 'y' })).marks).toEqual(['not-sealed'])
    const step = nextStep(foldChain([taken], rules), fact('stored', { toPlaceId: 'y' }), {
      ...rules,
      sealNeeded: false,
    })
    expect(step).toMatchObject({ marks: [] })
  })

  it('refuses what is no movement', () => {
    const standing = foldChain([taken], rules)
    expect(nextStep(undefined, sealed, rules)).toEqual({ refused: 'not-taken' })
    expect(nextStep(standing, taken, rules)).toEqual({ refused: 'already-taken' })
    expect(nextStep(standing, { ...sealed, receivedBy: 'a' }, rules)).toEqual({ refused: 'one-person' })
    expect(nextStep(standing, fact('corrected', { correctsSeq: 2 }), rules)).toEqual({ refused: 'nothing-to-correct' })
  })

  it('is broken by what was missing, even when it was found again', () => {
    expect(isUnbroken([{ kind: 'taken', marks: ['no-pv', 'late'] }])).toBe(true)
    expect(isUnbroken([{ kind: 'missing', marks: [] }])).toBe(false)
    expect(isUnbroken([{ kind: 'stored', marks: ['seal-differs'] }])).toBe(false)
  })
})

const places = fc.constantFrom('hand', 'shelf', 'box', 'lab', 'court')
const persons = fc.constantFrom('a', 'b', 'c')
const seals = fc.option(fc.constantFrom('S1', 'S2', 'S3'))
const anyFact = fc.record({
  kind: fc.constantFrom(...movementKinds),
  fromPlaceId: fc.option(places),
  toPlaceId: fc.option(places),
  handedBy: persons,
  receivedBy: persons,
  occurredAt: fc.integer({ min: -100 * hour, max: 100 * hour }),
  recordedAt: fc.integer({ min: -100 * hour, max: 200 * hour }),
  sealNumber: seals,
  sealSeen: seals,
  sealBroken: fc.boolean(),
  expectedBack: fc.option(fc.integer({ min: 0, max: 500 * hour })),
  correctsSeq: fc.option(fc.integer({ min: 0, max: 30 })),
})

/** The only refusals: one person twice, a second beginning, a correction of nothing, and after the end. */
function isRefusable(fact: Fact, standing: Standing | undefined): boolean {
  return (
    fact.handedBy === fact.receivedBy ||
    fact.kind === 'taken' ||
    (fact.kind === 'corrected' && (fact.correctsSeq ?? 0) < 1) ||
    (fact.kind === 'corrected' && (fact.correctsSeq ?? 0) > (standing?.seq ?? 0)) ||
    (standing !== undefined && isEnd(standing.state))
  )
}

/** What is wrong with one step of a chain; nothing where all is well. */
function faultsOf(before: Standing, fact: Fact, after: Standing, marks: readonly MarkCode[]): string[] {
  const isCorrection = fact.kind === 'corrected'
  const place = fact.toPlaceId ?? fact.fromPlaceId ?? before.placeId
  const isElsewhere = fact.fromPlaceId !== null && fact.fromPlaceId !== before.placeId
  const held: [string, boolean][] = [
    ['a step more', after.seq === before.seq + 1],
    ['time only grows', after.lastAt >= before.lastAt],
    ['after an end only a correction', !isEnd(before.state) || isCorrection],
    [
      'a correction moves nothing',
      !isCorrection || JSON.stringify({ ...after, seq: 0 }) === JSON.stringify({ ...before, seq: 0 }),
    ],
    ['one place', isCorrection || after.placeId === place],
    ['another place is marked', isCorrection || !isElsewhere || marks.includes('from-elsewhere')],
    ['a mark once', new Set(marks).size === marks.length],
    ['an expected return at the laboratory alone', after.state === 'at-laboratory' || after.expectedBack === null],
    ['a number where there is a seal', (after.sealState === 'none') === (after.sealNumber === null)],
  ]
  return held.filter(([, holds]) => !holds).map(([what]) => `${fact.kind}: ${what}`)
}

describe('any sequence of facts', () => {
  it('folds to one place and one state, loses none that is a movement, and never moves after the end', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 30 }), fc.boolean(), (facts, sealNeeded) => {
        const under = { ...rules, sealNeeded }
        const told: Fact[] = [taken]
        const faults: string[] = []
        let standing = foldChain(told, under)
        for (const each of facts) {
          // A seal always has a number: the schema of its command asks for one.
          const fact =
            each.kind === 'sealed' || each.kind === 'resealed' ? { ...each, sealNumber: each.sealNumber ?? 'S0' } : each
          const step = nextStep(standing, fact, under)
          if ('refused' in step) {
            if (!isRefusable(fact, standing)) faults.push(`${fact.kind} was refused: ${step.refused}`)
            continue
          }
          if (standing) faults.push(...faultsOf(standing, fact, step.standing, step.marks))
          standing = step.standing
          told.push(fact)
        }
        expect(faults).toEqual([])
        // Told again from the beginning, it stands where it stood.
        expect(foldChain(told, under)).toEqual(standing)
        expect(standing?.seq).toBe(told.length)
      }),
      { numRuns: 500 },
    )
  })

  it('never mends a chain that was broken', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 20 }), (facts) => {
        const movements: { kind: Fact['kind']; marks: readonly MarkCode[] }[] = []
        const unbroken: boolean[] = []
        let standing = foldChain([taken], rules)
        for (const each of facts) {
          const step = nextStep(standing, each, rules)
          if ('refused' in step) continue
          standing = step.standing
          movements.push({ kind: each.kind, marks: step.marks })
          unbroken.push(isUnbroken(movements))
        }
        expect(unbroken).toEqual(unbroken.toSorted((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})
