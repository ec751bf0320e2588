import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { secretSchema } from '../secret.ts'
import { ownSubjects, requireFreshProof, requireSignedIn } from '../session-store.ts'

const beginInput = z.strictObject({ label: z.string().trim().min(1).max(60), secret: secretSchema })

/** Keeps the secret of a new authenticator application; it opens nothing until a code of it has been confirmed. */
export function createBeginTotp(
  deps: Pick<IdentityDeps, 'vault'>,
): Command<typeof beginInput, { authenticatorId: string }> {
  return defineCommand({
    type: 'factor.begin-totp',
    permission: 'self.enrol',
    input: beginInput,
    execute: async (tx, { label, secret }) => {
      const own = requireSignedIn(tx)
      await requireFreshProof(tx)
      const id = tx.ids.next()
      await tx
        .tables<IdentityTables>()
        .insertInto('identity.authenticator')
        .values({
          id,
          officer_id: own.officerId,
          kind: 'totp',
          label,
          secret: deps.vault.seal(Buffer.from(secret.reveal()), `totp:${id}`),
          credential_id: null,
          public_key: null,
          confirmed_at: null,
          last_used_at: null,
          removed_at: null,
        })
        .execute()
      return {
        result: { authenticatorId: id },
        event: {
          type: 'factor.begun',
          subjects: [...ownSubjects(own), { type: 'authenticator', id }],
          codes: { kind: 'totp' },
        },
      }
    },
  })
}
