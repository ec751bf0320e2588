import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { notify } from '#modules/notices/index.ts'
import { getOfficer } from '#modules/organisation/index.ts'
import { identityErrors } from '../identity-errors.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { ownSubjects, requireSignedIn } from '../session-store.ts'

/** The officer concerned, who can still sign in, says that nothing was lost: what was asked in their name is over. */
export const objectToRecovery = defineCommand({
  type: 'recovery.object',
  permission: 'self.enrol',
  input: z.strictObject({ recoveryId: z.uuid() }),
  execute: async (tx, { recoveryId }) => {
    const own = requireSignedIn(tx)
    const stopped = await tx
      .tables<IdentityTables>()
      .updateTable('identity.recovery')
      .set({ state: 'objected', first_half: null, decided_by: own.officerId, decided_at: tx.now })
      .where('id', '=', recoveryId)
      .where('officer_id', '=', own.officerId)
      .where('state', '=', 'asked')
      .returning('asked_by')
      .executeTakeFirst()
    if (!stopped) throw identityErrors.fail('RECOVERY_DECIDED')
    const officer = await getOfficer(tx, own.officerId)
    await notify(tx, {
      kind: 'recovery.objected',
      to: [
        { kind: 'officer', officerId: stopped.asked_by },
        { kind: 'role', role: 'head-of-unit', unitId: officer.unit_id },
        { kind: 'role-everywhere', role: 'inspector' },
      ],
      link: { type: 'officer', id: officer.id },
      unitId: officer.unit_id,
      aboutOfficerId: officer.id,
      key: `recovery.objected:${recoveryId}`,
    })
    return {
      result: { recoveryId },
      event: {
        type: 'recovery.objected',
        subjects: [...ownSubjects(own), { type: 'recovery', id: recoveryId }],
        detail: { officer: officer.name_ar },
      },
    }
  },
})
