import { generateRegistrationOptions } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Query } from '#platform/commands/types.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { type PasskeyRequest, askPasskey, keepChallenge } from '../second-factor.ts'
import { requireFreshProof, requireSignedIn } from '../session-store.ts'

const nothing = z.strictObject({})

/** What the browser needs to ask a passkey for a fresh proof. Throws FACTOR_REFUSED where the officer has none. */
export function createAskStepUp(
  deps: IdentityDeps,
): Query<typeof nothing, { challengeId: string; options: PasskeyRequest }> {
  return defineQuery({
    type: 'session.ask-step-up',
    permission: 'self.step-up',
    input: nothing,
    recorded: false,
    execute: async (tx) => {
      const request = await askPasskey(tx, deps, requireSignedIn(tx).officerId)
      if (!request) throw identityErrors.fail('FACTOR_REFUSED')
      return { result: request }
    },
  })
}

/** What the browser needs to make a passkey for this officer. */
export function createAskRegistration(
  deps: IdentityDeps,
): Query<typeof nothing, { challengeId: string; options: Record<string, unknown> }> {
  return defineQuery({
    type: 'factor.ask-passkey',
    permission: 'self.enrol',
    input: nothing,
    recorded: false,
    execute: async (tx) => {
      const { officerId } = requireSignedIn(tx)
      await requireFreshProof(tx)
      const officer = await findOfficer(tx, officerId)
      const present = await tx
        .tables<IdentityTables>()
        .selectFrom('identity.authenticator')
        .select('credential_id')
        .where('officer_id', '=', officerId)
        .where('removed_at', 'is', null)
        .execute()
      const options = await generateRegistrationOptions({
        rpName: deps.issuer,
        rpID: deps.webauthn.rpId,
        userID: new TextEncoder().encode(officerId),
        userName: officer?.service_number ?? officerId,
        userDisplayName: officer?.name_latin ?? '',
        challenge: new Uint8Array(deps.randomBytes(32)),
        // Nobody outside the house is to learn what hardware the police uses.
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        excludeCredentials: present.flatMap((row) => (row.credential_id ? [{ id: row.credential_id }] : [])),
      })
      const challengeId = await keepChallenge(tx, officerId, 'registration', options.challenge)
      return { result: { challengeId, options: { ...options } } }
    },
  })
}
