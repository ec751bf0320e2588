import type { PdfDiagnostic, PdfErrorCode } from './pdf-error.ts'

/** Parent to worker: one print. Travels by structured clone. */
export interface RenderJob {
  id: number
  template: string
  /** JSON text the templates read as `/input.json`. */
  input: string
  assets: Record<string, Uint8Array>
  createdAtSeconds: number
}

/** Worker to parent. */
export type RenderAnswer =
  | { kind: 'ready' }
  | { kind: 'done'; id: number; pdf: Uint8Array; pages: number }
  | { kind: 'failed'; id: number; code: PdfErrorCode; diagnostics: PdfDiagnostic[]; unprintable: string[] }
