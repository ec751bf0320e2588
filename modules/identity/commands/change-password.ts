import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { findOfficer } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { findPasswordFault } from '../domain/password-rules.ts'
import { secretSchema } from '../secret.ts'
import {
  endSessions,
  liftRestriction,
  lockOwnCredential,
  ownSubjects,
  refusePassword,
  requireSignedIn,
} from '../session-store.ts'

const changeInput = z.strictObject({ current: secretSchema, next: secretSchema })

/** A wrong present password is an outcome, no error: the count of failures must survive it. */
export type PasswordOutcome =
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'changed'; readonly restricted: boolean; readonly sessionsEnded: number }

/** Chooses a new password; every other session of the officer ends. */
export function createChangePassword(
  deps: Pick<IdentityDeps, 'passwords'>,
): Command<typeof changeInput, PasswordOutcome> {
  return defineCommand({
    type: 'password.change',
    permission: 'self.enrol',
    input: changeInput,
    execute: async (
      tx,
      { current, next },
    ): Promise<Awaited<ReturnType<Command<typeof changeInput, PasswordOutcome>['execute']>>> => {
      const own = requireSignedIn(tx)
      const credential = await lockOwnCredential(tx)
      if (!(await deps.passwords.verify(credential.password_hash, current))) return refusePassword(tx, credential)
      const officer = await findOfficer(tx, own.officerId)
      const fault = findPasswordFault(next.reveal(), current.reveal(), officer?.service_number ?? '')
      if (fault) throw identityErrors.fail(fault)
      await tx
        .tables<IdentityTables>()
        .updateTable('identity.credential')
        .set({ password_hash: await deps.passwords.hash(next), must_change: false, updated_at: tx.now })
        .where('officer_id', '=', own.officerId)
        .execute()
      const sessionsEnded = await endSessions(tx, own.officerId, own.sessionId)
      const lifted = await liftRestriction(tx, { must_change: false })
      return {
        result: { outcome: 'changed', restricted: !lifted, sessionsEnded },
        event: { type: 'password.changed', subjects: ownSubjects(own), codes: { sessionsEnded } },
      }
    },
  })
}
