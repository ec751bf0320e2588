import type { ParticipantRole } from '#contracts/casework/participants.ts'
import type { Person } from '#contracts/registry/person.ts'
import { findPerson } from '#modules/registry/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { type CaseRow, getCase } from './case-store.ts'
import type { CaseworkTables } from './casework-tables.ts'
import type { OffenceClass } from './domain/offence.ts'

/** Where a case stands, for modules that hang something on it. */
export interface CaseHeader {
  readonly id: string
  readonly reference: string
  readonly unitId: string
  readonly area: string
  readonly state: CaseRow['state']
  readonly sealed: boolean
  readonly assignedTo: string | null
  readonly prosecutorUnitId: string | null
}

/** What a file knows and may propose to an act. */
export interface CaseForAct extends CaseHeader {
  readonly openedAt: string
  readonly inquiry: CaseRow['inquiry']
  readonly offenceClass: OffenceClass | null
  readonly facts: {
    readonly happenedFrom: string | null
    readonly happenedTo: string | null
    readonly precision: CaseRow['happened_precision']
    readonly place: string | null
    readonly latitude: number | null
    readonly longitude: number | null
    readonly how: string | null
  }
  readonly offences: readonly {
    readonly code: string
    readonly wordingFrom: string
    readonly labelAr: string
    readonly labelFr: string
    readonly law: string
    readonly article: string
    readonly offenceClass: OffenceClass
    readonly flags: Readonly<Record<string, boolean>>
    readonly main: boolean
  }[]
  readonly participants: readonly ActParticipant[]
}

export interface ActParticipant {
  readonly id: string
  readonly role: ParticipantRole
  readonly standing: 'fact' | 'assessment'
  readonly guards: string | null
  /** A protected person has an alias and no identity here, under whatever permission the act runs. */
  readonly protected: boolean
  readonly alias: string | null
  /**
   * What is known and may be proposed: never what is protected or ended. Null for a protected person.
   * Hidden addresses are not in it.
   */
  readonly person: Person | null
}

/** The case's header; undefined where it is absent or invisible to this transaction. */
export async function findCaseHeader(tx: Tx, id: string): Promise<CaseHeader | undefined> {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_file')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && headerOf(row)
}

/** Everything the file knows for an act, as this transaction may see it. Throws NOT_FOUND. */
export async function getCaseForAct(tx: Tx, id: string): Promise<CaseForAct> {
  const row = await getCase(tx, id)
  const offences = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.case_offence')
    .selectAll()
    .where('case_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('is_main', 'desc')
    .orderBy('id')
    .execute()
  return {
    ...headerOf(row),
    openedAt: row.opened_at.toISOString(),
    inquiry: row.inquiry,
    offenceClass: row.offence_class,
    facts: {
      happenedFrom: row.happened_from?.toISOString() ?? null,
      happenedTo: row.happened_to?.toISOString() ?? null,
      precision: row.happened_precision,
      place: row.place_text,
      latitude: row.latitude,
      longitude: row.longitude,
      how: row.how_text,
    },
    offences: offences.map((each) => ({
      code: each.code,
      wordingFrom: each.wording_from,
      labelAr: each.label_ar,
      labelFr: each.label_fr,
      law: each.law,
      article: each.article,
      offenceClass: each.offence_class,
      flags: each.flags as Record<string, boolean>,
      main: each.is_main,
    })),
    participants: await listParticipants(tx, id),
  }
}

/** People of a case whose role holds now, with what an act may propose about them. */
export async function listParticipants(tx: Tx, caseId: string): Promise<ActParticipant[]> {
  const links = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.participant')
    .select(['id', 'role', 'standing', 'guards_id', 'protected', 'alias', 'person_id'])
    .where('case_id', '=', caseId)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('id')
    .execute()
  const participants: ActParticipant[] = []
  for (const link of links) {
    const person = link.person_id ? await findPerson(tx, link.person_id) : undefined
    participants.push({
      id: link.id,
      role: link.role,
      standing: link.standing,
      guards: link.guards_id,
      protected: link.protected,
      alias: link.alias,
      person: person ? proposable(person) : null,
    })
  }
  return participants
}

// The policies keep protected facts from every permission but one; this keeps them out under that one too.
function proposable(person: Person): Person {
  const holds = (fact: { protected: boolean; endedAt: string | null }) => !fact.protected && fact.endedAt === null
  return {
    id: person.id,
    names: person.names.filter(holds),
    documents: person.documents.filter(holds),
    facts: person.facts.filter(holds),
  }
}

function headerOf(row: CaseRow): CaseHeader {
  return {
    id: row.id,
    reference: row.reference,
    unitId: row.unit_id,
    area: row.area,
    state: row.state,
    sealed: row.sealed,
    assignedTo: row.assigned_to,
    prosecutorUnitId: row.prosecutor_unit_id,
  }
}
