import { type Route, commandRoute, queryRoute, rawRoute } from '#platform/http/route.ts'
import { hashToken } from '#platform/http/server.ts'
import {
  localeBody,
  lockAnswer,
  passkeyRequest,
  passwordAnswer,
  passwordBody,
  pinAnswer,
  pinBody,
  presenceAnswer,
  sessionAnswer,
  signInAnswer,
  signInBody,
  stepUpAnswer,
  stepUpBody,
  unlockBody,
} from '#contracts/identity/session.ts'
import { createChangePassword } from './commands/change-password.ts'
import { createChangePin } from './commands/change-pin.ts'
import { chooseLocale } from './commands/choose-locale.ts'
import { closeSession } from './commands/close-session.ts'
import { lockSession } from './commands/lock-session.ts'
import { createOpenSession } from './commands/open-session.ts'
import { createStepUpSession } from './commands/step-up-session.ts'
import { createUnlockSession } from './commands/unlock-session.ts'
import { identityErrors } from './identity-errors.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { createAskStepUp } from './queries/ask-passkey.ts'
import { notePresence } from './queries/note-presence.ts'
import { showDesk } from './queries/show-desk.ts'
import { deskOf, keyOf } from './request-facts.ts'
import { Secret } from './secret.ts'
import { clearSessionCookie, setSessionCookie } from './session-cookie.ts'

/** Signing in and out, the lock of the desk, a fresh proof of identity, password and PIN. */
export function sessionRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const { kernel, secureCookies } = deps
  const openSession = createOpenSession(deps)
  const unlockSession = createUnlockSession(deps)
  const stepUp = createStepUpSession(deps)
  const changePassword = createChangePassword(deps)
  const changePin = createChangePin(deps)
  return [
    rawRoute({
      method: 'POST',
      url: '/session',
      summary: 'Sign in',
      permission: 'session.open',
      body: signInBody,
      response: signInAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { password, code, passkey, serviceNumber, seat } = signInBody.parse(body)
        const token = deps.randomBytes(32).toString('base64url')
        // A sign-in is never replayed: its answer would lack the token, which is kept nowhere.
        const outcome = await kernel.run(openSession, caller, deps.ids.next(), {
          serviceNumber,
          password: new Secret(password),
          ...(code ? { code: new Secret(code) } : {}),
          ...(passkey ? { passkey } : {}),
          seat,
          tokenHash: hashToken(token).toString('hex'),
          desk: deskOf(request),
        })
        switch (outcome.outcome) {
          case 'refused':
            throw identityErrors.fail('SIGN_IN_REFUSED')
          case 'factor-needed':
            return reply.send({ state: 'factor-needed', totp: outcome.totp, passkey: outcome.passkey })
          case 'opened':
            setSessionCookie(reply, token, outcome.endsAt, secureCookies)
            return reply.send({ state: outcome.restricted ? 'restricted' : 'open', endsAt: outcome.endsAt })
        }
      },
    }),
    queryRoute({
      method: 'GET',
      url: '/session',
      summary: 'Who is signed in, and what this person may do where',
      ask: showDesk(deps),
      response: sessionAnswer,
      input: () => ({}),
    }),
    rawRoute({
      method: 'DELETE',
      url: '/session',
      summary: 'Sign out',
      permission: 'self.sign-out',
      status: 204,
      handle: async (_request, reply, { caller }) => {
        await kernel.run(closeSession, caller, deps.ids.next(), {})
        clearSessionCookie(reply, secureCookies)
        return reply.status(204).send()
      },
    }),
    queryRoute({
      method: 'POST',
      url: '/session/presence',
      summary: 'Sign of presence: the officer types, reads back or has badged',
      ask: notePresence,
      response: presenceAnswer,
      input: () => ({}),
    }),
    commandRoute({
      method: 'POST',
      url: '/session/lock',
      summary: 'Lock the desk',
      command: lockSession,
      response: lockAnswer,
      input: () => ({}),
    }),
    rawRoute({
      method: 'POST',
      url: '/session/unlock',
      summary: 'Unlock the desk by PIN; the fifth wrong one ends the session',
      permission: 'self.unlock',
      body: unlockBody,
      response: lockAnswer,
      handle: async (request, reply, { body, caller }) => {
        const pin = new Secret(unlockBody.parse(body).pin)
        const outcome = await kernel.run(unlockSession, caller, keyOf(request), { pin })
        switch (outcome.outcome) {
          case 'unlocked':
            return reply.send({ locked: false })
          case 'refused':
            throw identityErrors.fail('PIN_REFUSED', { left: outcome.left })
          case 'ended':
            clearSessionCookie(reply, secureCookies)
            throw identityErrors.fail('SIGN_IN_REFUSED')
        }
      },
    }),
    queryRoute({
      method: 'POST',
      url: '/session/step-up/passkey',
      summary: 'Ask for a passkey challenge for a fresh proof of identity',
      ask: createAskStepUp(deps),
      response: passkeyRequest,
      input: () => ({}),
    }),
    rawRoute({
      method: 'POST',
      url: '/session/step-up',
      summary: 'Prove again who sits at the desk, by code or passkey',
      permission: 'self.step-up',
      body: stepUpBody,
      response: stepUpAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { code, passkey } = stepUpBody.parse(body)
        const outcome = await kernel.run(stepUp, caller, keyOf(request), {
          ...(code ? { code: new Secret(code) } : {}),
          ...(passkey ? { passkey } : {}),
        })
        if (outcome.outcome === 'proved') return reply.send({ provedAt: outcome.at })
        if (outcome.ended) clearSessionCookie(reply, secureCookies)
        throw identityErrors.fail('FACTOR_REFUSED')
      },
    }),
    commandRoute({
      method: 'POST',
      url: '/session/locale',
      summary: 'Choose the working language',
      command: chooseLocale,
      body: localeBody,
      response: localeBody,
      input: ({ body }) => body,
    }),
    rawRoute({
      method: 'POST',
      url: '/session/password',
      summary: 'Choose a new password; other sessions end',
      permission: 'self.enrol',
      body: passwordBody,
      response: passwordAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { current, next } = passwordBody.parse(body)
        const outcome = await kernel.run(changePassword, caller, keyOf(request), {
          current: new Secret(current),
          next: new Secret(next),
        })
        if (outcome.outcome === 'refused') throw identityErrors.fail('PASSWORD_WRONG')
        return reply.send({ restricted: outcome.restricted, sessionsEnded: outcome.sessionsEnded })
      },
    }),
    rawRoute({
      method: 'POST',
      url: '/session/pin',
      summary: 'Set the PIN that opens a locked desk',
      permission: 'self.enrol',
      body: pinBody,
      response: pinAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { password, pin } = pinBody.parse(body)
        const outcome = await kernel.run(changePin, caller, keyOf(request), {
          password: new Secret(password),
          pin: new Secret(pin),
        })
        if (outcome.outcome === 'refused') throw identityErrors.fail('PASSWORD_WRONG')
        return reply.send({ set: true })
      },
    }),
  ]
}
