import { createHash, X509Certificate } from 'node:crypto'
import { type SealSigner, checkTimestamp, describeSigner } from './check-signer.ts'
import { oids, signCms } from './cms-sign.ts'
import type { Signer } from './signer.ts'
import { type TimestampAuthority, requestTimestamp } from './timestamp.ts'
import { type ChainProblem, checkChain, verifyCms } from './verify-cms.ts'

/**
 * A detached CMS signature (RFC 5652, DER) over bytes that lie elsewhere, in the same shape as the seals of documents. The hour of
 * sealing has to stand in the bytes; a time stamp proves it.
 * @throws SigningError `TIMESTAMP_REFUSED`
 */
export async function sealDetached(
  content: Uint8Array,
  signer: Signer,
  timestamp?: TimestampAuthority,
): Promise<Uint8Array> {
  const digest = createHash('sha256').update(content).digest()
  return signCms(digest, signer, timestamp && ((signature) => requestTimestamp(timestamp, signature)))
}

export type DetachedProblem =
  ChainProblem | 'SEAL_UNREADABLE' | 'DIGEST_MISMATCH' | 'SIGNATURE_INVALID' | 'SIGNER_NOT_BOUND' | 'TIMESTAMP_INVALID'

/** `ok` where `problems` is empty; only then is anything else to be believed. */
export interface DetachedReport {
  readonly ok: boolean
  readonly problems: readonly DetachedProblem[]
  readonly signer: SealSigner | undefined
  /** The proved time, where a time stamp stands and holds. */
  readonly stampedAt: Date | undefined
}

/**
 * Checks a detached seal against trust anchors (DER or PEM) from outside of what is checked. The certificate is judged at the
 * stamped time, else at the claimed one. Never throws for what the seal says.
 */
export function verifyDetachedSeal(
  content: Uint8Array,
  seal: Uint8Array,
  trustAnchors: readonly (Uint8Array | string)[],
  claimedAt: Date,
): DetachedReport {
  const anchors = trustAnchors.map((anchor) => new X509Certificate(anchor))
  const problems: DetachedProblem[] = []
  let cms
  try {
    cms = verifyCms(seal, (hash) => createHash(hash).update(content).digest())
  } catch {
    return { ok: false, problems: ['SEAL_UNREADABLE'], signer: undefined, stampedAt: undefined }
  }
  if (cms.length !== seal.byteLength || cms.contentType !== oids.data) problems.push('SEAL_UNREADABLE')
  if (!cms.digestOk) problems.push('DIGEST_MISMATCH')
  if (!cms.signatureOk) problems.push('SIGNATURE_INVALID')
  if (!cms.certificateBound) problems.push('SIGNER_NOT_BOUND')
  const stampedAt = cms.timestampToken && checkTimestamp(cms.timestampToken, cms.signature, anchors)
  if (cms.timestampToken && !stampedAt) problems.push('TIMESTAMP_INVALID')
  if (cms.signer) problems.push(...checkChain(cms.signer, cms.certificates, anchors, stampedAt ?? claimedAt))
  return { ok: problems.length === 0, problems, signer: cms.signer && describeSigner(cms.signer), stampedAt }
}
