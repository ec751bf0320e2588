import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '#platform/commands/types.ts'
import { type AppError } from '#platform/errors/app-error.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { hashToken } from '#platform/http/server.ts'
import {
  providerAnswer,
  providerBeginAnswer,
  providerBeginBody,
  providerFactorBody,
  providerReturnBody,
  providerReturnPath,
} from '#contracts/identity/provider.ts'
import { signInAnswer } from '#contracts/identity/session.ts'
import { createOpenVouchedSession, createProveVouchedSession } from './commands/open-vouched-session.ts'
import { refuseVouchedSession } from './commands/refuse-vouched-session.ts'
import { identityErrors } from './identity-errors.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { ProviderFailure, createIdentityProvider } from './provider/identity-provider.ts'
import type { ProviderSettings } from './provider/provider-settings.ts'
import { createBeginProviderSignIn } from './queries/begin-provider-sign-in.ts'
import { createTakeProviderSignIn } from './queries/take-provider-sign-in.ts'
import { deskOf } from './request-facts.ts'
import { Secret } from './secret.ts'
import { clearTicketCookie, setSessionCookie, setTicketCookie, ticketOf } from './session-cookie.ts'
import type { OpenOutcome } from './sign-in-answers.ts'

/** Signing in through the identity provider, where the installation has one. */
export function providerRoutes(deps: IdentityRouteDeps): readonly Route[] {
  return [
    rawRoute({
      method: 'GET',
      url: '/session/provider',
      summary: 'The identity provider of this installation, by name',
      permission: 'public',
      response: providerAnswer,
      handle: async (_request, reply) => reply.send({ provider: deps.provider?.name ?? null }),
    }),
    ...(deps.provider ? routesThrough(deps, deps.provider) : []),
  ]
}

function routesThrough(deps: IdentityRouteDeps, settings: ProviderSettings): readonly Route[] {
  const { kernel, secureCookies } = deps
  const provider = createIdentityProvider(settings, () => performance.now())
  const begin = createBeginProviderSignIn(deps)
  const take = createTakeProviderSignIn(deps)
  const openVouched = createOpenVouchedSession(deps)
  const proveVouched = createProveVouchedSession(deps)
  const random = (): string => deps.randomBytes(32).toString('base64url')
  const hashOf = (text: string): string => hashToken(text).toString('hex')

  /** Runs what speaks to the provider; what comes to nothing is put down before it is said. */
  const through = async <T>(caller: Caller, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error
      const code = error.reason === 'provider-unreachable' ? 'PROVIDER_UNREACHABLE' : 'PROVIDER_ANSWER_REFUSED'
      throw await refusal(caller, error.reason, error.fault, identityErrors.fail(code))
    }
  }
  const refusal = async (caller: Caller, reason: string, fault: string | null, error: AppError): Promise<AppError> => {
    await kernel.run(refuseVouchedSession, caller, deps.ids.next(), { provider: settings.issuer, reason, fault })
    return error
  }
  const answer = (reply: FastifyReply, outcome: OpenOutcome, token: string, refusedAs: AppError): FastifyReply => {
    switch (outcome.outcome) {
      case 'refused':
        throw refusedAs
      case 'factor-needed':
        return reply.send({ state: 'factor-needed', totp: outcome.totp, passkey: outcome.passkey })
      case 'opened':
        clearTicketCookie(reply, secureCookies)
        setSessionCookie(reply, token, outcome.endsAt, secureCookies)
        return reply.send({ state: outcome.restricted ? 'restricted' : 'open', endsAt: outcome.endsAt })
    }
  }

  return [
    rawRoute({
      method: 'POST',
      url: '/session/provider',
      summary: 'Begin to sign in at the identity provider',
      permission: 'session.open',
      body: providerBeginBody,
      response: providerBeginAnswer,
      handle: async (request, reply, { body, caller }) => {
        const secret = random()
        const redirectUri = originOf(request, deps.webauthn.origins) + providerReturnPath
        const { seat } = providerBeginBody.parse(body)
        const question = { state: random(), nonce: random(), verifier: random(), redirectUri, seat }
        const url = await through(caller, () => provider.addressFor(question))
        const { id } = await kernel.ask(begin, caller, { ...question, secretHash: hashOf(secret) })
        setTicketCookie(reply, { id, secret }, secureCookies)
        return reply.send({ url })
      },
    }),
    rawRoute({
      method: 'POST',
      url: '/session/provider/return',
      summary: 'Sign in with what the identity provider sent back',
      permission: 'session.open',
      body: providerReturnBody,
      response: signInAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { query } = providerReturnBody.parse(body)
        const ticket = ticketOf(request, secureCookies)
        const question = ticket ? await kernel.ask(take, caller, ticket) : null
        if (!question) {
          const error = identityErrors.fail('PROVIDER_SIGN_IN_OVER')
          throw await refusal(caller, 'provider-over', null, error)
        }
        // Outside every transaction: somebody else's server may take its time.
        const vouching = await through(caller, () => provider.redeem(question, query))
        const [token, secret] = [random(), random()]
        const outcome = await kernel.run(openVouched, caller, deps.ids.next(), {
          provider: settings.issuer,
          ...vouching,
          seat: question.seat,
          tokenHash: hashOf(token),
          desk: deskOf(request),
          secretHash: hashOf(secret),
        })
        if (outcome.ticketId !== undefined) setTicketCookie(reply, { id: outcome.ticketId, secret }, secureCookies)
        return answer(reply, outcome, token, identityErrors.fail('PROVIDER_NOT_ADMITTED'))
      },
    }),
    rawRoute({
      method: 'POST',
      url: '/session/provider/factor',
      summary: 'Finish signing in through the provider with a second factor of this house',
      permission: 'session.open',
      body: providerFactorBody,
      response: signInAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { code, passkey } = providerFactorBody.parse(body)
        const ticket = ticketOf(request, secureCookies)
        if (!ticket) {
          const error = identityErrors.fail('PROVIDER_SIGN_IN_OVER')
          throw await refusal(caller, 'provider-over', null, error)
        }
        const token = random()
        const outcome = await kernel.run(proveVouched, caller, deps.ids.next(), {
          provider: settings.issuer,
          ticket,
          ...(code ? { code: new Secret(code) } : {}),
          ...(passkey ? { passkey } : {}),
          tokenHash: hashOf(token),
          desk: deskOf(request),
        })
        if (outcome === 'over') throw identityErrors.fail('PROVIDER_SIGN_IN_OVER')
        return answer(reply, outcome, token, identityErrors.fail('FACTOR_REFUSED'))
      },
    }),
  ]
}

/** The origin of ours at which the browser is; never one that the request made up. */
function originOf(request: FastifyRequest, origins: readonly string[]): string {
  const named = `${request.protocol}://${request.headers.host ?? ''}`
  return origins.find((origin) => origin === named) ?? origins[0] ?? named
}
