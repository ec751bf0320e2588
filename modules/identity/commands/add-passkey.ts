import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { takeChallenge } from '../second-factor.ts'
import {
  liftRestriction,
  lockOwnCredential,
  ownSubjects,
  requireFreshProof,
  requireSignedIn,
} from '../session-store.ts'

const addInput = z.strictObject({
  label: z.string().trim().min(1).max(60),
  challengeId: z.uuid(),
  /** What the browser's `navigator.credentials.create()` gave, as JSON. */
  response: z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string().max(1400) }),
})

/** Adds a passkey that answered the challenge of this officer. */
export function createAddPasskey(
  deps: IdentityDeps,
): Command<typeof addInput, { authenticatorId: string; restricted: boolean }> {
  return defineCommand({
    type: 'factor.add-passkey',
    permission: 'self.enrol',
    input: addInput,
    execute: async (tx, { label, challengeId, response }) => {
      const own = requireSignedIn(tx)
      await requireFreshProof(tx)
      const challenge = await takeChallenge(tx, challengeId, own.officerId, 'registration')
      if (challenge === undefined) throw identityErrors.fail('FACTOR_REFUSED')
      const passkey = await verify(deps, challenge, response)
      if (!passkey) throw identityErrors.fail('FACTOR_REFUSED')
      const db = tx.tables<IdentityTables>()
      const id = tx.ids.next()
      const added = await db
        .insertInto('identity.authenticator')
        .values({
          id,
          officer_id: own.officerId,
          kind: 'passkey',
          label,
          secret: null,
          credential_id: passkey.id,
          public_key: Buffer.from(passkey.publicKey),
          counter: passkey.counter,
          confirmed_at: tx.now,
          last_used_at: null,
          removed_at: null,
        })
        .onConflict((conflict) => conflict.column('credential_id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!added) throw identityErrors.fail('FACTOR_REFUSED')
      await db.updateTable('identity.session').set({ stepped_up_at: tx.now }).where('id', '=', own.sessionId).execute()
      const lifted = await liftRestriction(tx, await lockOwnCredential(tx))
      return {
        result: { authenticatorId: id, restricted: !lifted },
        event: {
          type: 'factor.confirmed',
          subjects: [...ownSubjects(own), { type: 'authenticator', id }],
          codes: { kind: 'passkey' },
        },
      }
    },
  })
}

async function verify(
  deps: IdentityDeps,
  challenge: string,
  response: object,
): Promise<{ id: string; publicKey: Uint8Array; counter: number } | undefined> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      // What a browser sends is checked by the library, member by member.
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: [...deps.webauthn.origins],
      expectedRPID: deps.webauthn.rpId,
      requireUserVerification: true,
    })
    return verified ? registrationInfo?.credential : undefined
  } catch {
    return undefined
  }
}
