import { AuditLogError } from './audit-log-error.ts'
import { findBase64, toBase64 } from './base64.ts'
import { type VerifierKey, isKeyName } from './verifier-key.ts'

/** One signature line of a note: who says to have signed, under which key id (eight hex digits), and the signature. */
export interface NoteSignature {
  readonly name: string
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A signed note of C2SP signed-note: the text (final newline included) and its signature lines. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

// The specification asks for room for 16; rotated log keys and witnesses stay far below this.
const MAX_SIGNATURES = 64
const MAX_NOTE_CHARACTERS = 100_000

/** Reads a signed note without judging its signatures. Throws `AUDIT_NOTE_MALFORMED`. */
export function parseNote(raw: string): Note {
  if (raw.length > MAX_NOTE_CHARACTERS) throw malformed('too long')
  // eslint-disable-next-line no-control-regex
  if (!raw.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(raw)) throw malformed('control characters')
  const blank = raw.lastIndexOf('\n\n')
  if (blank < 1 || !raw.endsWith('\n')) throw malformed('no signatures')
  const text = raw.slice(0, blank + 1)
  const lines = raw.slice(blank + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw malformed('too many signatures')
  return { text, signatures: lines.map(parseSignatureLine) }
}

/** Reads one signature line, without its newline. Throws `AUDIT_NOTE_MALFORMED`. */
export function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
  const bytes = findBase64(encoded ?? '')
  if (name === undefined || !isKeyName(name) || bytes === undefined || bytes.length < 5)
    throw malformed('signature line')
  return { name, keyId: Buffer.from(bytes.subarray(0, 4)).toString('hex'), signature: bytes.subarray(4) }
}

/** A signature line, without its newline: em dash, name, base64(key id || signature). */
export function formatSignatureLine(key: VerifierKey, signature: Uint8Array): string {
  return `\u2014 ${key.name} ${toBase64(Buffer.concat([Buffer.from(key.keyId, 'hex'), signature]))}`
}

/** A note with one more signature line. A line that it already has is not repeated. */
export function addSignature(note: string, line: string): string {
  parseNote(note)
  parseSignatureLine(line)
  return note.split('\n').includes(line) ? note : `${note}${line}\n`
}

/** The key among `keys` that a signature line names: same name and same id. */
export function findSigningKey(signature: NoteSignature, keys: readonly VerifierKey[]): VerifierKey | undefined {
  return keys.find((key) => key.name === signature.name && key.keyId === signature.keyId)
}

function malformed(reason: string): AuditLogError {
  return new AuditLogError('AUDIT_NOTE_MALFORMED', `signed note: ${reason}`)
}
