import type { Kysely } from 'kysely'
import type { JsonObject } from '#platform/commands/types.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { Text } from '#platform/i18n/text.ts'
import { type LoadingContext, loadOnce } from './country-loading.ts'
import { type OrganisationData, organisationDataSchema } from './domain/country-data.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import { eventColumns, isSame, readHistory, replayInto } from './unit-store.ts'

type Db = Kysely<OrganisationTables>

/**
 * Loads units, their history, ranks and rules of a country as the owner, in one transaction with one system event.
 * Does nothing where the same data were loaded last. Events the house recorded itself are kept and replayed with
 * the country's. Throws ZodError or OrganisationDataError where the data do not hold together.
 */
export async function loadOrganisation(context: LoadingContext, data: unknown): Promise<boolean> {
  return loadOnce(context, 'organisation', data, async (tx) => {
    const country = organisationDataSchema.parse(data)
    const db = tx.tables<OrganisationTables>()
    await loadRanks(db, country)
    await loadReferences(db, country, tx.now)
    await loadUnits(db, tx, country)
    await loadEvents(db, tx, country)
    const history = await readHistory(db)
    await replayInto(db, history, history.ids, tx.now.toISOString().slice(0, 10))
    const codes: JsonObject = {
      country: country.country,
      units: country.units.length,
      events: country.events.length,
      ranks: country.ranks.length,
    }
    return { type: 'organisation.loaded', subjects: [], codes }
  })
}

/** A role as the composition root names it: what it may do, and how far from the unit of its grant. */
export interface RoleDefinition {
  readonly code: string
  readonly labels: Text
  readonly permissions: Readonly<Record<string, 'own' | 'unit' | 'area' | 'all'>>
}

/** Makes roles and their permissions what `roles` says, as the owner. Does nothing where they were loaded last. */
export async function loadRoles(context: LoadingContext, roles: readonly RoleDefinition[]): Promise<boolean> {
  return loadOnce(context, 'roles', roles, async (tx) => {
    const db = tx.tables<OrganisationTables>()
    for (const role of roles) {
      const labels = { label_ar: role.labels.ar, label_fr: role.labels.fr, label_en: role.labels.en }
      await db
        .insertInto('organisation.role')
        .values({ code: role.code, ...labels })
        .onConflict((conflict) => conflict.column('code').doUpdateSet(labels))
        .execute()
    }
    // Grants keep pointing at a role that is gone from the list; it then carries no permission.
    await db.deleteFrom('organisation.role_permission').execute()
    const rows = roles.flatMap((role) =>
      Object.entries(role.permissions).map(([permission, scope]) => ({ role_code: role.code, permission, scope })),
    )
    if (rows.length > 0) await db.insertInto('organisation.role_permission').values(rows).execute()
    return { type: 'roles.loaded', subjects: [], codes: { roles: roles.length, permissions: rows.length } }
  })
}

async function loadRanks(db: Db, country: OrganisationData): Promise<void> {
  for (const rank of country.ranks) {
    const columns = {
      position: rank.order,
      corps: rank.corps,
      label_ar: rank.labels.ar,
      label_fr: rank.labels.fr,
      label_en: rank.labels.en,
      source: `${rank.source}, ${rank.article}`,
    }
    await db
      .insertInto('organisation.rank')
      .values({ code: rank.code, ...columns })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(columns))
      .execute()
  }
}

/**
 * Loads sets of law data that two persons may change, as the owner. What they decided stands until the country's own
 * set changes. Does nothing where the same were loaded last.
 */
export async function loadLawSets(context: LoadingContext, sets: Readonly<Record<string, unknown>>): Promise<boolean> {
  return loadOnce(context, 'law-sets', sets, async (tx) => {
    await loadLists(tx.tables<OrganisationTables>(), sets, tx.now)
    return { type: 'law.loaded', subjects: [], codes: { sets: Object.keys(sets).length } }
  })
}

async function loadReferences(db: Db, country: OrganisationData, now: Date): Promise<void> {
  await loadLists(db, listsOf(country), now)
}

function listsOf(country: OrganisationData): Readonly<Record<string, unknown>> {
  return {
    'unit-kinds': country.unitKinds,
    systems: country.systems,
    posts: country.posts,
    sources: country.sources,
    remarks: country.remarks,
    'quality-rules': country.qualityRules,
    'court-kinds': country.courtKinds,
    courts: country.courts,
    'unit-courts': country.unitCourts,
  }
}

async function loadLists(db: Db, lists: Readonly<Record<string, unknown>>, now: Date): Promise<void> {
  const versions = await db
    .selectFrom('organisation.reference')
    .select(['name', 'version', 'data', 'origin'])
    .orderBy('version', 'desc')
    .execute()
  for (const [name, list] of Object.entries(lists)) {
    const own = versions.filter((row) => row.name === name)
    // What two persons decided here stands until the country's own list changes.
    const fromCountry = own.find((row) => row.origin === 'country')
    if (fromCountry && isSame(fromCountry.data, list)) continue
    await db
      .insertInto('organisation.reference')
      .values({ name, version: (own[0]?.version ?? 0) + 1, data: JSON.stringify(list), valid_from: now })
      .execute()
  }
}

async function loadUnits(db: Db, tx: Tx, country: OrganisationData): Promise<void> {
  const rows = country.units.map((unit) => ({
    id: tx.ids.next(),
    code: unit.code,
    kind: unit.kind,
    parent_id: null,
    area: unit.area,
    name_ar: unit.names.ar,
    name_fr: unit.names.fr,
    name_en: unit.names.en,
    place: unit.place?.commune ?? null,
    latitude: unit.place?.approximate?.lat ?? null,
    longitude: unit.place?.approximate?.lon ?? null,
    founded_on: null,
    closed_on: null,
    switches: '{}',
    name_known: unit.nameKnown,
    source: unit.source,
    confidence: unit.confidence,
    note: unit.note ?? null,
  }))
  await db
    .insertInto('organisation.unit')
    .values(rows)
    .onConflict((conflict) =>
      // The area is that of the unit's creation and is never rewritten.
      conflict.column('code').doUpdateSet((eb) => ({
        place: eb.ref('excluded.place'),
        latitude: eb.ref('excluded.latitude'),
        longitude: eb.ref('excluded.longitude'),
        name_known: eb.ref('excluded.name_known'),
        source: eb.ref('excluded.source'),
        confidence: eb.ref('excluded.confidence'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute()
}

async function loadEvents(db: Db, tx: Tx, country: OrganisationData): Promise<void> {
  const units = new Map(
    (await db.selectFrom('organisation.unit').select(['id', 'code']).execute()).map((row) => [row.code, row.id]),
  )
  const names = new Map(country.units.map((unit) => [unit.code, unit.names]))
  const rows = country.events.map((event) => {
    const unitId = units.get(event.unit)
    if (unitId === undefined) throw new Error(`no unit ${event.unit}`)
    return {
      id: tx.ids.next(),
      unit_id: unitId,
      ...eventColumns(event, names.get(event.unit)),
      recorded_at: tx.now,
      code: event.id,
      withdrawn_at: null,
    }
  })
  await db
    .insertInto('organisation.unit_event')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        unit_id: eb.ref('excluded.unit_id'),
        type: eb.ref('excluded.type'),
        happened_on: eb.ref('excluded.happened_on'),
        precision: eb.ref('excluded.precision'),
        data: eb.ref('excluded.data'),
        source: eb.ref('excluded.source'),
        confidence: eb.ref('excluded.confidence'),
        withdrawn_at: null,
      })),
    )
    .execute()
  await db
    .updateTable('organisation.unit_event')
    .set({ withdrawn_at: tx.now })
    .where('code', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .where(
      'code',
      'not in',
      country.events.map((event) => event.id),
    )
    .execute()
}
