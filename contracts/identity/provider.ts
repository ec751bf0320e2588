import { z } from 'zod'
import { codeSchema, passkeyProof, deskSeatSchema } from './session.ts'

/** Where the provider sends the browser back to, below the origin of the desk. It is what is registered there. */
export const providerReturnPath = '/sign-in/return'

/** The identity provider of this installation, by the name on its button; null where there is none. */
export const providerAnswer = z.object({
  provider: z.object({ ar: z.string(), fr: z.string(), en: z.string() }).nullable(),
})

export const providerBeginBody = z.strictObject({ seat: deskSeatSchema.default('shared-desk') })
/** Where the browser goes to sign in. */
export const providerBeginAnswer = z.object({ url: z.url() })

/** What the provider hung onto our address, question mark included. */
export const providerReturnBody = z.strictObject({ query: z.string().startsWith('?').max(8_000) })

export const providerFactorBody = z.strictObject({ code: codeSchema.optional(), passkey: passkeyProof.optional() })
