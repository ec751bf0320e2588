import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '#modules/notices/index.ts'
import { getOfficerInReach } from '#modules/organisation/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { codeMark } from '../initial-code.ts'
import { halfContext, recoveryHours } from '../recovery-store.ts'
import { secretSchema } from '../secret.ts'

const askInput = z.strictObject({
  officerId: z.uuid(),
  reason: z.string().trim().min(5).max(500),
  /** Shown once to who asks; opens nothing without the half of who approves. */
  firstHalf: secretSchema,
})

export interface Asked {
  readonly recoveryId: string
  readonly expiresAt: string
  readonly codeMark: string
}

/**
 * For a lost authenticator or a forgotten password: asks that the officer be given new means of access. Nothing
 * changes before another person approves; the officer, the head of the unit and the inspectorate are told at once.
 */
export function createAskRecovery(deps: Pick<IdentityDeps, 'vault'>): Command<typeof askInput, Asked> {
  return defineCommand({
    type: 'recovery.ask',
    permission: 'credential.reset',
    stepUp: true,
    input: askInput,
    execute: async (tx, { officerId, reason, firstHalf }) => {
      const officer = await getOfficerInReach(tx, officerId)
      const askedBy = tx.actor.officerId
      if (askedBy === null || officer.id === askedBy) throw identityErrors.fail('RESET_NOT_ONESELF')
      const db = tx.tables<IdentityTables>()
      await db
        .updateTable('identity.recovery')
        .set({ state: 'expired', decided_at: tx.now, first_half: null })
        .where('officer_id', '=', officer.id)
        .where('state', '=', 'asked')
        .where('expires_at', '<=', tx.now)
        .execute()
      const id = tx.ids.next()
      const expiresAt = new Date(tx.now.getTime() + recoveryHours * 3_600_000)
      const added = await db
        .insertInto('identity.recovery')
        .values({
          id,
          officer_id: officer.id,
          unit_id: officer.unit_id,
          area: officer.area,
          reason,
          state: 'asked',
          asked_by: askedBy,
          asked_at: tx.now,
          expires_at: expiresAt,
          first_half: deps.vault.seal(Buffer.from(firstHalf.reveal()), halfContext(id)),
          decided_by: null,
          decided_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!added) throw identityErrors.fail('RECOVERY_ASKED_ALREADY')
      await notify(tx, {
        kind: 'recovery.asked',
        to: [
          { kind: 'officer', officerId: officer.id },
          { kind: 'role', role: 'head-of-unit', unitId: officer.unit_id },
          { kind: 'role-everywhere', role: 'inspector' },
        ],
        link: { type: 'officer', id: officer.id },
        unitId: officer.unit_id,
        aboutOfficerId: officer.id,
        key: `recovery.asked:${id}`,
      })
      return {
        result: { recoveryId: id, expiresAt: expiresAt.toISOString(), codeMark: codeMark(firstHalf.reveal()) },
        event: {
          type: 'recovery.asked',
          subjects: [
            { type: 'officer', id: officer.id },
            { type: 'recovery', id },
          ],
          unitId: officer.unit_id,
          area: officer.area,
          detail: { officer: officer.name_ar, reason },
        },
      }
    },
  })
}
