import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { listFactors } from '../second-factor.ts'
import { lockOwnCredential, ownSubjects, requireSignedIn } from '../session-store.ts'

/** Takes away one of the officer's own second factors, never the last one. */
export const removeFactor = defineCommand({
  type: 'factor.remove',
  permission: 'self.enrol',
  stepUp: true,
  input: z.strictObject({ authenticatorId: z.uuid() }),
  execute: async (tx, { authenticatorId }) => {
    const own = requireSignedIn(tx)
    // Two removals at once would each find the other's factor still there.
    await lockOwnCredential(tx)
    const factors = await listFactors(tx, own.officerId)
    const factor = factors.find(({ id }) => id === authenticatorId)
    if (!factor) throw platformErrors.fail('NOT_FOUND')
    if (factors.length === 1) throw identityErrors.fail('FACTOR_LAST')
    await tx
      .tables<IdentityTables>()
      .updateTable('identity.authenticator')
      .set({ removed_at: tx.now })
      .where('id', '=', authenticatorId)
      .execute()
    return {
      result: { authenticatorId },
      event: {
        type: 'factor.removed',
        subjects: [...ownSubjects(own), { type: 'authenticator', id: authenticatorId }],
        codes: { kind: factor.kind },
      },
    }
  },
})
