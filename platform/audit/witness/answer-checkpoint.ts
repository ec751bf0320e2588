import type { Clock } from '#platform/clock.ts'
import {
  type AddCheckpoint,
  AuditLogError,
  type VerifierKey,
  cosign,
  parseAddCheckpoint,
  parseCheckpointText,
  parseNote,
  verifyCheckpoint,
} from '../log/index.ts'
import type { WitnessStore } from './witness-store.ts'

/** An answer of C2SP tlog-witness. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly type: 'text/plain; charset=utf-8' | 'text/x.tlog.size'
  readonly body: string
}

export interface WitnessOptions {
  readonly store: WitnessStore
  readonly logKeys: readonly VerifierKey[]
  readonly clock: Clock
}

/**
 * Answers add-checkpoint requests, one after the other: of two that come at once the later one must see what the earlier
 * one left. The state is on the disk before a cosignature leaves the house.
 */
export function createWitness(options: WitnessOptions): (body: string) => Promise<WitnessAnswer> {
  let turn: Promise<unknown> = Promise.resolve()
  return (body) => {
    const answer = turn.then(() => answerOne(options, body))
    turn = answer.catch(() => undefined)
    return answer
  }
}

async function answerOne({ store, logKeys, clock }: WitnessOptions, body: string): Promise<WitnessAnswer> {
  let request: AddCheckpoint
  let checkpoint: { origin: string; size: number }
  try {
    request = parseAddCheckpoint(body)
    checkpoint = parseCheckpointText(parseNote(request.note).text)
  } catch (error) {
    if (error instanceof AuditLogError) return plain(400, error.message)
    throw error
  }
  const { note, oldSize, proof } = request
  if (!logKeys.some((key) => key.name === checkpoint.origin)) return plain(404, `unknown log ${checkpoint.origin}`)
  if (!verifyCheckpoint(note, logKeys).ok) return plain(403, `no key of ${checkpoint.origin} signed this`)
  if (oldSize > checkpoint.size) return plain(400, 'the old size is larger than the checkpoint')
  const state = await store.read(checkpoint.origin)
  const known = state?.size ?? 0
  if (oldSize !== known) return { status: 409, type: 'text/x.tlog.size', body: `${known}\n` }
  const answer = await cosign({ state, note, proof, logKeys, signer: store.signer, now: clock.now() })
  if (!answer.ok) {
    if (answer.code === 'WITNESS_TREE_INCONSISTENT') await store.keepEvidence(note)
    return plain(oldSize === checkpoint.size ? 409 : answer.status, answer.message)
  }
  await store.write(answer.newState)
  return plain(200, answer.cosignature)
}

function plain(status: WitnessAnswer['status'], text: string): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` }
}
