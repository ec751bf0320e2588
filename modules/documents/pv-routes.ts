import { z } from 'zod'
import {
  abandonPvBody,
  copyPvBody,
  pvCopiedSchema,
  pvListSchema,
  pvSchema,
  pvSealedSchema,
  pvStateSchema,
  signCheckAnswer,
  signPvBody,
} from '#contracts/documents/pv.ts'
import { readingSchema } from '#contracts/documents/reading.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { abandonPv } from './commands/abandon-pv.ts'
import { copyPv } from './commands/copy-pv.ts'
import { signPv } from './commands/sign-pv.ts'
import type { DocumentsDeps } from './documents-deps.ts'
import { readBeforeSigning } from './queries/read-before-signing.ts'
import { checkSigning, listPvs, listPvsToSign, readPv } from './queries/read-pv.ts'

const byId = z.strictObject({ id: z.uuid() })

export function pvRoutes(deps: DocumentsDeps): readonly Route[] {
  return [
    queryRoute({
      method: 'GET',
      url: '/cases/:id/pvs',
      summary: 'PVs of a case',
      params: byId,
      response: pvListSchema,
      ask: listPvs(deps),
      input: ({ params }) => ({ caseId: params.id }),
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/to-sign',
      summary: 'Own PVs that wait to be signed',
      response: pvListSchema,
      ask: listPvsToSign(deps),
      input: () => ({}),
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/:id',
      summary: 'A PV with its source text, remarks and copies',
      params: byId,
      response: pvSchema,
      ask: readPv(deps),
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'GET',
      url: '/pvs/:id/reading',
      summary: 'The words of the print, read by or to whoever signs on the screen; recorded as that',
      params: byId,
      response: readingSchema,
      ask: readBeforeSigning,
      input: ({ params }) => params,
    }),
    queryRoute({
      method: 'POST',
      url: '/pvs/:id/check-signing',
      summary: 'What the checks would say of a signature',
      params: byId,
      body: signPvBody,
      response: signCheckAnswer,
      ask: checkSigning(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/sign',
      summary: 'Take the PV back signed and seal it; asks for a fresh proof of identity',
      params: byId,
      body: signPvBody,
      response: pvSealedSchema,
      command: signPv(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/abandon',
      summary: 'Give up a PV that was not signed; it keeps its number',
      params: byId,
      body: abandonPvBody,
      response: pvStateSchema,
      command: abandonPv,
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/pvs/:id/copies',
      summary: 'Issue a copy, or a certified copy, with its number and purpose',
      status: 201,
      params: byId,
      body: copyPvBody,
      response: pvCopiedSchema,
      command: copyPv(deps),
      input: ({ params, body }) => ({ ...params, ...body }),
    }),
  ]
}
