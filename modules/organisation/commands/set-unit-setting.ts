import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { getUnit } from '../officer-store.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

/** Settings of a unit that are no part of its history. */
export const unitSettings = ['sign_on_screen'] as const

/** Switches a setting of a unit, such as signing on screen instead of on paper. */
export const setUnitSetting = defineCommand({
  type: 'unit.set-setting',
  permission: 'unit.change',
  input: z.strictObject({
    unitId: z.uuid(),
    baseVersion: z.int().min(1).max(2_000_000_000),
    setting: z.enum(unitSettings),
    value: z.boolean(),
  }),
  execute: async (tx, { unitId, baseVersion, setting, value }) => {
    const unit = await getUnit(tx, unitId)
    if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
    const changed = await tx
      .tables<OrganisationTables>()
      .updateTable('organisation.unit')
      .set({ switches: JSON.stringify({ ...unit.switches, [setting]: value }), version: baseVersion + 1 })
      .where('id', '=', unit.id)
      .where('version', '=', baseVersion)
      .returning('version')
      .executeTakeFirst()
    if (!changed) throw platformErrors.fail('STALE_EDIT')
    return {
      result: { unitId: unit.id, version: changed.version },
      event: {
        type: 'unit.setting-changed',
        subjects: [{ type: 'unit', id: unit.id }],
        unitId: unit.id,
        area: unit.area,
        codes: { setting, value, name: unit.name_ar },
      },
    }
  },
})
