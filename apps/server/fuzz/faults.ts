import type { LightMyRequestResponse } from 'fastify'
import { type Operation, nameOf } from './openapi.ts'

export interface FuzzFault {
  readonly operation: string
  readonly status: number
  readonly what: string
  /** The first request that showed it. */
  readonly example: string
  /** How many requests showed it. */
  readonly times: number
}

export interface FaultLog {
  note(operation: Operation, status: number, what: string, example: string): void
  list(): readonly FuzzFault[]
}

/** Keeps one entry for each different fault of an operation: a second fault does not hide behind the first. */
export function createFaultLog(): FaultLog {
  const faults = new Map<string, FuzzFault>()
  return {
    note: (operation, status, what, example) => {
      const key = `${nameOf(operation)} ${status} ${likeness(what)}`
      const earlier = faults.get(key)
      faults.set(
        key,
        earlier
          ? { ...earlier, times: earlier.times + 1 }
          : { operation: nameOf(operation), status, what, example, times: 1 },
      )
    },
    list: () => [...faults.values()],
  }
}

/** What tells one cause from another: ids, numbers and quoted values differ from request to request and do not. */
const likeness = (what: string): string =>
  what
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replaceAll(/"[^"]*"/g, '"')
    .replaceAll(/\d+/g, '#')

/**
 * Why an answer of 500 and more was given: the server's own error where it is known, and where in the house it arose;
 * else all that the answer says.
 */
export function causeIn(answer: LightMyRequestResponse, cause: unknown): string {
  if (!(cause instanceof Error)) return answer.body.slice(0, 300)
  const frame = cause.stack?.split('\n').find((line) => /\/(apps|modules|platform)\//.test(line))
  const place = frame && /\/((?:apps|modules|platform)\/[^:)]+)/.exec(frame)?.[1]
  return `${cause.name}: ${cause.message.slice(0, 300)}${place ? ` (${place})` : ''}`
}
