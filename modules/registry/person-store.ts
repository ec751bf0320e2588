import { sql } from 'kysely'
import type { FactInput, Person, PersonInput, PersonSummary } from '#contracts/registry/person.ts'
import { sexes } from '#contracts/registry/person.ts'
import type { Tx } from '#platform/commands/types.ts'
import { foldDocumentNumber } from './domain/document-number.ts'
import { nameKeys } from './domain/fold-name.ts'
import { registryErrors } from './registry-errors.ts'
import type { RegistryTables } from './registry-tables.ts'

/** In which work a set of facts is taken down. */
export interface FactContext {
  readonly unitId: string
  readonly area: string
  /** Null outside any case. The case must be visible in this transaction. */
  readonly caseId: string | null
  /** All of it is protected (a protected witness), not only the hidden addresses. */
  readonly protected?: boolean
}

/** Throws REGISTER_NOT_CHARTERED where the country's data hold no charter of that register (safeguard G1). */
export async function requireCharter(tx: Tx, register: string): Promise<void> {
  const row = await tx
    .tables<RegistryTables>()
    .selectFrom('registry.charter')
    .select('register')
    .where('register', '=', register)
    .executeTakeFirst()
  if (!row) throw registryErrors.fail('REGISTER_NOT_CHARTERED')
}

/**
 * Makes a person with the facts given and answers its id. Part of the calling command: it records no event of its own;
 * name the person among the event's subjects. Throws REGISTER_NOT_CHARTERED.
 */
export async function createPerson(tx: Tx, input: PersonInput, context: FactContext): Promise<string> {
  const [id] = await createPersons(tx, [input], context)
  if (id === undefined) throw new Error('no person was made')
  return id
}

/** Makes persons by the batch, as `createPerson` makes one; answers their ids in the order given. */
export async function createPersons(
  tx: Tx,
  inputs: readonly PersonInput[],
  context: FactContext,
): Promise<readonly string[]> {
  await requireCharter(tx, 'persons')
  const made = inputs.map((input) => ({ id: tx.ids.next(), input }))
  if (made.length === 0) return []
  const rows = made.map(({ id }) => ({
    id,
    unit_id: context.unitId,
    area: context.area,
    created_at: tx.now,
    created_by: tx.actor.officerId,
  }))
  await tx.tables<RegistryTables>().insertInto('registry.person').values(rows).execute()
  await storeFacts(
    tx,
    made.map(({ id, input }) => factRows(tx, id, input, context)),
  )
  return made.map(({ id }) => id)
}

/** Adds facts to a person; answers how many. Part of the calling command, as `createPerson`. */
export async function addFacts(tx: Tx, personId: string, input: PersonInput, context: FactContext): Promise<number> {
  return storeFacts(tx, [factRows(tx, personId, input, context)])
}

async function storeFacts(tx: Tx, rows: readonly ReturnType<typeof factRows>[]): Promise<number> {
  const db = tx.tables<RegistryTables>()
  const names = rows.flatMap((each) => each.names)
  const documents = rows.flatMap((each) => each.documents)
  const facts = rows.flatMap((each) => each.facts)
  if (names.length > 0) await db.insertInto('registry.person_name').values(names).execute()
  if (documents.length > 0) await db.insertInto('registry.identity_document').values(documents).execute()
  if (facts.length > 0) await db.insertInto('registry.person_fact').values(facts).execute()
  return names.length + documents.length + facts.length
}

function factRows(tx: Tx, personId: string, input: PersonInput, context: FactContext) {
  const common = (hidden = false) => ({
    id: tx.ids.next(),
    person_id: personId,
    source: input.source,
    source_note: input.sourceNote ?? null,
    case_id: context.caseId,
    unit_id: context.unitId,
    area: context.area,
    protected: context.protected === true || hidden,
    recorded_at: tx.now,
    recorded_by: tx.actor.officerId,
    ended_at: null,
    ended_by: null,
    end_reason: null,
  })
  return {
    names: input.names
      .filter(({ given, family }) => (given + family).trim() !== '')
      .map(({ kind, script, given, family }) => {
        const { forward, backward } = nameKeys(given, family)
        return { ...common(), kind, script, given, family, key_forward: forward, key_backward: backward }
      }),
    documents: input.documents.map(({ kind, number, country, validUntil }) => ({
      ...common(),
      kind,
      number_raw: number,
      number_key: foldDocumentNumber(number),
      country,
      valid_until: validUntil ?? null,
    })),
    facts: input.facts.map((fact) => {
      const { kind, hidden, value } = stored(fact)
      return { ...common(hidden), kind, value: JSON.stringify(value) }
    }),
  }
}

function stored(fact: FactInput): { kind: FactInput['kind']; hidden: boolean; value: Record<string, unknown> } {
  if (fact.kind === 'address' || fact.kind === 'contact') {
    const { kind, hidden, ...value } = fact
    return { kind, hidden, value }
  }
  const { kind, ...value } = fact
  return { kind, hidden: false, value }
}

/** Ends facts of a person, whichever kind they are, and keeps who and why; answers how many were ended. */
export async function endFacts(
  tx: Tx,
  personId: string,
  ids: readonly string[],
  reason: string | null,
): Promise<number> {
  if (ids.length === 0) return 0
  const db = tx.tables<RegistryTables>()
  let ended = 0
  for (const table of ['registry.person_name', 'registry.identity_document', 'registry.person_fact'] as const) {
    const rows = await db
      .updateTable(table)
      .set({ ended_at: tx.now, ended_by: tx.actor.officerId, end_reason: reason })
      .where('person_id', '=', personId)
      .where('id', 'in', [...ids])
      .where('ended_at', 'is', null)
      .returning('id')
      .execute()
    ended += rows.length
  }
  return ended
}

/** The facts of a person that this transaction may see; undefined where there is none, as if there were no person. */
export async function findPerson(tx: Tx, id: string): Promise<Person | undefined> {
  const db = tx.tables<RegistryTables>()
  const names = await db
    .selectFrom('registry.person_name')
    .select([...provenanceColumns, 'kind', 'script', 'given', 'family'])
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const documents = await db
    .selectFrom('registry.identity_document')
    .select([...provenanceColumns, 'kind', 'number_raw', 'country', 'valid_until'])
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const facts = await db
    .selectFrom('registry.person_fact')
    .select([...provenanceColumns, 'kind', 'value'])
    .where('person_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  if (names.length + documents.length + facts.length === 0) return undefined
  const provenanceOf = provenanceWith(await loadOfficers(tx, [...names, ...documents, ...facts]))
  return {
    id,
    names: names.map((row) => ({
      kind: row.kind,
      script: row.script,
      given: row.given,
      family: row.family,
      ...provenanceOf(row),
    })),
    documents: documents.map((row) => ({
      kind: row.kind,
      number: row.number_raw,
      country: row.country,
      validUntil: row.valid_until,
      ...provenanceOf(row),
    })),
    facts: facts.map((row) => ({
      kind: row.kind,
      value: row.value as Person['facts'][number]['value'],
      ...provenanceOf(row),
    })),
  }
}

const provenanceColumns = [
  'id',
  'source',
  'source_note',
  'case_id',
  'protected',
  'recorded_at',
  'recorded_by',
  'ended_at',
  'ended_by',
  'end_reason',
] as const

type ProvenanceRow = Pick<RegistryTables['registry.person_name'], (typeof provenanceColumns)[number]>
type Officer = NonNullable<Person['names'][number]['recordedBy']>

function provenanceWith(officers: ReadonlyMap<string, Officer>) {
  const officer = (id: string | null) => (id === null ? null : (officers.get(id) ?? null))
  return (row: ProvenanceRow) => ({
    id: row.id,
    source: row.source,
    sourceNote: row.source_note,
    caseId: row.case_id,
    protected: row.protected,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: officer(row.recorded_by),
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: officer(row.ended_by),
    endReason: row.end_reason,
  })
}

async function loadOfficers(
  tx: Tx,
  rows: readonly Pick<ProvenanceRow, 'recorded_by' | 'ended_by'>[],
): Promise<ReadonlyMap<string, Officer>> {
  const ids = new Set(rows.flatMap(({ recorded_by, ended_by }) => [recorded_by, ended_by]).filter((id) => id !== null))
  if (ids.size === 0) return new Map()
  const found = await tx
    .tables<RegistryTables>()
    .selectFrom('organisation.officer')
    .select(['id', 'name_ar', 'name_latin'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(found.map((row) => [row.id, { id: row.id, nameAr: row.name_ar, nameLatin: row.name_latin }]))
}

const sexOf = (value: string | null) => sexes.find((sex) => sex === value) ?? null

/** Persons in one line each, in the order asked for; members are null where this transaction may see nothing. */
export async function summarisePersons(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonSummary>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{
    id: string
    name_ar: string | null
    name_latin: string | null
    birth: string | null
    sex: string | null
    documents: PersonSummary['documents'] | null
  }>`
    select p.id,
      (select trim(n.given || ' ' || n.family) from registry.person_name n where n.person_id = p.id and n.script = 'ar' and n.ended_at is null
        order by (n.kind = 'alias'), n.recorded_at desc, n.id desc limit 1) as name_ar,
      (select trim(n.given || ' ' || n.family) from registry.person_name n where n.person_id = p.id and n.script = 'latin' and n.ended_at is null
        order by (n.kind = 'alias'), n.recorded_at desc, n.id desc limit 1) as name_latin,
      (select f.value ->> 'date' from registry.person_fact f where f.person_id = p.id and f.kind = 'birth' and f.ended_at is null
        order by (f.source = 'document') desc, f.recorded_at desc, f.id desc limit 1) as birth,
      (select f.value ->> 'value' from registry.person_fact f where f.person_id = p.id and f.kind = 'sex' and f.ended_at is null
        order by f.recorded_at desc, f.id desc limit 1) as sex,
      (select jsonb_agg(jsonb_build_object('kind', d.kind, 'number', d.number_raw, 'country', d.country) order by d.recorded_at, d.id)
        from registry.identity_document d where d.person_id = p.id and d.ended_at is null) as documents
    from unnest(${sql.val([...new Set(ids)])}::uuid[]) as p(id)`.execute(tx.tables())
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        nameAr: row.name_ar,
        nameLatin: row.name_latin,
        birthDate: row.birth,
        sex: sexOf(row.sex),
        documents: row.documents ?? [],
      },
    ]),
  )
}
