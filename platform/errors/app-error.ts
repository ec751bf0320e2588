import type { Text } from '#platform/i18n/text.ts'

/** One row of a module's error table. `when` says, for developers, in which case it is thrown. */
export interface ErrorRow {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 428 | 429 | 503
  readonly when: string
  readonly text: Text
  /** True where the refusal itself is put into the log. */
  readonly recorded?: true
}

export type ErrorTable = Readonly<Record<string, ErrorRow>>

/**
 * The one error that reaches people. The code is stable for programs; the text comes from the module's table.
 * `params` fill the text and travel with the answer: never put into them what the reader may not see.
 */
export class AppError extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly recorded: boolean
  override readonly name = 'AppError'

  constructor(
    code: string,
    options: { params?: Readonly<Record<string, string | number>>; cause?: unknown; recorded?: boolean } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = options.params ?? {}
    this.recorded = options.recorded ?? false
  }
}

/** Types a module's table and keeps its codes as a union, so that a misspelt code does not compile. */
export function defineErrors<const T extends ErrorTable>(
  table: T,
): {
  readonly table: T
  readonly fail: (code: keyof T & string, params?: Record<string, string | number>) => AppError
} {
  const rows: ErrorTable = table
  return {
    table,
    fail: (code, params) => new AppError(code, { params: params ?? {}, recorded: rows[code]?.recorded ?? false }),
  }
}
