/**
 * Prints: typesetting of PDF/A documents in Arabic, French and English, with the forms all prints share.
 *
 * `createPdfRenderer().render(pvPrint(document, { creationDate }))` gives the bytes of a procès-verbal.
 */
export { createPdfRenderer } from './renderer.ts'
export type { PdfLocale, PdfRenderer, PdfRendererOptions, RenderRequest } from './renderer.ts'
export { renderPrint } from './render-print.ts'
export { PdfError } from './pdf-error.ts'
export type { PdfDiagnostic, PdfErrorCode } from './pdf-error.ts'
export { pvOpening, pvPrint, receiptPrint } from './prints.ts'
export type { PrintOptions } from './prints.ts'
export {
  inlineSchema,
  printText,
  pvBlockSchema,
  pvCopySchema,
  pvDocumentSchema,
  pvMentionSchema,
  pvSignatureSchema,
  receiptDocumentSchema,
} from './pv-document.ts'
export type { Inline, PvBlock, PvDocument, ReceiptDocument } from './pv-document.ts'
export { printLabels } from './labels.ts'
export type { PrintLabels } from './labels.ts'
export { qrSvg } from './qr.ts'
export {
  arabicDateInWords,
  arabicDayOrdinal,
  arabicMonths,
  arabicNouns,
  arabicNumberInWords,
  arabicQuantity,
  arabicTimeInWords,
} from './arabic-words.ts'
export type { ArabicCase, ArabicGender, ArabicNoun } from './arabic-words.ts'
