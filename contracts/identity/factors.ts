import { z } from 'zod'
import { codeSchema } from './session.ts'

const instant = z.iso.datetime()
const label = z.string().trim().min(1).max(60)

export const factorsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['totp', 'passkey']),
      label: z.string(),
      confirmedAt: instant.nullable(),
      lastUsedAt: instant.nullable(),
    }),
  ),
})

export const beginTotpBody = z.strictObject({ label })
/** Shown once: the address and its QR code as an SVG image. */
export const beginTotpAnswer = z.object({
  authenticatorId: z.uuid(),
  uri: z.string(),
  secret: z.string(),
  qrSvg: z.string(),
})
export const confirmTotpBody = z.strictObject({ code: codeSchema })
export const restrictedAnswer = z.object({ restricted: z.boolean() })
export const removedAnswer = z.object({ authenticatorId: z.uuid() })

/** Options for `navigator.credentials.create()`, as `@simplewebauthn/browser` takes them. */
export const registrationRequest = z.object({ challengeId: z.uuid(), options: z.record(z.string(), z.unknown()) })
export const addPasskeyBody = z.strictObject({
  label,
  challengeId: z.uuid(),
  response: z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string().max(1400) }),
})
export const addPasskeyAnswer = z.object({ authenticatorId: z.uuid(), restricted: z.boolean() })
