import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of 80 bits that is shown once and stands in for a password until the officer chooses one. */
export function makeInitialCode(randomBytes: (size: number) => Buffer): string {
  return makeLetters(randomBytes, 16)
}

/**
 * Half of such a code. 40 bits are enough against who holds the other half: five wrong guesses close the account for
 * a quarter of an hour, and after three days the code is void.
 */
export function makeHalfCode(randomBytes: (size: number) => Buffer): string {
  return makeLetters(randomBytes, 8)
}

function makeLetters(randomBytes: (size: number) => Buffer, count: number): string {
  const letters = [...randomBytes(count)].map((byte) => alphabet[byte % 32]).join('')
  return letters.replaceAll(/(.{4})(?!$)/g, '$1-')
}

/** Tells whether an answer belongs to this very code; 80 random bits need no slow hash. */
export const codeMark = (code: string): string => createHash('sha256').update(code).digest('hex')

/** A repeated request meets the answer of the first, to which another code belongs: that one was shown then. */
export function shownOnce(code: string, mark: string | null): string | null {
  return codeMark(code) === mark ? code : null
}
