import { generate, generateSecret, generateURI, verify } from 'otplib'
import type { Secret } from './secret.ts'

const stepSeconds = 30

/** A new secret for an authenticator application, base32, 160 bits. */
export const makeTotpSecret = (): string => generateSecret()

/** The address that an authenticator application reads from a QR code. */
export const totpUri = (secret: string, serviceNumber: string, issuer: string): string =>
  generateURI({ issuer, label: serviceNumber, secret, period: stepSeconds })

/** The code of an instant, for tests and for the training precinct. */
export const totpCode = (secret: string, instant: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(instant.getTime() / 1000), period: stepSeconds })

/**
 * Checks a code (RFC 6238) of this half minute or the one before or after. Answers the step it belongs to, or undefined.
 * A step at or before `after` is refused: a code works once.
 */
export async function findTotpStep(
  secret: string,
  code: Secret,
  instant: Date,
  after: number,
): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code.reveal())) return undefined
  const result = await verify({
    secret,
    token: code.reveal(),
    epoch: Math.floor(instant.getTime() / 1000),
    epochTolerance: stepSeconds,
    period: stepSeconds,
  })
  // The library's own check throws where the clock was set back; a code refused is all that is wanted.
  return result.valid && 'timeStep' in result && result.timeStep > after ? result.timeStep : undefined
}
