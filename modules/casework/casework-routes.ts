import { z } from 'zod'
import { changeFactsBody } from '#contracts/casework/case-facts.ts'
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
import { baseMapSchema } from '#contracts/casework/map.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { addNote } from './commands/add-note.ts'
import { assignCase } from './commands/assign-case.ts'
import { awaitProsecutor, resumeCase } from './commands/await-prosecutor.ts'
import { changeFacts } from './commands/change-facts.ts'
import { changeOffences } from './commands/change-offences.ts'
import { closeCase, reopenCase } from './commands/close-case.ts'
import { openCaseCommand } from './commands/open-case.ts'
import { listOffences } from './queries/list-offences.ts'
import { readCase } from './queries/read-case.ts'
import { listReaders, readHistory } from './queries/read-history.ts'
import { readMap } from './queries/read-map.ts'
import { caseListRoutes } from './case-list-routes.ts'
import type { CaseworkDeps } from './casework-deps.ts'
import { participantRoutes } from './participant-routes.ts'
import { sealRoutes } from './seal-routes.ts'
import { taskRoutes } from './task-routes.ts'
import { transferRoutes } from './transfer-routes.ts'

const params = z.object({ id: z.uuid() })
const made = z.object({ id: z.uuid() })

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
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/offences',
      summary: 'Qualify a case: the list given replaces the present one',
      params,
      body: changeOffencesBody,
      command: changeOffences(law),
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/assignment',
      summary: 'Put an officer in charge',
      params,
      body: assignCaseBody,
      command: assignCase,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/prosecutor',
      summary: 'Mark a case as waiting for a prosecutor’s office',
      params,
      body: awaitProsecutorBody,
      command: awaitProsecutor,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/resumption',
      summary: 'Go on with a case that waited for the prosecutor',
      params,
      body: resumeCaseBody,
      command: resumeCase,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/closure',
      summary: 'Close a case with a reason',
      params,
      body: closeCaseBody,
      command: closeCase,
      response: caseChangedSchema,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/reopening',
      summary: 'Reopen a closed case',
      params,
      body: reopenCaseBody,
      command: reopenCase,
      response: caseChangedSchema,
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
    ...caseListRoutes,
    ...participantRoutes,
    ...taskRoutes(deps),
    ...transferRoutes(deps),
    ...sealRoutes(deps),
  ]
}
