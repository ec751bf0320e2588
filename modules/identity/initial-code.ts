import { createHash } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code of 80 bits that is shown once and stands in for a password until the officer chooses one. */
export function makeInitialCode(randomBytes: (size: number) => Buffer): string {
  const letters = [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('')
  return letters.replaceAll(/(.{4})(?!$)/g, '$1-')
}

/** Tells whether an answer belongs to this very code; 80 random bits need no slow hash. */
export const codeMark = (code: string): string => createHash('sha256').update(code).digest('hex')
