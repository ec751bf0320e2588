import {
  ClientSecretBasic,
  type Configuration,
  type CustomFetch,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client'
import type { Seat } from '../domain/seats.ts'
import { findTrustedFactor } from '../domain/trusted-factor.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** What only this sign-in knows, and the answer has to show. */
export interface ProviderQuestion {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
  readonly seat: Seat
}

/** What the provider says of who signed in there. */
export interface Vouching {
  readonly serviceNumber: string
  /** The value that counts as a second factor, as `amr:mfa`; null where none does. */
  readonly factor: string | null
}

/** Why there is no vouching: nothing was heard of the provider, or what was heard does not hold. `fault` is for the log. */
export class ProviderFailure extends Error {
  readonly reason: 'provider-unreachable' | 'provider-answer'
  readonly fault: string

  constructor(reason: ProviderFailure['reason'], fault: string, cause?: unknown) {
    super(`${reason}: ${fault}`, { cause })
    this.reason = reason
    this.fault = fault
  }
}

/** The one place that speaks to the provider. Never called inside a transaction. Throws ProviderFailure. */
export interface IdentityProvider {
  readonly settings: ProviderSettings
  /** The address that the browser is sent to. */
  addressFor(question: ProviderQuestion): Promise<string>
  /** Exchanges what came back (`?code=…&state=…`) for the provider's word. */
  redeem(question: ProviderQuestion, query: string): Promise<Vouching>
}

const patienceSeconds = 5
const discoveryMinutes = 60
/** At a shared desk: how long ago the provider may have seen the officer. */
const freshSeconds = 300

/** `now` in milliseconds, for the age of what was discovered. */
export function createIdentityProvider(settings: ProviderSettings, now: () => number): IdentityProvider {
  let known: { readonly configuration: Promise<Configuration>; readonly until: number } | undefined
  const configure = (): Promise<Configuration> => {
    if (known && now() < known.until) return known.configuration
    const configuration = discover(settings)
    const entry = { configuration, until: now() + discoveryMinutes * 60_000 }
    known = entry
    // A provider that was down is asked again by the next sign-in, not in an hour.
    configuration.catch(() => {
      if (known === entry) known = undefined
    })
    return configuration
  }
  return {
    settings,
    addressFor: (question) =>
      guarded(async () => {
        const challenge = await calculatePKCECodeChallenge(question.verifier)
        return buildAuthorizationUrl(await configure(), {
          redirect_uri: question.redirectUri,
          response_type: 'code',
          scope: settings.scope,
          state: question.state,
          nonce: question.nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
          ...(settings.trustedAcr.length > 0 ? { acr_values: settings.trustedAcr.join(' ') } : {}),
          ...(isShared(question) ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
        }).href
      }),
    redeem: (question, query) =>
      guarded(async () => {
        const tokens = await authorizationCodeGrant(await configure(), new URL(question.redirectUri + query), {
          pkceCodeVerifier: question.verifier,
          expectedState: question.state,
          expectedNonce: question.nonce,
          idTokenExpected: true,
          ...(isShared(question) ? { maxAge: freshSeconds } : {}),
        })
        const claims: Readonly<Record<string, unknown>> = { ...tokens.claims() }
        const serviceNumber = claims[settings.numberClaim]
        if (typeof serviceNumber !== 'string' || serviceNumber.length === 0 || serviceNumber.length > 64)
          throw new ProviderFailure('provider-answer', 'NUMBER_CLAIM_MISSING')
        return { serviceNumber, factor: findTrustedFactor(settings, claims) ?? null }
      }),
  }
}

// Officers follow each other at a shared desk: the provider's own session there may be the last one's.
const isShared = ({ seat }: ProviderQuestion): boolean => seat === 'shared-desk'

async function discover(settings: ProviderSettings): Promise<Configuration> {
  const issuer = new URL(settings.issuer)
  return discovery(issuer, settings.clientId, undefined, ClientSecretBasic(settings.clientSecret), {
    timeout: patienceSeconds,
    [customFetch]: reach,
    // The signature of an ID token is checked although it comes straight from the provider.
    execute: [enableNonRepudiationChecks, ...(isLoopback(issuer) ? [allowInsecureRequests] : [])],
  })
}

/** Without TLS a provider is spoken to on this computer alone. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]')

// Before the library wraps it: only here is an answer told from silence.
const reach: CustomFetch = async (url, options) => {
  let response: Response
  try {
    response = await fetch(url, options as RequestInit)
  } catch (error) {
    throw new ProviderFailure('provider-unreachable', 'NO_ANSWER', error)
  }
  if (response.status >= 500) throw new ProviderFailure('provider-unreachable', `HTTP_${response.status}`)
  return response
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    for (let each = error; each instanceof Error; each = each.cause) {
      if (each instanceof ProviderFailure) throw each
      if (each.name === 'TimeoutError' || each.name === 'AbortError')
        throw new ProviderFailure('provider-unreachable', 'TIMEOUT', error)
    }
    throw new ProviderFailure('provider-answer', faultOf(error), error)
  }
}

function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'UNREADABLE'
}
