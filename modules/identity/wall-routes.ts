import { type Route, rawRoute } from '#platform/http/route.ts'
import { hashToken } from '#platform/http/server.ts'
import { hangWallAnswer, hangWallBody } from '#contracts/identity/session.ts'
import { createHangWall } from './commands/hang-wall.ts'
import type { IdentityRouteDeps } from './identity-routes.ts'
import { deskOf } from './request-facts.ts'
import { setSessionCookie } from './session-cookie.ts'

/** The screen that shows the cells. It is left by signing out, and ended like any other session. */
export function wallRoutes(deps: IdentityRouteDeps): readonly Route[] {
  const hangWall = createHangWall(deps)
  return [
    rawRoute({
      method: 'POST',
      url: '/session/wall',
      summary: 'Hang the board of a place on this screen; the desk that stood on it ends',
      permission: 'wall.hang',
      body: hangWallBody,
      response: hangWallAnswer,
      handle: async (request, reply, { body, caller }) => {
        const { placeId } = hangWallBody.parse(body)
        const token = deps.randomBytes(32).toString('base64url')
        // Never replayed, like a sign-in: its answer would lack the token, which is kept nowhere.
        const wall = await deps.kernel.run(hangWall, caller, deps.ids.next(), {
          placeId,
          tokenHash: hashToken(token).toString('hex'),
          desk: deskOf(request),
        })
        setSessionCookie(reply, token, wall.endsAt, deps.secureCookies)
        return reply.send({ placeId: wall.placeId, endsAt: wall.endsAt })
      },
    }),
  ]
}
