import { z } from 'zod'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { labelsSchema, unitKindSchema } from '../domain/country-data.ts'
import { requireOpenUnit } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { eventDaySchema, ownSource, recordUnitEvent } from '../unit-events.ts'
import { readReference } from '../unit-store.ts'

/** Founds a unit under another, on a day of the past or today. */
export const foundUnit = defineCommand({
  type: 'unit.found',
  permission: 'unit.change',
  input: z.strictObject({
    code: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)
      .optional(),
    kind: z.string().min(1).max(80),
    names: labelsSchema,
    parentId: z.uuid(),
    on: eventDaySchema,
    decisionRef: z.string().trim().min(1).max(200),
    place: z.string().trim().max(120).nullable().optional(),
  }),
  execute: async (tx, input) => {
    // A new unit stands under no grant yet: only who reaches the whole country may found one.
    if (!tx.reach.all) throw platformErrors.fail('NOT_PERMITTED')
    const parent = await requireOpenUnit(tx, input.parentId)
    const db = tx.tables<OrganisationTables>()
    const id = tx.ids.next()
    const code = input.code ?? `unit.${id}`
    const kinds = unitKindSchema.array().parse(await readReference(db, 'unit-kinds'))
    const kind = kinds.find((each) => each.code === input.kind)
    if (!kind) throw organisationErrors.fail('UNIT_NOT_ALLOWED_HERE')
    const area = kind.headsArea ? code : parent.area
    const added = await db
      .insertInto('organisation.unit')
      .values({
        id,
        code,
        kind: kind.code,
        parent_id: parent.id,
        area,
        name_ar: input.names.ar,
        name_fr: input.names.fr,
        name_en: input.names.en,
        place: input.place ?? null,
        latitude: null,
        longitude: null,
        founded_on: null,
        closed_on: null,
        switches: '{}',
        note: null,
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) throw organisationErrors.fail('UNIT_CODE_TAKEN', { code })
    await recordUnitEvent(
      tx,
      id,
      {
        type: 'founded',
        id: 'new',
        unit: code,
        on: { value: input.on, precision: 'day' },
        kind: kind.code,
        parent: parent.code,
        note: input.decisionRef,
        ...ownSource,
      },
      input.names,
    )
    return {
      result: { unitId: id, code },
      event: {
        type: 'unit.founded',
        subjects: [
          { type: 'unit', id },
          { type: 'unit', id: parent.id },
        ],
        unitId: id,
        area,
        codes: { kind: kind.code, on: input.on, name: input.names.ar },
        detail: { decision: input.decisionRef },
      },
    }
  },
})
