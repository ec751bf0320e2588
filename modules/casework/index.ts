import type { BaseMap } from '#contracts/casework/map.ts'
import { registryEvents } from '#modules/registry/index.ts'
import type { EventTable } from '#platform/commands/types.ts'
import type { Module } from '#platform/http/module.ts'
import { findCaseHeader } from './case-for-act.ts'
import { caseworkErrors } from './casework-errors.ts'
import { caseworkEvents } from './casework-events.ts'
import { caseworkLabels } from './casework-labels.ts'
import { caseworkPermissions } from './casework-permissions.ts'
import { caseworkRoutes } from './casework-routes.ts'
import type { CaseworkLaw } from './domain/resolve-offences.ts'
import type { Labels } from './event-sentence.ts'
import type { TaskKindTable } from './task-titles.ts'

/**
 * Case files. `law` is the country's; `events` and `labels` put the events of other modules into words in a case's
 * history, `taskKinds` the tasks that they make; `baseMap` is what points are put on; each may be left out where there is
 * none.
 */
export function createCaseworkModule(deps: {
  readonly law: CaseworkLaw
  readonly baseMap?: BaseMap
  readonly events?: () => EventTable
  readonly labels?: Labels
  readonly taskKinds?: TaskKindTable
}): Module {
  const own: EventTable = { ...registryEvents, ...caseworkEvents }
  const { events } = deps
  return {
    name: 'casework',
    registers: ['cases'],
    permissions: caseworkPermissions,
    errors: caseworkErrors.table,
    events: caseworkEvents,
    purposes: {
      case: { permission: 'case.read', sees: async (tx, id) => (await findCaseHeader(tx, id)) !== undefined },
    },
    routes: caseworkRoutes({
      law: deps.law,
      baseMap: deps.baseMap,
      events: events ? () => ({ ...own, ...events() }) : () => own,
      labels: { ...deps.labels, ...caseworkLabels },
      taskKinds: deps.taskKinds ?? {},
    }),
  }
}

export { addTaskTo } from './add-task.ts'
export type { TaskKindTable } from './task-titles.ts'
export { type AddedParticipant, type CaseRef, addParticipant } from './add-participant.ts'
export {
  type ActParticipant,
  type CaseForAct,
  type CaseHeader,
  findCaseHeader,
  getCaseForAct,
  listParticipants,
} from './case-for-act.ts'
export { type CasePart, createCaseRetention } from './case-retention.ts'
export { type CaseRow, caseEvent, getCaseToChange, noteProsecutor } from './case-store.ts'
export { caseworkErrors } from './casework-errors.ts'
export { caseworkEvents } from './casework-events.ts'
export { caseworkLabels } from './casework-labels.ts'
export { caseworkNotices } from './casework-notices.ts'
export { caseworkRoles } from './casework-permissions.ts'
export { caseReference, parseReference } from './domain/case-number.ts'
export { type Offence, type OffenceClass, offenceSchema } from './domain/offence.ts'
export type { CaseworkLaw } from './domain/resolve-offences.ts'
export type { ChangingLaw } from './offence-store.ts'
export { type Labels, openDetail, sentenceOf } from './event-sentence.ts'
export { type OfficerRef, type Refs, type UnitRef, loadRefs, requireUnit } from './refs.ts'
export { type OpenCaseInput, type OpenedCase, openCase } from './open-case.ts'
