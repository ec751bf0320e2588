import { z } from 'zod'
import { labelSheetQuery } from '#contracts/exhibits/exhibit.ts'
import { type Route, rawRoute } from '#platform/http/route.ts'
import { qrSvg, renderPrint } from '#platform/pdf/index.ts'
import type { ExhibitsDeps } from './exhibits-deps.ts'
import { labelSheet } from './label-sheet.ts'
import { readExhibitLabel, readLabelSheet, readPlaceLabel } from './queries/read-label.ts'

const byId = z.strictObject({ id: z.uuid() })

export function labelRoutes(deps: ExhibitsDeps): readonly Route[] {
  const svg = (url: string, summary: string, ask: typeof readExhibitLabel | typeof readPlaceLabel) =>
    rawRoute({
      method: 'GET',
      url,
      summary,
      permission: ask.permission,
      params: byId,
      handle: async (_request, reply, { caller, params }) => {
        const { label } = await deps.kernel.ask(ask, caller, byId.parse(params))
        return reply.type('image/svg+xml').send(qrSvg(label))
      },
    })
  return [
    svg('/exhibits/:id/label.svg', 'The code of an exhibit’s label as a picture', readExhibitLabel),
    svg('/exhibit-places/:id/label.svg', 'The code of a place’s label as a picture', readPlaceLabel),
    rawRoute({
      method: 'GET',
      url: '/exhibit-labels.pdf',
      summary: 'A sheet of labels of exhibits and places, to be stuck on; each print is recorded',
      permission: readLabelSheet.permission,
      query: labelSheetQuery,
      handle: async (_request, reply, { caller, query, locale, purpose }) => {
        const { exhibits, places, lang } = labelSheetQuery.parse(query)
        const asked = { exhibits: exhibits?.split(',') ?? [], places: places?.split(',') ?? [] }
        const sheet = await deps.kernel.ask(readLabelSheet, caller, asked, purpose)
        const pdf = await renderPrint(deps.pdf, labelSheet(sheet, lang ?? locale))
        return reply
          .type('application/pdf')
          .header('content-disposition', 'inline; filename="exhibit-labels.pdf"')
          .send(Buffer.from(pdf))
      },
    }),
  ]
}
