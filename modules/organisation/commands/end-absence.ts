import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getOfficerInReach } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

/** The officer is back: the absence ends now, and with it the role of whoever stood in. */
export const endAbsence = defineCommand({
  type: 'absence.end',
  permission: 'absence.record',
  input: z.strictObject({ absenceId: z.uuid() }),
  execute: async (tx, { absenceId }) => {
    const db = tx.tables<OrganisationTables>()
    const absence = await db
      .selectFrom('organisation.absence')
      .selectAll()
      .where('id', '=', absenceId)
      .executeTakeFirst()
    // A suspension ends by a decision, not by coming back.
    if (!absence || absence.kind === 'suspension') throw platformErrors.fail('NOT_FOUND')
    const officer = await getOfficerInReach(tx, absence.officer_id)
    if (absence.ends_at && absence.ends_at <= tx.now) throw organisationErrors.fail('ABSENCE_ALREADY_ENDED')
    // Not begun yet, it is called off: the shortest period that a row may hold.
    const end = absence.starts_at < tx.now ? tx.now : new Date(absence.starts_at.getTime() + 1)
    await db.updateTable('organisation.absence').set({ ends_at: end }).where('id', '=', absenceId).execute()
    if (absence.acting_grant_id) {
      await db
        .updateTable('organisation.role_grant')
        .set({ ends_at: end })
        .where('id', '=', absence.acting_grant_id)
        .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', end)]))
        .execute()
    }
    return {
      result: { absenceId },
      event: {
        type: 'absence.ended',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'absence', id: absenceId },
        ],
        unitId: officer.unit_id,
        area: officer.area,
        detail: { officer: officer.name_ar },
      },
    }
  },
})
