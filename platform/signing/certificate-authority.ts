import { createHash, generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import {
  BitString,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  Sequence,
  Set as Asn1Set,
  Utf8String,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'
import { oids } from './cms-sign.ts'
import { createKeySigner } from './signer.ts'
import type { Signer } from './signer.ts'

// RFC 5280, 4.2.1.3, as bits from the left.
const keyUsage = { digitalSignatureAndNonRepudiation: 0b1100_0000, keyCertSignAndCrlSign: 0b0000_0110 } as const

// RFC 9336; beside it the e-mail usage, without which NSS (pdfsig, Firefox) accepts no signature of a document.
const documentSigning = '1.3.6.1.5.5.7.3.36'
const emailProtection = '1.3.6.1.5.5.7.3.4'
const timeStamping = '1.3.6.1.5.5.7.3.8'

/** Who a certificate names. All of it is text in any script. */
export interface CertificateSubject {
  commonName: string
  organization?: string
  organizationalUnit?: string
  /** A code that stays when the name changes: the unit's or the officer's. */
  serialNumber?: string
  /** ISO 3166-1, two letters. */
  country?: string
}

/** From when to when a certificate holds. */
export interface Validity {
  notBefore: Date
  notAfter: Date
}

/** A fresh key with the certificate chain that names its holder. */
export interface IssuedKey {
  privateKey: KeyObject
  /** DER, own certificate first. */
  certificateChain: Uint8Array[]
  signer: Signer
}

/**
 * A certificate authority of one installation: a root that issues seals of units and names of officers. Small on purpose;
 * a deployment with a public key infrastructure of its own brings certificates from there.
 */
export interface CertificateAuthority {
  /** DER of the root, the trust anchor verifiers are given from outside. */
  readonly certificate: Uint8Array
  /** PEM of the same, for `openssl` and `certutil`. */
  readonly certificatePem: string
  readonly privateKey: KeyObject
  /** A key for the seal of a unit; the unit stands as common name, its body as organization. */
  issueUnitSeal(subject: CertificateSubject, validity: Validity): Promise<IssuedKey>
  /** A key for an officer who signs in person. */
  issueOfficer(subject: CertificateSubject, validity: Validity): Promise<IssuedKey>
  /** A key for a time-stamping unit (RFC 3161). */
  issueTimestampUnit(subject: CertificateSubject, validity: Validity): Promise<IssuedKey>
}

/** Source of serial numbers; replaced in tests that need the same certificate twice. */
export type RandomBytes = (length: number) => Uint8Array

// One attribute a set: given as a list, pkijs would put them all into one.
function nameOf(subject: CertificateSubject): RelativeDistinguishedNames {
  const part = (oid: string, value: Utf8String | PrintableString): Asn1Set =>
    new Asn1Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: oid }), value] })] })
  const text = (oid: string, value: string | undefined): Asn1Set[] =>
    value === undefined ? [] : [part(oid, new Utf8String({ value }))]
  // Of these two RFC 5280 allows PrintableString alone.
  const code = (oid: string, value: string | undefined): Asn1Set[] =>
    value === undefined ? [] : [part(oid, new PrintableString({ value }))]
  const name = new Sequence({
    value: [
      ...code('2.5.4.6', subject.country),
      ...text('2.5.4.10', subject.organization),
      ...text('2.5.4.11', subject.organizationalUnit),
      ...code('2.5.4.5', subject.serialNumber),
      ...text('2.5.4.3', subject.commonName),
    ],
  })
  return RelativeDistinguishedNames.fromBER(name.toBER(false))
}

// RFC 5280, 4.1.2.2: positive, at most 20 octets; CA/B forum: at least 64 random bits.
function serialOf(random: RandomBytes): Integer {
  const bytes = Uint8Array.from(random(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return new Integer({ valueHex: bytes })
}

// RFC 5280, 4.1.2.5: two-digit years up to 2049, four digits from 2050 on.
function timeOf(date: Date): Time {
  return new Time({ type: date.getUTCFullYear() < 2050 ? 0 : 1, value: date })
}

async function newKeys(): Promise<{ privateKey: KeyObject; publicKey: KeyObject }> {
  return promisify(generateKeyPair)('ec', { namedCurve: 'P-256' })
}

function extension(extnID: string, critical: boolean, value: { toBER(sizeOnly: boolean): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) })
}

function purposes(bits: number, extended: string[], extendedCritical = false): Extension[] {
  // DER of a named bit list ends with its last bit set.
  const unusedBits = 31 - Math.clz32(bits & -bits)
  const usage = extension('2.5.29.15', true, new BitString({ valueHex: Uint8Array.of(bits), unusedBits }))
  if (extended.length === 0) return [usage]
  return [usage, extension('2.5.29.37', extendedCritical, new ExtKeyUsage({ keyPurposes: extended }).toSchema())]
}

function keyIdentifier(publicKey: PublicKeyInfo): OctetString {
  const bits = publicKey.subjectPublicKey.valueBlock.valueHexView
  return new OctetString({ valueHex: Uint8Array.from(createHash('sha256').update(bits).digest().subarray(0, 20)) })
}

interface Order {
  subject: RelativeDistinguishedNames
  issuer: RelativeDistinguishedNames
  issuerKey: PublicKeyInfo
  publicKey: PublicKeyInfo
  validity: Validity
  constraints: BasicConstraints
  purposes: Extension[]
}

function issueCertificate(order: Order, issuerPrivateKey: KeyObject, random: RandomBytes): Uint8Array {
  const algorithm = new AlgorithmIdentifier({ algorithmId: oids.ecdsaWithSha256 })
  const certificate = new Certificate({
    version: 2,
    serialNumber: serialOf(random),
    signature: algorithm,
    signatureAlgorithm: algorithm,
    issuer: order.issuer,
    subject: order.subject,
    notBefore: timeOf(order.validity.notBefore),
    notAfter: timeOf(order.validity.notAfter),
    subjectPublicKeyInfo: order.publicKey,
    extensions: [
      extension('2.5.29.19', true, order.constraints.toSchema()),
      ...order.purposes,
      extension('2.5.29.14', false, keyIdentifier(order.publicKey)),
      extension(
        '2.5.29.35',
        false,
        new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(order.issuerKey) }).toSchema(),
      ),
    ],
  })
  const signed = Buffer.from(certificate.encodeTBS().toBER(false))
  const signature = sign('sha256', signed, { key: issuerPrivateKey, dsaEncoding: 'der' })
  certificate.signatureValue = new BitString({ valueHex: Uint8Array.from(signature) })
  return new Uint8Array(certificate.toSchema(true).toBER(false))
}

function publicKeyInfo(publicKey: KeyObject): PublicKeyInfo {
  return PublicKeyInfo.fromBER(Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })))
}

/** Makes a new root. Its key leaves it only through `privateKey`, for `writeSignerFile`. */
export async function createCertificateAuthority(
  subject: CertificateSubject,
  validity: Validity,
  random: RandomBytes = randomBytes,
): Promise<CertificateAuthority> {
  const keys = await newKeys()
  const publicKey = publicKeyInfo(keys.publicKey)
  const name = nameOf(subject)
  const order: Order = {
    subject: name,
    issuer: name,
    issuerKey: publicKey,
    publicKey,
    validity,
    constraints: new BasicConstraints({ cA: true, pathLenConstraint: 0 }),
    purposes: purposes(keyUsage.keyCertSignAndCrlSign, []),
  }
  return authorityOf(keys.privateKey, issueCertificate(order, keys.privateKey, random), random)
}

/** An authority from its stored key and certificate. */
export function openCertificateAuthority(
  privateKey: KeyObject,
  certificate: Uint8Array,
  random: RandomBytes = randomBytes,
): CertificateAuthority {
  return authorityOf(privateKey, certificate, random)
}

function authorityOf(privateKey: KeyObject, certificate: Uint8Array, random: RandomBytes): CertificateAuthority {
  const root = Certificate.fromBER(Uint8Array.from(certificate))

  async function issue(subject: CertificateSubject, validity: Validity, usage: Extension[]): Promise<IssuedKey> {
    const keys = await newKeys()
    const order: Order = {
      subject: nameOf(subject),
      issuer: root.subject,
      issuerKey: root.subjectPublicKeyInfo,
      publicKey: publicKeyInfo(keys.publicKey),
      validity,
      constraints: new BasicConstraints({ cA: false }),
      purposes: usage,
    }
    const certificateChain = [issueCertificate(order, privateKey, random)]
    return { privateKey: keys.privateKey, certificateChain, signer: createKeySigner(keys.privateKey, certificateChain) }
  }

  const signing = keyUsage.digitalSignatureAndNonRepudiation
  const documents = purposes(signing, [documentSigning, emailProtection])
  return {
    certificate,
    certificatePem: new X509Certificate(certificate).toString(),
    privateKey,
    issueUnitSeal: (subject, validity) => issue(subject, validity, documents),
    issueOfficer: (subject, validity) => issue(subject, validity, documents),
    issueTimestampUnit: (subject, validity) => issue(subject, validity, purposes(signing, [timeStamping], true)),
  }
}
