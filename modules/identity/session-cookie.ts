import type { FastifyReply, FastifyRequest } from 'fastify'
import { sessionCookieOver } from '#platform/http/server.ts'
import { validate as isUuid } from 'uuid'
import { type Ticket, underWayMinutes } from './provider/sign-in-under-way.ts'

export function setSessionCookie(reply: FastifyReply, token: string, endsAt: string, secure: boolean): void {
  void reply.setCookie(sessionCookieOver(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    expires: new Date(endsAt),
  })
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookieOver(secure), { path: '/', httpOnly: true, sameSite: 'strict', secure })
}

const ticketCookie = (secure: boolean): string => `${secure ? '__Host-' : ''}daira_sign_in`

/** Binds a sign-in through the provider to this browser. Our own page sends it back, so that it may be strict. */
export function setTicketCookie(reply: FastifyReply, { id, secret }: Ticket, secure: boolean): void {
  void reply.setCookie(ticketCookie(secure), `${id}.${secret}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: underWayMinutes * 60,
  })
}

export function ticketOf(request: FastifyRequest, secure: boolean): Ticket | undefined {
  const [id = '', secret = '', ...rest] = (request.cookies[ticketCookie(secure)] ?? '').split('.')
  return isUuid(id) && secret !== '' && rest.length === 0 ? { id, secret } : undefined
}

export function clearTicketCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(ticketCookie(secure), { path: '/', httpOnly: true, sameSite: 'strict', secure })
}
