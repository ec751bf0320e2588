import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { getOfficer } from '../officer-store.ts'
import { addGrant } from '../role-store.ts'

/** Gives an officer a role at a unit, from now or a later instant on, for good or for a time. */
export const grantRole = defineCommand({
  type: 'role.grant',
  permission: 'role.grant',
  input: z.strictObject({
    officerId: z.uuid(),
    roleCode: z.string().min(1).max(60),
    unitId: z.uuid(),
    reason: z.enum(['posting', 'acting']).default('posting'),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).nullable().optional(),
  }),
  execute: async (tx, input) => {
    const officer = await getOfficer(tx, input.officerId)
    const id = await addGrant(tx, input)
    return {
      result: { grantId: id },
      event: {
        type: 'role.granted',
        subjects: [
          { type: 'officer', id: officer.id },
          { type: 'role-grant', id },
          { type: 'unit', id: input.unitId },
        ],
        unitId: input.unitId,
        codes: {
          role: input.roleCode,
          reason: input.reason,
          from: input.from ?? tx.now.toISOString(),
          to: input.to ?? null,
        },
        detail: { officer: officer.name_ar },
      },
    }
  },
})
