import { AuditLogError } from './audit-log-error.ts'
import { findBase64, toBase64 } from './base64.ts'
import { HASH_BYTES, isTreeSize } from './merkle.ts'

/** What a log sends a witness: the size the witness is thought to know, the proof from there, the new checkpoint. */
export interface AddCheckpoint {
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly note: string
}

const MAX_PROOF = 63

/** Body of an add-checkpoint request of C2SP tlog-witness: `old <size>`, proof lines in base64, an empty line, the note. */
export function formatAddCheckpoint({ oldSize, proof, note }: AddCheckpoint): string {
  return [`old ${oldSize}`, ...proof.map(toBase64), '', note].join('\n')
}

/** Reads such a body; the note itself is left to `cosign`. Throws `AUDIT_NOTE_MALFORMED`. */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const blank = body.indexOf('\n\n')
  const [first, ...lines] = body.slice(0, Math.max(blank, 0)).split('\n')
  const [, size] = /^old (0|[1-9][0-9]{0,15})$/.exec(first ?? '') ?? []
  if (size === undefined || !isTreeSize(Number(size)) || lines.length > MAX_PROOF) throw malformed('old size')
  const proof = lines.map((line) => {
    const hash = findBase64(line)
    if (hash?.length !== HASH_BYTES) throw malformed('proof line')
    return hash
  })
  return { oldSize: Number(size), proof, note: body.slice(blank + 2) }
}

function malformed(reason: string): AuditLogError {
  return new AuditLogError('AUDIT_NOTE_MALFORMED', `add-checkpoint: ${reason}`)
}
