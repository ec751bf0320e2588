import { z } from 'zod'

export const seatSchema = z.enum(['shared-desk', 'own-desk', 'command-room'])

/** What the browser's WebAuthn call gave, as JSON, with the challenge it answers. */
export const passkeyProof = z.strictObject({
  challengeId: z.uuid(),
  response: z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string().max(1400) }),
})
export const codeSchema = z.string().trim().max(12)

export const signInBody = z.strictObject({
  serviceNumber: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(256),
  /** Code of the authenticator application, where the officer uses one. */
  code: codeSchema.optional(),
  passkey: passkeyProof.optional(),
  seat: seatSchema.default('shared-desk'),
})

export const passkeyRequest = z.object({
  challengeId: z.uuid(),
  options: z.object({
    challenge: z.string(),
    rpId: z.string(),
    timeout: z.number(),
    userVerification: z.literal('required'),
    allowCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key') })),
  }),
})

/**
 * `open`: signed in. `restricted`: signed in, only to set up a second factor or choose a password.
 * `factor-needed`: the password was right; send it again with a code or with the passkey's answer.
 */
export const signInAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), endsAt: z.iso.datetime() }),
  z.object({ state: z.literal('restricted'), endsAt: z.iso.datetime() }),
  z.object({ state: z.literal('factor-needed'), totp: z.boolean(), passkey: passkeyRequest.nullable() }),
])
