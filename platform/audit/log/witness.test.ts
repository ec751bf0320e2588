import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { formatAddCheckpoint, parseAddCheckpoint } from './add-checkpoint.ts'
import { appendLeaves, EMPTY_FRONTIER } from './append.ts'
import { AuditLogError } from './audit-log-error.ts'
import { signCheckpoint, verifyCheckpoint } from './checkpoint.ts'
import { keySigner } from './key-signer.ts'
import { leafHash } from './merkle.ts'
import { consistencyProof, memoryNodes, rootAt } from './node-reader.ts'
import { addSignature } from './note.ts'
import { verifierKeyOf } from './verifier-key.ts'
import { cosign, type CosignRequest, type WitnessState } from './witness.ts'

const signer = (name: string) => keySigner(name, generateKeyPairSync('ed25519').privateKey)
const log = signer('daira.example/log')
const witness = signer('witness.example/w1')
const logKeys = [verifierKeyOf(log, 'ed25519')]
const now = new Date('2026-11-23T08:15:30.000Z')

function tree(count: number, word: string) {
  const nodes = memoryNodes()
  nodes.add(
    appendLeaves(
      EMPTY_FRONTIER,
      Array.from({ length: count }, (_, i) => leafHash(Buffer.from(word + i))),
    ).nodes,
  )
  return nodes
}
const nodes = tree(20, 'a')
const rewritten = tree(20, 'b')

async function request(from: WitnessState | null, size: number, by = nodes, change: Partial<CosignRequest> = {}) {
  const note = await signCheckpoint({ size, root: await rootAt(by, size) }, log)
  const proof = from && from.size <= size ? await consistencyProof(by, from.size, size) : []
  return { state: from, note, proof, logKeys, signer: witness, now, ...change }
}
const stateAt = async (size: number): Promise<WitnessState> => ({
  origin: log.keyName,
  size,
  root: await rootAt(nodes, size),
})

describe('a witness', () => {
  it('cosigns a first checkpoint, its growth, and the same again', async () => {
    const first = await request(null, 5)
    const answer = await cosign(first)
    if (!answer.ok) throw new Error(answer.message)
    expect(answer.newState).toEqual(await stateAt(5))
    const cosigned = verifyCheckpoint(addSignature(first.note, answer.cosignature), [
      ...logKeys,
      verifierKeyOf(witness, 'cosignature/v1'),
    ])
    expect(cosigned).toMatchObject({ ok: true, cosignatures: [{ time: now }] })
    expect(await cosign(await request(answer.newState, 17))).toMatchObject({ ok: true, newState: { size: 17 } })
    expect(await cosign(await request(answer.newState, 5))).toMatchObject({ ok: true, newState: { size: 5 } })
  })

  it('refuses a smaller tree', async () => {
    const code = 'WITNESS_TREE_SHRUNK'
    expect(await cosign(await request(await stateAt(17), 16))).toMatchObject({ ok: false, code, status: 409 })
  })

  it('refuses another history of the same key: grown, of the same size, or with a proof of its own', async () => {
    const code = 'WITNESS_TREE_INCONSISTENT'
    for (const size of [17, 20]) {
      expect(await cosign(await request(await stateAt(17), size, rewritten))).toMatchObject({ code, status: 422 })
    }
  })

  it('refuses growth without its proof, and a proof where none belongs', async () => {
    const code = 'WITNESS_TREE_INCONSISTENT'
    expect(await cosign(await request(await stateAt(5), 17, nodes, { proof: [] }))).toMatchObject({ code })
    expect(await cosign(await request(null, 17, nodes, { proof: [Buffer.alloc(32)] }))).toMatchObject({ code })
  })

  it('refuses a log it does not know, a new key of a log it knows, and a wrong signature', async () => {
    const stranger = signer('stranger.example/log')
    const imposter = signer(log.keyName)
    const root = await rootAt(nodes, 5)
    const base = await request(null, 5)
    const unknown = { ...base, note: await signCheckpoint({ size: 5, root }, stranger) }
    expect(await cosign(unknown)).toMatchObject({ code: 'WITNESS_LOG_UNKNOWN', status: 404 })
    const fresh = { ...base, note: await signCheckpoint({ size: 5, root }, imposter) }
    expect(await cosign(fresh)).toMatchObject({ code: 'WITNESS_LOG_UNKNOWN', status: 403 })
    const forged = { ...base, note: base.note.replace('\n5\n', '\n6\n') }
    expect(await cosign(forged)).toMatchObject({ code: 'WITNESS_SIGNATURE_INVALID', status: 403 })
    expect(await cosign({ ...base, note: 'x' })).toMatchObject({ code: 'WITNESS_NOTE_MALFORMED', status: 400 })
    const other = { ...(await stateAt(5)), origin: 'other.example/log' }
    expect(await cosign({ ...base, state: other })).toMatchObject({ code: 'WITNESS_OTHER_LOG', status: 400 })
  })
})

describe('the add-checkpoint body', () => {
  it('reads back', async () => {
    const { note, proof } = await request(await stateAt(5), 17)
    const body = formatAddCheckpoint({ oldSize: 5, proof, note })
    expect(body.startsWith('old 5\n')).toBe(true)
    expect(parseAddCheckpoint(body)).toEqual({ oldSize: 5, proof, note })
    expect(parseAddCheckpoint(formatAddCheckpoint({ oldSize: 0, proof: [], note }))).toEqual({
      oldSize: 0,
      proof: [],
      note,
    })
  })

  it.each([
    '',
    'old 5\n',
    'old 05\n\nx',
    'old x\n\nx',
    'new 5\n\nx',
    'old 5\nAAAA\n\nx',
    `old 5\n${'A\n'.repeat(70)}\nx`,
  ])('is refused as %j', (body) => {
    expect(() => parseAddCheckpoint(body)).toThrow(AuditLogError)
  })
})
