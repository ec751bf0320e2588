import type { FastifyReply } from 'fastify'
import { sessionCookieOver } from '#platform/http/server.ts'

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
