/** Standard Base 64 with padding (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

/** The bytes, or undefined where the text is not the one standard Base 64 spelling of them. */
export function findBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}
