import { createHmac } from 'node:crypto'

/** Password and PIN of every fictional officer: a training installation has nothing to hide. */
export const trainingPassword = 'دائرة التدريب'
export const trainingPin = '2580'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Authenticator secret of a fictional officer, base32, 160 bits: always the same, so that the sign-in page can show codes. */
export function trainingTotpSecret(serviceNumber: string): string {
  const digest = createHmac('sha1', 'daira training').update(serviceNumber).digest()
  let bits = ''
  for (const byte of digest) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)] ?? '').join('')
}
