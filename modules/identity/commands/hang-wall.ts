import { z } from 'zod'
import type { Command } from '#platform/commands/types.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { IdentityTables } from '../identity-tables.ts'
import { addSession, openingSchema } from '../session-opening.ts'
import { ownSubjects, requireSignedIn } from '../session-store.ts'

const hangInput = z.strictObject({ placeId: z.uuid(), ...openingSchema })

export interface HungWall {
  readonly sessionId: string
  readonly placeId: string
  readonly endsAt: string
}

/**
 * Makes a screen show the cells of a place: a session of its own that may ask the board and nothing else, until its hours
 * are over. The desk that stood on the screen ends with it, so that whoever finds the screen finds no desk behind.
 */
export function createHangWall(deps: Pick<IdentityDeps, 'wallHours'>): Command<typeof hangInput, HungWall> {
  return defineCommand({
    type: 'wall.hang',
    permission: 'wall.hang',
    stepUp: true,
    input: hangInput,
    execute: async (tx, { placeId, tokenHash, desk }) => {
      const own = requireSignedIn(tx)
      const db = tx.tables<IdentityTables>()
      const place = await db
        .selectFrom('custody.place')
        .select(['id', 'unit_id', 'area', 'name_ar'])
        .where('id', '=', placeId)
        .executeTakeFirst()
      if (!place) throw platformErrors.fail('NOT_FOUND')
      if (!tx.reach.covers(place.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
      const opening = { seat: 'wall', tokenHash, desk, wallPlaceId: place.id } as const
      const wall = await addSession(tx, own.officerId, opening, false, null, deps.wallHours)
      await db.updateTable('identity.session').set({ ended_at: tx.now }).where('id', '=', own.sessionId).execute()
      return {
        result: { sessionId: wall.id, placeId: place.id, endsAt: wall.endsAt.toISOString() },
        event: {
          type: 'wall.hung',
          subjects: [{ type: 'session', id: wall.id }, ...ownSubjects(own), { type: 'custody-place', id: place.id }],
          unitId: place.unit_id,
          area: place.area,
          codes: { endsAt: wall.endsAt.toISOString() },
          detail: { place: place.name_ar },
        },
      }
    },
  })
}
