import { type Checkpoint, cosignatureLine, verifyCheckpoint } from './checkpoint.ts'
import { EMPTY_ROOT, sameHash, verifyConsistency } from './merkle.ts'
import type { CheckpointSigner, VerifierKey } from './verifier-key.ts'

/** The largest tree a witness has cosigned for one log. The caller keeps one per origin. */
export type WitnessState = Checkpoint

/** What a witness is asked. `proof` leads from the size in `state` to that of the note, and is empty for a first note. */
export interface CosignRequest {
  readonly state: WitnessState | null
  readonly note: string
  readonly proof: readonly Uint8Array[]
  /** Keys (algorithm `ed25519`) of the logs this witness watches, configured by hand. */
  readonly logKeys: readonly VerifierKey[]
  readonly signer: CheckpointSigner
  readonly now: Date
}

/** Why a witness does not sign. `status` is the answer of C2SP tlog-witness over HTTP. */
export interface WitnessRefusal {
  readonly ok: false
  readonly code:
    | 'WITNESS_NOTE_MALFORMED'
    | 'WITNESS_LOG_UNKNOWN'
    | 'WITNESS_SIGNATURE_INVALID'
    | 'WITNESS_OTHER_LOG'
    | 'WITNESS_TREE_SHRUNK'
    | 'WITNESS_TREE_INCONSISTENT'
  readonly status: 400 | 403 | 404 | 409 | 422
  readonly message: string
}

/** The cosignature line (without newline) and the state to keep. Persist the state before the line leaves the house. */
export interface Cosigned {
  readonly ok: true
  readonly newState: WitnessState
  readonly cosignature: string
}

/**
 * Decides whether a witness cosigns a checkpoint, and signs (C2SP tlog-witness, add-checkpoint): the log must be known and
 * its signature hold, the tree must not be smaller than the one seen before and must extend it. The caller reads and
 * writes the state in one transaction per origin: of two calls at once the later one must see the state of the earlier.
 */
export async function cosign(request: CosignRequest): Promise<Cosigned | WitnessRefusal> {
  const { state, proof } = request
  const verified = verifyCheckpoint(request.note, request.logKeys)
  if (!verified.ok) {
    switch (verified.reason) {
      case 'malformed':
        return refusal('WITNESS_NOTE_MALFORMED', 400, verified.message)
      case 'bad_signature':
        return refusal('WITNESS_SIGNATURE_INVALID', 403, verified.message)
      case 'untrusted': {
        const known = request.logKeys.some((key) => key.name === verified.checkpoint?.origin)
        return refusal('WITNESS_LOG_UNKNOWN', known ? 403 : 404, verified.message)
      }
    }
  }
  const { checkpoint, note } = verified
  if (state && state.origin !== checkpoint.origin) {
    return refusal('WITNESS_OTHER_LOG', 400, `state of ${state.origin}, checkpoint of ${checkpoint.origin}`)
  }
  const old = state ?? { size: 0, root: EMPTY_ROOT }
  if (checkpoint.size < old.size) {
    return refusal(
      'WITNESS_TREE_SHRUNK',
      409,
      `${old.size} leaves were cosigned, this checkpoint has ${checkpoint.size}`,
    )
  }
  const extended = verifyConsistency({
    oldSize: old.size,
    newSize: checkpoint.size,
    oldRoot: old.root,
    newRoot: checkpoint.root,
    proof,
  })
  if (!extended) {
    const why = old.size === checkpoint.size && !sameHash(old.root, checkpoint.root) ? 'another root' : 'no valid proof'
    return refusal('WITNESS_TREE_INCONSISTENT', 422, `from ${old.size} to ${checkpoint.size} leaves: ${why}`)
  }
  const cosignature = await cosignatureLine(note.text, request.signer, request.now)
  return { ok: true, newState: checkpoint, cosignature }
}

function refusal(code: WitnessRefusal['code'], status: WitnessRefusal['status'], message: string): WitnessRefusal {
  return { ok: false, code, status, message }
}
