import { z } from 'zod'
import { visaBody, type visaSchema } from '#contracts/custody/place.ts'
import { defineCommand } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyErrors } from '../custody-errors.ts'
import { custodies } from '../custody-store.ts'
import { loadMonth, monthOf, visasOf } from './register-month.ts'

/**
 * The prosecutor saw a month of a book of his office (art. 66-5). What was seen is kept as a digest, and stands in the log too:
 * whatever is added or changed later makes the visa no longer current, and forbids nothing.
 */
export const giveVisa = (deps: CustodyDeps) =>
  defineCommand({
    type: 'custody-register.give-visa',
    permission: 'custody.visa',
    stepUp: true,
    input: z.strictObject({ placeId: z.uuid(), ...visaBody.shape }),
    execute: async (tx, { placeId, book, month: asked, remark }) => {
      const officerId = tx.actor.officerId
      const month = await loadMonth(tx, deps, { placeId, book, month: asked })
      if (officerId === null || !tx.reach.covers(month.place.prosecutorUnitId))
        throw platformErrors.fail('NOT_PERMITTED')
      if (monthOf(deps, asked).from > tx.now) throw custodyErrors.fail('CUSTODY_PERIOD_AHEAD')
      const place = await custodies(tx)
        .selectFrom('custody.place')
        .select('area')
        .where('id', '=', placeId)
        .executeTakeFirstOrThrow()
      const id = tx.ids.next()
      const { digest } = month
      await custodies(tx)
        .insertInto('custody.visa')
        .values({
          id,
          place_id: placeId,
          unit_id: month.place.unitId,
          area: place.area,
          book,
          month: asked,
          officer_id: officerId,
          at: tx.now,
          lines: month.lines.length + month.ended.length,
          digest,
          remark: remark ?? null,
        })
        .execute()
      const given = (await visasOf(tx, month)).find((each) => each.id === id)
      if (!given) throw platformErrors.fail('NOT_FOUND')
      return {
        result: given satisfies z.output<typeof visaSchema>,
        event: {
          type: 'custody-register.visa-given',
          subjects: [
            { type: 'custody-place', id: placeId },
            { type: 'custody-visa', id },
          ],
          unitId: month.place.unitId,
          area: place.area,
          codes: { book, month: asked, count: month.lines.length + month.ended.length, digest: digest.toString('hex') },
        },
      }
    },
  })
