import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { locksAt, secondsUntil } from '../domain/seats.ts'
import { getOwnSession, getSeenAt, isLocked, markSeen } from '../session-store.ts'

/**
 * The heartbeat of a desk whose officer types, reads a hearing back or has badged: no act, and so no event. It keeps
 * an open desk open; a locked one stays locked until its PIN is given.
 */
export const notePresence = defineQuery({
  type: 'session.presence',
  permission: 'self.presence',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const session = await getOwnSession(tx)
    const locked = isLocked(session, await getSeenAt(tx, session), tx.now)
    if (!locked) await markSeen(tx, session.id)
    const at = locked ? null : locksAt(session.seat, tx.now)
    return {
      result: {
        locked,
        locksAt: at?.toISOString() ?? null,
        locksInSeconds: secondsUntil(at, tx.now),
        endsAt: session.ends_at.toISOString(),
      },
    }
  },
})
