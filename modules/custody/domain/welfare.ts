import type { RiskLevel } from '#contracts/custody/entry-said.ts'
import { type Line, type Standing, endOf, standingOf } from './record.ts'

const minute = 60_000

/** Minutes between two looks in, by risk. */
export type WelfareEvery = Readonly<Record<RiskLevel, number>>

/** How the risk was last assessed; the placement makes a first entry of it. */
export function riskOf(record: readonly Standing[]): RiskLevel {
  return standingOf(record, 'risk').at(-1)?.entry.level ?? 'standard'
}

/**
 * When someone must look in next, in milliseconds of UTC; null once it ended. A hearing, a doctor, a meal brought in hand
 * are looks in too: whoever was with the person saw him.
 */
export function welfareDueAt(line: Line, record: readonly Standing[], every: WelfareEvery): number | null {
  if (endOf(record)) return null
  const seen = [line.placedAt]
  for (const { at, until, entry } of record) {
    if (entry.kind === 'welfare' || entry.kind === 'meal' || entry.kind === 'medical' || entry.kind === 'cell')
      seen.push(at)
    // With someone all the while: seen last when it ended, and not due while it lasts.
    if (entry.kind === 'hearing' || entry.kind === 'extraction' || entry.kind === 'lawyer-contact') {
      if (until === null) return null
      seen.push(until)
    }
  }
  return Math.max(...seen) + every[riskOf(record)] * minute
}
