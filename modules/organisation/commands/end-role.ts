import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficer } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

/** Ends a role now; what the officer may do changes with the next request. */
export const endRole = defineCommand({
  type: 'role.end',
  permission: 'role.grant',
  input: z.strictObject({ grantId: z.uuid() }),
  execute: async (tx, { grantId }) => {
    const db = tx.tables<OrganisationTables>()
    const grant = await db
      .selectFrom('organisation.role_grant')
      .selectAll()
      .where('id', '=', grantId)
      .executeTakeFirst()
    if (!grant) throw platformErrors.fail('NOT_FOUND')
    if (!tx.reach.covers(grant.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
    if (grant.ends_at && grant.ends_at <= tx.now) throw organisationErrors.fail('ROLE_ALREADY_ENDED')
    const officer = await getOfficer(tx, grant.officer_id)
    await db.updateTable('organisation.role_grant').set({ ends_at: tx.now }).where('id', '=', grantId).execute()
    return {
      result: { grantId },
      event: {
        type: 'role.ended',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'role-grant', id: grantId },
        ],
        unitId: grant.unit_id,
        codes: { role: grant.role_code },
        detail: { officer: officer.name_ar },
      },
    }
  },
})
