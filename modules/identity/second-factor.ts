import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Tx } from '#platform/commands/types.ts'
import type { IdentityDeps } from './identity-deps.ts'
import type { IdentityTables } from './identity-tables.ts'
import { type Secret, secretSchema } from './secret.ts'
import { findTotpStep } from './totp.ts'

const challengeMinutes = 5

export const passkeyProofSchema = z.strictObject({
  challengeId: z.uuid(),
  /** What the browser's `navigator.credentials.get()` gave, as JSON. */
  response: z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string().max(1400) }),
})
/** What shows that the officer has a second factor at hand: a code of an application, or a passkey's signature. */
export const factorProofSchema = { code: secretSchema.optional(), passkey: passkeyProofSchema.optional() }
export interface FactorProof {
  readonly code?: Secret | undefined
  readonly passkey?: z.output<typeof passkeyProofSchema> | undefined
}

export interface Factor {
  readonly id: string
  readonly kind: 'totp' | 'passkey'
}

/** Second factors that open something. */
export async function listFactors(tx: Tx, officerId: string): Promise<readonly Factor[]> {
  return tx
    .tables<IdentityTables>()
    .selectFrom('identity.authenticator')
    .select(['id', 'kind'])
    .where('officer_id', '=', officerId)
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** The factor that the proof shows, used up so that the same proof works once; undefined where it shows none. */
export async function proveFactor(
  tx: Tx,
  deps: IdentityDeps,
  officerId: string,
  proof: FactorProof,
): Promise<Factor | undefined> {
  if (proof.code) return proveTotp(tx, deps, officerId, proof.code)
  if (proof.passkey) return provePasskey(tx, deps, officerId, proof.passkey)
  return undefined
}

async function proveTotp(tx: Tx, deps: IdentityDeps, officerId: string, code: Secret): Promise<Factor | undefined> {
  const rows = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.authenticator')
    .select(['id', 'secret', 'counter'])
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'totp')
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .forUpdate()
    .execute()
  for (const row of rows) {
    if (!row.secret) continue
    const secret = deps.vault.open(row.secret, `totp:${row.id}`).toString()
    const step = await findTotpStep(secret, code, tx.now, row.counter)
    if (step === undefined) continue
    await markUsed(tx, row.id, step)
    return { id: row.id, kind: 'totp' }
  }
  return undefined
}

async function provePasskey(
  tx: Tx,
  deps: IdentityDeps,
  officerId: string,
  proof: z.output<typeof passkeyProofSchema>,
): Promise<Factor | undefined> {
  const challenge = await takeChallenge(tx, proof.challengeId, officerId, 'assertion')
  if (challenge === undefined) return undefined
  const row = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.authenticator')
    .select(['id', 'credential_id', 'public_key', 'counter'])
    .where('officer_id', '=', officerId)
    .where('credential_id', '=', proof.response.id)
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row?.credential_id || !row.public_key) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      // What a browser sends is checked by the library, member by member.
      response: proof.response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: [...deps.webauthn.origins],
      expectedRPID: deps.webauthn.rpId,
      requireUserVerification: true,
      credential: { id: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: row.counter },
    })
    if (!verified) return undefined
    await markUsed(tx, row.id, authenticationInfo.newCounter)
    return { id: row.id, kind: 'passkey' }
  } catch {
    return undefined
  }
}

async function markUsed(tx: Tx, id: string, counter: number): Promise<void> {
  await tx
    .tables<IdentityTables>()
    .updateTable('identity.authenticator')
    .set({ counter, last_used_at: tx.now })
    .where('id', '=', id)
    .execute()
}

/** What the browser needs to ask a passkey for its signature; undefined where the officer has none. */
export async function askPasskey(
  tx: Tx,
  deps: IdentityDeps,
  officerId: string,
): Promise<{ challengeId: string; options: PasskeyRequest } | undefined> {
  const passkeys = await tx
    .tables<IdentityTables>()
    .selectFrom('identity.authenticator')
    .select('credential_id')
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'passkey')
    .where('confirmed_at', 'is not', null)
    .where('removed_at', 'is', null)
    .execute()
  if (passkeys.length === 0) return undefined
  const options = await generateAuthenticationOptions({
    rpID: deps.webauthn.rpId,
    userVerification: 'required',
    challenge: new Uint8Array(deps.randomBytes(32)),
    allowCredentials: passkeys.flatMap((row) => (row.credential_id ? [{ id: row.credential_id }] : [])),
  })
  const challengeId = await keepChallenge(tx, officerId, 'assertion', options.challenge)
  return {
    challengeId,
    options: {
      challenge: options.challenge,
      rpId: deps.webauthn.rpId,
      timeout: options.timeout ?? 60_000,
      userVerification: 'required',
      allowCredentials: (options.allowCredentials ?? []).map(({ id }) => ({ id, type: 'public-key' as const })),
    },
  }
}

export interface PasskeyRequest {
  readonly challenge: string
  readonly rpId: string
  readonly timeout: number
  readonly userVerification: 'required'
  readonly allowCredentials: readonly { readonly id: string; readonly type: 'public-key' }[]
}

export async function keepChallenge(tx: Tx, officerId: string, kind: string, value: string): Promise<string> {
  const id = tx.ids.next()
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.challenge')
    .values({
      id,
      officer_id: officerId,
      kind,
      value,
      expires_at: new Date(tx.now.getTime() + challengeMinutes * 60_000),
    })
    .execute()
  return id
}

/** Takes a challenge out of the store, so that it answers once; undefined where it is gone, late or another's. */
export async function takeChallenge(tx: Tx, id: string, officerId: string, kind: string): Promise<string | undefined> {
  const row = await tx
    .tables<IdentityTables>()
    .deleteFrom('identity.challenge')
    .where('id', '=', id)
    .where('officer_id', '=', officerId)
    .where('kind', '=', kind)
    .returning(['value', 'expires_at'])
    .executeTakeFirst()
  return row && row.expires_at > tx.now ? row.value : undefined
}
