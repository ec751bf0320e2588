import { v7, validate, version } from 'uuid'

/** Makes identifiers: UUIDv7 (RFC 9562), ordered by time. Injected so that tests can repeat themselves. */
export interface Ids {
  next(): string
}

export const systemIds: Ids = { next: () => v7() }

/** True for a UUID of version 7, the only kind accepted as a command's idempotency key. */
export function isUuidV7(text: string): boolean {
  return validate(text) && version(text) === 7
}
