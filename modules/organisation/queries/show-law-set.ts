import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { listsOf } from '../domain/law-rows.ts'
import { type LawSets, type LawWords, findLawData } from '../law-sets.ts'
import { organisationErrors } from '../organisation-errors.ts'
import type { OrganisationTables } from '../organisation-tables.ts'

const nothing = z.strictObject({})
const input = z.strictObject({ name: z.string().min(1).max(80) })

interface Shape {
  readonly list: string | null
  readonly row: Record<string, unknown>
}

/** A set of law data in the version in use, with the shape of its rows, to propose a change from. */
export function createShowLawSet(
  sets: LawSets,
): ReturnType<
  typeof defineQuery<typeof input, { name: string; version: number; data: unknown; shapes: readonly Shape[] }>
> {
  return defineQuery({
    type: 'law.show',
    permission: 'law.approve',
    input,
    recorded: false,
    execute: async (tx, { name }) => {
      const schema = Object.hasOwn(sets, name) ? sets[name]?.schema : undefined
      const found = schema && (await findLawData(tx, name))
      if (!found) throw organisationErrors.fail('LAW_SET_UNKNOWN')
      return { result: { name, ...found, shapes: shapesOf(schema, found.data) } }
    },
  })
}

const schemaOfLists = z.looseObject({
  items: z.record(z.string(), z.unknown()).optional(),
  properties: z.record(z.string(), z.looseObject({ items: z.record(z.string(), z.unknown()).optional() })).optional(),
})

function shapesOf(schema: z.ZodType, data: unknown): readonly Shape[] {
  const whole = schemaOfLists.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }))
  return listsOf(data).flatMap(({ list }) => {
    const row = list === null ? whole.items : whole.properties?.[list]?.items
    return row ? [{ list, row }] : []
  })
}

interface SetInUse {
  readonly name: string
  readonly version: number
  readonly rows: number
  readonly since: string
  readonly origin: 'country' | 'decision'
  readonly waiting: number
  readonly words: LawWords
}

/** The sets of law data that two persons may change. */
export function createListLawSets(
  sets: LawSets,
): ReturnType<typeof defineQuery<typeof nothing, { items: SetInUse[] }>> {
  return defineQuery({
    type: 'law.sets',
    permission: 'law.approve',
    input: nothing,
    recorded: false,
    execute: async (tx) => {
      const db = tx.tables<OrganisationTables>()
      const rows = await db
        .selectFrom('organisation.reference')
        .distinctOn('name')
        .selectAll()
        .where('name', 'in', Object.keys(sets))
        .orderBy('name')
        .orderBy('version', 'desc')
        .execute()
      const waiting = await db
        .selectFrom('organisation.law_change')
        .select(['name', (eb) => eb.fn.countAll<number>().as('count')])
        .where('state', '=', 'proposed')
        .groupBy('name')
        .execute()
      const waitingOf = new Map(waiting.map(({ name, count }) => [name, Number(count)]))
      return {
        result: {
          items: rows.map((row) => ({
            name: row.name,
            version: row.version,
            rows: listsOf(row.data).reduce((total, list) => total + list.rows.length, 0),
            since: row.valid_from.toISOString(),
            origin: row.origin,
            waiting: waitingOf.get(row.name) ?? 0,
            words: sets[row.name]?.words ?? {},
          })),
        },
      }
    },
  })
}
