/** What can be wrong with material handed to the log library; a stable code for programs. */
export type AuditLogErrorCode =
  | 'AUDIT_VALUE_NOT_CANONICAL'
  | 'AUDIT_SALT_INVALID'
  | 'AUDIT_LEAF_INVALID'
  | 'AUDIT_KEY_INVALID'
  | 'AUDIT_NOTE_MALFORMED'
  | 'AUDIT_CHECKPOINT_MALFORMED'
  | 'AUDIT_BUNDLE_MALFORMED'
  | 'AUDIT_TRUST_INVALID'

/** Thrown for malformed material; `message` is English, for the operator. Tampering is never thrown, it is reported. */
export class AuditLogError extends Error {
  override readonly name = 'AuditLogError'
  readonly code: AuditLogErrorCode

  constructor(code: AuditLogErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
