import { z } from 'zod'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { deskSeats } from '../domain/seats.ts'
import { keepStage } from '../provider/sign-in-under-way.ts'

const beginInput = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  seat: z.enum(deskSeats),
  /** SHA-256 of the cookie's secret in hexadecimal. */
  secretHash: z.string(),
})

/** Keeps what the provider's answer will have to show. No act yet: nobody is known, and in five minutes it is gone. */
export function createBeginProviderSignIn({
  vault,
}: Pick<IdentityDeps, 'vault'>): Query<typeof beginInput, { readonly id: string }> {
  return defineQuery({
    type: 'session.begin-provider',
    permission: 'session.open',
    input: beginInput,
    recorded: false,
    execute: async (tx, { secretHash, ...question }) => ({
      result: { id: await keepStage(tx, vault, { stage: 'asked', ...question }, secretHash) },
    }),
  })
}
