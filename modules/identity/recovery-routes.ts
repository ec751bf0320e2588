import { z } from 'zod'
import { type Route, commandRoute, queryRoute, rawRoute } from '#platform/http/route.ts'
import {
  askRecoveryAnswer,
  decideRecoveryAnswer,
  decideRecoveryBody,
  objectionAnswer,
  ownRecoveriesAnswer,
  reasonBody,
  recoveriesAnswer,
  recoveriesQuery,
} from '#contracts/identity/administration.ts'
import { createAskRecovery } from './commands/ask-recovery.ts'
import { createDecideRecovery } from './commands/decide-recovery.ts'
import { objectToRecovery } from './commands/object-to-recovery.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { makeHalfCode, shownOnce } from './initial-code.ts'
import { listOwnRecoveries, listRecoveries } from './queries/list-recoveries.ts'
import { keyOf } from './request-facts.ts'
import { Secret } from './secret.ts'

const idParams = z.object({ id: z.uuid() })

/** New means of access for who lost theirs: asked by one, approved by another, objected to by the officer. */
export function recoveryRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const ask = createAskRecovery(deps)
  const decide = createDecideRecovery(deps)
  return [
    rawRoute({
      method: 'POST',
      url: '/officers/:id/recovery',
      summary: 'Lost authenticator or password: ask for new means of access; the first half of the code is shown once',
      permission: ask.permission,
      status: 201,
      params: idParams,
      body: reasonBody,
      response: askRecoveryAnswer,
      handle: async (request, reply, { params, body, caller }) => {
        const half = makeHalfCode(deps.randomBytes)
        const { recoveryId, expiresAt, codeMark } = await deps.kernel.run(ask, caller, keyOf(request), {
          officerId: idParams.parse(params).id,
          reason: reasonBody.parse(body).reason,
          firstHalf: new Secret(half),
        })
        return reply.status(201).send({ recoveryId, expiresAt, firstHalf: shownOnce(half, codeMark) })
      },
    }),
    queryRoute({
      method: 'GET',
      url: '/recoveries',
      summary: 'New means of access that are asked and not decided',
      ask: listRecoveries,
      query: recoveriesQuery,
      response: recoveriesAnswer,
      input: ({ query }) => query,
    }),
    rawRoute({
      method: 'POST',
      url: '/recoveries/:id/decide',
      summary: 'Approve or reject what another asked; the second half of the code is shown once',
      permission: decide.permission,
      params: idParams,
      body: decideRecoveryBody,
      response: decideRecoveryAnswer,
      handle: async (request, reply, { params, body, caller }) => {
        const half = makeHalfCode(deps.randomBytes)
        const { codeMark, ...decided } = await deps.kernel.run(decide, caller, keyOf(request), {
          recoveryId: idParams.parse(params).id,
          approve: decideRecoveryBody.parse(body).approve,
          secondHalf: new Secret(half),
        })
        return reply.send({ ...decided, secondHalf: shownOnce(half, codeMark) })
      },
    }),
    queryRoute({
      method: 'GET',
      url: '/session/recoveries',
      summary: 'New means of access that are asked in one’s own name',
      ask: listOwnRecoveries,
      response: ownRecoveriesAnswer,
      input: () => ({}),
    }),
    commandRoute({
      method: 'POST',
      url: '/session/recoveries/:id/object',
      summary: 'Nothing was lost: stop what was asked in one’s own name',
      command: objectToRecovery,
      params: idParams,
      response: objectionAnswer,
      input: ({ params }) => ({ recoveryId: params.id }),
    }),
  ]
}
