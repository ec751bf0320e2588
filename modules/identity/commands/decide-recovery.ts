import { z } from 'zod'
import type { Command, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '#modules/notices/index.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { codeMark } from '../initial-code.ts'
import { halfContext, getRecovery, mayApprove } from '../recovery-store.ts'
import { Secret, secretSchema } from '../secret.ts'
import { endSessions } from '../session-store.ts'

const decideInput = z.strictObject({
  recoveryId: z.uuid(),
  approve: z.boolean(),
  /** Shown once to who approves. */
  secondHalf: secretSchema,
})

export interface Decided {
  readonly approved: boolean
  readonly sessionsEnded: number
  readonly factorsRemoved: number
  /** Null where it was rejected: no code exists then. */
  readonly codeMark: string | null
}

type DecideRecovery = Command<typeof decideInput, Decided>

/**
 * Approves or rejects what another asked for an officer. Approved, every session ends, factors and PIN are taken away,
 * and both halves of the code together open a session in which the officer enrols anew.
 */
export function createDecideRecovery(deps: Pick<IdentityDeps, 'passwords' | 'vault'>): DecideRecovery {
  return defineCommand({
    type: 'recovery.decide',
    permission: 'credential.approve',
    stepUp: true,
    input: decideInput,
    execute: async (
      tx,
      { recoveryId, approve, secondHalf },
    ): Promise<Awaited<ReturnType<DecideRecovery['execute']>>> => {
      const recovery = await getRecovery(tx, recoveryId)
      const { officer, first_half: sealed } = recovery
      if (recovery.state !== 'asked' || sealed === null) throw identityErrors.fail('RECOVERY_DECIDED')
      if (approve && recovery.expires_at <= tx.now) throw identityErrors.fail('RECOVERY_EXPIRED')
      if (approve && !(await mayApprove(tx, officer.id, recovery.asked_by))) {
        throw identityErrors.fail('RECOVERY_NEEDS_ANOTHER')
      }
      const decided = await tx
        .tables<IdentityTables>()
        .updateTable('identity.recovery')
        .set({
          state: approve ? 'approved' : 'rejected',
          first_half: null,
          decided_by: tx.actor.officerId,
          decided_at: tx.now,
        })
        .where('id', '=', recovery.id)
        .where('state', '=', 'asked')
        .returning('id')
        .executeTakeFirst()
      if (!decided) throw identityErrors.fail('RECOVERY_DECIDED')
      await notify(tx, {
        kind: approve ? 'recovery.approved' : 'recovery.rejected',
        to: [
          { kind: 'officer', officerId: officer.id },
          { kind: 'officer', officerId: recovery.asked_by },
          { kind: 'role', role: 'head-of-unit', unitId: officer.unit_id },
          { kind: 'role-everywhere', role: 'inspector' },
        ],
        link: { type: 'officer', id: officer.id },
        unitId: officer.unit_id,
        aboutOfficerId: officer.id,
        key: `recovery.decided:${recovery.id}`,
      })
      const about = {
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'recovery', id: recovery.id },
        ],
        unitId: officer.unit_id,
        area: officer.area,
      }
      if (!approve) {
        return {
          result: { approved: false, sessionsEnded: 0, factorsRemoved: 0, codeMark: null },
          event: { type: 'recovery.rejected', ...about, detail: { officer: officer.name_ar } },
        }
      }
      const firstHalf = deps.vault.open(sealed, halfContext(recovery.id)).toString()
      const code = new Secret(`${firstHalf}-${secondHalf.reveal()}`)
      const undone = await startAnew(tx, deps, officer.id, code)
      return {
        result: { approved: true, ...undone, codeMark: codeMark(secondHalf.reveal()) },
        event: {
          type: 'credential.reset',
          ...about,
          codes: { ...undone, askedBy: recovery.asked_by },
          detail: { officer: officer.name_ar, reason: recovery.reason },
        },
      }
    },
  })
}

async function startAnew(
  tx: Tx,
  deps: Pick<IdentityDeps, 'passwords'>,
  officerId: string,
  code: Secret,
): Promise<{ sessionsEnded: number; factorsRemoved: number }> {
  const db = tx.tables<IdentityTables>()
  const sessionsEnded = await endSessions(tx, officerId)
  const removed = await db
    .updateTable('identity.authenticator')
    .set({ removed_at: tx.now })
    .where('officer_id', '=', officerId)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute()
  await db
    .updateTable('identity.credential')
    .set({
      password_hash: await deps.passwords.hash(code),
      pin_hash: null,
      must_change: true,
      failed_count: 0,
      locked_until: null,
      updated_at: tx.now,
    })
    .where('officer_id', '=', officerId)
    .execute()
  return { sessionsEnded, factorsRemoved: removed.length }
}
