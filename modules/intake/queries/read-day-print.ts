import { z } from 'zod'
import type { LineItem } from '#contracts/intake/register.ts'
import type { Bulletin } from '#contracts/intake/shift.ts'
import { day } from '#contracts/intake/time.ts'
import { defineQuery, type Query } from '#platform/commands/types.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { Intake } from '../intake-deps.ts'
import { listAccess, presentLine, selectLines, unitInReach } from '../line-list.ts'
import { readHeading } from '../print-heading.ts'
import { bulletinOf } from './read-bulletin.ts'

const input = z.strictObject({ unitId: z.uuid().optional(), date: day.optional(), locale: localeSchema })

export interface DayPrint {
  readonly training: boolean
  readonly unitChain: string[]
  readonly date: string
  readonly lines: readonly LineItem[]
}

export interface BulletinPrint extends Omit<DayPrint, 'lines'> {
  readonly bulletin: Bulletin
}

/** The day book as it is printed, whole; the print is recorded. */
export function readDayPrint(intake: Intake): Query<typeof input, DayPrint> {
  return defineQuery({
    type: 'register.print-day',
    permission: 'register.read',
    input,
    recorded: true,
    execute: async (tx, { unitId: asked, date: askedDate, locale }) => {
      const unitId = unitInReach(tx, asked)
      const date = askedDate ?? intake.legalTime.dateOf(tx.now)
      const { from, to } = intake.legalTime.dayOf(date)
      const rows = await selectLines(tx)
        .where('l.unit_id', '=', unitId)
        .where('l.recorded_at', '>=', from)
        .where('l.recorded_at', '<', to)
        .orderBy('l.year')
        .orderBy('l.number')
        .limit(2_000)
        .execute()
      const lines: LineItem[] = []
      for (const row of rows) lines.push(await presentLine(tx, row))
      const access = listAccess(
        'register.day-printed',
        unitId,
        'day-print',
        lines.map((line) => line.id),
      )
      return {
        result: { ...(await readHeading(tx, intake, unitId, locale)), date, lines },
        access: { ...access, codes: { ...access.codes, date } },
      }
    },
  })
}

/** The daily bulletin as it is printed. */
export function readBulletinPrint(intake: Intake): Query<typeof input, BulletinPrint> {
  return defineQuery({
    type: 'bulletin.print',
    permission: 'bulletin.read',
    input,
    recorded: true,
    execute: async (tx, { unitId: asked, date: askedDate, locale }) => {
      const unitId = unitInReach(tx, asked)
      const date = askedDate ?? intake.legalTime.dateOf(tx.now)
      return {
        result: {
          ...(await readHeading(tx, intake, unitId, locale)),
          date,
          bulletin: await bulletinOf(tx, intake, unitId, date),
        },
        access: {
          type: 'bulletin.printed',
          subjects: [{ type: 'unit', id: unitId }],
          unitId,
          purpose: { kind: 'duty' },
          codes: { date },
        },
      }
    },
  })
}
