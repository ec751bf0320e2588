import type { z } from 'zod'
import type { openCaseBody } from '#contracts/casework/case.ts'
import { requireCharter } from '#modules/registry/index.ts'
import type { JsonObject, SubjectRef, Tx } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type AddedParticipant, addParticipant } from './add-participant.ts'
import { getOfficerName, getUnit, keepNumber, takeNumber, tellOfCase } from './case-store.ts'
import { caseworkErrors } from './casework-errors.ts'
import type { CaseworkTables } from './casework-tables.ts'
import { firstInFuture, happenedColumns } from './domain/happened.ts'
import type { CaseworkLaw } from './domain/resolve-offences.ts'
import { chooseOffences, derivedFromOffences, lawInUse, replaceOffences } from './offence-store.ts'
import { writeAccessList } from './seal-store.ts'

export type OpenCaseInput = Omit<z.output<typeof openCaseBody>, 'unitId'> & { readonly unitId: string }

/** What opening a case leaves to the command that did it: the answer, and the pieces of its one event. */
export interface OpenedCase {
  readonly id: string
  readonly unitId: string
  readonly area: string
  readonly year: number
  readonly number: number
  readonly reference: string
  readonly sealed: boolean
  readonly participants: readonly AddedParticipant[]
  readonly event: { readonly subjects: readonly SubjectRef[]; readonly codes: JsonObject; readonly detail: JsonObject }
}

/**
 * Opens a case as part of a command: stores the file, its offences, people and number, and records no event: put
 * `event` into the command's own. The permission of the transaction must reach the unit. Takes the number late; take
 * numbers of other series before. Throws NOT_PERMITTED, CASE_CASE_UNIT_UNSUITABLE, OFFENCE_UNKNOWN, OFFENCE_NOT_IN_FORCE,
 * CLOCK_WRONG, TIMES_REVERSED, REGISTER_NOT_CHARTERED and what `addParticipant` throws.
 */
export async function openCase(tx: Tx, law: CaseworkLaw, input: OpenCaseInput): Promise<OpenedCase> {
  if (!tx.reach.covers(input.unitId)) throw platformErrors.fail('NOT_PERMITTED')
  await requireCharter(tx, 'cases')
  const unit = await getUnit(tx, input.unitId, 'police')
  const assignee = input.assignTo ? await getOfficerName(tx, input.assignTo) : undefined
  const happened = happenedColumns(input.facts)
  checkTimes(happened, tx.now)
  const chosen = chooseOffences(await lawInUse(tx, law), input.offences, happened.happened_from ?? tx.now)
  const id = tx.ids.next()
  const sealed = input.seal !== undefined
  const taken = await takeNumber(tx, law, sealed ? 'case-sealed' : 'case', unit.id)
  const db = tx.tables<CaseworkTables>()
  await db
    .insertInto('casework.case_file')
    .values({
      id,
      unit_id: unit.id,
      area: unit.area,
      ...taken,
      state: 'open',
      close_reason: null,
      origin: input.origin,
      origin_id: input.originId ?? null,
      inquiry: happened.inquiry ?? null,
      ...derivedFromOffences(chosen),
      happened_from: happened.happened_from ?? null,
      happened_to: happened.happened_to ?? null,
      happened_precision: happened.happened_precision ?? 'unknown',
      place_text: happened.place_text ?? null,
      latitude: happened.latitude ?? null,
      longitude: happened.longitude ?? null,
      point_precision: happened.point_precision ?? null,
      how_text: happened.how_text ?? null,
      assigned_to: input.assignTo ?? null,
      transfer_to_unit_id: null,
      prosecutor_unit_id: null,
      waiting_since: null,
      next_due_at: null,
      sealed,
      seal_reason: input.seal?.reason ?? null,
      sealed_at: sealed ? tx.now : null,
      opened_at: tx.now,
      opened_by: tx.actor.officerId,
      closed_at: null,
    })
    .execute()
  if (input.seal) {
    const officers = [...input.seal.officers, ...(input.assignTo ? [input.assignTo] : [])]
    await writeAccessList(tx, id, officers, input.seal.barred)
  }
  await keepNumber(tx, id, unit.id, taken)
  await replaceOffences(tx, { id, unit_id: unit.id, area: unit.area }, chosen)
  if (input.assignTo) await addAssignment(tx, id, input.assignTo)
  if (input.assignTo) {
    const row = { id, unit_id: unit.id, reference: taken.reference }
    await tellOfCase(tx, row, 'case.assigned', [{ kind: 'officer', officerId: input.assignTo }])
  }
  const participants: AddedParticipant[] = []
  for (const participant of input.participants) {
    participants.push(await addParticipant(tx, { id, unitId: unit.id, area: unit.area }, participant))
  }
  return {
    id,
    unitId: unit.id,
    area: unit.area,
    year: taken.year,
    number: taken.number,
    reference: taken.reference,
    sealed,
    participants,
    event: {
      subjects: [{ type: 'case', id }, ...personSubjects(participants)],
      codes: {
        reference: taken.reference,
        origin: input.origin,
        offences: chosen.map(({ offence }) => offence.code).join(' '),
        people: participants.length,
      },
      detail: {
        ...(assignee ? { officer: assignee } : {}),
        names: participants.map(({ role, name }) => ({ role, name })),
      },
    },
  }
}

export function personSubjects(participants: readonly AddedParticipant[]): SubjectRef[] {
  return participants.flatMap(({ personId }) => (personId ? [{ type: 'person', id: personId }] : []))
}

export async function addAssignment(tx: Tx, caseId: string, officerId: string): Promise<void> {
  await tx
    .tables<CaseworkTables>()
    .insertInto('casework.assignment')
    .values({
      id: tx.ids.next(),
      case_id: caseId,
      officer_id: officerId,
      since: tx.now,
      until: null,
      assigned_by: tx.actor.officerId,
    })
    .execute()
}

/** Throws CLOCK_WRONG or TIMES_REVERSED. */
export function checkTimes(times: { happened_from?: Date | null; happened_to?: Date | null }, now: Date): void {
  const future = firstInFuture([times.happened_from, times.happened_to], now)
  if (future) throw platformErrors.fail('CLOCK_WRONG', { time: future.toISOString() })
  if (times.happened_from && times.happened_to && times.happened_to < times.happened_from) {
    throw caseworkErrors.fail('TIMES_REVERSED')
  }
}
