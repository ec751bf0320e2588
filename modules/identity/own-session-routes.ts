import { z } from 'zod'
import { type Route, commandRoute, queryRoute } from '#platform/http/route.ts'
import { ownSessionsAnswer, ownSessionsEndedAnswer } from '#contracts/identity/session.ts'
import { endOtherSessions, endOwnSession } from './commands/end-own-sessions.ts'
import { listOwnSessions } from './queries/list-own-sessions.ts'

/** Where else one is signed in. */
export const ownSessionRoutes: readonly Route[] = [
  queryRoute({
    method: 'GET',
    url: '/sessions',
    summary: 'One’s own open sessions',
    ask: listOwnSessions,
    response: ownSessionsAnswer,
    input: () => ({}),
  }),
  commandRoute({
    method: 'POST',
    url: '/sessions/:id/end',
    summary: 'End one of one’s own other sessions',
    command: endOwnSession,
    params: z.object({ id: z.uuid() }),
    response: ownSessionsEndedAnswer,
    input: ({ params }) => ({ sessionId: params.id }),
  }),
  commandRoute({
    method: 'POST',
    url: '/sessions/end-others',
    summary: 'End all of one’s own other sessions',
    command: endOtherSessions,
    response: ownSessionsEndedAnswer,
    input: () => ({}),
  }),
]
