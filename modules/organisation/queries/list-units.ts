import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { daySchema } from '../domain/fact-date.ts'
import { treeOn } from '../domain/unit-history.ts'
import type { OrganisationTables } from '../organisation-tables.ts'
import { readHistory } from '../unit-store.ts'

/**
 * The tree of a day, from the top down, as the events replay it. Small enough to be sent whole: some hundreds of units.
 * `dateKnown` is false where `since` is only the day by which a source shows the unit.
 */
export const listUnits = defineQuery({
  type: 'unit.list',
  permission: 'unit.read',
  input: z.strictObject({ on: daySchema.optional() }),
  recorded: false,
  execute: async (tx, { on }) => {
    const db = tx.tables<OrganisationTables>()
    const date = on ?? tx.now.toISOString().slice(0, 10)
    const history = await readHistory(db)
    const tree = treeOn(history, date)
    const rows = await db
      .selectFrom('organisation.unit')
      .select(['id', 'code', 'area', 'place', 'latitude', 'longitude', 'name_known', 'confidence', 'switches'])
      .execute()
    const byCode = new Map(rows.map((row) => [row.code, row]))
    const items = [...tree.nodes.values()].flatMap((node) => {
      const row = byCode.get(node.code)
      if (!row) return []
      return [
        {
          id: row.id,
          code: node.code,
          kind: node.kind,
          parentId: node.parent === null ? null : (byCode.get(node.parent)?.id ?? null),
          area: row.area,
          names: node.names,
          nameKnown: row.name_known,
          since: node.since,
          dateKnown: node.dateKnown,
          place: row.place,
          latitude: row.latitude,
          longitude: row.longitude,
          confidence: row.confidence,
          systems: [...node.systems].map(([system, state]) => ({
            system,
            stage: state.stage,
            from: state.since,
            dateKnown: state.dateKnown,
          })),
          signOnScreen: row.switches['sign_on_screen'] === true,
        },
      ]
    })
    return { result: { date, items } }
  },
})
