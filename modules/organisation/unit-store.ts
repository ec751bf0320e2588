import type { Kysely } from 'kysely'
import type { Json } from '#platform/commands/types.ts'
import type { Labels, OrganisationEvent } from './domain/country-data.ts'
import { organisationEventSchema, unitKindSchema } from './domain/country-data.ts'
import type { FactDate } from './domain/fact-date.ts'
import { firstCertainDay, isKnown } from './domain/fact-date.ts'
import { datedClosureOf } from './domain/unit-closure.ts'
import { type UnitHistory, type UnitTree, soundTreeOn } from './domain/unit-history.ts'
import type { OrganisationTables } from './organisation-tables.ts'

type Db = Kysely<OrganisationTables>

/** All that replays into the tree of any day, as the database holds it now. */
export async function readHistory(db: Db): Promise<UnitHistory & { readonly ids: ReadonlyMap<string, string> }> {
  const [units, events, unitKinds] = await Promise.all([
    db.selectFrom('organisation.unit').selectAll().execute(),
    db
      .selectFrom('organisation.unit_event as e')
      .innerJoin('organisation.unit as u', 'u.id', 'e.unit_id')
      .select(['e.id', 'e.code', 'u.code as unit', 'e.type', 'e.data', 'e.source', 'e.confidence'])
      .where('e.withdrawn_at', 'is', null)
      .execute(),
    readReference(db, 'unit-kinds'),
  ])
  // The name a unit was founded under; `name_*` of its row is today's.
  const founded = new Map(events.filter((event) => event.type === 'founded').map((event) => [event.unit, event.data]))
  return {
    ids: new Map(units.map((unit) => [unit.code, unit.id])),
    units: units.map((unit) => ({
      code: unit.code,
      kind: unit.kind,
      names: (founded.get(unit.code)?.['names'] as Labels | undefined) ?? {
        ar: unit.name_ar,
        fr: unit.name_fr,
        en: unit.name_en ?? unit.name_fr,
      },
      nameKnown: unit.name_known,
      area: unit.area,
      place: null,
      source: unit.source,
      confidence: 'HIGH',
    })),
    events: events.map(({ id, code, data, ...event }) => {
      const { names: _names, ...founding } = data
      return organisationEventSchema.parse({
        ...(event.type === 'founded' ? founding : data),
        ...event,
        id: code ?? `own.${id}`,
      })
    }),
    unitKinds: unitKindSchema.array().parse(unitKinds),
  }
}

/** The newest version of a list of the country's data; undefined before any was loaded. */
export async function readReference(db: Db, name: string): Promise<unknown> {
  return (await readVersion(db, name))?.data
}

/** As `readReference`, with the number of the version. */
export async function readVersion(
  db: Db,
  name: string,
): Promise<{ readonly version: number; readonly data: unknown } | undefined> {
  return db
    .selectFrom('organisation.reference')
    .select(['version', 'data'])
    .where('name', '=', name)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The columns of an event's row; `names` of a founded unit travel with it so that a later renaming loses nothing. */
export function eventColumns(
  event: OrganisationEvent,
  names?: Labels,
): {
  type: string
  happened_on: string | null
  precision: 'day' | 'month' | 'year' | 'unknown'
  data: string
  source: string
  confidence: string
} {
  const { id: _id, unit: _unit, type, source, confidence, ...data } = event
  return {
    type,
    happened_on: isKnown(event.on) ? event.on.value : null,
    precision: isKnown(event.on) ? event.on.precision : 'unknown',
    data: JSON.stringify({ ...data, ...(names && type === 'founded' ? { names } : {}) }),
    source,
    confidence,
  }
}

/**
 * Makes the rows of units and the dated closure follow the events, as of `day`. Throws OrganisationDataError where
 * the events cannot be.
 */
export async function replayInto(
  db: Db,
  history: UnitHistory,
  ids: ReadonlyMap<string, string>,
  day: string,
): Promise<void> {
  const tree = soundTreeOn(history, day)
  const closings = new Map(
    history.events.filter((event) => event.type === 'closed').map((event) => [event.unit, event.on]),
  )
  const foundings = new Map(
    history.events.filter((event) => event.type === 'founded').map((event) => [event.unit, event]),
  )
  const before = new Map((await db.selectFrom('organisation.unit').selectAll().execute()).map((row) => [row.code, row]))
  for (const unit of history.units) {
    const row = before.get(unit.code)
    if (!row) throw new Error(`the unit ${unit.code} has no row`)
    const node = tree.nodes.get(unit.code)
    const founding = foundings.get(unit.code)
    const closing = closings.get(unit.code)
    const parent = node ? node.parent : founding?.type === 'founded' ? founding.parent : null
    const names = node?.names ?? unit.names
    const next = {
      kind: node?.kind ?? unit.kind,
      parent_id: parent === null ? null : (ids.get(parent) ?? null),
      name_ar: names.ar,
      name_fr: names.fr,
      name_en: names.en,
      founded_on: founding ? exactDay(founding.on) : null,
      closed_on: closing ? firstCertainDay(closing) : null,
      switches: withSystems(row.switches, tree, unit.code, systemsOf(history)),
    }
    const same = Object.entries(next).every(([column, value]) => isSame(row[column as keyof typeof next], value))
    if (same) continue
    await db
      .updateTable('organisation.unit')
      .set((eb) => ({ ...next, switches: JSON.stringify(next.switches), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
  }
  await rebuildClosure(db, history, ids)
}

async function rebuildClosure(db: Db, history: UnitHistory, ids: ReadonlyMap<string, string>): Promise<void> {
  const wanted = new Map(
    datedClosureOf(history).map((row) => {
      const columns = {
        ancestor_id: idOf(ids, row.ancestor),
        descendant_id: idOf(ids, row.descendant),
        depth: row.depth,
        valid_from: row.validFrom,
        valid_to: row.validTo,
      }
      return [keyOf(columns), columns]
    }),
  )
  const present = await db.selectFrom('organisation.unit_closure').selectAll().execute()
  const gone = present.filter((row) => !wanted.has(keyOf(row)))
  for (const row of gone) {
    await db
      .deleteFrom('organisation.unit_closure')
      .where('ancestor_id', '=', row.ancestor_id)
      .where('descendant_id', '=', row.descendant_id)
      .where('valid_from', '=', row.valid_from)
      .execute()
  }
  const kept = new Set(present.map(keyOf))
  const added = [...wanted].filter(([key]) => !kept.has(key)).map(([, row]) => row)
  for (let from = 0; from < added.length; from += 500) {
    await db
      .insertInto('organisation.unit_closure')
      .values(added.slice(from, from + 500))
      .execute()
  }
}

interface ClosureColumns {
  ancestor_id: string
  descendant_id: string
  depth: number
  valid_from: string
  valid_to: string | null
}

const keyOf = (row: ClosureColumns): string =>
  [row.ancestor_id, row.descendant_id, row.depth, row.valid_from, row.valid_to ?? ''].join(' ')

function idOf(ids: ReadonlyMap<string, string>, code: string): string {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the unit ${code} has no row`)
  return id
}

const exactDay = (date: FactDate): string | null => (isKnown(date) && date.precision === 'day' ? date.value : null)

const systemsOf = (history: UnitHistory): ReadonlySet<string> =>
  new Set(history.events.flatMap((event) => (event.type === 'switched_on' ? [event.system] : [])))

/** Systems as the events say; settings of the house, such as on-screen signing, stay as they are. */
function withSystems(
  switches: Record<string, Json>,
  tree: UnitTree,
  unit: string,
  systems: ReadonlySet<string>,
): Record<string, Json> {
  const settings = Object.entries(switches).filter(([name]) => !systems.has(name))
  const on = [...(tree.nodes.get(unit)?.systems ?? [])].map(([system, state]): [string, Json] => [
    system,
    { stage: state.stage, from: state.since, dateKnown: state.dateKnown },
  ])
  return Object.fromEntries([...settings, ...on].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether two values of JSON say the same, whatever the order of their members. */
export function isSame(a: unknown, b: unknown): boolean {
  return typeof b === 'object' && b !== null ? sorted(a) === sorted(b) : a === b
}

function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${name}:${sorted(member)}`).join()}}`
}
