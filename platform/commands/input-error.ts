import type { z } from 'zod'
import { AppError } from '#platform/errors/app-error.ts'

/** Parses the input of a use case. Throws INPUT_INVALID, naming the fields by their paths. */
export function parseInput<I extends z.ZodType>(schema: I, input: unknown): z.output<I> {
  const unstorable = findUnstorable(input, '')
  if (unstorable !== undefined) throw inputError([unstorable])
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw asInputError(parsed.error)
  return parsed.data
}

/** Turns a schema's complaint into the one error for bad input. */
export function asInputError(error: z.ZodError): AppError {
  return inputError(
    error.issues.map((issue) => pathOf(issue)),
    error,
  )
}

export function inputError(fields: readonly string[], cause?: unknown): AppError {
  return new AppError('INPUT_INVALID', { params: { fields: [...new Set(fields)].slice(0, 8).join(', ') }, cause })
}

function pathOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') return [path, issue.keys.join(', ')].filter(Boolean).join('.')
  return path || 'body'
}

// Nested deeper than any form of ours, and than the programs that read it should have to follow.
const deepest = 60

// PostgreSQL stores neither NUL nor half a surrogate pair; both would come back as a fault of ours.
function findUnstorable(value: unknown, path: string, depth = 0): string | undefined {
  if (depth > deepest) return path.split('.')[0]
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path || 'body' : undefined
  if (typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value))
    return undefined
  for (const [name, member] of Object.entries(value)) {
    const found = findUnstorable(member, path ? `${path}.${name}` : name, depth + 1)
    if (found !== undefined) return found
    if (findUnstorable(name, 'name') !== undefined) return path || 'body'
  }
  return undefined
}
