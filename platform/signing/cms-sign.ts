import { createHash } from 'node:crypto'
import { Constructed, Integer, Null, ObjectIdentifier, OctetString, Sequence, Set as Asn1Set, fromBER } from 'asn1js'
import type { AsnType, BaseBlock } from 'asn1js'
import { Certificate } from 'pkijs'
import type { Signer } from './signer.ts'

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

function der(block: BaseBlock): Buffer {
  return Buffer.from(block.toBER(false))
}

function tagged(tagNumber: number, value: AsnType[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value })
}

function attribute(oid: string, value: AsnType): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: oid }), new Asn1Set({ value: [value] })] })
}

// X.690, 11.6: the members of a SET OF stand in the order of their encodings. Verifiers hash them so.
function derSetOf(members: AsnType[]): AsnType[] {
  return members.toSorted((a, b) => Buffer.compare(der(a), der(b)))
}

function algorithm(oid: string, parameters: AsnType[] = []): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: oid }), ...parameters] })
}

function parsed(bytes: Uint8Array): AsnType {
  const { result, offset } = fromBER(Uint8Array.from(bytes))
  if (offset === -1) throw new Error('not DER')
  return result
}

// RFC 5035: binds the signature to one certificate, so that another with the same key cannot take its place. SHA-256 is the
// default of its hash and therefore left out.
function signingCertificateV2(certificate: Uint8Array): Sequence {
  const { issuer, serialNumber } = Certificate.fromBER(Uint8Array.from(certificate))
  const generalNames = new Sequence({ value: [tagged(4, [issuer.toSchema()])] })
  const essCertId = new Sequence({
    value: [
      new OctetString({ valueHex: createHash('sha256').update(certificate).digest() }),
      new Sequence({ value: [generalNames, serialNumber] }),
    ],
  })
  return new Sequence({ value: [new Sequence({ value: [essCertId] })] })
}

/** Asks for a time stamp over a signature's value; the answer is a DER `TimeStampToken`. */
export type Stamp = (signature: Uint8Array) => Promise<Uint8Array>

/**
 * A detached CMS signature (RFC 5652) in the shape PAdES wants (ETSI EN 319 142-1): content type, message digest and signing
 * certificate are signed, the signing time is not among them, since it stands in the PDF.
 */
export async function signCms(digest: Uint8Array, signer: Signer, stamp?: Stamp): Promise<Uint8Array> {
  const [own] = signer.certificateChain
  if (own === undefined) throw new Error('a signer without a certificate')
  const certificate = Certificate.fromBER(Uint8Array.from(own))
  const attributes = derSetOf([
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, new OctetString({ valueHex: Uint8Array.from(digest) })),
    attribute(oids.signingCertificateV2, signingCertificateV2(own)),
  ])
  // RFC 5652, 5.4: signed as a SET, stored under [0].
  const signature = await signer.sign(der(new Asn1Set({ value: attributes })))
  const unsigned = stamp ? [tagged(1, [attribute(oids.timeStampToken, parsed(await stamp(signature)))])] : []
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({ value: [certificate.issuer.toSchema(), certificate.serialNumber] }),
      algorithm(oids.sha256, [new Null()]),
      tagged(0, attributes),
      algorithm(oids.ecdsaWithSha256),
      new OctetString({ valueHex: Uint8Array.from(signature) }),
      ...unsigned,
    ],
  })
  const signedData = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Asn1Set({ value: [algorithm(oids.sha256, [new Null()])] }),
      new Sequence({ value: [new ObjectIdentifier({ value: oids.data })] }),
      tagged(0, derSetOf(signer.certificateChain.map(parsed))),
      new Asn1Set({ value: [signerInfo] }),
    ],
  })
  return der(new Sequence({ value: [new ObjectIdentifier({ value: oids.signedData }), tagged(0, [signedData])] }))
}
