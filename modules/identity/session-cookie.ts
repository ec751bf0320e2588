import type { FastifyReply } from 'fastify'
import { sessionCookie } from '#platform/http/server.ts'

export function setSessionCookie(reply: FastifyReply, token: string, endsAt: string, secure: boolean): void {
  void reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    expires: new Date(endsAt),
  })
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(sessionCookie, { path: '/', httpOnly: true, sameSite: 'strict', secure })
}
