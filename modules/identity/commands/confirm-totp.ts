import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { secretSchema } from '../secret.ts'
import {
  liftRestriction,
  lockOwnCredential,
  ownSubjects,
  requireFreshProof,
  requireSignedIn,
} from '../session-store.ts'
import { findTotpStep } from '../totp.ts'

const confirmInput = z.strictObject({ authenticatorId: z.uuid(), code: secretSchema })

/** Confirms an authenticator application by a first code; from then on it is asked for. */
export function createConfirmTotp(
  deps: Pick<IdentityDeps, 'vault'>,
): Command<typeof confirmInput, { restricted: boolean }> {
  return defineCommand({
    type: 'factor.confirm-totp',
    permission: 'self.enrol',
    input: confirmInput,
    execute: async (tx, { authenticatorId, code }) => {
      const own = requireSignedIn(tx)
      await requireFreshProof(tx)
      const db = tx.tables<IdentityTables>()
      const row = await db
        .selectFrom('identity.authenticator')
        .selectAll()
        .where('id', '=', authenticatorId)
        .where('officer_id', '=', own.officerId)
        .where('removed_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!row?.secret || row.confirmed_at) throw platformErrors.fail('NOT_FOUND')
      const step = await findTotpStep(
        deps.vault.open(row.secret, `totp:${row.id}`).toString(),
        code,
        tx.now,
        row.counter,
      )
      if (step === undefined) throw identityErrors.fail('FACTOR_REFUSED')
      await db
        .updateTable('identity.authenticator')
        .set({ confirmed_at: tx.now, last_used_at: tx.now, counter: step })
        .where('id', '=', row.id)
        .execute()
      await db.updateTable('identity.session').set({ stepped_up_at: tx.now }).where('id', '=', own.sessionId).execute()
      const lifted = await liftRestriction(tx, await lockOwnCredential(tx))
      return {
        result: { restricted: !lifted },
        event: {
          type: 'factor.confirmed',
          subjects: [...ownSubjects(own), { type: 'authenticator', id: row.id }],
          codes: { kind: 'totp' },
        },
      }
    },
  })
}
