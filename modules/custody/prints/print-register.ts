import { z } from 'zod'
import { bookSchema } from '#contracts/custody/measure.ts'
import { monthSchema } from '#contracts/custody/place.ts'
import { unitNames } from '#modules/organisation/index.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { RenderRequest } from '#platform/pdf/index.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { loadMonth, visasOf } from '../register/register-month.ts'
import { registerAccess } from '../register/show-register.ts'
import { custodySheet } from './custody-sheet.ts'
import { shortDigest } from './print-words.ts'
import { loadPrinted } from './printed-custody.ts'
import { registerColumns, registerRow, visaBoxes } from './register-sheet.ts'
import { sayIn } from './say.ts'

const input = z.strictObject({ placeId: z.uuid(), book: bookSchema, month: monthSchema, locale: localeSchema })

/** A month of a book as it is filed: numbered pages, each closed by the running digest, with a box for the visa. */
export const printRegister = (deps: CustodyDeps): Query<typeof input, RenderRequest> =>
  defineQuery({
    type: 'custody-register.print',
    permission: 'custody.print',
    input,
    recorded: true,
    execute: async (tx, { locale, ...asked }) => {
      const month = await loadMonth(tx, deps, asked)
      const { lines, names } = await loadPrinted(
        tx,
        deps,
        month.lines.map(({ row }) => row),
      )
      const say = sayIn(locale, deps.legalTime, names)
      const hexes = month.digests.map((digest) => digest.toString('hex'))
      const placeName = say.name({ ar: month.place.nameAr, fr: month.place.nameFr }) ?? ''
      const shown = month.month.split('-').toReversed().join('/')
      const basis = deps.rules.papers.find(({ paper }) => paper === 'register')
      const print = custodySheet(
        'register',
        {
          title: `${say.word('book')}: ${say.code('book', month.book)}`,
          reference: shown,
          training: deps.training,
          unitChain: await unitNames(tx, month.place.unitId, locale),
          particulars: [
            [say.word('place'), placeName],
            [say.word('month'), shown],
            [say.word('visaLines'), String(lines.length)],
            [say.word('printed'), say.hour(tx.now)],
          ],
          code: `register ${month.place.code} ${month.book} ${month.month} ${month.digest.toString('hex')}`,
          locale,
          now: tx.now,
        },
        {
          basis: basis ? say.text(basis.basis) : null,
          columns: registerColumns(say),
          rows: lines.map((line, index) => registerRow(line, hexes[index + 1] ?? '', say)),
          chain: shortDigest(hexes[0] ?? ''),
          digest: month.digest.toString('hex'),
          visas: visaBoxes(await visasOf(tx, month), say),
          paraphs: [say.word('signsProsecutor')],
          words: {
            noneMonth: say.word('noneMonth'),
            remarks: say.word('remarks'),
            chainFrom: say.word('chainFrom'),
            chainTo: say.word('chainTo'),
            digest: say.word('digest'),
            visa: say.word('visa'),
            visaGiven: say.word('visaGiven'),
            visaLines: say.word('visaLines'),
            visaRemark: say.word('visaRemark'),
            visaNone: say.word('visaNone'),
            hour: say.word('hour'),
          },
        },
      )
      return { result: print, access: { type: 'custody-register.printed', ...registerAccess(month) } }
    },
  })
