import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficerInReach } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { codeMark } from '../initial-code.ts'
import { secretSchema } from '../secret.ts'
import { endSessions } from '../session-store.ts'

const resetInput = z.strictObject({
  officerId: z.uuid(),
  reason: z.string().trim().min(5).max(500),
  initialCode: secretSchema,
})

/**
 * For a lost authenticator or a forgotten password: every session ends, factors and PIN are taken away, and a code
 * shown once opens a session in which the officer enrols anew.
 */
export function createResetCredential(
  deps: Pick<IdentityDeps, 'passwords'>,
): Command<typeof resetInput, { sessionsEnded: number; factorsRemoved: number; codeMark: string }> {
  return defineCommand({
    type: 'credential.reset',
    permission: 'credential.reset',
    stepUp: true,
    input: resetInput,
    execute: async (tx, { officerId, reason, initialCode }) => {
      const officer = await getOfficerInReach(tx, officerId)
      if (officer.id === tx.actor.officerId) throw identityErrors.fail('RESET_NOT_ONESELF')
      const db = tx.tables<IdentityTables>()
      const sessionsEnded = await endSessions(tx, officer.id)
      const removed = await db
        .updateTable('identity.authenticator')
        .set({ removed_at: tx.now })
        .where('officer_id', '=', officer.id)
        .where('removed_at', 'is', null)
        .returning('id')
        .execute()
      await db
        .updateTable('identity.credential')
        .set({
          password_hash: await deps.passwords.hash(initialCode),
          pin_hash: null,
          must_change: true,
          failed_count: 0,
          locked_until: null,
          updated_at: tx.now,
        })
        .where('officer_id', '=', officer.id)
        .execute()
      return {
        result: { sessionsEnded, factorsRemoved: removed.length, codeMark: codeMark(initialCode.reveal()) },
        event: {
          type: 'credential.reset',
          subjects: [{ type: 'officer', id: officer.id }],
          unitId: officer.unit_id,
          area: officer.area,
          codes: { sessionsEnded, factorsRemoved: removed.length },
          detail: { officer: officer.name_ar, reason },
        },
      }
    },
  })
}
