import { z } from 'zod'
import { type Caller, defineQuery } from '#platform/commands/types.ts'
import { AppError } from '#platform/errors/app-error.ts'
import type { JobHandler } from '#platform/jobs/job.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodies } from '../custody-store.ts'
import { dayWindow } from './day-window.ts'
import { sendDueDayList } from './send-day-list.ts'

const caller: Caller = { kind: 'job', job: 'custody.send-day-lists' }

/** Every quarter of an hour: cron counts in UTC, and the hour of the list is the country's. */
export const dayListSchedule = '*/15 * * * *'

/** Sends the lists of today that nobody has sent by the hour of the country; each place in a transaction of its own. */
export function createDayListJob(deps: CustodyDeps): JobHandler {
  const findDue = defineQuery({
    type: 'custody-day-list.find-due',
    permission: 'job.custody.send-day-lists',
    input: z.strictObject({}),
    recorded: false,
    execute: async (tx) => {
      const day = deps.legalTime.dateOf(tx.now)
      if (tx.now < dayWindow(deps.legalTime, deps.rules.dayList, day).to) return { result: { day, placeIds: [] } }
      const places = await custodies(tx)
        .selectFrom('custody.place as p')
        .select('p.id')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('custody.day_list as l')
                .select('l.id')
                .whereRef('l.place_id', '=', 'p.id')
                .where('l.day', '=', day),
            ),
          ),
        )
        .orderBy('p.id')
        .execute()
      return { result: { day, placeIds: places.map(({ id }) => id) } }
    },
  })
  const send = sendDueDayList(deps)
  return async () => {
    const { day, placeIds } = await deps.kernel.ask(findDue, caller, {})
    for (const placeId of placeIds) {
      try {
        await deps.kernel.run(send, caller, deps.ids.next(), { placeId, day })
      } catch (error) {
        // Someone sent it in between.
        if (!(error instanceof AppError) || error.code !== 'CUSTODY_DAY_LIST_SENT') throw error
      }
    }
  }
}
