import { createHash } from 'node:crypto'
import {
  type BundleBodyLine,
  EMPTY_FRONTIER,
  appendLeaves,
  detailHash,
  encodeLeaf,
  inclusionProof,
  leafHashOf,
  memoryNodes,
  rootAt,
  signCheckpoint,
  toBase64,
  writeBundle,
} from '#platform/audit/log/index.ts'
import { testLog, testTrust } from '#platform/audit/log/test-bundle.ts'
import { createPdfRenderer, pvPrint } from '#platform/pdf/index.ts'
import { samplePv } from '#platform/pdf/testing/sample-prints.ts'
import { type Signer, createCertificateAuthority, sealPdf } from '#platform/signing/index.ts'
import type { Dossier, PackageTrust, PieceSource } from '../index.ts'

export const sealedAt = new Date('2026-11-23T12:00:00.000Z')
const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') }

/** The keys of a made-up unit, and what an outsider trusts. */
export async function sampleKeys(): Promise<{ readonly signer: Signer; readonly trust: PackageTrust }> {
  const authority = await createCertificateAuthority(
    { commonName: 'جذر تجريبي', organization: 'Daira', country: 'MA' },
    validity,
  )
  const { signer } = await authority.issueUnitSeal({ commonName: 'دائرة تجريبية', country: 'MA' }, validity)
  return { signer, trust: { roots: [authority.certificatePem], log: testTrust } }
}

/** A dossier of fictional people: two sealed PVs and a picture, with what the log says of the two. */
export async function sampleDossier(signer: Signer): Promise<Dossier> {
  const renderer = createPdfRenderer()
  const print = await renderer.render(pvPrint(samplePv, { creationDate: sealedAt }))
  await renderer.close()
  const sealing = { signer, reason: 'ختم محضر', location: 'مدينة الميناء', name: 'عبد الرحيم الصنهاجي', at: sealedAt }
  const first = await sealPdf(print, sealing)
  const second = await sealPdf(print, { ...sealing, reason: 'ختم محضر ثان' })
  const pieces = [
    piece('001-pv.pdf', 'pv', first),
    piece('002-pv.pdf', 'pv', second),
    piece('003-صورة.jpg', 'picture', new TextEncoder().encode('صورة')),
  ]
  return {
    about: {
      case: { reference: '2026/118', unit: inThree('دائرة تجريبية') },
      to: inThree('وكيل الملك'),
      training: true,
    },
    pieces,
    log: await logOf([first, second].map((bytes) => sha256(bytes))),
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const inThree = (text: string) => ({ ar: text, fr: text, en: text })

export function piece(name: string, kind: PieceSource['kind'], content: Uint8Array): PieceSource {
  return {
    kind,
    title: inThree(name),
    reference: kind === 'pv' ? name : null,
    date: '2026-11-23',
    path: `data/pieces/${name}`,
    mediaType: kind === 'pv' ? 'application/pdf' : 'image/jpeg',
    sealed: kind === 'pv',
    async *read() {
      yield await Promise.resolve(content)
    },
  }
}

/** An export of a log that tells of the sealing of documents, one entry each. */
export async function logOf(digests: readonly string[], type = 'pv.sealed'): Promise<string[]> {
  const id = (n: number): string => `01939f2e-7c00-7000-8000-${n.toString(16).padStart(12, '0')}`
  const leaves = digests.map((sealedSha256, at) => {
    const salt = Buffer.alloc(32, at + 1)
    const detail = { codes: { sealedSha256 } }
    const leaf = encodeLeaf({
      v: 1,
      eventId: id(at + 1),
      kind: 'command',
      type,
      actorId: id(100),
      actorUnitId: id(101),
      recordedAt: sealedAt.toISOString(),
      commandId: id(200 + at),
      subjects: [{ type: 'pv', id: id(300 + at) }],
      detailHash: detailHash(salt, detail),
    })
    return { leaf, salt, detail }
  })
  const nodes = memoryNodes()
  const hashes = leaves.map(({ leaf }) => leafHashOf(leaf))
  nodes.add(appendLeaves(EMPTY_FRONTIER, hashes).nodes)
  const size = leaves.length
  const body: BundleBodyLine[] = [
    { kind: 'checkpoint', note: await signCheckpoint({ size, root: await rootAt(nodes, size) }, testLog) },
  ]
  for (const [index, { leaf, salt, detail }] of leaves.entries()) {
    body.push({ kind: 'leaf', index, leaf, hash: toBase64(leafHashOf(leaf)) })
    body.push({ kind: 'detail', index, salt: toBase64(salt), detail })
    body.push({ kind: 'inclusion', index, size, proof: (await inclusionProof(nodes, index, size)).map(toBase64) })
  }
  const lines: string[] = []
  const header = { origin: testLog.keyName, exportedAt: sealedAt.toISOString(), scope: { type: 'selection' } } as const
  for await (const line of writeBundle(header, body)) lines.push(line)
  return lines
}
