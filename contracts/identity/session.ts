import { z } from 'zod'

/** Where one may sign in. */
export const deskSeatSchema = z.enum(['shared-desk', 'own-desk', 'command-room'])
export const seatSchema = z.enum([...deskSeatSchema.options, 'wall'])

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
  seat: deskSeatSchema.default('shared-desk'),
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

const instant = z.iso.datetime()
const text = z.object({ ar: z.string(), fr: z.string(), en: z.string() })
const scope = z.enum(['own', 'unit', 'area', 'all'])

export const sessionAnswer = z.object({
  /** `restricted`: only enrolment is open; `locked`: the PIN opens it. */
  state: z.enum(['open', 'locked', 'restricted']),
  sessionId: z.uuid(),
  /**
   * Of an open session only: the key, in base64, under which the desk keeps on its computer what this officer took down
   * while the line was down. The same at every sign-in.
   */
  deskKey: z.base64().nullable(),
  seat: seatSchema,
  /** Of a screen on the wall: the place of custody that it shows, and nothing else. */
  wall: z.object({ placeId: z.uuid() }).nullable(),
  openedAt: instant,
  endsAt: instant,
  /** When this seat locks unless a sign of presence comes before; null where it does not lock by itself. */
  locksAt: instant.nullable(),
  /** The same as a span, for a desk whose clock is wrong. */
  locksInSeconds: z.int().nullable(),
  /** Last fresh proof of identity; acts that ask for one may follow within five minutes. */
  steppedUpAt: instant.nullable(),
  locale: z.enum(['ar', 'fr', 'en']),
  /** What the officer has still to do. */
  needs: z.object({ password: z.boolean(), factor: z.boolean(), pin: z.boolean() }),
  factors: z.object({ totp: z.boolean(), passkey: z.boolean() }),
  officer: z.object({
    id: z.uuid(),
    serviceNumber: z.string(),
    nameAr: z.string(),
    nameLatin: z.string(),
    rankCode: z.string().nullable(),
    post: z.string(),
  }),
  unit: z.object({ id: z.uuid(), code: z.string(), kind: z.string(), area: z.string(), names: text }),
  roles: z.array(
    z.object({
      grantId: z.uuid(),
      code: z.string(),
      labels: text,
      unitId: z.uuid(),
      reason: z.enum(['posting', 'acting', 'set-up']),
      until: instant.nullable(),
    }),
  ),
  permissions: z.array(z.object({ permission: z.string(), scope, unitId: z.uuid() })),
})
export type SessionAnswer = z.output<typeof sessionAnswer>

export const presenceAnswer = z.object({
  locked: z.boolean(),
  locksAt: instant.nullable(),
  locksInSeconds: z.int().nullable(),
  endsAt: instant,
})
/** Makes this screen show the cells of a place, and ends the desk that stood on it. */
export const hangWallBody = z.strictObject({ placeId: z.uuid() })
export const hangWallAnswer = z.object({ placeId: z.uuid(), endsAt: instant })
export const lockAnswer = z.object({ locked: z.boolean() })
export const unlockBody = z.strictObject({ pin: z.string().max(12) })
export const stepUpBody = z.strictObject({ code: codeSchema.optional(), passkey: passkeyProof.optional() })
export const stepUpAnswer = z.object({ provedAt: instant })
export const localeBody = z.strictObject({ locale: z.enum(['ar', 'fr', 'en']) })

export const passwordBody = z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(1).max(256) })
export const passwordAnswer = z.object({ restricted: z.boolean(), sessionsEnded: z.int() })
export const pinBody = z.strictObject({ password: z.string().min(1).max(256), pin: z.string().max(12) })
export const pinAnswer = z.object({ set: z.literal(true) })

/** One's own sessions that are still open. */
export const ownSessionsAnswer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      current: z.boolean(),
      seat: seatSchema,
      state: z.enum(['open', 'locked', 'restricted']),
      openedAt: instant,
      lastSeenAt: instant,
      endsAt: instant,
      /** Network address and browser of the sign-in, where they are known. */
      address: z.string().nullable(),
      browser: z.string().nullable(),
    }),
  ),
})
export const ownSessionsEndedAnswer = z.object({ ended: z.int() })
