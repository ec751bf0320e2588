import { createHash, type X509Certificate } from 'node:crypto'
import { oids } from './cms-sign.ts'
import { keyIdOf } from './signer.ts'
import { encapsulatedContent, readTimestamp } from './timestamp.ts'
import { checkChain, verifyCms } from './verify-cms.ts'

/** Whose key it was, by the certificate. */
export interface SealSigner {
  readonly commonName: string
  readonly subject: string
  readonly issuer: string
  readonly serialNumber: string
  readonly keyId: string
  readonly validFrom: Date
  readonly validTo: Date
}

export function describeSigner(certificate: X509Certificate): SealSigner {
  return {
    commonName: /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? '',
    subject: certificate.subject.replaceAll('\n', ', '),
    issuer: certificate.issuer.replaceAll('\n', ', '),
    serialNumber: certificate.serialNumber.toLowerCase(),
    keyId: keyIdOf(certificate.raw),
    validFrom: certificate.validFromDate,
    validTo: certificate.validToDate,
  }
}

const timeStamping = '1.3.6.1.5.5.7.3.8'

/** The proved time of a signature, or undefined where the token does not hold. */
export function checkTimestamp(
  token: Uint8Array,
  signature: Buffer,
  anchors: readonly X509Certificate[],
): Date | undefined {
  try {
    const content = encapsulatedContent(token)
    const cms = verifyCms(token, (hash) => createHash(hash).update(content).digest())
    const info = readTimestamp(token)
    const stamped =
      info.hashAlgorithm === oids.sha256 && info.imprint.equals(createHash('sha256').update(signature).digest())
    const good = cms.digestOk && cms.signatureOk && cms.certificateBound && cms.contentType === oids.timeStampInfo
    const forStamping = cms.signer?.keyUsage?.includes(timeStamping) === true
    if (!stamped || !good || !forStamping || !cms.signer) return undefined
    return checkChain(cms.signer, cms.certificates, anchors, info.at).length === 0 ? info.at : undefined
  } catch {
    return undefined
  }
}
