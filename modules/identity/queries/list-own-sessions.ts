import { z } from 'zod'
import { defineQuery } from '#platform/commands/types.ts'
import { endsWhenLeft } from '../domain/seats.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { isLocked, requireSignedIn } from '../session-store.ts'

// Desks end by themselves after half an hour without their officer; the command room and the wall do not.
const idleMinutes = 30

/** The officer's own sessions that are still open, this one first. */
export const listOwnSessions = defineQuery({
  type: 'session.list-own',
  permission: 'self.session',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const own = requireSignedIn(tx)
    const rows = await tx
      .tables<IdentityTables>()
      .selectFrom('identity.session as s')
      .leftJoin('identity.presence as p', 'p.session_id', 's.id')
      .select(['s.id', 's.seat', 's.opened_at', 's.ends_at', 's.locked_at', 's.restricted', 's.address', 's.browser'])
      .select((eb) => eb.fn.coalesce('p.seen_at', 's.opened_at').as('seen_at'))
      .where('s.officer_id', '=', own.officerId)
      .where('s.ended_at', 'is', null)
      .where('s.ends_at', '>', tx.now)
      .orderBy('s.opened_at', 'desc')
      .execute()
    const over = tx.now.getTime() - idleMinutes * 60_000
    const items = rows
      .filter((row) => !endsWhenLeft(row.seat) || row.seen_at.getTime() >= over)
      .map((row) => ({
        id: row.id,
        current: row.id === own.sessionId,
        seat: row.seat,
        state: row.restricted
          ? ('restricted' as const)
          : isLocked(row, row.seen_at, tx.now)
            ? ('locked' as const)
            : ('open' as const),
        openedAt: row.opened_at.toISOString(),
        lastSeenAt: row.seen_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        address: row.address,
        browser: row.browser,
      }))
    return { result: { items: items.toSorted((a, b) => Number(b.current) - Number(a.current)) } }
  },
})
