import { PdfError } from './pdf-error.ts'
import { printText } from './pv-document.ts'
import type { PdfRenderer, RenderRequest } from './renderer.ts'

const tries = 4

/**
 * Renders a print of words people typed. A character no font of the house can draw is shown as a question mark: a list
 * or receipt must print all the same, and what was typed is stored as it is.
 */
export async function renderPrint(pdf: PdfRenderer, request: RenderRequest): Promise<Uint8Array> {
  let data = mapText(request.data, (text) => printText.parse(text))
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pdf.render({ ...request, data })
    } catch (error) {
      if (!(error instanceof PdfError) || error.code !== 'PDF_CHARACTER_UNPRINTABLE' || attempt === tries) throw error
      data = mapText(data, (text) => error.unprintable.reduce((rest, piece) => rest.replaceAll(piece, '?'), text))
    }
  }
}

function mapText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((member: unknown) => mapText(member, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapText(member, change)]))
}
