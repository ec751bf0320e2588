import { z } from 'zod'
import { caseExportSchema } from '#contracts/exhibits/case-export.ts'
import {
  exhibitListSchema,
  exhibitSchema,
  exhibitsOfCaseSchema,
  labelParams,
  listExhibitsQuery,
  scannedSchema,
} from '#contracts/exhibits/exhibit.ts'
import {
  carryExhibitBody,
  correctExhibitBody,
  depositExhibitBody,
  destroyExhibitBody,
  exhibitLinkedSchema,
  exhibitsRecordedSchema,
  foundAgainBody,
  linkExhibitBody,
  missingExhibitBody,
  movementRecordedSchema,
  openExhibitBody,
  recordExhibitsBody,
  resealExhibitBody,
  returnExhibitBody,
  sealExhibitBody,
} from '#contracts/exhibits/record.ts'
import type { Command } from '#platform/commands/types.ts'
import { type CommandRoute, type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { carryExhibit } from './commands/carry-exhibit.ts'
import { correctExhibit } from './commands/correct-exhibit.ts'
import { depositExhibit } from './commands/deposit-exhibit.ts'
import { destroyExhibit } from './commands/destroy-exhibit.ts'
import { findAgain } from './commands/find-again.ts'
import { linkExhibit } from './commands/link-exhibit.ts'
import { openExhibit } from './commands/open-exhibit.ts'
import { recordExhibits } from './commands/record-exhibits.ts'
import { reportMissing } from './commands/report-missing.ts'
import { resealExhibit } from './commands/reseal-exhibit.ts'
import { returnExhibit } from './commands/return-exhibit.ts'
import { sealExhibit } from './commands/seal-exhibit.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import { fileRoutes } from './file-routes.ts'
import { labelRoutes } from './label-routes.ts'
import { placeRoutes } from './place-routes.ts'
import { exportCase } from './queries/export-case.ts'
import { findLabel } from './queries/find-label.ts'
import { listExhibits, listExhibitsOfCase } from './queries/list-exhibits.ts'
import { readExhibit } from './queries/read-exhibit.ts'
import { stocktakingRoutes } from './stocktaking-routes.ts'

const byId = z.strictObject({ id: z.uuid() })

export function exhibitsRoutes(deps: ExhibitsDeps): readonly Route[] {
  return [
    ...readRoutes(deps),
    ...recordRoutes(deps),
    ...chainRoutes(deps),
    ...fileRoutes(deps),
    ...labelRoutes(deps),
    ...placeRoutes(),
    ...stocktakingRoutes(),
  ]
}

function readRoutes(deps: ExhibitsDeps): Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/cases/:id/exhibits',
      summary: 'Exhibits of a case',
      params: byId,
      response: exhibitsOfCaseSchema,
      ask: listExhibitsOfCase(deps),
      input: ({ params }) => ({ caseId: params.id }),
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibits',
      summary: 'Exhibits by unit, place, state, kind, number, seal, label or words, newest first',
      query: listExhibitsQuery,
      response: exhibitListSchema,
      ask: listExhibits(deps),
      input: ({ query }) => query,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibits/:id',
      summary: 'An exhibit with its chain of custody, photographs and files',
      params: byId,
      response: exhibitSchema,
      ask: readExhibit(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibits/:id/case-export',
      summary: 'The chain of custody in CASE and UCO, as JSON-LD; each export is recorded',
      params: byId,
      response: caseExportSchema,
      ask: exportCase(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/exhibit-labels/:label',
      summary: 'What a scanned label belongs to',
      params: labelParams,
      response: scannedSchema,
      ask: findLabel,
      input: ({ params }) => params,
    }),
  ]
}

function recordRoutes(deps: ExhibitsDeps): Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/exhibits',
      summary: 'Record what was seized, found, deposited or handed over: several things of one seizure',
      status: 201,
      body: recordExhibitsBody,
      response: exhibitsRecordedSchema,
      command: recordExhibits(deps),
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/exhibits/:id/links',
      summary: 'Name the PV, the owner or the holder that were not known before',
      params: byId,
      body: linkExhibitBody,
      response: exhibitLinkedSchema,
      command: linkExhibit,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}

type Recorded = z.output<typeof movementRecordedSchema>

/** The steps of a chain: each its own command, all with the same answer. */
function chainRoutes(deps: ExhibitsDeps): Route[] {
  const move = <I extends z.ZodType>(
    step: string,
    summary: string,
    body: z.ZodType<object>,
    command: Command<I, Recorded>,
  ): CommandRoute =>
    commandRoute({
      method: 'POST',
      url: `/exhibits/:id/${step}`,
      summary,
      status: 201,
      params: byId,
      body,
      response: movementRecordedSchema,
      command,
      // The input of each is its body with the id.
      input: (request) => ({ ...request.params, ...request.body }) as z.input<I>,
    })
  return [
    move('seal', 'Set the first seal', sealExhibitBody, sealExhibit(deps)),
    move('opening', 'Open the seal, for a stated reason', openExhibitBody, openExhibit(deps)),
    move('resealing', 'Set a new seal on what was opened', resealExhibitBody, resealExhibit(deps)),
    move('movements', 'Store, move, send to a laboratory or take back', carryExhibitBody, carryExhibit(deps)),
    move('missing', 'Report that it is missing; the head of the unit is told', missingExhibitBody, reportMissing(deps)),
    move('finding', 'Record that it was found again', foundAgainBody, findAgain(deps)),
    move('deposit', 'Deposit it with the registry of the court: an end', depositExhibitBody, depositExhibit(deps)),
    move('return', 'Give it back: an end', returnExhibitBody, returnExhibit(deps)),
    move(
      'destruction',
      'Record its destruction by order: an end; asks for a fresh proof of identity',
      destroyExhibitBody,
      destroyExhibit(deps),
    ),
    move('corrections', 'Add a correction to a movement; also after the end', correctExhibitBody, correctExhibit(deps)),
  ]
}
