import { constants, createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto'
import { Any, BitString, Constructed, fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { BasicConstraints, Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'
import type { AlgorithmIdentifier, Attribute, SignerInfo } from 'pkijs'
import { oids } from './cms-sign.ts'

const digestNames: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

// ecdsa-with-SHA2, SHA-2 with RSA, and plain RSA, whose hash is that of the digest.
const signatureHashes: Record<string, readonly string[]> = {
  '1.2.840.10045.4.3.2': ['sha256'],
  '1.2.840.10045.4.3.3': ['sha384'],
  '1.2.840.10045.4.3.4': ['sha512'],
  '1.2.840.113549.1.1.11': ['sha256'],
  '1.2.840.113549.1.1.12': ['sha384'],
  '1.2.840.113549.1.1.13': ['sha512'],
  '1.2.840.113549.1.1.1': ['sha256', 'sha384', 'sha512'],
}

/** What was found in a CMS signature. Each check stands alone; only all of them together mean something. */
export interface CmsFindings {
  /** Bytes of the message itself; what follows them in the file is not part of it. */
  length: number
  signer: X509Certificate | undefined
  certificates: X509Certificate[]
  contentType: string | undefined
  /** The signed digest is that of the content. */
  digestOk: boolean
  /** The signature is by the key of `signer` over the signed attributes. */
  signatureOk: boolean
  /** The signed attributes name exactly this certificate (RFC 5035). */
  certificateBound: boolean
  /** PAdES forbids the time among the signed attributes. */
  hasSigningTime: boolean
  signature: Buffer
  timestampToken: Uint8Array | undefined
}

/**
 * Reads and checks a CMS message with one signer over content that lies elsewhere. It shares no code with the making of
 * one: its parser is pkijs, its arithmetic Node's.
 * @throws Error where it is not such a message.
 */
export function verifyCms(cms: Uint8Array, content: (hash: string) => Buffer): CmsFindings {
  const buffer = Uint8Array.from(cms)
  const { offset, result } = fromBER(buffer)
  if (offset === -1 || !Buffer.from(result.toBER(false)).equals(buffer.subarray(0, offset))) throw new Error('not DER')
  const info = new ContentInfo({ schema: result })
  if (info.contentType !== oids.signedData) throw new Error('not a signature')
  const data = new SignedData({ schema: info.content })
  const [signerInfo, ...others] = data.signerInfos
  if (!signerInfo || others.length > 0) throw new Error('not exactly one signer')
  const certificates = certificatesIn(info.content).map((der) => new X509Certificate(der))
  const signer = findSigner(signerInfo, certificates)
  const hash = digestOf(data, signerInfo)
  const attributes = signerInfo.signedAttrs?.attributes ?? []
  const signedBytes = Buffer.from(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0))
  const signature = Buffer.from(signerInfo.signature.valueBlock.valueHexView)
  const digest = octetsOf(one(attributes, oids.messageDigest))
  const contentType = one(attributes, oids.contentType)
  return {
    length: offset,
    signer,
    certificates,
    contentType: contentTypeOf(contentType, data),
    digestOk: hash !== undefined && digest !== undefined && same(digest, content(hash)),
    signatureOk:
      hash !== undefined &&
      signer !== undefined &&
      signedBytes.length > 0 &&
      checkSignature(hash, signedBytes, signer, signature),
    certificateBound: signer !== undefined && isBound(one(attributes, oids.signingCertificateV2), signer),
    hasSigningTime: attributes.some((attribute) => attribute.type === oids.signingTime),
    signature,
    timestampToken: tokenOf(signerInfo),
  }
}

// RFC 5652, 5.1, 5.3: what the message says of itself outside of the signed attributes has to agree with them, so that no part
// of a seal can be changed without a trace.
function digestOf(data: SignedData, signerInfo: SignerInfo): string | undefined {
  const oid = signerInfo.digestAlgorithm.algorithmId
  const hash = digestNames[oid]
  const [listed, ...more] = data.digestAlgorithms
  const plain = [listed, signerInfo.digestAlgorithm].every((one) => one !== undefined && hasNoParameters(one))
  const consistent = plain && listed?.algorithmId === oid && more.length === 0 && [1, 3].includes(data.version)
  const { algorithmId } = signerInfo.signatureAlgorithm
  return consistent && signerInfo.version === 1 && hash && signatureHashes[algorithmId]?.includes(hash)
    ? hash
    : undefined
}

// SHA-2 has none: absent, or NULL (RFC 5754, 2).
function hasNoParameters({ algorithmParams }: AlgorithmIdentifier): boolean {
  const parameters: unknown = algorithmParams
  return parameters === undefined || parameters instanceof Null || parameters instanceof Any
}

function contentTypeOf(attribute: unknown, data: SignedData): string | undefined {
  const signed = attribute instanceof ObjectIdentifier ? attribute.valueBlock.toString() : undefined
  return signed === data.encapContentInfo.eContentType ? signed : undefined
}

// The certificates as they stand, not as a parser would write them again: SignedData, its field [0].
function certificatesIn(content: unknown): Uint8Array[] {
  const fields = content instanceof Sequence ? content.valueBlock.value : []
  const field = fields.find((one) => one.idBlock.tagClass === 3 && one.idBlock.tagNumber === 0)
  return field instanceof Constructed
    ? field.valueBlock.value.map((one) => Uint8Array.from(one.valueBeforeDecodeView))
    : []
}

function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

// An attribute that stands twice could be read either way.
function one(attributes: Attribute[], oid: string): unknown {
  const found = attributes.filter((attribute) => attribute.type === oid)
  const values: unknown[] = found[0]?.values ?? []
  return found.length === 1 && values.length === 1 ? values[0] : undefined
}

function octetsOf(value: unknown): Buffer | undefined {
  return value instanceof OctetString ? Buffer.from(value.valueBlock.valueHexView) : undefined
}

function findSigner(signerInfo: SignerInfo, certificates: X509Certificate[]): X509Certificate | undefined {
  const { sid } = signerInfo
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined
  const serial = Buffer.from(sid.serialNumber.valueBlock.valueHexView).toString('hex').replace(/^0+/, '')
  const issuer = Buffer.from(sid.issuer.toSchema().toBER(false))
  return certificates.find(
    (certificate) =>
      certificate.serialNumber.toLowerCase().replace(/^0+/, '') === serial &&
      Buffer.from(parsed(certificate).issuer.toSchema().toBER(false)).equals(issuer),
  )
}

function checkSignature(hash: string, bytes: Buffer, signer: X509Certificate, signature: Buffer): boolean {
  const key = signer.publicKey
  if (key.asymmetricKeyType === 'ec') return verify(hash, bytes, { key, dsaEncoding: 'der' }, signature)
  if (key.asymmetricKeyType !== 'rsa') return false
  return verify(hash, bytes, { key, padding: constants.RSA_PKCS1_PADDING }, signature)
}

// SigningCertificateV2 ::= { certs SEQUENCE OF ESSCertIDv2 { hashAlgorithm DEFAULT sha256, certHash, issuerSerial } }
function isBound(value: unknown, signer: X509Certificate): boolean {
  const certificates = value instanceof Sequence ? value.valueBlock.value[0] : undefined
  const first = certificates instanceof Sequence ? certificates.valueBlock.value[0] : undefined
  if (!(first instanceof Sequence)) return false
  const [head, next] = first.valueBlock.value
  const algorithm = head instanceof Sequence ? head.valueBlock.value[0] : undefined
  const hash = algorithm instanceof ObjectIdentifier ? digestNames[algorithm.valueBlock.toString()] : 'sha256'
  const digest = octetsOf(head instanceof Sequence ? next : head)
  return hash !== undefined && digest !== undefined && same(digest, createHash(hash).update(signer.raw).digest())
}

function tokenOf(signerInfo: SignerInfo): Uint8Array | undefined {
  const found = signerInfo.unsignedAttrs?.attributes.find((attribute) => attribute.type === oids.timeStampToken)
  const values: unknown[] = found?.values ?? []
  return values[0] instanceof Sequence ? new Uint8Array(values[0].toBER(false)) : undefined
}

/** Why a certificate is not believed. */
export type ChainProblem = 'UNTRUSTED' | 'CERTIFICATE_NOT_VALID_THEN' | 'KEY_NOT_FOR_SIGNING'

const longestChain = 4

/** Follows a certificate to one of the anchors, which come from outside of what is checked. */
export function checkChain(
  leaf: X509Certificate,
  pool: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
): ChainProblem[] {
  const problems = new Set<ChainProblem>()
  if (at < leaf.validFromDate || at > leaf.validToDate) problems.add('CERTIFICATE_NOT_VALID_THEN')
  if (!mayUse(leaf, documentSignature)) problems.add('KEY_NOT_FOR_SIGNING')
  if (!anchors.some((anchor) => anchor.raw.equals(leaf.raw)) && !reaches(leaf, pool, anchors, at, 0)) {
    problems.add('UNTRUSTED')
  }
  return [...problems]
}

function reaches(
  child: X509Certificate,
  pool: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
  at: Date,
  below: number,
): boolean {
  if (below >= longestChain) return false
  const issues = (issuer: X509Certificate): boolean =>
    child.checkIssued(issuer) && child.verify(issuer.publicKey) && mayIssue(issuer, below, at)
  if (anchors.some(issues)) return true
  return pool.some(
    (issuer) => !issuer.raw.equals(child.raw) && issues(issuer) && reaches(issuer, pool, anchors, at, below + 1),
  )
}

function mayIssue(issuer: X509Certificate, below: number, at: Date): boolean {
  const constraints = extensionOf(issuer, '2.5.29.19')
  if (!constraints) return false
  const { cA, pathLenConstraint } = new BasicConstraints({ schema: fromBER(constraints).result })
  return (
    cA &&
    (pathLenConstraint === undefined || Number(pathLenConstraint) >= below) &&
    mayUse(issuer, keyCertSign) &&
    at >= issuer.validFromDate &&
    at <= issuer.validToDate
  )
}

// RFC 5280, 4.2.1.3: digitalSignature and nonRepudiation are the first two bits, keyCertSign the sixth.
const documentSignature = 0b1100_0000
const keyCertSign = 0b0000_0100

function mayUse(certificate: X509Certificate, wanted: number): boolean {
  const usage = extensionOf(certificate, '2.5.29.15')
  const bits = usage && fromBER(usage).result
  return bits instanceof BitString && ((bits.valueBlock.valueHexView[0] ?? 0) & wanted) !== 0
}

function parsed(certificate: X509Certificate): Certificate {
  return Certificate.fromBER(Uint8Array.from(certificate.raw))
}

function extensionOf(certificate: X509Certificate, oid: string): Uint8Array<ArrayBuffer> | undefined {
  const found = parsed(certificate).extensions?.find((extension) => extension.extnID === oid)
  return found && Uint8Array.from(found.extnValue.valueBlock.valueHexView)
}
