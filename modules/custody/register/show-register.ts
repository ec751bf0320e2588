import { z } from 'zod'
import { type Register, monthSchema } from '#contracts/custody/place.ts'
import { bookSchema } from '#contracts/custody/measure.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { summarise } from '../custody-view.ts'
import { type RegisterMonth, loadMonth, visasOf } from './register-month.ts'

const input = z.strictObject({ placeId: z.uuid(), book: bookSchema, month: monthSchema })

/** A month of one book of a place, line by line, with the visas it was given. */
export const showRegister = (deps: CustodyDeps): Query<typeof input, Register> =>
  defineQuery({
    type: 'custody-register.show',
    permission: 'custody.register',
    input,
    recorded: true,
    execute: async (tx, asked) => {
      const month = await loadMonth(tx, deps, asked)
      const lines = await summarise(tx, deps.rules, month.lines, tx.now)
      return {
        result: {
          place: month.place,
          book: month.book,
          month: month.month,
          lines,
          digest: month.digest.toString('hex'),
          visas: await visasOf(tx, month),
        },
        access: { type: 'custody-register.read', ...registerAccess(month) },
      }
    },
  })

/** Where a look into a book belongs in the log. */
export function registerAccess({ place, lines, book, month }: RegisterMonth) {
  return {
    subjects: [{ type: 'custody-place', id: place.id }, ...lines.map(({ row }) => ({ type: 'custody', id: row.id }))],
    unitId: place.unitId,
    purpose: { kind: 'duty' as const },
    codes: { book, month, count: lines.length },
  }
}
