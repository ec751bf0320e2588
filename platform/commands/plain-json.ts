import type { JsonValue } from '#platform/audit/log/index.ts'

/** The value as JSON would carry it: dates become ISO strings, absent members disappear. */
export function plainJson(value: unknown): JsonValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as JsonValue)
}
