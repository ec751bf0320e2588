import type { JsonValue } from '#platform/audit/log/index.ts'

/** The value as JSON would carry it: dates become ISO strings, absent members disappear. */
export function plainJson(value: unknown): JsonValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as JsonValue)
}

/** One text for equal values, whatever the order of their members; fractions included, which the log's own form refuses. */
export function stableJson(value: unknown): string {
  return JSON.stringify(plainJson(value), (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
