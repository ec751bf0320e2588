import { z } from 'zod'
import { day } from '#contracts/intake/time.ts'
import { notify } from '#modules/notices/index.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyErrors } from '../custody-errors.ts'
import { custodies } from '../custody-store.ts'
import { loadDayList } from './day-list.ts'
import { dayWindow } from './day-window.ts'

const input = z.strictObject({ placeId: z.uuid(), day })

/** Sends the list of a day to the prosecutor's office of the place; a day on which nobody was placed is sent too. */
export const sendDayList = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody-day-list.send',
    permission: 'custody.send-day-list',
    input,
    execute: async (tx, { placeId, day }) => {
      const place = await getPlaceRow(tx, placeId)
      if (!tx.reach.covers(place.unit_id)) throw platformErrors.fail('NOT_PERMITTED')
      return send(tx, deps, place, day)
    },
  })

/** The same where nobody did by the hour of the country. */
export const sendDueDayList = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody-day-list.send-due',
    permission: 'job.custody.send-day-lists',
    input,
    execute: async (tx, { placeId, day }) => send(tx, deps, await getPlaceRow(tx, placeId), day),
  })

/** The prosecutor took note of a list that was sent. */
export const acknowledgeDayList = defineCommand({
  type: 'custody-day-list.acknowledge',
  permission: 'custody.acknowledge',
  input: z.strictObject({ id: z.uuid() }),
  execute: async (tx, { id }) => {
    const list = await custodies(tx)
      .selectFrom('custody.day_list')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!list) throw platformErrors.fail('NOT_FOUND')
    const reader = tx.actor.officerId
    if (reader === null || !tx.reach.covers(list.prosecutor_unit_id)) throw platformErrors.fail('NOT_PERMITTED')
    if (list.acknowledged_at !== null) throw custodyErrors.fail('CUSTODY_DAY_LIST_ACKNOWLEDGED')
    await custodies(tx)
      .updateTable('custody.day_list')
      .set({ acknowledged_at: tx.now, acknowledged_by: reader })
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return {
      result: { at: tx.now.toISOString() },
      event: {
        type: 'custody-day-list.acknowledged',
        subjects: [
          { type: 'custody-day-list', id },
          { type: 'custody-place', id: list.place_id },
        ],
        unitId: list.unit_id,
        area: list.area,
        codes: { day: list.day, count: list.lines },
      },
    }
  },
})

type PlaceRow = Awaited<ReturnType<typeof getPlaceRow>>

async function getPlaceRow(tx: Tx, id: string) {
  const place = await custodies(tx).selectFrom('custody.place').selectAll().where('id', '=', id).executeTakeFirst()
  if (!place) throw platformErrors.fail('NOT_FOUND')
  return place
}

async function send(tx: Tx, deps: CustodyDeps, place: PlaceRow, day: string) {
  if (dayWindow(deps.legalTime, deps.rules.dayList, day).from > tx.now) throw custodyErrors.fail('CUSTODY_PERIOD_AHEAD')
  const list = await loadDayList(tx, deps, place, day)
  const id = tx.ids.next()
  const made = await custodies(tx)
    .insertInto('custody.day_list')
    .values({
      id,
      place_id: place.id,
      unit_id: place.unit_id,
      area: place.area,
      prosecutor_unit_id: place.prosecutor_unit_id,
      day,
      from_at: list.from,
      to_at: list.to,
      lines: list.rows.length,
      sent_at: tx.now,
      sent_by: tx.actor.officerId,
      acknowledged_at: null,
      acknowledged_by: null,
    })
    .onConflict((conflict) => conflict.constraint('day_list_once').doNothing())
    .executeTakeFirst()
  if (list.sent !== null || made.numInsertedOrUpdatedRows === 0n) throw custodyErrors.fail('CUSTODY_DAY_LIST_SENT')
  await notify(tx, {
    kind: 'custody.day-list',
    to: [{ kind: 'role', role: 'prosecutor', unitId: place.prosecutor_unit_id }],
    link: { type: 'custody-place', id: place.id },
    unitId: place.unit_id,
    params: { date: day.split('-').toReversed().join('/'), count: list.rows.length },
    key: `custody-day-list:${id}`,
  })
  return {
    result: { id, lines: list.rows.length },
    event: {
      type: 'custody-day-list.sent',
      subjects: [
        { type: 'custody-day-list', id },
        { type: 'custody-place', id: place.id },
      ],
      unitId: place.unit_id,
      area: place.area,
      codes: { day, count: list.rows.length },
    },
  }
}
