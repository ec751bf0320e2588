import { dayPrintQuery, lineParams, printQuery } from '#contracts/intake/register.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { sendPdf } from '#platform/http/send-pdf.ts'
import { receiptPrint, renderPrint } from '#platform/pdf/index.ts'
import type { Intake } from './intake-deps.ts'
import { bulletinPrint, dayBookPrint } from './prints.ts'
import { readBulletinPrint, readDayPrint } from './queries/read-day-print.ts'
import { readReceipt } from './queries/read-receipt.ts'

export function printRoutes(intake: Intake): readonly Route[] {
  const { kernel, pdf, clock, legalTime } = intake
  return [
    rawRoute({
      method: 'GET',
      url: '/register/:id/receipt.pdf',
      summary: 'The complainant’s receipt; each print is recorded',
      permission: 'register.print-receipt',
      params: lineParams,
      query: printQuery,
      handle: async (_request, reply, context) => {
        const { id } = lineParams.parse(context.params)
        const locale = printQuery.parse(context.query).lang ?? context.locale
        const receipt = await kernel.ask(readReceipt(intake), context.caller, { lineId: id, locale }, context.purpose)
        const print = receiptPrint(receipt, { locale, creationDate: clock.now() })
        return sendPdf(reply, await renderPrint(pdf, print), `receipt-${receipt.reference.replace('/', '-')}.pdf`)
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/register/day.pdf',
      summary: 'The day book of a unit as a list; each print is recorded',
      permission: 'register.read',
      query: dayPrintQuery,
      handle: async (_request, reply, context) => {
        const { lang, ...asked } = dayPrintQuery.parse(context.query)
        const locale = lang ?? context.locale
        const day = await kernel.ask(readDayPrint(intake), context.caller, { ...asked, locale }, context.purpose)
        const print = dayBookPrint(day, locale, clock.now(), legalTime)
        return sendPdf(reply, await renderPrint(pdf, print), `register-${day.date}.pdf`)
      },
    }),
    rawRoute({
      method: 'GET',
      url: '/bulletin.pdf',
      summary: 'The daily bulletin on one sheet; each print is recorded',
      permission: 'bulletin.read',
      query: dayPrintQuery,
      handle: async (_request, reply, context) => {
        const { lang, ...asked } = dayPrintQuery.parse(context.query)
        const locale = lang ?? context.locale
        const day = await kernel.ask(readBulletinPrint(intake), context.caller, { ...asked, locale }, context.purpose)
        const print = bulletinPrint(day, locale, clock.now(), legalTime)
        return sendPdf(reply, await renderPrint(pdf, print), `bulletin-${day.date}.pdf`)
      },
    }),
  ]
}
