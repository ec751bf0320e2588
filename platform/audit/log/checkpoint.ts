import { AuditLogError } from './audit-log-error.ts'
import { findBase64, toBase64 } from './base64.ts'
import { EMPTY_ROOT, HASH_BYTES, isTreeSize, sameHash } from './merkle.ts'
import { type Note, type NoteSignature, findSigningKey, formatSignatureLine, parseNote } from './note.ts'
import { type CheckpointSigner, type VerifierKey, verifierKeyOf, verifyWith } from './verifier-key.ts'

/** What a checkpoint says: the log `origin` has `size` leaves under this root. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** A witness' statement that it saw the checkpoint at `time` and that it extends all the witness saw before. */
export interface Cosignature {
  readonly key: VerifierKey
  readonly time: Date
}

/** A checkpoint whose signatures hold, with the log keys and witnesses that signed it. */
export interface VerifiedCheckpoint {
  readonly ok: true
  readonly checkpoint: Checkpoint
  readonly note: Note
  readonly logKeys: readonly VerifierKey[]
  readonly cosignatures: readonly Cosignature[]
}

/**
 * Why a checkpoint does not hold: it is no checkpoint; no trusted key of the log signed it; a line names a trusted key and
 * its signature is wrong (the whole note is refused then, as signed-note asks).
 */
export interface RefusedCheckpoint {
  readonly ok: false
  readonly reason: 'malformed' | 'untrusted' | 'bad_signature'
  readonly message: string
  readonly checkpoint?: Checkpoint
}

/**
 * The text that is signed (C2SP tlog-checkpoint): origin, size, base64 root, a line each. It carries no extension line:
 * the specification advises against them, since no monitor can check what they say. Time is in the cosignatures, whose
 * witnesses vouch for it, and in each leaf's `recordedAt`. Throws `AUDIT_CHECKPOINT_MALFORMED`.
 */
export function checkpointText(checkpoint: Checkpoint): string {
  const text = `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`
  parseCheckpointText(text)
  return text
}

/** Reads the text of a note as a checkpoint; extension lines are accepted and ignored. Throws `AUDIT_CHECKPOINT_MALFORMED`. */
export function parseCheckpointText(text: string): Checkpoint {
  const [origin, size, encodedRoot, ...rest] = text.split('\n')
  const end = rest.pop()
  const root = findBase64(encodedRoot ?? '')
  if (origin === undefined || origin === '' || size === undefined || end !== '' || rest.includes('')) {
    throw malformed('at least three lines, none empty')
  }
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !isTreeSize(Number(size))) throw malformed('tree size')
  if (root?.length !== HASH_BYTES) throw malformed('root hash')
  if (size === '0' && !sameHash(root, EMPTY_ROOT)) throw malformed('root of the empty tree')
  return { origin, size: Number(size), root }
}

/** A checkpoint signed by its log: the signer's key name is the origin, so that a key of one log never speaks for another. */
export async function signCheckpoint(tree: Omit<Checkpoint, 'origin'>, signer: CheckpointSigner): Promise<string> {
  const text = checkpointText({ origin: signer.keyName, size: tree.size, root: tree.root })
  const signature = await signer.sign(Buffer.from(text))
  return `${text}\n${formatSignatureLine(verifierKeyOf(signer, 'ed25519'), signature)}\n`
}

/**
 * Checks a checkpoint against keys trusted from outside: `ed25519` keys are those of the log, `cosignature/v1` keys those
 * of witnesses. Signatures of unknown keys are ignored. At least one key of the log must have signed, and the origin must
 * be that key's name. Does not throw for anything the note holds.
 */
export function verifyCheckpoint(
  raw: string,
  trustedKeys: readonly VerifierKey[],
): VerifiedCheckpoint | RefusedCheckpoint {
  let note: Note
  let checkpoint: Checkpoint
  try {
    note = parseNote(raw)
    checkpoint = parseCheckpointText(note.text)
  } catch (error) {
    if (!(error instanceof AuditLogError)) throw error
    return { ok: false, reason: 'malformed', message: error.message }
  }
  const logKeys: VerifierKey[] = []
  const cosignatures: Cosignature[] = []
  for (const line of note.signatures) {
    const key = findSigningKey(line, trustedKeys)
    if (!key) continue
    const time = signatureTime(key, note, line)
    if (time === 'invalid') {
      return { ok: false, reason: 'bad_signature', message: `the signature of ${key.name} does not hold`, checkpoint }
    }
    if (time === 'untimed') {
      if (key.name === checkpoint.origin) logKeys.push(key)
    } else {
      cosignatures.push({ key, time })
    }
  }
  if (logKeys.length === 0) {
    return { ok: false, reason: 'untrusted', message: `no trusted key of ${checkpoint.origin} signed it`, checkpoint }
  }
  return { ok: true, checkpoint, note, logKeys, cosignatures }
}

/** What a witness signs: a header, the time in POSIX seconds, the checkpoint's text (C2SP tlog-cosignature, Ed25519). */
export function cosignedMessage(text: string, posixSeconds: bigint | number): Uint8Array {
  return Buffer.from(`cosignature/v1\ntime ${posixSeconds}\n${text}`)
}

/** A witness' signature line over a checkpoint's text: key id || 8 bytes of time || Ed25519 signature. Judges nothing. */
export async function cosignatureLine(text: string, signer: CheckpointSigner, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = await signer.sign(cosignedMessage(text, seconds))
  return formatSignatureLine(verifierKeyOf(signer, 'cosignature/v1'), Buffer.concat([time, signature]))
}

// Seconds beyond the range of Date would make a time that says nothing.
const MAX_SECONDS = 8_640_000_000_000n

function signatureTime(key: VerifierKey, note: Note, line: NoteSignature): Date | 'untimed' | 'invalid' {
  switch (key.algorithm) {
    case 'ed25519':
      return verifyWith(key, Buffer.from(note.text), line.signature) ? 'untimed' : 'invalid'
    case 'cosignature/v1': {
      if (line.signature.length !== 72) return 'invalid'
      const seconds = Buffer.from(line.signature).readBigUInt64BE(0)
      if (seconds === 0n || seconds > MAX_SECONDS) return 'invalid'
      const holds = verifyWith(key, cosignedMessage(note.text, seconds), line.signature.subarray(8))
      return holds ? new Date(Number(seconds) * 1000) : 'invalid'
    }
  }
}

function malformed(reason: string): AuditLogError {
  return new AuditLogError('AUDIT_CHECKPOINT_MALFORMED', `checkpoint: ${reason}`)
}
