import type { EntryKind } from '#contracts/custody/entry.ts'
import type { ClockLine } from './record-clock.ts'
import type { CustodyRules } from './custody-rules.ts'
import type { Standing } from './record.ts'

type Duty = CustodyRules['duties'][number]

/** What the law asks for in this custody. */
export function dutiesOf(rules: CustodyRules, line: ClockLine): Duty[] {
  return rules.duties.filter(
    ({ measures, ages, inquiries }) =>
      measures.includes(line.measure) &&
      (ages === null || ages.includes(line.age)) &&
      (inquiries === null || inquiries.includes(line.inquiry)),
  )
}

/** Kinds of entry that the law asks for and that nobody has taken down. */
export function missingOf(rules: CustodyRules, line: ClockLine, record: readonly Standing[]): EntryKind[] {
  const there = new Set(record.map(({ entry }) => entry.kind))
  return dutiesOf(rules, line)
    .map(({ kind }) => kind as EntryKind)
    .filter((kind) => !there.has(kind))
}
