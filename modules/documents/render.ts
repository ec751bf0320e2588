import { PdfError, type PdfRenderer, type PvDocument, pvPrint } from '#platform/pdf/index.ts'
import type { Locale } from '#platform/i18n/text.ts'
import { documentsErrors } from './documents-errors.ts'

/** A PV as PDF/A with its number of pages. Throws PV_UNPRINTABLE, naming the signs no font can print. */
export async function renderPv(
  pdf: PdfRenderer,
  document: PvDocument,
  pictures: Readonly<Record<string, string>>,
  locale: Locale,
  creationDate: Date,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const assets = Object.fromEntries(
    Object.entries(pictures).map(([name, svg]): [string, Uint8Array] => [name, Buffer.from(svg)]),
  )
  try {
    return await pdf.typeset(pvPrint(document, { locale, creationDate, assets }))
  } catch (error) {
    if (error instanceof PdfError && error.code === 'PDF_CHARACTER_UNPRINTABLE')
      throw documentsErrors.fail('PV_UNPRINTABLE', { signs: error.unprintable.join(' ') })
    throw error
  }
}
