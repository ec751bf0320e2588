import type { Kernel } from '#platform/commands/kernel.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { hashToken } from '#platform/http/server.ts'
import type { Ids } from '#platform/ids.ts'
import { signInAnswer, signInBody } from '#contracts/identity/session.ts'
import { createOpenSession } from './commands/open-session.ts'
import type { IdentityDeps } from './identity-deps.ts'
import { identityErrors } from './identity-errors.ts'
import { Secret } from './secret.ts'
import { setSessionCookie } from './session-cookie.ts'

export function identityRoutes(deps: IdentityDeps & { readonly kernel: Kernel; readonly ids: Ids }): readonly Route[] {
  const openSession = createOpenSession(deps)
  return [
    rawRoute({
      method: 'POST',
      url: '/session',
      summary: 'Sign in',
      permission: 'session.open',
      body: signInBody,
      response: signInAnswer,
      handle: async (_request, reply, { body, caller }) => {
        const { password, code, passkey, serviceNumber, seat } = signInBody.parse(body)
        const token = deps.randomBytes(32).toString('base64url')
        // A sign-in is never replayed: its answer would lack the token, which is kept nowhere.
        const outcome = await deps.kernel.run(openSession, caller, deps.ids.next(), {
          serviceNumber,
          password: new Secret(password),
          ...(code ? { code: new Secret(code) } : {}),
          ...(passkey ? { passkey } : {}),
          seat,
          tokenHash: hashToken(token).toString('hex'),
        })
        switch (outcome.outcome) {
          case 'refused':
            throw identityErrors.fail('SIGN_IN_REFUSED')
          case 'factor-needed':
            return reply.send({ state: 'factor-needed', totp: outcome.totp, passkey: outcome.passkey })
          case 'opened':
            setSessionCookie(reply, token, outcome.endsAt, deps.secureCookies)
            return reply.send({ state: outcome.restricted ? 'restricted' : 'open', endsAt: outcome.endsAt })
        }
      },
    }),
  ]
}
