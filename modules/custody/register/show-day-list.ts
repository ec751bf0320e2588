import { z } from 'zod'
import type { DayList } from '#contracts/custody/place.ts'
import { day } from '#contracts/intake/time.ts'
import { type Query, type Tx, defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies } from '../custody-store.ts'
import { loadCustodies, summarise } from '../custody-view.ts'
import { type ListOfDay, loadDayList } from './day-list.ts'
import { getBookPlace } from './register-month.ts'

const input = z.strictObject({ placeId: z.uuid(), day })

/** Whom a place placed in the hours before a day's list, sent or not. */
export const showDayList = (deps: CustodyDeps): Query<typeof input, DayList> =>
  defineQuery({
    type: 'custody-day-list.show',
    permission: 'custody.register',
    input,
    recorded: true,
    execute: async (tx, { placeId, day }) => {
      const place = await getBookPlace(tx, placeId)
      const list = await loadDayList(tx, deps, place, day)
      return {
        result: {
          place,
          from: list.from.toISOString(),
          to: list.to.toISOString(),
          lines: await summarise(tx, deps.rules, await loadCustodies(tx, list.rows), tx.now),
          sent: await sentOf(tx, list),
        },
        access: { type: 'custody-day-list.read', ...dayListAccess(place, list, day) },
      }
    },
  })

/** When a list went out and by whom; `by` is null where the system sent it. */
export async function sentOf(tx: Tx, { sent }: ListOfDay): Promise<DayList['sent']> {
  if (!sent) return null
  const sender =
    sent.by === null
      ? undefined
      : await custodies(tx)
          .selectFrom('organisation.officer')
          .select('name_ar')
          .where('id', '=', sent.by)
          .executeTakeFirst()
  return {
    id: sent.id,
    at: sent.at.toISOString(),
    acknowledgedAt: sent.acknowledgedAt?.toISOString() ?? null,
    by: sender?.name_ar ?? null,
  }
}

export function dayListAccess(place: { readonly id: string; readonly unitId: string }, list: ListOfDay, day: string) {
  return {
    subjects: [{ type: 'custody-place', id: place.id }, ...list.rows.map(({ id }) => ({ type: 'custody', id }))],
    unitId: place.unitId,
    purpose: { kind: 'duty' as const },
    codes: { day, count: list.rows.length },
  }
}
