import { z } from 'zod'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { ProviderQuestion } from '../provider/identity-provider.ts'
import { dropStage, findStage } from '../provider/sign-in-under-way.ts'

const takeInput = z.strictObject({ id: z.uuid(), secret: z.string() })

/** What the provider was asked, taken out before its answer is looked at: whatever comes of it, it comes once. */
export function createTakeProviderSignIn({
  vault,
}: Pick<IdentityDeps, 'vault'>): Query<typeof takeInput, ProviderQuestion | null> {
  return defineQuery({
    type: 'session.take-provider',
    permission: 'session.open',
    input: takeInput,
    recorded: false,
    execute: async (tx, ticket) => {
      const asked = await findStage(tx, vault, ticket, 'asked')
      if (!asked) return { result: null }
      await dropStage(tx, ticket.id)
      return { result: asked }
    },
  })
}
