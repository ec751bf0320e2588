import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { isWeakPin } from '../domain/password-rules.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { secretSchema } from '../secret.ts'
import { lockOwnCredential, ownSubjects, refusePassword, requireSignedIn } from '../session-store.ts'

const changeInput = z.strictObject({ password: secretSchema, pin: secretSchema })

export type PinOutcome = { readonly outcome: 'refused' | 'changed' }

/** Sets the PIN that opens a locked desk. */
export function createChangePin(deps: Pick<IdentityDeps, 'passwords'>): Command<typeof changeInput, PinOutcome> {
  return defineCommand({
    type: 'pin.change',
    permission: 'self.enrol',
    input: changeInput,
    execute: async (
      tx,
      { password, pin },
    ): Promise<Awaited<ReturnType<Command<typeof changeInput, PinOutcome>['execute']>>> => {
      const own = requireSignedIn(tx)
      const credential = await lockOwnCredential(tx)
      if (!(await deps.passwords.verify(credential.password_hash, password))) return refusePassword(tx, credential)
      if (isWeakPin(pin.reveal())) throw identityErrors.fail('PIN_WEAK')
      await tx
        .tables<IdentityTables>()
        .updateTable('identity.credential')
        .set({ pin_hash: await deps.passwords.hash(pin), pin_failed_count: 0, updated_at: tx.now })
        .where('officer_id', '=', own.officerId)
        .execute()
      return { result: { outcome: 'changed' }, event: { type: 'pin.changed', subjects: ownSubjects(own) } }
    },
  })
}
