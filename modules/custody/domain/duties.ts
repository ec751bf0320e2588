import type { EntryKind } from '#contracts/custody/entry.ts'
import type { ClockLine } from './record-clock.ts'
import type { CustodyRules } from './custody-rules.ts'
import { type Standing, standingOf } from './record.ts'

type Duty = CustodyRules['duties'][number]
/** What is still to be taken down: a kind of entry, or the report that another fact calls for. */
export type Missing = EntryKind | 'refusal-told'

/** What the law asks for in this custody. */
export function dutiesOf(rules: CustodyRules, line: ClockLine): Duty[] {
  return rules.duties.filter(
    ({ measures, ages, inquiries }) =>
      measures.includes(line.measure) &&
      (ages === null || ages.includes(line.age)) &&
      (inquiries === null || inquiries.includes(line.inquiry)),
  )
}

/**
 * What the law asks for and nobody has taken down: the notices of every custody, a report to the prosecutor after each
 * contact with a lawyer, and word to the prosecutor at once where food was refused.
 */
export function missingOf(rules: CustodyRules, line: ClockLine, record: readonly Standing[]): Missing[] {
  const there = new Set(record.map(({ entry }) => entry.kind))
  const missing: Missing[] = dutiesOf(rules, line)
    .map(({ kind }) => kind as EntryKind)
    .filter((kind) => !there.has(kind))
  const reported = new Set(standingOf(record, 'contact-report').map(({ entry }) => entry.of))
  if (standingOf(record, 'lawyer-contact').some(({ id, until }) => until !== null && !reported.has(id)))
    missing.push('contact-report')
  const told = standingOf(record, 'prosecutor-notice').map(({ at }) => at)
  if (
    standingOf(record, 'meal').some(({ at, entry }) => entry.outcome === 'refused' && !told.some((each) => each >= at))
  )
    missing.push('refusal-told')
  return missing
}
