import { z } from 'zod'
import { type Route, commandRoute, rawRoute } from '#platform/http/route.ts'
import {
  enrolAnswer,
  enrolBody,
  reasonBody,
  resetAnswer,
  sessionsEndedAnswer,
} from '#contracts/identity/administration.ts'
import { endOfficerSessions } from './commands/end-officer-sessions.ts'
import { createEnrolOfficer } from './commands/enrol-officer.ts'
import { createResetCredential } from './commands/reset-credential.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { codeMark, makeInitialCode } from './initial-code.ts'
import { keyOf } from './request-key.ts'
import { Secret } from './secret.ts'

const idParams = z.object({ id: z.uuid() })

/** What administrators do to the access of others. */
export function administrationRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const enrol = createEnrolOfficer(deps)
  const reset = createResetCredential(deps)
  // A repeated request meets the answer of the first, to which another code belongs: that one was shown then.
  const shownOnce = (code: string, mark: string | null): string | null => (codeMark(code) === mark ? code : null)
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
    rawRoute({
      method: 'POST',
      url: '/officers/:id/reset-access',
      summary: 'Lost authenticator or password: end all sessions, enrol anew with a code shown once',
      permission: reset.permission,
      params: idParams,
      body: reasonBody,
      response: resetAnswer,
      handle: async (request, reply, { params, body, caller }) => {
        const code = makeInitialCode(deps.randomBytes)
        const result = await deps.kernel.run(reset, caller, keyOf(request), {
          officerId: idParams.parse(params).id,
          reason: reasonBody.parse(body).reason,
          initialCode: new Secret(code),
        })
        const { sessionsEnded, factorsRemoved } = result
        return reply.send({ initialCode: shownOnce(code, result.codeMark), sessionsEnded, factorsRemoved })
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
