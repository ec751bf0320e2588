import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficerInReach } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

/**
 * Suspends an officer administratively from this moment: every session is dead with the next request, and no
 * judicial-police quality is held while it lasts.
 */
export const suspendOfficer = defineCommand({
  type: 'officer.suspend',
  permission: 'officer.change',
  stepUp: true,
  input: z.strictObject({ officerId: z.uuid(), decisionRef: z.string().trim().min(1).max(200) }),
  execute: async (tx, { officerId, decisionRef }) => {
    const officer = await getOfficerInReach(tx, officerId)
    if (officer.id === tx.actor.officerId) throw organisationErrors.fail('NOT_ONESELF')
    if (officer.state !== 'active') throw organisationErrors.fail('OFFICER_ALREADY_SUSPENDED')
    const db = tx.tables<OrganisationTables>()
    const id = tx.ids.next()
    await db
      .insertInto('organisation.absence')
      .values({
        id,
        officer_id: officer.id,
        unit_id: officer.unit_id,
        kind: 'suspension',
        starts_at: tx.now,
        ends_at: null,
        decision_ref: decisionRef,
        acting_grant_id: null,
        recorded_at: tx.now,
      })
      .execute()
    const version = officer.version + 1
    await db
      .updateTable('organisation.officer')
      .set({ state: 'suspended', version })
      .where('id', '=', officer.id)
      .execute()
    return {
      result: { officerId: officer.id, version },
      event: {
        type: 'officer.suspended',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'absence', id },
        ],
        unitId: officer.unit_id,
        area: officer.area,
        detail: { officer: officer.name_ar, decision: decisionRef },
      },
    }
  },
})
