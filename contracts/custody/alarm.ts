import { z } from 'zod'

const instant = z.iso.datetime({ offset: true })

/**
 * The end of the time allowed comes or has passed; nobody looked in; the clock stands still for an exclusion that nobody ended.
 */
export const alarmKinds = ['deadline', 'welfare', 'exclusion'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** As what someone took note of an alarm; derived by the server, never sent. */
export const alarmCapacities = ['officer', 'head', 'prosecutor', 'keeper', 'other'] as const
export type AlarmCapacity = (typeof alarmCapacities)[number]

export const acknowledgeAlarmBody = z.strictObject({ note: z.string().trim().min(1).max(300).nullish() })
export const acknowledgedAlarmSchema = z.object({ at: instant, capacity: z.enum(alarmCapacities) })

/** An alarm that was raised: the line, where and since when; who is held is not part of it. */
export const raisedAlarmSchema = z.object({
  id: z.uuid(),
  custodyId: z.uuid(),
  reference: z.string(),
  placeId: z.uuid(),
  place: z.object({ ar: z.string(), fr: z.string() }),
  cell: z.string().nullable(),
  what: z.enum(alarmKinds),
  /** Hours before the deadline; 0 is the deadline itself. Of an exclusion, hours for which the clock has stood still. */
  hoursBefore: z.number(),
  dueAt: instant,
  raisedAt: instant,
  /** True where the person is held no more: only what was overdue stays. */
  ended: z.boolean(),
  acknowledged: z.array(
    z.object({ nameAr: z.string(), nameLatin: z.string(), capacity: z.enum(alarmCapacities), at: instant }),
  ),
})
export type RaisedAlarmView = z.output<typeof raisedAlarmSchema>
