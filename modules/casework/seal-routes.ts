import { z } from 'zod'
import { caseChangedSchema } from '#contracts/casework/case.ts'
import { aliasesOfPersonSchema } from '#contracts/casework/case-lists.ts'
import { protectedPersonsSchema, protectedQuery } from '#contracts/casework/participants.ts'
import { changeAccessBody, emergencyAccessBody, sealCaseBody, unsealCaseBody } from '#contracts/casework/seals.ts'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import type { CaseworkDeps } from './casework-deps.ts'
import { changeAccess } from './commands/change-access.ts'
import { enterInEmergency } from './commands/enter-in-emergency.ts'
import { sealCase, unsealCase } from './commands/seal-case.ts'
import { listAliasesOfPerson } from './queries/list-aliases-of-person.ts'
import { readProtectedPersons } from './queries/read-protected.ts'

const params = z.object({ id: z.uuid() })
const renumbered = caseChangedSchema.extend({ reference: z.string() })

export function sealRoutes({ law }: CaseworkDeps): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/cases/:id/seal',
      summary: 'Seal a case: from then on it exists for its access list only',
      params,
      body: sealCaseBody,
      command: sealCase(law),
      response: renumbered,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/unsealing',
      summary: 'Lift the seal of a case',
      params,
      body: unsealCaseBody,
      command: unsealCase(law),
      response: renumbered,
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/cases/:id/access',
      summary: 'Change for whom a sealed case exists',
      params,
      body: changeAccessBody,
      command: changeAccess,
      response: z.object({ id: z.uuid() }),
      input: (request) => ({ id: request.params.id, ...request.body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/emergency-access',
      summary: 'Enter a sealed case in an emergency, for three hours',
      body: emergencyAccessBody,
      command: enterInEmergency,
      status: 201,
      response: z.object({ id: z.uuid(), until: z.iso.datetime() }),
      input: ({ body }) => body,
    }),
    queryRoute({
      method: 'GET',
      url: '/cases/:id/protected',
      summary: 'Who stands behind the aliases of a case; needs a reason',
      params,
      query: protectedQuery,
      ask: readProtectedPersons,
      response: protectedPersonsSchema,
      input: ({ params: { id }, query }) => ({ id, ...query }),
    }),
    queryRoute({
      method: 'GET',
      url: '/persons/:id/aliases',
      summary: 'Under which aliases a person is protected; needs a reason',
      params,
      query: protectedQuery,
      ask: listAliasesOfPerson,
      response: aliasesOfPersonSchema,
      input: ({ params: { id }, query }) => ({ id, ...query }),
    }),
  ]
}
