export type SigningErrorCode =
  | 'SEAL_KEY_UNREADABLE'
  | 'SEAL_KEY_EXISTS'
  | 'SEAL_PDF_UNSUPPORTED'
  | 'SEAL_TOO_LARGE'
  | 'SEAL_CERTIFICATE_NOT_VALID'
  | 'TIMESTAMP_REFUSED'

/** A seal that could not be made. Verification never throws it: what is wrong with a file stands in its report. */
export class SigningError extends Error {
  readonly code: SigningErrorCode

  constructor(code: SigningErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SigningError'
    this.code = code
  }
}
