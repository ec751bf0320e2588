import { createPrivateKey } from 'node:crypto'
import { EMPTY_FRONTIER, appendLeaves } from './append.ts'
import { toBase64 } from './base64.ts'
import {
  type BundleBodyLine,
  type BundleHeader,
  type BundleLine,
  NO_LINES,
  countLine,
  formatBundleLine,
} from './bundle.ts'
import type { JsonValue } from './canonical-json.ts'
import { cosignatureLine, signCheckpoint } from './checkpoint.ts'
import { keySigner } from './key-signer.ts'
import { detailHash, encodeLeaf, leafHashOf } from './leaf.ts'
import { consistencyProof, inclusionProof, memoryNodes, rootAt } from './node-reader.ts'
import { addSignature, parseNote } from './note.ts'
import type { Trust } from './trust.ts'
import { verifyBundle } from './verify.ts'
import type { FindingCode } from './findings.ts'
import { type CheckpointSigner, formatVerifierKey, verifierKeyOf } from './verifier-key.ts'

/** An Ed25519 signer from a seed byte (PKCS#8 of RFC 8410), for tests. */
export function seedSigner(name: string, seed: number): CheckpointSigner {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  return keySigner(name, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
}

export const testLog = seedSigner('daira.example/log', 1)
export const testWitnesses = [seedSigner('w1.example/w', 2), seedSigner('w2.example/w', 3)]
export const testTrust: Trust = {
  logKeys: [formatVerifierKey(verifierKeyOf(testLog, 'ed25519'))],
  witnessKeys: testWitnesses.map((witness) => formatVerifierKey(verifierKeyOf(witness, 'cosignature/v1'))),
}

/** A leaf of a made-up history with its detail; `history` tells one from another. */
export function testLeaf(history: string, i: number) {
  const salt = Buffer.alloc(32, `${history}${i}`)
  const detail: JsonValue = { سبب: `${history} ${i}\u2028`, n: i }
  const id = (n: number) => `01939f2e-7c00-7000-8000-${(i * 16 + n).toString(16).padStart(12, '0')}`
  const leaf = encodeLeaf({
    v: 1,
    eventId: id(1),
    kind: 'command',
    type: i % 2 ? 'case.opened' : 'custody.extended',
    actorId: id(2),
    actorUnitId: i % 3 ? id(3) : null,
    recordedAt: new Date(Date.UTC(2026, 10, 23, 8, 0, 0, i)).toISOString(),
    commandId: id(4),
    subjects: [{ type: 'case', id: id(5) }],
    detailHash: detailHash(salt, detail),
  })
  return { leaf, hash: toBase64(leafHashOf(leaf)), salt: toBase64(salt), detail }
}

export interface TestBundle {
  leaves: number
  /** Sizes of the checkpoints, growing. */
  checkpoints: number[]
  scope?: BundleHeader['scope']
  /** Which leaves are shown; default all. */
  shown?: number[]
  history?: string
  log?: CheckpointSigner
  /** How many witnesses cosign the last checkpoint. */
  witnesses?: number
}

/** An honest bundle, as lines that a test may then spoil. */
export async function testBundle(options: TestBundle): Promise<BundleLine[]> {
  const { history = 'a', log = testLog, scope = { type: 'all' } } = options
  const leaves = Array.from({ length: options.leaves }, (_, i) => testLeaf(history, i))
  const nodes = memoryNodes()
  nodes.add(
    appendLeaves(
      EMPTY_FRONTIER,
      leaves.map(({ leaf }) => leafHashOf(leaf)),
    ).nodes,
  )
  const body: BundleBodyLine[] = []
  const last = options.checkpoints.at(-1) ?? 0
  for (const size of options.checkpoints) {
    let note = await signCheckpoint({ size, root: await rootAt(nodes, size) }, log)
    for (const witness of size === last ? testWitnesses.slice(0, options.witnesses ?? 0) : []) {
      note = addSignature(note, await cosignatureLine(parseNote(note).text, witness, new Date('2026-11-23T09:00:00Z')))
    }
    body.push({ kind: 'checkpoint', note })
  }
  for (const [i, to] of options.checkpoints.entries()) {
    const from = options.checkpoints[i - 1]
    if (from === undefined || from === to) continue
    body.push({ kind: 'consistency', from, to, proof: (await consistencyProof(nodes, from, to)).map(toBase64) })
  }
  for (const [index, { leaf, hash, salt, detail }] of leaves.entries()) {
    if (options.shown && !options.shown.includes(index)) continue
    body.push({ kind: 'leaf', index, leaf, hash })
    // Every fourth detail is withheld, or shredded: nobody can tell.
    if (index % 4 !== 3) body.push({ kind: 'detail', index, salt, detail })
    if (scope.type !== 'all' || index % 5 === 0) {
      const size = index < (options.checkpoints[0] ?? 0) ? (options.checkpoints[0] ?? 0) : last
      if (index >= size) continue
      body.push({ kind: 'inclusion', index, size, proof: (await inclusionProof(nodes, index, size)).map(toBase64) })
    }
  }
  const exportedAt = '2026-11-23T10:00:00.000Z'
  return withEnd([{ kind: 'header', format: 'daira-audit-bundle/1', origin: log.keyName, exportedAt, scope }, ...body])
}

/** The same lines with an end line that counts them rightly, as anybody who spoils a bundle would see to. */
export function withEnd(lines: readonly BundleLine[]): BundleLine[] {
  let counts = NO_LINES
  const kept = lines.filter((line) => line.kind !== 'end')
  for (const line of kept) if (line.kind !== 'header') counts = countLine(counts, line.kind)
  return [...kept, { kind: 'end', ...counts }]
}

export function render(lines: readonly BundleLine[]): string[] {
  return lines.map(formatBundleLine)
}

/** The codes of what the verifier finds in these lines. */
export async function findingCodes(lines: readonly BundleLine[], trust: Trust = testTrust): Promise<FindingCode[]> {
  const report = await verifyBundle(render(lines), trust)
  return report.findings.map((finding) => finding.code)
}
