import { createHash, randomBytes } from 'node:crypto'
import { Boolean as Asn1Boolean, fromBER, Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs'
import { oids } from './cms-sign.ts'
import { SigningError } from './signing-error.ts'

/**
 * The way to a time-stamping authority (RFC 3161): it carries a DER `TimeStampReq` there and a DER `TimeStampResp` back.
 * Building the one and checking the other happens here; over which line it goes is the deployment's choice.
 */
export interface TimestampAuthority {
  request(query: Uint8Array): Promise<Uint8Array>
}

/** What a time-stamp token says. */
export interface TimestampInfo {
  at: Date
  hashAlgorithm: string
  imprint: Buffer
  nonce?: string
}

/**
 * Has a signature's value stamped. @returns DER `TimeStampToken`
 * @throws SigningError `TIMESTAMP_REFUSED` where the authority refuses or answers about something else.
 */
export async function requestTimestamp(authority: TimestampAuthority, signature: Uint8Array): Promise<Uint8Array> {
  const imprint = createHash('sha256').update(signature).digest()
  const nonce = randomBytes(8)
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x01
  const query = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({
        value: [
          new Sequence({ value: [new ObjectIdentifier({ value: oids.sha256 }), new Null()] }),
          new OctetString({ valueHex: Uint8Array.from(imprint) }),
        ],
      }),
      new Integer({ valueHex: Uint8Array.from(nonce) }),
      new Asn1Boolean({ value: true }),
    ],
  })
  try {
    const answer = await authority.request(new Uint8Array(query.toBER(false)))
    const response = TimeStampResp.fromBER(Uint8Array.from(answer))
    const token = response.timeStampToken
    // 0 granted, 1 granted with changes.
    if (response.status.status > 1 || !token) throw new Error(`status ${response.status.status}`)
    const der = Buffer.from(token.toSchema().toBER(false))
    const info = readTimestamp(der)
    if (!info.imprint.equals(imprint) || info.nonce !== nonce.toString('hex'))
      throw new Error('it stamps something else')
    return der
  } catch (error) {
    throw new SigningError('TIMESTAMP_REFUSED', `no time stamp: ${error instanceof Error ? error.message : ''}`, error)
  }
}

/** What a token says, unchecked. @throws Error where it is none. */
export function readTimestamp(token: Uint8Array): TimestampInfo {
  const info = TSTInfo.fromBER(encapsulatedContent(token))
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  return {
    at: info.genTime,
    hashAlgorithm: hashAlgorithm.algorithmId,
    imprint: Buffer.from(hashedMessage.valueBlock.valueHexView),
    ...(info.nonce ? { nonce: Buffer.from(info.nonce.valueBlock.valueHexView).toString('hex') } : {}),
  }
}

/** The content a CMS message carries within itself. @throws Error where it carries none. */
export function encapsulatedContent(cms: Uint8Array): Uint8Array<ArrayBuffer> {
  const info = ContentInfo.fromBER(Uint8Array.from(cms))
  const content = new SignedData({ schema: info.content }).encapContentInfo.eContent
  if (!content) throw new Error('a message without content')
  // OpenSSL writes the octets in one piece, others in several.
  const whole = content.getValue()
  if (fromBER(whole).offset === -1) throw new Error('not DER')
  return new Uint8Array(whole)
}
