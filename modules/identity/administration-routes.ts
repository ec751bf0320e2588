import { z } from 'zod'
import { type Route, commandRoute, rawRoute } from '#platform/http/route.ts'
import { enrolAnswer, enrolBody, reasonBody, sessionsEndedAnswer } from '#contracts/identity/administration.ts'
import { endOfficerSessions } from './commands/end-officer-sessions.ts'
import { createEnrolOfficer } from './commands/enrol-officer.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { makeInitialCode, shownOnce } from './initial-code.ts'
import { keyOf } from './request-facts.ts'
import { Secret } from './secret.ts'

const idParams = z.object({ id: z.uuid() })

/** What administrators do to the access of others. */
export function administrationRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const enrol = createEnrolOfficer(deps)
  return [
    rawRoute({
      method: 'POST',
      url: '/officers',
      summary: 'Enrol an officer; the code for the first sign-in is shown once',
      permission: enrol.permission,
      status: 201,
      body: enrolBody,
      response: enrolAnswer,
      handle: async (request, reply, { body, caller }) => {
        const code = makeInitialCode(deps.randomBytes)
        const result = await deps.kernel.run(enrol, caller, keyOf(request), {
          ...enrolBody.parse(body),
          initialCode: new Secret(code),
        })
        return reply.status(201).send({ officerId: result.officerId, initialCode: shownOnce(code, result.codeMark) })
      },
    }),
    commandRoute({
      method: 'POST',
      url: '/officers/:id/end-sessions',
      summary: 'End every session of an officer at once',
      command: endOfficerSessions,
      params: idParams,
      body: reasonBody,
      response: sessionsEndedAnswer,
      input: ({ params, body }) => ({ officerId: params.id, reason: body.reason }),
    }),
  ]
}
