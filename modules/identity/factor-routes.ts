import { toString as toQr } from 'qrcode'
import { z } from 'zod'
import { type Route, commandRoute, queryRoute, rawRoute } from '#platform/http/route.ts'
import {
  addPasskeyAnswer,
  addPasskeyBody,
  beginTotpAnswer,
  beginTotpBody,
  confirmTotpBody,
  factorsAnswer,
  registrationRequest,
  removedAnswer,
  restrictedAnswer,
} from '#contracts/identity/factors.ts'
import { createAddPasskey } from './commands/add-passkey.ts'
import { createBeginTotp } from './commands/begin-totp.ts'
import { createConfirmTotp } from './commands/confirm-totp.ts'
import { removeFactor } from './commands/remove-factor.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { createAskRegistration } from './queries/ask-passkey.ts'
import { listOwnFactors } from './queries/list-own-factors.ts'
import { showSession } from './queries/show-session.ts'
import { Secret } from './secret.ts'
import { makeTotpSecret, totpUri } from './totp.ts'

const idParams = z.object({ id: z.uuid() })

/** The officer's own second factors. */
export function factorRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const beginTotp = createBeginTotp(deps)
  return [
    queryRoute({
      method: 'GET',
      url: '/session/factors',
      summary: 'One’s own second factors',
      ask: listOwnFactors,
      response: factorsAnswer,
      input: () => ({}),
    }),
    rawRoute({
      method: 'POST',
      url: '/session/factors/totp',
      summary: 'Begin to add an authenticator application; its secret is shown once',
      permission: 'self.enrol',
      status: 201,
      body: beginTotpBody,
      response: beginTotpAnswer,
      handle: async (_request, reply, { body, caller }) => {
        const secret = makeTotpSecret()
        const { officer } = await deps.kernel.ask(showSession, caller, {})
        // Never replayed: its answer would lack the secret, which is kept only sealed. Unconfirmed, it opens nothing.
        const { authenticatorId } = await deps.kernel.run(beginTotp, caller, deps.ids.next(), {
          ...beginTotpBody.parse(body),
          secret: new Secret(secret),
        })
        const uri = totpUri(secret, officer.serviceNumber, deps.issuer)
        const qrSvg = await toQr(uri, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
        return reply.status(201).send({ authenticatorId, uri, secret, qrSvg })
      },
    }),
    commandRoute({
      method: 'POST',
      url: '/session/factors/totp/:id/confirm',
      summary: 'Confirm an authenticator application by a first code',
      command: createConfirmTotp(deps),
      params: idParams,
      body: confirmTotpBody,
      response: restrictedAnswer,
      input: ({ params, body }) => ({ authenticatorId: params.id, code: new Secret(body.code) }),
    }),
    queryRoute({
      method: 'POST',
      url: '/session/factors/passkey/options',
      summary: 'Ask for what the browser needs to make a passkey',
      ask: createAskRegistration(deps),
      response: registrationRequest,
      input: () => ({}),
    }),
    commandRoute({
      method: 'POST',
      url: '/session/factors/passkey',
      summary: 'Add a passkey',
      command: createAddPasskey(deps),
      status: 201,
      body: addPasskeyBody,
      response: addPasskeyAnswer,
      input: ({ body }) => body,
    }),
    commandRoute({
      method: 'POST',
      url: '/session/factors/:id/remove',
      summary: 'Take away one of one’s own second factors',
      command: removeFactor,
      params: idParams,
      response: removedAnswer,
      input: ({ params }) => ({ authenticatorId: params.id }),
    }),
  ]
}
