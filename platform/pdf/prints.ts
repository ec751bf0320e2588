import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { arabicDateInWords, arabicTimeInWords } from './arabic-words.ts'
import { isolateFiguresIn } from './isolate-figures.ts'
import { printLabels } from './labels.ts'
import type { PrintLabels } from './labels.ts'
import { PdfError } from './pdf-error.ts'
import { pvDocumentSchema, receiptDocumentSchema } from './pv-document.ts'
import type { Inline, PvDocument, ReceiptDocument } from './pv-document.ts'
import { qrSvg } from './qr.ts'
import type { PdfLocale, RenderRequest } from './renderer.ts'

/** What every print needs besides its document. */
export interface PrintOptions {
  locale?: PdfLocale
  creationDate: Date
  /** Replaces single labels, where a country words them differently. */
  labels?: Partial<PrintLabels>
  assets?: Record<string, Uint8Array>
}

const sources = new Map<string, string>()

function template(name: 'pv' | 'receipt'): string {
  const known = sources.get(name)
  if (known !== undefined) return known
  const source = readFileSync(new URL(`./templates/${name}.typ`, import.meta.url), 'utf8')
  sources.set(name, source)
  return source
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const diagnostics = result.error.issues.map((issue) => ({ message: `${issue.path.join('.')}: ${issue.message}` }))
  throw new PdfError('PDF_DATA_INVALID', diagnostics, { cause: result.error })
}

function dateFigures(iso: string): string {
  return iso.split('-').reverse().join('/')
}

/**
 * The request that prints a procès-verbal; hand it to `PdfRenderer.render`.
 * @throws PdfError `PDF_DATA_INVALID`, naming the fields.
 */
export function pvPrint(document: PvDocument, options: PrintOptions): RenderRequest {
  const pv = parse(pvDocumentSchema, document)
  const locale = options.locale ?? 'ar'
  const labels = { ...printLabels[locale], ...options.labels }
  const text = {
    ...pv,
    dateFigures: dateFigures(pv.act.date),
    opening: pv.opening ?? openingOf(pv, locale, labels),
    paraphs: pv.paraphs ?? [...new Set(pv.signatures.map((signature) => signature.role))].slice(0, 4),
    copyIssued: pv.copy ? dateFigures(pv.copy.issuedOn) : undefined,
  }
  const data = { ...printable(text, locale), labels, qr: qrSvg(pv.verification ?? pv.reference) }
  return request('pv', data, `${pv.title} ${pv.reference}`, locale, options)
}

/** The first words of a PV: when, at what hour, and who writes. @throws PdfError `PDF_DATA_INVALID`. */
export function pvOpening(document: PvDocument, locale: PdfLocale): Inline {
  const pv = parse(pvDocumentSchema, document)
  return pv.opening ?? openingOf(pv, locale, printLabels[locale])
}

/** The request that prints a complainant's receipt (A5, across). @throws PdfError `PDF_DATA_INVALID`. */
export function receiptPrint(document: ReceiptDocument, options: PrintOptions): RenderRequest {
  const receipt = parse(receiptDocumentSchema, document)
  const locale = options.locale ?? 'ar'
  const labels = { ...printLabels[locale], ...options.labels }
  const title = receipt.title ?? labels.receiptTitle
  const text = { ...receipt, title, dateFigures: dateFigures(receipt.receivedOn) }
  const data = { ...printable(text, locale), labels, qr: qrSvg(receipt.verification ?? receipt.reference) }
  return request('receipt', data, `${title} ${receipt.reference}`, locale, options)
}

// Only a right-to-left line can turn figures round.
function printable<T extends object>(text: T, locale: PdfLocale): object {
  const isolated = locale === 'ar' ? isolateFiguresIn(text) : text
  return typeof isolated === 'object' && isolated !== null ? isolated : text
}

function request(
  name: 'pv' | 'receipt',
  data: unknown,
  title: string,
  locale: PdfLocale,
  options: PrintOptions,
): RenderRequest {
  const { creationDate, assets } = options
  return { template: template(name), data, locale, title, creationDate, ...(assets ? { assets } : {}) }
}

function openingOf(pv: z.output<typeof pvDocumentSchema>, locale: PdfLocale, labels: PrintLabels): string {
  const words = actInWords(pv.act, locale)
  const values: Record<string, string> = { ...pv.author, date: words.date, time: words.time }
  if (pv.act.inWords !== undefined) values['date'] = pv.act.inWords
  return labels.opening.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function actInWords(act: { date: string; time: string }, locale: PdfLocale): { date: string; time: string } {
  const [year = 0, month = 0, day = 0] = act.date.split('-').map(Number)
  const [hour = 0, minute = 0] = act.time.split(':').map(Number)
  if (locale === 'ar') {
    return {
      date: `${arabicDateInWords({ year, month, day })} (${dateFigures(act.date)})`,
      time: `${arabicTimeInWords({ hour, minute })} (${act.time})`,
    }
  }
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  return { date: format.format(new Date(Date.UTC(year, month - 1, day))), time: act.time }
}
