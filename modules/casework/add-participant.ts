import type { ParticipantInput, ParticipantRole } from '#contracts/casework/participants.ts'
import { createPerson, findPerson } from '#modules/registry/index.ts'
import type { Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { caseworkErrors } from './casework-errors.ts'
import type { CaseworkTables } from './casework-tables.ts'
import { firstInFuture } from './domain/happened.ts'

/** The case a participant is added to; it must be stored already in this transaction. */
export interface CaseRef {
  readonly id: string
  readonly unitId: string
  readonly area: string
}

export interface AddedParticipant {
  readonly id: string
  /** Null for a protected person, so that no answer and no event names who stands behind the alias. */
  readonly personId: string | null
  readonly role: ParticipantRole
  /** What the log calls the person: the name, or the alias. */
  readonly name: string
}

/**
 * Links a person to a case, making the person where it is new. Part of the calling command: records no event of its
 * own. Throws PARTICIPANT_INCOMPLETE, PERSON_NOT_FOUND, GUARDIAN_WITHOUT_MINOR, CLOCK_WRONG, REGISTER_NOT_CHARTERED.
 */
export async function addParticipant(tx: Tx, ref: CaseRef, input: ParticipantInput): Promise<AddedParticipant> {
  if ((input.personId === undefined) === (input.person === undefined))
    throw caseworkErrors.fail('PARTICIPANT_INCOMPLETE')
  const since = input.since ? new Date(input.since) : tx.now
  const future = firstInFuture([since], tx.now)
  if (future) throw platformErrors.fail('CLOCK_WRONG', { time: future.toISOString() })
  const db = tx.tables<CaseworkTables>()
  if (input.guards) {
    const minor = await db
      .selectFrom('casework.participant')
      .select('id')
      .where('id', '=', input.guards)
      .where('case_id', '=', ref.id)
      .executeTakeFirst()
    if (!minor) throw caseworkErrors.fail('GUARDIAN_WITHOUT_MINOR')
  }
  const { personId, name } = await settlePerson(tx, ref, input)
  const alias = input.protected ? await nextAlias(tx, ref.id) : null
  const id = tx.ids.next()
  await db
    .insertInto('casework.participant')
    .values({
      id,
      case_id: ref.id,
      unit_id: ref.unitId,
      area: ref.area,
      person_id: input.protected ? null : personId,
      role: input.role,
      standing: input.standing,
      guards_id: input.guards ?? null,
      protected: input.protected,
      alias,
      since,
      until: null,
      end_reason: null,
      added_by: tx.actor.officerId,
    })
    .execute()
  if (input.protected) {
    await db
      .insertInto('casework.protected_person')
      .values({ participant_id: id, case_id: ref.id, unit_id: ref.unitId, area: ref.area, person_id: personId })
      .execute()
  }
  return { id, personId: input.protected ? null : personId, role: input.role, name: alias ?? name }
}

async function settlePerson(
  tx: Tx,
  ref: CaseRef,
  input: ParticipantInput,
): Promise<{ personId: string; name: string }> {
  const context = { unitId: ref.unitId, area: ref.area, caseId: ref.id, protected: input.protected }
  if (input.person) {
    const name = input.person.names[0]
    return {
      personId: await createPerson(tx, input.person, context),
      name: name ? `${name.given} ${name.family}`.trim() : '—',
    }
  }
  const known = input.personId === undefined ? undefined : await findPerson(tx, input.personId)
  if (!known) throw caseworkErrors.fail('PERSON_NOT_FOUND')
  const name = known.names.findLast(({ endedAt }) => endedAt === null)
  return { personId: known.id, name: name ? `${name.given} ${name.family}`.trim() : '—' }
}

/** X1, X2, … in the order in which the case met them. */
async function nextAlias(tx: Tx, caseId: string): Promise<string> {
  const row = await tx
    .tables<CaseworkTables>()
    .selectFrom('casework.participant')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .where('protected', '=', true)
    .executeTakeFirstOrThrow()
  return `X${row.count + 1}`
}
