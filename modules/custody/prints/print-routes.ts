import { z } from 'zod'
import { bookSchema } from '#contracts/custody/measure.ts'
import { monthSchema } from '#contracts/custody/place.ts'
import { day } from '#contracts/intake/time.ts'
import { localeSchema } from '#platform/i18n/text.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { sendPdf } from '#platform/http/send-pdf.ts'
import { renderPrint } from '#platform/pdf/index.ts'
import type { CustodyDeps } from '../custody-deps.ts'
import { printBundle } from './print-bundle.ts'
import { printDayList } from './print-day-list.ts'
import { printRegister } from './print-register.ts'

const byId = z.strictObject({ id: z.uuid() })
const dayQuery = z.strictObject({ day, lang: localeSchema.optional() })
const bundleQuery = z.strictObject({ lang: localeSchema.optional() })
const registerQuery = z.strictObject({ book: bookSchema, month: monthSchema, lang: localeSchema.optional() })

/** A file name of a reference of the book. */
export const fileName = (reference: string): string => reference.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

export function printRoutes(deps: CustodyDeps): readonly Route[] {
  const { kernel, pdf } = deps
  return [
    rawRoute({
      method: 'GET',
      url: '/custodies/:id/bundle.pdf',
      summary: 'Every paper of a custody in one print; each print is recorded',
      permission: 'custody.print',
      params: byId,
      query: bundleQuery,
      handle: async (_request, reply, context) => {
        const { id } = byId.parse(context.params)
        const locale = bundleQuery.parse(context.query).lang ?? context.locale
        const { reference, print } = await kernel.ask(
          printBundle(deps),
          context.caller,
          { id, locale },
          context.purpose,
        )
        return sendPdf(reply, await renderPrint(pdf, print), `custody-${fileName(reference)}.pdf`)
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/custody-places/:id/register.pdf',
      summary: 'A month of a book of a place of custody, as it is filed; each print is recorded',
      permission: 'custody.print',
      params: byId,
      query: registerQuery,
      handle: async (_request, reply, context) => {
        const { lang, ...asked } = registerQuery.parse(context.query)
        const wanted = { placeId: byId.parse(context.params).id, ...asked, locale: lang ?? context.locale }
        const print = await kernel.ask(printRegister(deps), context.caller, wanted, context.purpose)
        return sendPdf(reply, await renderPrint(pdf, print), `register-${asked.book}-${asked.month}.pdf`)
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/custody-places/:id/day-list.pdf',
      summary: 'The list of a day as it goes to the prosecutor; each print is recorded',
      permission: 'custody.print',
      params: byId,
      query: dayQuery,
      handle: async (_request, reply, context) => {
        const { lang, day } = dayQuery.parse(context.query)
        const wanted = { placeId: byId.parse(context.params).id, day, locale: lang ?? context.locale }
        const print = await kernel.ask(printDayList(deps), context.caller, wanted, context.purpose)
        return sendPdf(reply, await renderPrint(pdf, print), `custody-day-list-${day}.pdf`)
      },
    }),
  ]
}
