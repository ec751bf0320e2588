import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficerInReach } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

/** Ends an administrative suspension. */
export const reinstateOfficer = defineCommand({
  type: 'officer.reinstate',
  permission: 'officer.change',
  stepUp: true,
  input: z.strictObject({ officerId: z.uuid(), decisionRef: z.string().trim().min(1).max(200) }),
  execute: async (tx, { officerId, decisionRef }) => {
    const officer = await getOfficerInReach(tx, officerId)
    if (officer.id === tx.actor.officerId) throw organisationErrors.fail('NOT_ONESELF')
    if (officer.state !== 'suspended') throw organisationErrors.fail('OFFICER_NOT_SUSPENDED')
    const db = tx.tables<OrganisationTables>()
    await db
      .updateTable('organisation.absence')
      .set({ ends_at: tx.now })
      .where('officer_id', '=', officer.id)
      .where('kind', '=', 'suspension')
      .where('ends_at', 'is', null)
      .where('starts_at', '<', tx.now)
      .execute()
    const version = officer.version + 1
    await db
      .updateTable('organisation.officer')
      .set({ state: 'active', version })
      .where('id', '=', officer.id)
      .execute()
    return {
      result: { officerId: officer.id, version },
      event: {
        type: 'officer.reinstated',
        subjects: [{ type: 'officer', id: officer.id }],
        unitId: officer.unit_id,
        area: officer.area,
        detail: { officer: officer.name_ar, decision: decisionRef },
      },
    }
  },
})
