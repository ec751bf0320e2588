import type { Vault } from '#platform/keys/vault.ts'
import type { Passwords } from './passwords.ts'
import type { ProviderSettings } from './provider/provider-settings.ts'

/** What the composition root hands to this module. */
export interface IdentityDeps {
  readonly vault: Vault
  readonly passwords: Passwords
  /** Fresh random bytes; injected so that tests can repeat themselves. */
  readonly randomBytes: (size: number) => Buffer
  /** True where the server speaks TLS: cookies then never travel without it. */
  readonly secureCookies: boolean
  /** Who stands in authenticator applications and passkey dialogues, e.g. `Daira`. */
  readonly issuer: string
  /** WebAuthn relying party: domain of the desk and the origins it is served from. */
  readonly webauthn: { readonly rpId: string; readonly origins: readonly string[] }
  /** Where officers may sign in beside the password, if anywhere. */
  readonly provider?: ProviderSettings | undefined
  /** After how many hours a screen on the wall ends by itself; data of the country. */
  readonly wallHours: number
}
