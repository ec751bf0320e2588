import { z } from 'zod'
import type { RaisedAlarmView } from '#contracts/custody/alarm.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { custodies, lineOf } from '../custody-store.ts'
import { loadCustodies } from '../custody-view.ts'
import { whereAt } from '../domain/whereabouts.ts'

const input = z.strictObject({ open: z.boolean() })
const most = 500

/**
 * Alarms raised about people still held, and every overdue one for ever; `open` leaves out those of which this reader took
 * note. A line, a cell and hours: who is held is not said, so that a screen may ask again and again.
 */
export const listAlarms: Query<typeof input, { items: RaisedAlarmView[] }> = defineQuery({
  type: 'custody-alarm.list',
  permission: 'custody.acknowledge',
  input,
  recorded: false,
  execute: async (tx, { open }) => {
    const db = custodies(tx)
    let query = db
      .selectFrom('custody.alarm as a')
      .innerJoin('custody.custody as c', 'c.id', 'a.custody_id')
      .innerJoin('custody.place as p', 'p.id', 'c.place_id')
      .select(['a.id', 'a.custody_id', 'a.what', 'a.hours_before', 'a.due_at', 'a.raised_at'])
      .select(['c.reference', 'c.ended_at', 'c.place_id', 'p.name_ar', 'p.name_fr'])
      .where('a.raised_at', 'is not', null)
      .where((eb) =>
        eb.or([eb('c.ended_at', 'is', null), eb.and([eb('a.what', '=', 'deadline'), eb('a.hours_before', '=', '0')])]),
      )
    // Of what is told again and again, look-ins that stay missed and one stop of the clock, the last says it all.
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('custody.alarm as later')
            .select('later.id')
            .whereRef('later.custody_id', '=', 'a.custody_id')
            .whereRef('later.what', '=', 'a.what')
            .where((either) =>
              either.or([
                either('a.what', '=', 'welfare'),
                either.and([
                  either('a.what', '=', 'exclusion'),
                  either('later.about_at', '=', either.ref('a.about_at')),
                ]),
              ]),
            )
            .whereRef('later.raised_at', '>', 'a.raised_at'),
        ),
      ),
    )
    if (open)
      query = query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('custody.alarm_ack as k')
              .select('k.id')
              .whereRef('k.alarm_id', '=', 'a.id')
              .where('k.officer_id', '=', tx.actor.officerId),
          ),
        ),
      )
    const rows = await query.orderBy('a.raised_at', 'desc').orderBy('a.id').limit(most).execute()
    const acknowledged = await namesOf(rows.map(({ id }) => id))
    const cells = await cellsOf(rows.map(({ custody_id }) => custody_id))
    return {
      result: {
        items: rows.map((row) => ({
          id: row.id,
          custodyId: row.custody_id,
          reference: row.reference,
          placeId: row.place_id,
          place: { ar: row.name_ar, fr: row.name_fr },
          cell: cells.get(row.custody_id) ?? null,
          what: row.what,
          hoursBefore: Number(row.hours_before),
          dueAt: row.due_at.toISOString(),
          raisedAt: (row.raised_at ?? row.due_at).toISOString(),
          ended: row.ended_at !== null,
          acknowledged: acknowledged.get(row.id) ?? [],
        })),
      },
    }

    async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, RaisedAlarmView['acknowledged']>> {
      if (ids.length === 0) return new Map()
      const acks = await db
        .selectFrom('custody.alarm_ack as k')
        .innerJoin('organisation.officer as o', 'o.id', 'k.officer_id')
        .select(['k.alarm_id', 'k.capacity', 'k.at', 'o.name_ar', 'o.name_latin'])
        .where('k.alarm_id', 'in', [...ids])
        .orderBy('k.at')
        .execute()
      const grouped = Map.groupBy(acks, ({ alarm_id }) => alarm_id)
      return new Map(
        [...grouped].map(([id, list]) => [
          id,
          list.map((ack) => ({
            nameAr: ack.name_ar,
            nameLatin: ack.name_latin,
            capacity: ack.capacity,
            at: ack.at.toISOString(),
          })),
        ]),
      )
    }

    /** Codes of the cells in which people are now. */
    async function cellsOf(custodyIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (custodyIds.length === 0) return new Map()
      const held = await db
        .selectFrom('custody.custody')
        .selectAll()
        .where('id', 'in', [...new Set(custodyIds)])
        .execute()
      const where = (await loadCustodies(tx, held)).flatMap(({ row, record }) => {
        const cellId = whereAt(lineOf(row), record, tx.now.getTime())?.cellId
        return cellId ? [[row.id, cellId] as const] : []
      })
      if (where.length === 0) return new Map()
      const codes = await db
        .selectFrom('custody.cell')
        .select(['id', 'code'])
        .where(
          'id',
          'in',
          where.map(([, cellId]) => cellId),
        )
        .execute()
      const codeOf = new Map(codes.map(({ id, code }) => [id, code]))
      return new Map(where.map(([id, cellId]) => [id, codeOf.get(cellId) ?? '']))
    }
  },
})
