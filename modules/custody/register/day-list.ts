import type { Place } from '#contracts/custody/place.ts'
import type { Tx } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { type CustodyRow, custodies } from '../custody-store.ts'
import { dayWindow } from './day-window.ts'

/** The list of a day: as it was sent, or as it would go out now. */
export interface ListOfDay {
  readonly from: Date
  readonly to: Date
  readonly rows: readonly CustodyRow[]
  readonly sent: {
    readonly id: string
    readonly at: Date
    readonly by: string | null
    readonly acknowledgedAt: Date | null
  } | null
}

/**
 * Those placed in the hours before the list goes out (art. 67). Nobody falls between two lists: one begins where the last that
 * was sent ended, and takes in whoever was placed before and taken down only since. What was sent stays as it was sent.
 */
export async function loadDayList(
  tx: Tx,
  deps: CustodyDeps,
  place: Pick<Place, 'id'>,
  day: string,
): Promise<ListOfDay> {
  const lists = custodies(tx).selectFrom('custody.day_list').where('place_id', '=', place.id)
  const sent = await lists.selectAll().where('day', '=', day).executeTakeFirst()
  const before = await lists
    .select(['to_at', 'sent_at'])
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  const window = dayWindow(deps.legalTime, deps.rules.dayList, day)
  const from = sent?.from_at ?? earlier(window.from, before?.to_at)
  const to = sent?.to_at ?? earlier(window.to, tx.now)
  let query = custodies(tx)
    .selectFrom('custody.custody')
    .selectAll()
    .where('place_id', '=', place.id)
    .where('placed_at', '<', to)
    .where((eb) => eb.or([eb('placed_at', '>=', from), ...(before ? [eb('recorded_at', '>', before.sent_at)] : [])]))
  if (sent) query = query.where('recorded_at', '<=', sent.sent_at)
  const rows = await query.orderBy('placed_at').orderBy('id').execute()
  return {
    from,
    to,
    rows,
    sent: sent ? { id: sent.id, at: sent.sent_at, by: sent.sent_by, acknowledgedAt: sent.acknowledged_at } : null,
  }
}

const earlier = (one: Date, other: Date | undefined): Date => (other && other < one ? other : one)
