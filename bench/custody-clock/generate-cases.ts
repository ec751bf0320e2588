import type { ClockCase } from '#modules/custody/domain/clock-case.ts'

const minute = 60_000
const hour = 60 * minute
const text = (at: number): string => new Date(at).toISOString()

// Nights on which legal time changed, both ways, the day of the law, a leap day, ends of years.
const edges = [
  '2018-06-17T02:00:00Z',
  '2024-03-10T02:00:00Z',
  '2025-02-23T02:00:00Z',
  '2025-04-06T02:00:00Z',
  '2025-12-07T23:00:00Z',
  '2025-12-31T23:00:00Z',
  '2026-02-15T02:00:00Z',
  '2026-03-22T02:00:00Z',
  '2026-09-20T01:00:00Z',
  '2028-02-29T00:00:00Z',
].map((each) => Date.parse(each))

/** Numbers from a seed, the same on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Cases in whole minutes that crowd around the hours at which something changes. The same seed gives the same cases. */
export function* generateCases(count: number, seed: number): Generator<ClockCase> {
  const random = randomFrom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const chance = (share: number): boolean => random() < share
  const pick = <Value>(first: Value, ...others: Value[]): Value => [first, ...others][upTo(others.length)] ?? first
  const near = (at: number): number => at + pick(-1, 0, 0, 0, 1) * minute
  const boundary = (): number => pick(2, 4, 8, 24, 48, 48, 72, 72, 96, 120, 192, 288)

  function offence(arrest: number): ClockCase['offences'][number] {
    const terrorism = chance(0.15)
    const stateSecurity = chance(0.15)
    const crime = terrorism || stateSecurity ? chance(0.8) : chance(0.3)
    return {
      from: text(chance(0.75) ? arrest : arrest + upTo(150 * 60) * minute),
      crime,
      imprisonable: crime || terrorism || stateSecurity || chance(0.8),
      stateSecurity,
      terrorism,
      art108: terrorism || stateSecurity || chance(0.2),
    }
  }

  for (let index = 0; index < count; index += 1) {
    const arrest = chance(0.5)
      ? pick(edges[0] ?? 0, ...edges.slice(1)) - upTo(80 * 60) * minute
      : Date.parse('2024-01-01T00:00:00Z') + upTo(5 * 365 * 24 * 60) * minute
    const measure = pick<ClockCase['measure']>(
      'custody',
      'custody',
      'custody',
      'custody',
      'minor-retention',
      'identity-check',
      'sentence-hold',
      'warrant-hold',
    )
    const placed = arrest + pick(0, 10, 30, 60, upTo(600)) * minute
    const exclusions = Array.from({ length: pick(0, 0, 0, 1, 1, 2, 3) }, () => {
      const from = near(arrest + (chance(0.3) ? boundary() * hour : upTo(100 * 60) * minute))
      return {
        kind: pick<ClockCase['exclusions'][number]['kind']>(
          'travel',
          'travel',
          'treatment',
          'treatment',
          'treatment',
          'examination',
          'waiting',
        ),
        from: text(from),
        to: chance(0.15) ? null : text(from + upTo(12 * 60) * minute),
        outsideDistrict: chance(0.6),
        proven: chance(0.6),
      }
    })
    const taken = exclusions
      .filter(({ proven, to }) => proven && to !== null)
      .reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0)
    const atBoundary = (): number => near(arrest + boundary() * hour + (chance(0.5) ? taken : 0))
    const extensions = Array.from({ length: pick(0, 0, 1, 1, 1, 2, 2, 3, 4) }, () => ({
      decidedAt: text(
        chance(0.6) ? atBoundary() - (chance(0.5) ? upTo(300) * minute : 0) : arrest + upTo(290 * 60) * minute,
      ),
      hours: pick(4, 12, 24, 24, 24, 48, 96, 96, 96),
      writtenReasoned: chance(0.9),
      by: pick<ClockCase['extensions'][number]['by']>(
        'procureur',
        'procureur',
        'procureur',
        'procureur-general',
        'procureur-general',
        'investigating-judge',
        'police',
      ),
      heard: pick<ClockCase['extensions'][number]['heard']>('presented', 'video', 'reasoned-without', 'none'),
    }))
    const now = chance(0.6) ? atBoundary() : arrest + upTo(300 * 60) * minute
    const asked = Math.max(now, placed)
    yield {
      measure,
      inquiry: pick('flagrant', 'preliminary', 'rogatory'),
      offences: Array.from({ length: pick(0, 1, 1, 1, 1, 2, 2, 3) }, () => offence(arrest)),
      age: pick('adult', 'adult', 'adult', 'adult', 'minor', 'doubtful', 'under-12'),
      arrestedAt: text(arrest),
      placedAt: text(placed),
      exclusions,
      extensions,
      lawyerDelay: chance(0.7)
        ? null
        : {
            grantedAt: text(placed + upTo(600) * minute),
            hours: pick(6, 12, 24, 24, 25, 48, 48, 49),
            atRequestOfOpj: chance(0.8),
          },
      prosecutor: {
        noticeAt: chance(0.2) ? null : text(placed + pick(0, 10, 59, 60, 61, 120) * minute),
        priorAuthorisationAt: chance(0.3) ? null : text(placed + pick(-60, -1, 0, 1, 30) * minute),
      },
      endedAt: chance(0.7) ? null : text(Math.max(placed, asked - upTo(600) * minute)),
      now: text(asked),
    }
  }
}
