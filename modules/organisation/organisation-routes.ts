import { z } from 'zod'
import { type Route, commandRoute } from '#platform/http/route.ts'
import { grantRoleBody, grantRoleAnswer, qualityBody, qualityAnswer } from '#contracts/organisation/officers.ts'
import { endRole } from './commands/end-role.ts'
import { grantRole } from './commands/grant-role.ts'
import { recordQuality } from './commands/record-quality.ts'

const idParams = z.object({ id: z.uuid() })

export function organisationRoutes(): readonly Route[] {
  return [
    commandRoute({
      method: 'POST',
      url: '/officers/:id/roles',
      summary: 'Grant a role to an officer',
      command: grantRole,
      params: idParams,
      body: grantRoleBody,
      response: grantRoleAnswer,
      status: 201,
      input: ({ params, body }) => ({ officerId: params.id, ...body }),
    }),
    commandRoute({
      method: 'POST',
      url: '/role-grants/:id/end',
      summary: 'End a role now',
      command: endRole,
      params: idParams,
      response: grantRoleAnswer,
      input: ({ params }) => ({ grantId: params.id }),
    }),
    commandRoute({
      method: 'POST',
      url: '/officers/:id/qualities',
      summary: 'Record a decision on judicial-police quality',
      command: recordQuality,
      params: idParams,
      body: qualityBody,
      response: qualityAnswer,
      status: 201,
      input: ({ params, body }) => ({ officerId: params.id, ...body }),
    }),
  ]
}
