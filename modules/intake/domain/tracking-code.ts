import { createHash } from 'node:crypto'

/** Bytes of a code: 80 bits, beyond guessing even for who may try for years. */
export const trackingCodeBytes = 10

// Crockford's alphabet: without I, L, O and U, so that a code read aloud or by hand comes back whole.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes ten random bytes as sixteen characters in groups of four. */
export function trackingCodeOf(bytes: Uint8Array): string {
  if (bytes.length !== trackingCodeBytes) throw new RangeError(`a tracking code has ${trackingCodeBytes} bytes`)
  let value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let text = ''
  for (let place = 0; place < 16; place += 1) {
    text = `${alphabet[Number(value & 31n)]}${text}`
    value >>= 5n
  }
  return text.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What is stored to find a code by: of the code as typed, whatever its case, spaces, hyphens or look-alike letters. */
export function trackingCodeHash(code: string): Buffer {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return createHash('sha256').update(plain).digest()
}
