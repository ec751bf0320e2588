import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { systemIn, treeOn } from '../domain/unit-history.ts'
import { getUnit } from '../officer-store.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { listUnitChain } from '../unit-chain.ts'
import { readHistory } from '../unit-store.ts'

/** A unit with what stands above and below it, its staff in numbers, its systems and its history with sources. */
export const showUnit = defineQuery({
  type: 'unit.show',
  permission: 'unit.read',
  input: z.strictObject({ unitId: z.uuid() }),
  recorded: false,
  execute: async (tx, { unitId }) => {
    const db = tx.tables<OrganisationTables>()
    const unit = await getUnit(tx, unitId)
    if (!tx.reach.covers(unit.id)) throw platformErrors.fail('NOT_FOUND')
    const history = await readHistory(db)
    const tree = treeOn(history, tx.now.toISOString().slice(0, 10))
    const systems = [
      ...new Set(history.events.flatMap((event) => (event.type === 'switched_on' ? [event.system] : []))),
    ]
    const events = await db
      .selectFrom('organisation.unit_event')
      .selectAll()
      .where('unit_id', '=', unit.id)
      .where('withdrawn_at', 'is', null)
      .orderBy('happened_on', (order) => order.asc().nullsFirst())
      .orderBy('id')
      .execute()
    const below = await db
      .selectFrom('organisation.unit')
      .select(['id', 'code', 'kind', 'name_ar', 'name_fr', 'name_en'])
      .where('parent_id', '=', unit.id)
      .where('closed_on', 'is', null)
      .orderBy('code')
      .execute()
    const { officers } = await db
      .selectFrom('organisation.officer')
      .select((eb) => eb.fn.countAll<number>().as('officers'))
      .where('unit_id', '=', unit.id)
      .where('state', '!=', 'left')
      .executeTakeFirstOrThrow()
    return {
      result: {
        id: unit.id,
        code: unit.code,
        kind: unit.kind,
        parentId: unit.parent_id,
        area: unit.area,
        names: namesOf(unit),
        nameKnown: unit.name_known,
        place: unit.place,
        foundedOn: unit.founded_on,
        closedOn: unit.closed_on,
        source: unit.source,
        confidence: unit.confidence,
        note: unit.note,
        signOnScreen: unit.switches['sign_on_screen'] === true,
        version: unit.version,
        officers,
        chain: (await listUnitChain(tx, unit.id)).map(({ id, code, kind, depth, ...names }) => ({
          id,
          code,
          kind,
          depth,
          names: { ar: names.nameAr, fr: names.nameFr, en: names.nameEn ?? names.nameFr },
        })),
        below: below.map((row) => ({ id: row.id, code: row.code, kind: row.kind, names: namesOf(row) })),
        systems: systems.flatMap((system) => {
          const state = systemIn(tree, unit.code, system)
          return state
            ? [{ system, stage: state.stage, from: state.since, dateKnown: state.dateKnown, by: state.from }]
            : []
        }),
        history: events.map((event) => ({
          id: event.id,
          type: event.type,
          on: event.happened_on,
          precision: event.precision,
          data: event.data,
          source: event.source,
          confidence: event.confidence,
        })),
      },
    }
  },
})

export function namesOf(row: { name_ar: string; name_fr: string; name_en: string | null }): {
  ar: string
  fr: string
  en: string
} {
  return { ar: row.name_ar, fr: row.name_fr, en: row.name_en ?? row.name_fr }
}
