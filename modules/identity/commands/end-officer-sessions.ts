import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficerInReach } from '#modules/organisation/index.ts'
import { endSessions } from '../session-store.ts'

/** Ends every session of an officer at once, as when a desk was left open elsewhere. */
export const endOfficerSessions = defineCommand({
  type: 'session.end-all',
  permission: 'credential.reset',
  input: z.strictObject({ officerId: z.uuid(), reason: z.string().trim().min(5).max(500) }),
  execute: async (tx, { officerId, reason }) => {
    const officer = await getOfficerInReach(tx, officerId)
    const sessionsEnded = await endSessions(tx, officer.id)
    return {
      result: { sessionsEnded },
      event: {
        type: 'session.all-ended',
        subjects: [{ type: 'officer', id: officer.id }],
        unitId: officer.unit_id,
        area: officer.area,
        codes: { sessionsEnded },
        detail: { officer: officer.name_ar, reason },
      },
    }
  },
})
