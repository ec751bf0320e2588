import { z } from 'zod'
import { unitNames } from '#modules/organisation/index.ts'
import { type Query, defineQuery } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import type { RenderRequest } from '#platform/pdf/index.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { custodyEvent, getCustody } from '../custody-store.ts'
import { custodySheet } from './custody-sheet.ts'
import { papersOf } from './papers.ts'
import { loadPrinted } from './printed-custody.ts'
import { lineReference, sayIn } from './say.ts'

const input = z.strictObject({ id: z.uuid(), locale: localeSchema })

/** Every paper of a custody in one print, with what was taken down so far; the print is recorded. */
export const printBundle = (deps: CustodyDeps): Query<typeof input, { reference: string; print: RenderRequest }> =>
  defineQuery({
    type: 'custody.print-bundle',
    permission: 'custody.print',
    input,
    recorded: true,
    execute: async (tx, { id, locale }) => {
      const row = await getCustody(tx, id)
      const { lines, names } = await loadPrinted(tx, deps, [row])
      const [printed] = lines
      if (!printed) throw platformErrors.fail('NOT_FOUND')
      const say = sayIn(locale, deps.legalTime, names)
      const papers = papersOf(deps.rules, printed, say)
      const { custody } = printed
      const print = custodySheet(
        'papers',
        {
          title: say.word('bundle'),
          reference: custody.reference,
          training: deps.training,
          unitChain: await unitNames(tx, row.unit_id, locale),
          particulars: [
            [say.word('line'), lineReference(custody.reference)],
            [say.word('case'), custody.caseReference ?? say.word('sealed')],
            [say.word('place'), say.name(custody.placeName) ?? ''],
            [say.word('printed'), say.hour(tx.now)],
          ],
          code: `custody ${custody.reference}`,
          locale,
          now: tx.now,
        },
        {
          papers,
          words: { signatures: say.word('signatures'), refusal: say.word('refusal'), none: say.word('none') },
        },
      )
      return {
        result: { reference: row.reference, print },
        access: {
          type: 'custody.printed',
          ...custodyEvent(row),
          codes: { reference: row.reference, papers: papers.length },
        },
      }
    },
  })
