import { z } from 'zod'

/** How an installation's identity provider is reached, and what of its word counts. */
export const providerSettingsSchema = z.strictObject({
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** On the button. */
  name: z.strictObject({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) }),
  /** Claim of the ID token that holds the service number. */
  numberClaim: z.string().min(1),
  scope: z.string().min(1),
  /** Values of `amr` and `acr` that count as a second factor; with none, ours is always asked for. */
  trustedAmr: z.array(z.string().min(1)),
  trustedAcr: z.array(z.string().min(1)),
})
export type ProviderSettings = z.output<typeof providerSettingsSchema>
