import { z } from 'zod'
import { acknowledgeAlarmBody, type AlarmCapacity } from '#contracts/custody/alarm.ts'
import { type Tx, defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { custodyErrors } from '../custody-errors.ts'
import { type CustodyRow, custodies, custodyEvent, getCustody } from '../custody-store.ts'

/** Takes note of an alarm by name. As what, the house knows; nobody says it of himself. */
export const acknowledgeAlarm = defineCommand({
  type: 'custody.acknowledge-alarm',
  permission: 'custody.acknowledge',
  input: z.strictObject({ id: z.uuid(), ...acknowledgeAlarmBody.shape }),
  execute: async (tx, { id, note }) => {
    const officerId = tx.actor.officerId
    if (officerId === null) throw platformErrors.fail('NOT_PERMITTED')
    const alarm = await custodies(tx).selectFrom('custody.alarm').selectAll().where('id', '=', id).executeTakeFirst()
    if (!alarm) throw platformErrors.fail('NOT_FOUND')
    if (alarm.raised_at === null) throw custodyErrors.fail('CUSTODY_ALARM_NOT_RAISED')
    const custody = await getCustody(tx, alarm.custody_id)
    const capacity = await capacityOf(tx, custody, officerId)
    const made = await custodies(tx)
      .insertInto('custody.alarm_ack')
      .values({
        id: tx.ids.next(),
        alarm_id: id,
        custody_id: custody.id,
        unit_id: custody.unit_id,
        area: custody.area,
        officer_id: officerId,
        capacity,
        at: tx.now,
        note: note ?? null,
      })
      .onConflict((conflict) => conflict.constraint('alarm_ack_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw custodyErrors.fail('CUSTODY_ALARM_NOT_RAISED')
    return {
      result: { at: tx.now.toISOString(), capacity },
      event: {
        type: 'custody.alarm-acknowledged',
        ...custodyEvent(custody),
        codes: {
          reference: custody.reference,
          alarm: id,
          what: alarm.what,
          minutesBefore: Math.round(Number(alarm.hours_before) * 60),
          capacity,
        },
      },
    }
  },
})

async function capacityOf(tx: Tx, custody: CustodyRow, officerId: string): Promise<AlarmCapacity> {
  if (custody.officer_id === officerId) return 'officer'
  if (await holds(tx, officerId, 'head-of-unit', custody.unit_id)) return 'head'
  const unit = await custodies(tx)
    .selectFrom('organisation.unit')
    .select('kind')
    .where('id', '=', tx.actor.unitId)
    .executeTakeFirst()
  if (unit?.kind === 'parquet') return 'prosecutor'
  return (await holds(tx, officerId, 'custody-keeper', custody.place_unit_id)) ? 'keeper' : 'other'
}

/** Whether the officer holds the role now at the unit, or at one above it, where an unanswered alarm goes. */
async function holds(tx: Tx, officerId: string, role: string, unitId: string): Promise<boolean> {
  const day = tx.now.toISOString().slice(0, 10)
  const grant = await tx
    .tables<GrantTables>()
    .selectFrom('organisation.role_grant as g')
    .innerJoin('organisation.unit_closure as c', 'c.ancestor_id', 'g.unit_id')
    .select('g.id')
    .where('g.officer_id', '=', officerId)
    .where('g.role_code', '=', role)
    .where('g.starts_at', '<=', tx.now)
    .where((eb) => eb.or([eb('g.ends_at', 'is', null), eb('g.ends_at', '>', tx.now)]))
    .where('c.descendant_id', '=', unitId)
    .where('c.valid_from', '<=', day)
    .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', day)]))
    .limit(1)
    .executeTakeFirst()
  return grant !== undefined
}

interface GrantTables {
  'organisation.role_grant': {
    id: string
    officer_id: string
    role_code: string
    unit_id: string
    starts_at: Date
    ends_at: Date | null
  }
  'organisation.unit_closure': {
    ancestor_id: string
    descendant_id: string
    valid_from: string
    valid_to: string | null
  }
}
