import { z } from 'zod'
import type { Board } from '#contracts/custody/place.ts'
import { instant } from '#contracts/intake/time.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies } from '../custody-store.ts'
import { loadCustodies, summarise } from '../custody-view.ts'
import { getBoardPlace } from '../place-view.ts'

const input = z.strictObject({ placeId: z.uuid(), at: instant.optional() })

/** The cells of a place as they stood at a minute: who was held then, in which cell, and what the clock said. */
export const showBoard = (deps: CustodyDeps): Query<typeof input, Board> =>
  defineQuery({
    type: 'custody-board.show',
    permission: 'custody.board',
    input,
    recorded: true,
    execute: async (tx, { placeId, at: asked }) => {
      // The wall shows how the cells stand, and leafs through nothing.
      if (tx.actor.wallPlaceId !== null && asked !== undefined) throw platformErrors.fail('NOT_PERMITTED')
      const place = await getBoardPlace(tx, placeId)
      const at = asked === undefined ? tx.now : new Date(Math.min(Date.parse(asked), tx.now.getTime()))
      const rows = await custodies(tx)
        .selectFrom('custody.custody')
        .selectAll()
        .where('place_id', '=', placeId)
        .where('placed_at', '<=', at)
        .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', at)]))
        .orderBy('deadline_at')
        .orderBy('id')
        .limit(500)
        .execute()
      const people = await summarise(tx, deps.rules, await loadCustodies(tx, rows), at)
      return {
        result: { place, at: at.toISOString(), now: tx.now.toISOString(), people },
        access: {
          type: 'custody-board.seen',
          subjects: [{ type: 'custody-place', id: placeId }, ...rows.map(({ id }) => ({ type: 'custody', id }))],
          unitId: place.unitId,
          purpose: { kind: 'duty' as const },
          codes: { count: rows.length, at: at.toISOString(), wall: tx.actor.wallPlaceId !== null },
        },
      }
    },
  })
