import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { secretSchema } from '../secret.ts'
import { lockOwnCredential, markSeen, ownSubjects, requireSignedIn } from '../session-store.ts'

const allowedFailures = 5
const unlockInput = z.strictObject({ pin: secretSchema })

export type UnlockOutcome =
  | { readonly outcome: 'unlocked' }
  | { readonly outcome: 'refused'; readonly left: number }
  | { readonly outcome: 'ended' }

/** Opens a locked desk by PIN. The fifth wrong one in a row ends the session: the officer signs in in full. */
export function createUnlockSession(deps: Pick<IdentityDeps, 'passwords'>): Command<typeof unlockInput, UnlockOutcome> {
  return defineCommand({
    type: 'session.unlock',
    permission: 'self.unlock',
    input: unlockInput,
    execute: async (tx, { pin }) => {
      const own = requireSignedIn(tx)
      const db = tx.tables<IdentityTables>()
      const credential = await lockOwnCredential(tx)
      if (credential.pin_hash === null) throw identityErrors.fail('PIN_NOT_SET')
      if (await deps.passwords.verify(credential.pin_hash, pin)) {
        await setFailures(0)
        await db.updateTable('identity.session').set({ locked_at: null }).where('id', '=', own.sessionId).execute()
        await markSeen(tx, own.sessionId)
        return answer({ outcome: 'unlocked' }, 'session.unlocked')
      }
      const failures = credential.pin_failed_count + 1
      if (failures < allowedFailures) {
        await setFailures(failures)
        return answer({ outcome: 'refused', left: allowedFailures - failures }, 'session.unlock-refused')
      }
      await setFailures(0)
      await db.updateTable('identity.session').set({ ended_at: tx.now }).where('id', '=', own.sessionId).execute()
      return answer({ outcome: 'ended' }, 'session.ended')

      async function setFailures(count: number): Promise<void> {
        await db
          .updateTable('identity.credential')
          .set({ pin_failed_count: count })
          .where('officer_id', '=', own.officerId)
          .execute()
      }
      function answer(
        result: UnlockOutcome,
        type: string,
      ): Awaited<ReturnType<Command<typeof unlockInput, UnlockOutcome>['execute']>> {
        return { result, event: { type, subjects: ownSubjects(own), codes: { reason: 'pin' } } }
      }
    },
  })
}
