import { createHash, X509Certificate } from 'node:crypto'
import { type SealSigner, checkTimestamp, describeSigner } from './check-signer.ts'
import { oids } from './cms-sign.ts'
import { changedOnlyBySeals } from './later-changes.ts'
import { getReferenced, parsePdf, resolve, trailerOf } from './pdf-file.ts'
import type { PdfFile } from './pdf-file.ts'
import { textOf } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-objects.ts'
import { checkChain, verifyCms } from './verify-cms.ts'
import type { ChainProblem, CmsFindings } from './verify-cms.ts'

/** What is wrong with one seal. */
export type SealProblem =
  | ChainProblem
  | 'SEAL_UNREADABLE'
  | 'BYTE_RANGE_INVALID'
  | 'DIGEST_MISMATCH'
  | 'SIGNATURE_INVALID'
  | 'SIGNER_NOT_BOUND'
  | 'PROFILE_NOT_PADES'
  | 'CHANGED_AFTERWARDS'
  | 'TIMESTAMP_INVALID'

/** One seal of a file, in the order they were set. `ok` where `problems` is empty. */
export interface SealFinding {
  ok: boolean
  problems: SealProblem[]
  /** What the seal claims; believe it only where `ok`. */
  name: string | undefined
  reason: string | undefined
  location: string | undefined
  /** The claimed time, to the second. */
  claimedAt: Date | undefined
  /** The proved time, where a time stamp stands and holds. */
  stampedAt: Date | undefined
  /** From the first byte to this one, less the seal itself, is signed. */
  signedBytes: number
  coversWholeFile: boolean
  signer: SealSigner | undefined
}

/** What a check of a file found. */
export interface SealReport {
  /** At least one seal, every one good, and nothing after the last. */
  ok: boolean
  problems: ('PDF_UNREADABLE' | 'NO_SEAL' | 'NOT_COVERED_TO_THE_END' | 'SEAL_BROKEN')[]
  seals: SealFinding[]
}

export interface VerifyOptions {
  /** Anchors for time stamps; those of the seals by default. */
  timestampAnchors?: readonly (Uint8Array | string)[]
}

/**
 * Checks every seal of a file against trust anchors (DER or PEM) that must come from outside of the package that is checked: a
 * file wholly remade with fresh keys is sound in itself. Certificates are judged at the stamped time, else at the claimed one.
 * Revocation is not asked for. Never throws for what a file says.
 */
export function verifyPdfSeal(
  pdf: Uint8Array,
  trustAnchors: readonly (Uint8Array | string)[],
  options: VerifyOptions = {},
): SealReport {
  const anchors = trustAnchors.map((anchor) => new X509Certificate(anchor))
  const stampAnchors = options.timestampAnchors?.map((anchor) => new X509Certificate(anchor)) ?? anchors
  let file: PdfFile
  let dictionaries: PdfDictionary[]
  try {
    file = parsePdf(pdf)
    dictionaries = sealDictionaries(file)
  } catch {
    return { ok: false, problems: ['PDF_UNREADABLE'], seals: [] }
  }
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const seals = dictionaries
    .map((dictionary) => examine(bytes, file, dictionary, anchors, stampAnchors))
    .toSorted((a, b) => a.signedBytes - b.signedBytes)
  const problems: SealReport['problems'] = []
  if (seals.length === 0) problems.push('NO_SEAL')
  else if (seals.at(-1)?.coversWholeFile !== true) problems.push('NOT_COVERED_TO_THE_END')
  if (seals.some((seal) => !seal.ok)) problems.push('SEAL_BROKEN')
  return { ok: problems.length === 0, problems, seals }
}

function sealDictionaries(file: PdfFile): PdfDictionary[] {
  const root = getReferenced(file, trailerOf(file), 'Root').value
  const form = resolve(file, root.entries.get('AcroForm'))
  const fields = form?.kind === 'dictionary' ? resolve(file, form.entries.get('Fields')) : undefined
  if (fields?.kind !== 'array') return []
  return fields.items.flatMap((item) => {
    const field = resolve(file, item)
    if (field?.kind !== 'dictionary' || !isName(field.entries.get('FT'), 'Sig')) return []
    const value = resolve(file, field.entries.get('V'))
    return value?.kind === 'dictionary' ? [value] : []
  })
}

function isName(value: PdfValue | undefined, name: string): boolean {
  return value?.kind === 'name' && value.value === name
}

function examine(
  bytes: Buffer,
  file: PdfFile,
  dictionary: PdfDictionary,
  anchors: X509Certificate[],
  stampAnchors: X509Certificate[],
): SealFinding {
  const problems: SealProblem[] = []
  const contents = dictionary.entries.get('Contents')
  const range = byteRangeOf(dictionary, contents, bytes.length)
  const claimedAt = dateOf(textOf(dictionary.entries.get('M')))
  const finding: SealFinding = {
    ok: false,
    problems,
    name: textOf(dictionary.entries.get('Name')),
    reason: textOf(dictionary.entries.get('Reason')),
    location: textOf(dictionary.entries.get('Location')),
    claimedAt,
    stampedAt: undefined,
    signedBytes: range?.end ?? 0,
    coversWholeFile: range?.end === bytes.length,
    signer: undefined,
  }
  if (range === undefined || contents?.kind !== 'string') {
    problems.push('BYTE_RANGE_INVALID')
    return finding
  }
  let cms: CmsFindings
  try {
    cms = verifyCms(contents.bytes, (hash) =>
      createHash(hash)
        .update(bytes.subarray(0, range.holeStart))
        .update(bytes.subarray(range.holeEnd, range.end))
        .digest(),
    )
  } catch {
    problems.push('SEAL_UNREADABLE')
    return finding
  }
  // Blanks within the digits would let a seal be written in many ways.
  if (!/^<(?:[0-9A-F]{2})+>$|^<(?:[0-9a-f]{2})+>$/.test(file.text.slice(contents.start, contents.end))) {
    problems.push('SEAL_UNREADABLE')
  }
  // What lies behind the message in its place is signed by nobody.
  if (contents.bytes.subarray(cms.length).some((byte) => byte !== 0)) problems.push('SEAL_UNREADABLE')
  if (!cms.digestOk) problems.push('DIGEST_MISMATCH')
  if (!cms.signatureOk) problems.push('SIGNATURE_INVALID')
  if (!cms.certificateBound) problems.push('SIGNER_NOT_BOUND')
  if (
    cms.hasSigningTime ||
    cms.contentType !== oids.data ||
    claimedAt === undefined ||
    !isName(dictionary.entries.get('SubFilter'), 'ETSI.CAdES.detached')
  ) {
    problems.push('PROFILE_NOT_PADES')
  }
  if (cms.timestampToken) {
    finding.stampedAt = checkTimestamp(cms.timestampToken, cms.signature, stampAnchors)
    if (!finding.stampedAt) problems.push('TIMESTAMP_INVALID')
  }
  if (cms.signer) {
    finding.signer = describeSigner(cms.signer)
    problems.push(...checkChain(cms.signer, cms.certificates, anchors, finding.stampedAt ?? claimedAt ?? new Date(0)))
  }
  if (!changedOnlyBySeals(file, range.end)) problems.push('CHANGED_AFTERWARDS')
  finding.ok = problems.length === 0
  return finding
}

// The range must leave out exactly the string of this dictionary: a wider hole is room for what nobody signed.
function byteRangeOf(
  dictionary: PdfDictionary,
  contents: PdfValue | undefined,
  length: number,
): { holeStart: number; holeEnd: number; end: number } | undefined {
  const range = dictionary.entries.get('ByteRange')
  if (range?.kind !== 'array' || contents?.kind !== 'string') return undefined
  const numbers = range.items.map((item) => (item.kind === 'number' ? item.value : Number.NaN))
  const [start, holeStart = 0, holeEnd = 0, rest = 0] = numbers
  if (numbers.length !== 4 || !numbers.every((value) => Number.isSafeInteger(value) && value >= 0)) return undefined
  if (start !== 0 || holeStart !== contents.start || holeEnd !== contents.end || holeEnd + rest > length)
    return undefined
  return { holeStart, holeEnd, end: holeEnd + rest }
}

function dateOf(text: string | undefined): Date | undefined {
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|\+00'00'?)$/.exec(text ?? '')
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second] = parts
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
