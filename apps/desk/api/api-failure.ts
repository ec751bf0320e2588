/** An answer of the server that says no. `message` is in the reader's language and says what to do. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly status: number
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly correlationId: string

  constructor(
    status: number,
    body: { code: string; message: string; params: Record<string, string | number>; correlationId: string },
  ) {
    super(body.message)
    this.status = status
    this.code = body.code
    this.params = body.params
    this.correlationId = body.correlationId
  }
}

/** No answer came: the line or the server is down. The same command may be sent again under the same key. */
export class LineDown extends Error {
  override readonly name = 'LineDown'
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof ApiFailure && error.code === code
}
