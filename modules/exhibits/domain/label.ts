const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const labelSize = 26

/** What a QR code holds: 128 random bits in base32 (RFC 4648), 26 signs, nothing that says what they belong to. */
export function labelOf(random: Uint8Array): string {
  if (random.length !== 16) throw new Error('a label has 16 bytes')
  let bits = 0
  let held = 0
  let label = ''
  for (const byte of random) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      label += alphabet[(held >> (bits - 5)) & 31]
      bits -= 5
    }
    held &= (1 << bits) - 1
  }
  return label + alphabet[(held << (5 - bits)) & 31]
}

/** The label as scanned or typed; undefined where it can be none. */
export function readLabel(text: string): string | undefined {
  const label = text.toUpperCase().replaceAll(/[\s\u200E\u200F\u2066-\u2069-]/gu, '')
  return label.length === labelSize && /^[A-Z2-7]+$/.test(label) ? label : undefined
}
