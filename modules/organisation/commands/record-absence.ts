import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficer, getOfficerInReach } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { addGrant } from '../role-store.ts'

/** Records that an officer is away, and who stands in with which role for that time. */
export const recordAbsence = defineCommand({
  type: 'absence.record',
  permission: 'absence.record',
  input: z.strictObject({
    officerId: z.uuid(),
    kind: z.enum(['leave', 'sick', 'mission', 'training']),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }).nullable(),
    acting: z.strictObject({ officerId: z.uuid(), roleCode: z.string().min(1).max(60) }).nullable(),
  }),
  execute: async (tx, { officerId, kind, from, to, acting }) => {
    const officer = await getOfficerInReach(tx, officerId)
    if (to !== null && new Date(to) <= new Date(from)) throw organisationErrors.fail('PERIOD_REVERSED')
    const standIn = acting ? await getOfficer(tx, acting.officerId) : undefined
    const grantId = acting
      ? await addGrant(tx, { ...acting, unitId: officer.unit_id, reason: 'acting', from, to })
      : null
    const id = tx.ids.next()
    await tx
      .tables<OrganisationTables>()
      .insertInto('organisation.absence')
      .values({
        id,
        officer_id: officer.id,
        unit_id: officer.unit_id,
        kind,
        starts_at: new Date(from),
        ends_at: to === null ? null : new Date(to),
        decision_ref: null,
        acting_grant_id: grantId,
        recorded_at: tx.now,
      })
      .execute()
    return {
      result: { absenceId: id, grantId },
      event: {
        type: 'absence.recorded',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'absence', id },
          ...(standIn ? [{ type: 'officer', id: standIn.id }] : []),
        ],
        unitId: officer.unit_id,
        area: officer.area,
        codes: { kind, from, to, role: acting?.roleCode ?? null },
        detail: { officer: officer.name_ar, standIn: standIn?.name_ar ?? null },
      },
    }
  },
})
