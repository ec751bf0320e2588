import { z } from 'zod'
import { changeFactsBody } from '#contracts/casework/case-facts.ts'
import {
  caseListSchema,
  caseSearchAnswer,
  caseSearchQuery,
  casesOfPersonSchema,
  listCasesQuery,
  queueCountsSchema,
} from '#contracts/casework/case-lists.ts'
import {
  addNoteBody,
  assignCaseBody,
  awaitProsecutorBody,
  caseChangedSchema,
  caseOpenedSchema,
  caseSchema,
  closeCaseBody,
  openCaseBody,
  reopenCaseBody,
  resumeCaseBody,
} from '#contracts/casework/case.ts'
import { historyQuery, historySchema, readersSchema } from '#contracts/casework/history.ts'
import { changeOffencesBody, offenceListSchema, offenceQuery } from '#contracts/casework/offences.ts'
import {
  changeParticipantBody,
  endParticipantBody,
  participantInputSchema,
  participantRoles,
  resumeParticipantBody,
} from '#contracts/casework/participants.ts'
import {
  addTaskBody,
  changeTaskBody,
  finishTaskBody,
  myTasksSchema,
  reopenTaskBody,
} from '#contracts/casework/tasks.ts'
import { answerTransferBody, transferCaseBody } from '#contracts/casework/transfers.ts'
import { baseMapSchema } from '#contracts/casework/map.ts'
import { readPersonQuery } from '#contracts/registry/person.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { addNote } from './commands/add-note.ts'
import { addParticipantCommand } from './commands/add-participant.ts'
import { assignCase } from './commands/assign-case.ts'
import { awaitProsecutor, resumeCase } from './commands/await-prosecutor.ts'
import { changeFacts } from './commands/change-facts.ts'
import { changeOffences } from './commands/change-offences.ts'
import { changeParticipant, endParticipant, resumeParticipant } from './commands/change-participant.ts'
import { addTask, changeTask, finishTask, reopenTask } from './commands/change-tasks.ts'
import { closeCase, reopenCase } from './commands/close-case.ts'
import { openCaseCommand } from './commands/open-case.ts'
import { answerTransfer, transferCase, withdrawTransfer } from './commands/transfer-case.ts'
import { sealRoutes } from './seal-routes.ts'
import type { CaseworkDeps } from './casework-deps.ts'
import { countQueues, listCases } from './queries/list-cases.ts'
import { listCasesOfPerson } from './queries/list-cases-of-person.ts'
import { listMyTasks } from './queries/list-my-tasks.ts'
import { listOffences } from './queries/list-offences.ts'
import { readCase } from './queries/read-case.ts'
import { listReaders, readHistory } from './queries/read-history.ts'
import { readMap } from './queries/read-map.ts'
import { searchCases } from './queries/search-cases.ts'

const params = z.object({ id: z.uuid() })
const participantParams = z.object({ id: z.uuid(), participantId: z.uuid() })
const taskParams = z.object({ id: z.uuid(), taskId: z.uuid() })
const made = z.object({ id: z.uuid() })
const changed = caseChangedSchema
const taskChanged = caseChangedSchema

export function caseworkRoutes(deps: CaseworkDeps): readonly Route[] {
  const { law } = deps
  return [
    commandRoute({
      method: 'POST',
      url: '/cases',
      summary: 'Open a case',
      body: openCaseBody,
      command: openCaseCommand(law),
      status: 201,
      response: caseOpenedSchema,
      input: ({ body }) => body,
    }),
    queryRoute({
      method: 'GET',
      url: '/cases',
      summary: 'Cases of a queue',
      query: listCasesQuery,
      ask: listCases,
      response: caseListSchema,
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/queues',
      summary: 'How many cases each queue holds',
      ask: countQueues,
      response: queueCountsSchema,
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/:id',
      summary: 'A case file, with what the reader may do',
      params,
      ask: readCase(deps),
      response: caseSchema,
      input: (request) => ({ id: request.params.id }),
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/:id/history',
      summary: 'What was done to a case, in sentences',
      params,
      query: historyQuery,
      ask: readHistory(deps),
      response: historySchema,
      input: (request) => ({ ...request.query, id: request.params.id, locale: request.locale }),
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/:id/readers',
      summary: 'Who looked at a case, when and what for',
      params,
      query: historyQuery,
      ask: listReaders(deps),
      response: readersSchema,
      input: (request) => ({ ...request.query, id: request.params.id, locale: request.locale }),
    }),
    queryRoute({
      method: 'GET',
      url: '/tasks',
      summary: 'One’s own open tasks, what is due first on top',
      ask: listMyTasks(deps),
      response: myTasksSchema,
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/search',
      summary: 'Cases by number; persons by document number or any words of the name, with their cases',
      query: caseSearchQuery,
      ask: searchCases,
      response: caseSearchAnswer,
      input: ({ query, purpose }) => ({ ...query, purposeKnown: purpose !== undefined }),
    }),
    queryRoute({
      method: 'GET',
      url: '/persons/:id/cases',
      summary: 'The cases of a person that the reader may see; needs a purpose or a reason',
      params,
      query: readPersonQuery,
      ask: listCasesOfPerson,
      response: casesOfPersonSchema,
      input: ({ params: { id }, query, purpose }) => ({ id, ...query, purposeKnown: purpose !== undefined }),
    }),
    queryRoute({
      method: 'GET',
      url: '/map',
      summary: 'The map that points are put on: land, sea and towns of the country',
      ask: readMap(deps.baseMap),
      response: baseMapSchema,
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/offences',
      summary: 'The catalogue of offences on the day of the facts',
      query: offenceQuery,
      ask: listOffences(law),
      response: offenceListSchema,
      input: ({ query }) => query,
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/facts',
      summary: 'Change when, where and how',
      params,
      body: changeFactsBody,
      command: changeFacts(law),
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/offences',
      summary: 'Qualify a case: the list given replaces the present one',
      params,
      body: changeOffencesBody,
      command: changeOffences(law),
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/participants',
      summary: 'Add a person to a case in a role',
      params,
      body: participantInputSchema,
      command: addParticipantCommand,
      status: 201,
      response: z.object({ id: z.uuid(), personId: z.uuid().nullable(), role: z.enum(participantRoles) }),
      input: (request) => ({ caseId: request.params.id, participant: request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/participants/:participantId/role',
      summary: 'Give a person another role in the case',
      params: participantParams,
      body: changeParticipantBody,
      command: changeParticipant,
      response: made,
      input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/participants/:participantId/end',
      summary: 'End a person’s role in the case',
      params: participantParams,
      body: endParticipantBody,
      command: endParticipant,
      response: made,
      input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/participants/:participantId/resumption',
      summary: 'Take back that a person’s role in the case ended',
      params: participantParams,
      body: resumeParticipantBody,
      command: resumeParticipant,
      response: made,
      input: ({ params: { id, participantId }, body }) => ({ caseId: id, participantId, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/assignment',
      summary: 'Put an officer in charge',
      params,
      body: assignCaseBody,
      command: assignCase,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer',
      summary: 'Offer a case to another unit',
      params,
      body: transferCaseBody,
      command: transferCase,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer/withdrawal',
      summary: 'Withdraw the offer',
      params,
      command: withdrawTransfer,
      response: changed,
      input: (request) => ({ id: request.params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/transfer/answer',
      summary: 'Accept or refuse a case offered to one’s unit',
      params,
      body: answerTransferBody,
      command: answerTransfer(law),
      response: z.object({ id: z.uuid(), reference: z.string() }),
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/prosecutor',
      summary: 'Mark a case as waiting for a prosecutor’s office',
      params,
      body: awaitProsecutorBody,
      command: awaitProsecutor,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/resumption',
      summary: 'Go on with a case that waited for the prosecutor',
      params,
      body: resumeCaseBody,
      command: resumeCase,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/closure',
      summary: 'Close a case with a reason',
      params,
      body: closeCaseBody,
      command: closeCase,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/reopening',
      summary: 'Reopen a closed case',
      params,
      body: reopenCaseBody,
      command: reopenCase,
      response: changed,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/notes',
      summary: 'Write a note',
      params,
      body: addNoteBody,
      command: addNote,
      status: 201,
      response: made,
      input: (request) => ({ caseId: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/tasks',
      summary: 'Set a task',
      params,
      body: addTaskBody,
      command: addTask,
      status: 201,
      response: made,
      input: (request) => ({ caseId: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'PATCH',
      url: '/cases/:id/tasks/:taskId',
      summary: 'Change a task',
      params: taskParams,
      body: changeTaskBody,
      command: changeTask,
      response: taskChanged,
      input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/tasks/:taskId/done',
      summary: 'Finish a task',
      params: taskParams,
      body: finishTaskBody,
      command: finishTask,
      response: taskChanged,
      input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/tasks/:taskId/reopening',
      summary: 'Reopen a task',
      params: taskParams,
      body: reopenTaskBody,
      command: reopenTask,
      response: taskChanged,
      input: ({ params: { id, taskId }, body }) => ({ caseId: id, taskId, ...body }),
    }),
    ...sealRoutes(deps),
  ]
}
