import { sql } from 'kysely'
import { type CaseFile, caseAbilities } from '#contracts/casework/case.ts'
import { summarisePersons } from '#modules/registry/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CaseRow } from './case-store.ts'
import { headerOf } from './case-summaries.ts'
import type { CaseworkTables } from './casework-tables.ts'
import { abilitiesOf } from './domain/abilities.ts'
import { loadRefs, requireUnit } from './refs.ts'
import { type TaskKindTable, titlesOf } from './task-titles.ts'

/** Everything of a case that its reader may see, and what the reader may do with it. */
export async function loadCaseFile(taskKinds: TaskKindTable, tx: Tx, row: CaseRow): Promise<CaseFile> {
  const db = tx.tables<CaseworkTables>()
  const offences = await db
    .selectFrom('casework.case_offence')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('removed_at', 'is', null)
    .orderBy('is_main', 'desc')
    .orderBy('id')
    .execute()
  const participants = await db
    .selectFrom('casework.participant')
    .selectAll()
    .where('case_id', '=', row.id)
    .orderBy('since')
    .orderBy('id')
    .execute()
  const numbers = await db
    .selectFrom('casework.case_number')
    .select(['unit_id', 'reference'])
    .where('case_id', '=', row.id)
    .where((eb) => eb.or([eb('reference', '<>', row.reference), eb('unit_id', '<>', row.unit_id)]))
    .orderBy('given_at')
    .execute()
  const tasks = await db.selectFrom('casework.task').selectAll().where('case_id', '=', row.id).orderBy('id').execute()
  const notes = await db.selectFrom('casework.note').selectAll().where('case_id', '=', row.id).orderBy('id').execute()
  const transfers = await db
    .selectFrom('casework.transfer')
    .selectAll()
    .where('case_id', '=', row.id)
    .orderBy('id')
    .execute()
  const access = row.sealed
    ? await db.selectFrom('casework.case_access').selectAll().where('case_id', '=', row.id).orderBy('id').execute()
    : []
  const persons = await summarisePersons(
    tx,
    participants.flatMap(({ person_id }) => (person_id ? [person_id] : [])),
  )
  const refs = await loadRefs(
    tx,
    [
      row.unit_id,
      row.transfer_to_unit_id,
      row.prosecutor_unit_id,
      ...numbers.map(({ unit_id }) => unit_id),
      ...transfers.flatMap(({ from_unit_id, to_unit_id }) => [from_unit_id, to_unit_id]),
    ],
    [
      row.assigned_to,
      ...tasks.map(({ assigned_to }) => assigned_to),
      ...notes.map(({ written_by }) => written_by),
      ...access.map(({ officer_id }) => officer_id),
    ],
  )
  const [main] = offences
  const can = await loadAbilities(tx, row)
  return {
    ...headerOf(tx, row, refs),
    mainOffence: main?.is_main ? { code: main.code, labelAr: main.label_ar, labelFr: main.label_fr } : null,
    area: row.area,
    origin: row.origin,
    originId: row.origin_id,
    closeReason: row.close_reason,
    closedAt: row.closed_at?.toISOString() ?? null,
    inquiry: row.inquiry,
    happenedTo: row.happened_to?.toISOString() ?? null,
    point:
      row.latitude === null || row.longitude === null
        ? null
        : { latitude: row.latitude, longitude: row.longitude, precision: row.point_precision },
    how: row.how_text,
    sealReason: row.seal_reason,
    prosecutor: refs.unit(row.prosecutor_unit_id),
    version: row.version,
    earlierNumbers: numbers.map(({ unit_id, reference }) => ({ reference, unit: requireUnit(refs, unit_id) })),
    offences: offences.map((each) => ({
      id: each.id,
      code: each.code,
      labelAr: each.label_ar,
      labelFr: each.label_fr,
      law: each.law,
      article: each.article,
      offenceClass: each.offence_class,
      wordingFrom: each.wording_from,
      inForce: each.in_force,
      main: each.is_main,
      flags: each.flags as Record<string, boolean>,
    })),
    participants: participants.map((each) => ({
      id: each.id,
      role: each.role,
      standing: each.standing,
      guards: each.guards_id,
      protected: each.protected,
      alias: each.alias,
      since: each.since.toISOString(),
      until: each.until?.toISOString() ?? null,
      endReason: each.end_reason,
      version: each.version,
      person: each.person_id ? (persons.get(each.person_id) ?? null) : null,
    })),
    tasks: tasks.map((each) => ({
      id: each.id,
      caseId: each.case_id,
      title: each.title,
      titles: titlesOf(taskKinds, each.about),
      dueAt: each.due_at?.toISOString() ?? null,
      overdue: each.state === 'open' && each.due_at !== null && each.due_at < tx.now,
      assignedTo: refs.officer(each.assigned_to),
      state: each.state,
      outcome: each.outcome,
      createdAt: each.created_at.toISOString(),
      doneAt: each.done_at?.toISOString() ?? null,
      version: each.version,
    })),
    notes: notes.map((each) => ({
      id: each.id,
      text: each.body,
      writtenAt: each.written_at.toISOString(),
      recordedAt: (each.recorded_at ?? each.written_at).toISOString(),
      writtenBy: refs.officer(each.written_by),
    })),
    transfers: transfers.map((each) => ({
      id: each.id,
      from: requireUnit(refs, each.from_unit_id),
      to: requireUnit(refs, each.to_unit_id),
      reason: each.reason,
      state: each.state,
      askedAt: each.asked_at.toISOString(),
      answeredAt: each.answered_at?.toISOString() ?? null,
      answer: each.answer,
    })),
    access: access.flatMap((each) => {
      const officer = refs.officer(each.officer_id)
      return officer
        ? [
            {
              officer,
              kind: each.kind,
              reason: each.reason,
              since: each.since.toISOString(),
              until: each.until?.toISOString() ?? null,
            },
          ]
        : []
    }),
    can,
  }
}

async function loadAbilities(tx: Tx, row: CaseRow): Promise<CaseFile['can']> {
  const own = row.assigned_to !== null && row.assigned_to === tx.actor.officerId
  const over = await permissionsOver(tx, row.unit_id, own)
  // Who is on the list of a sealed case works in it from wherever the permission holds; lifting the seal does not.
  const held = row.sealed ? await permissionsOver(tx, null, own) : over
  if (row.sealed && !over.has('case.seal')) held.delete('case.seal')
  const heldByAddressee = row.transfer_to_unit_id
    ? await permissionsOver(tx, row.transfer_to_unit_id, false)
    : new Set<string>()
  const can = abilitiesOf({
    state: row.state,
    sealed: row.sealed,
    held,
    heldByAddressee,
    transferAsked: row.transfer_to_unit_id !== null,
  })
  return Object.fromEntries(caseAbilities.map((ability) => [ability, can[ability]])) as CaseFile['can']
}

async function permissionsOver(tx: Tx, unitId: string | null, own: boolean): Promise<Set<string>> {
  const { rows } = await sql<{ held: string[] }>`
    select casework.permissions_over(${unitId}::uuid, ${own}) as held`.execute(tx.tables())
  return new Set(rows[0]?.held)
}
