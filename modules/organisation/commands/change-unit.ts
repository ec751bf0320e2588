import { z } from 'zod'
import type { JsonObject, Tx } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type OrganisationEvent, labelsSchema, unitKindSchema } from '../domain/country-data.ts'
import { type UnitRow, getUnit, requireOpenUnit } from '../officer-store.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { eventDaySchema, ownSource, recordUnitEvent } from '../unit-events.ts'
import { readReference } from '../unit-store.ts'

const changeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('upgraded'), kind: z.string().min(1).max(80) }),
  z.strictObject({ type: z.literal('renamed'), names: labelsSchema }),
  z.strictObject({ type: z.literal('moved'), parentId: z.uuid() }),
  z.strictObject({ type: z.literal('closed') }),
  z.strictObject({
    type: z.literal('switched_on'),
    system: z.string().min(1).max(80),
    stage: z.enum(['pilot', 'general']),
  }),
])
type Change = z.output<typeof changeSchema>

/** What happens to a unit after its founding: upgraded, renamed, moved, closed, a system switched on. */
export const changeUnit = defineCommand({
  type: 'unit.change',
  permission: 'unit.change',
  input: z.strictObject({
    unitId: z.uuid(),
    baseVersion: z.int().min(1).max(2_000_000_000),
    on: eventDaySchema,
    decisionRef: z.string().trim().min(1).max(200),
    change: changeSchema,
  }),
  execute: async (tx, { unitId, baseVersion, on, decisionRef, change }) => {
    const unit = await getUnit(tx, unitId)
    if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_PERMITTED')
    if (unit.version !== baseVersion) throw platformErrors.fail('STALE_EDIT')
    if (change.type === 'closed') await requireEmpty(tx, unit)
    const base = {
      id: 'new',
      unit: unit.code,
      on: { value: on, precision: 'day' as const },
      note: decisionRef,
      ...ownSource,
    }
    await recordUnitEvent(tx, unit.id, { ...base, ...(await effectOf(tx, change)) })
    const after = await getUnit(tx, unit.id)
    return {
      result: { unitId: unit.id, version: after.version },
      event: {
        type: `unit.${change.type.replace('_', '-')}`,
        subjects: [{ type: 'unit', id: unit.id }],
        unitId: unit.id,
        area: unit.area,
        codes: { on, name: after.name_ar, before: unit.name_ar, ...codesOf(change) },
        detail: { decision: decisionRef },
      },
    }
  },
})

type Effect = OrganisationEvent extends infer E
  ? E extends OrganisationEvent
    ? Omit<E, 'id' | 'unit' | 'on' | 'note' | 'source' | 'confidence'>
    : never
  : never

async function effectOf(tx: Tx, change: Change): Promise<Effect> {
  switch (change.type) {
    case 'moved':
      return { type: 'moved', parent: (await requireOpenUnit(tx, change.parentId)).code }
    case 'switched_on': {
      const systems = z
        .array(z.looseObject({ code: z.string() }))
        .parse(await readReference(tx.tables<OrganisationTables>(), 'systems'))
      if (!systems.some(({ code }) => code === change.system)) {
        throw organisationErrors.fail('UNIT_EVENT_IMPOSSIBLE', { reason: 'system_unknown' })
      }
      return change
    }
    case 'upgraded': {
      const kinds = unitKindSchema.array().parse(await readReference(tx.tables<OrganisationTables>(), 'unit-kinds'))
      if (!kinds.some(({ code }) => code === change.kind)) {
        throw organisationErrors.fail('UNIT_EVENT_IMPOSSIBLE', { reason: 'kind_unknown' })
      }
      return change
    }
    case 'renamed':
    case 'closed':
      return change
  }
}

function codesOf(change: Change): JsonObject {
  switch (change.type) {
    case 'upgraded':
      return { kind: change.kind }
    case 'switched_on':
      return { system: change.system, stage: change.stage }
    case 'moved':
      return { parent: change.parentId }
    case 'renamed':
    case 'closed':
      return {}
  }
}

// Nobody is left behind in a unit that is no more: their records would have no owner.
async function requireEmpty(tx: Tx, unit: UnitRow): Promise<void> {
  const { count } = await tx
    .tables<OrganisationTables>()
    .selectFrom('organisation.officer')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('unit_id', '=', unit.id)
    .where('state', '!=', 'left')
    .executeTakeFirstOrThrow()
  if (count > 0) throw organisationErrors.fail('UNIT_HAS_OFFICERS', { count })
}
