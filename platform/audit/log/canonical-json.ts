import { AuditLogError } from './audit-log-error.ts'

/** JSON as the log takes it: no fractions, so that no two programs can print one number in two ways. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * The one text of a JSON value, in the form of RFC 8785 (JCS): no white space, members sorted by UTF-16 code units,
 * shortest escapes. Takes the subset the log uses: strings, safe integers, booleans, null, arrays, plain objects.
 * Throws `AUDIT_VALUE_NOT_CANONICAL` with the path of anything else (fraction, NaN, undefined, lone surrogate, Date…).
 */
export function canonicalJson(value: JsonValue): string {
  return write(value, '$', 0)
}

// A deeper value is an attack on the reader's stack, not a detail.
const MAX_DEPTH = 64

function write(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) throw refused('$', `nested more than ${MAX_DEPTH} deep`)
  switch (typeof value) {
    case 'string':
      return writeString(value, path)
    case 'number':
      if (!Number.isSafeInteger(value)) throw refused(path, 'only safe integers; write other numbers as strings')
      // -0 is written 0, as RFC 8785 has it.
      return String(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value))
        return `[${Array.from(value, (item, i) => write(item, `${path}[${i}]`, depth + 1)).join(',')}]`
      return writeObject(value, path, depth)
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      throw refused(path, `a ${typeof value} is not JSON`)
  }
}

function writeString(value: string, path: string): string {
  if (!value.isWellFormed()) throw refused(path, 'a lone surrogate is no text')
  // JSON.stringify escapes well-formed strings exactly as RFC 8785, 3.2.2.2 asks: both take it from ECMAScript.
  return JSON.stringify(value)
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw refused(path, 'only plain objects')
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, item]) => `${writeString(key, path)}:${write(item, `${path}.${key}`, depth + 1)}`).join(',')}}`
}

function refused(path: string, reason: string): AuditLogError {
  return new AuditLogError('AUDIT_VALUE_NOT_CANONICAL', `${path}: ${reason}`)
}
