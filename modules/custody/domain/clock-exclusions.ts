import type { Finding } from '#contracts/custody/measure.ts'
import type { ClockCase } from './clock-case.ts'
import { type Span, joinSpans } from './clock-line.ts'
import type { HoldRules } from './clock-law.ts'

export interface ExclusionsRead {
  readonly proven: readonly Span[]
  /** What is proven and what is only claimed. */
  readonly claimed: readonly Span[]
  readonly findings: readonly Finding[]
}

/** Sorts what was said not to count into what does not, what would not if it were proven, and what counts all the same. */
export function readExclusions(input: ClockCase, rules: HoldRules, window: Span): ExclusionsRead {
  const proven: Span[] = []
  const claimed: Span[] = []
  const findings: Finding[] = []
  for (const each of input.exclusions) {
    const span = { from: Date.parse(each.from), to: each.to === null ? window.to : Date.parse(each.to) }
    if (span.from > window.to) continue
    const rule = rules.exclusions.find(({ kind }) => kind === each.kind)
    if (!rule || (rule.outsideDistrictOnly && !each.outsideDistrict)) {
      findings.push('exclusion-not-lawful')
      continue
    }
    claimed.push(span)
    if (each.proven) proven.push(span)
    else findings.push('exclusion-not-proven')
  }
  return { proven: joinSpans(proven, window), claimed: joinSpans(claimed, window), findings }
}
