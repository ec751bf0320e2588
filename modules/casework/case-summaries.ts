import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import { summarisePersons } from '#modules/registry/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CaseRow } from './case-store.ts'
import type { CaseworkTables } from './casework-tables.ts'
import { type Refs, loadRefs, requireUnit } from './refs.ts'

const shownPeople = 3
const roleOrder = ['complainant', 'victim', 'suspect', 'person-in-custody', 'declarant', 'witness']

/** Cases in one line each, in the order given. */
export async function summariseCases(tx: Tx, rows: readonly CaseRow[]): Promise<CaseSummary[]> {
  if (rows.length === 0) return []
  const db = tx.tables<CaseworkTables>()
  const ids = rows.map(({ id }) => id)
  const offences = await db
    .selectFrom('casework.case_offence')
    .select(['case_id', 'code', 'label_ar', 'label_fr'])
    .where('case_id', 'in', ids)
    .where('removed_at', 'is', null)
    .where('is_main', '=', true)
    .execute()
  const people = await db
    .selectFrom('casework.participant')
    .select(['case_id', 'person_id', 'role', 'alias', 'id'])
    .where('case_id', 'in', ids)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute()
  const shown = new Map(
    ids.map((id) => [
      id,
      people
        .filter((person) => person.case_id === id)
        .sort((a, b) => orderOf(a.role) - orderOf(b.role))
        .slice(0, shownPeople),
    ]),
  )
  const persons = await summarisePersons(
    tx,
    [...shown.values()].flatMap((list) => list.flatMap(({ person_id }) => (person_id ? [person_id] : []))),
  )
  const refs = await loadRefs(
    tx,
    rows.flatMap((row) => [row.unit_id, row.transfer_to_unit_id]),
    rows.map(({ assigned_to }) => assigned_to),
  )
  const mainOf = new Map(offences.map((offence) => [offence.case_id, offence]))
  return rows.map((row) => {
    const main = mainOf.get(row.id)
    return {
      ...headerOf(tx, row, refs),
      mainOffence: main ? { code: main.code, labelAr: main.label_ar, labelFr: main.label_fr } : null,
      people: (shown.get(row.id) ?? []).map(({ role, alias, person_id }) => {
        const person = person_id ? persons.get(person_id) : undefined
        return { role, nameAr: alias ?? person?.nameAr ?? null, nameLatin: alias ?? person?.nameLatin ?? null }
      }),
    }
  })
}

/** What a case's line and its page have in common. */
export function headerOf(tx: Tx, row: CaseRow, refs: Refs) {
  return {
    id: row.id,
    reference: row.reference,
    year: row.year,
    number: row.number,
    sealed: row.sealed,
    unit: requireUnit(refs, row.unit_id),
    state: row.state,
    offenceClass: row.offence_class,
    place: row.place_text,
    happenedFrom: row.happened_from?.toISOString() ?? null,
    happenedPrecision: row.happened_precision,
    assignedTo: refs.officer(row.assigned_to),
    openedAt: row.opened_at.toISOString(),
    nextDueAt: row.next_due_at?.toISOString() ?? null,
    overdue: row.state !== 'closed' && row.next_due_at !== null && row.next_due_at < tx.now,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    transferTo: refs.unit(row.transfer_to_unit_id),
  }
}

function orderOf(role: string): number {
  const place = roleOrder.indexOf(role)
  return place === -1 ? roleOrder.length : place
}
