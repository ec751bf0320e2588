/** What went wrong when a print was made. */
export type PdfErrorCode =
  | 'PDF_TEMPLATE_ERROR'
  | 'PDF_CHARACTER_UNPRINTABLE'
  | 'PDF_FONT_UNKNOWN'
  | 'PDF_DATA_INVALID'
  | 'PDF_TIMED_OUT'
  | 'PDF_WORKER_DIED'
  | 'PDF_CLOSED'

/** One message of the typesetter; `path` is the template it points into. */
export interface PdfDiagnostic {
  message: string
  path?: string
}

/**
 * A print that could not be made. `message` is the typesetter's own text; `unprintable` lists the pieces of text no font of
 * the project has glyphs for (`PDF_CHARACTER_UNPRINTABLE`), so that a screen can show where they are.
 */
export class PdfError extends Error {
  readonly code: PdfErrorCode
  readonly diagnostics: readonly PdfDiagnostic[]
  readonly unprintable: readonly string[]

  constructor(
    code: PdfErrorCode,
    diagnostics: readonly PdfDiagnostic[],
    options: { unprintable?: readonly string[]; cause?: unknown } = {},
  ) {
    super(
      diagnostics.map((line) => (line.path ? `${line.path}: ${line.message}` : line.message)).join('\n') || code,
      options.cause === undefined ? undefined : { cause: options.cause },
    )
    this.name = 'PdfError'
    this.code = code
    this.diagnostics = diagnostics
    this.unprintable = options.unprintable ?? []
  }
}
