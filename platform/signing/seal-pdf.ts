import { createHash, X509Certificate } from 'node:crypto'
import { signCms } from './cms-sign.ts'
import { findObject, getReferenced, parsePdf, resolve, trailerOf } from './pdf-file.ts'
import type { PdfFile } from './pdf-file.ts'
import { pdfText, PdfSyntaxError } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-objects.ts'
import type { Signer } from './signer.ts'
import { SigningError } from './signing-error.ts'
import { requestTimestamp } from './timestamp.ts'
import type { TimestampAuthority } from './timestamp.ts'

/** What a seal says. All but the time is free text in any script. */
export interface SealOptions {
  signer: Signer
  /** Why: "ختم محضر". */
  reason: string
  /** Where: the unit's place. */
  location: string
  /** The officer in whose name the unit's seal is set. */
  name: string
  /** When, as the sealer claims; a time stamp proves it. */
  at: Date
  /** None by default (PAdES B-B); with one the signature is B-T. */
  timestamp?: TimestampAuthority
}

// Room for a token with its chain; RFC 3161 answers are 2 to 6 kB.
const timestampRoom = 16_384

/**
 * Seals a PDF by a PAdES signature (ETSI EN 319 142-1, B-B; B-T with a time stamp), appended, so that what was sealed before
 * stays valid. Invisible: what the page says about the seal is the template's business.
 * For files of `platform/pdf` and for those it sealed before.
 * @throws SigningError `SEAL_PDF_UNSUPPORTED`, `SEAL_CERTIFICATE_NOT_VALID`, `TIMESTAMP_REFUSED`
 */
export async function sealPdf(pdf: Uint8Array, options: SealOptions): Promise<Uint8Array> {
  const { signer, timestamp } = options
  checkValidity(signer, options.at)
  const room =
    2048 + signer.certificateChain.reduce((sum, one) => sum + one.byteLength, 0) + (timestamp ? timestampRoom : 0)
  const { bytes, hole } = prepare(pdf, options, room)
  const ranges = [0, hole.start, hole.end, bytes.byteLength - hole.end]
  const byteRange = `[${ranges.join(' ')}]`.padEnd(byteRangeRoom.length)
  bytes.write(byteRange, bytes.lastIndexOf(byteRangeRoom, hole.start, 'latin1'), 'latin1')
  const digest = createHash('sha256').update(bytes.subarray(0, hole.start)).update(bytes.subarray(hole.end)).digest()
  const cms = await signCms(digest, signer, timestamp && ((signature) => requestTimestamp(timestamp, signature)))
  if (cms.byteLength > room) throw new SigningError('SEAL_TOO_LARGE', `the signature needs ${cms.byteLength} bytes`)
  bytes.write(Buffer.from(cms).toString('hex').toUpperCase(), hole.start + 1, 'latin1')
  return new Uint8Array(bytes)
}

function checkValidity(signer: Signer, at: Date): void {
  const [own] = signer.certificateChain
  if (own === undefined) throw new SigningError('SEAL_CERTIFICATE_NOT_VALID', 'the signer has no certificate')
  const { validFromDate, validToDate } = new X509Certificate(own)
  if (at < validFromDate || at > validToDate) {
    throw new SigningError('SEAL_CERTIFICATE_NOT_VALID', `the certificate of key ${signer.keyId} does not hold then`)
  }
}

const byteRangeRoom = `[0 ${['*', '*', '*'].map((star) => star.repeat(10)).join(' ')}]`

function prepare(
  pdf: Uint8Array,
  options: SealOptions,
  room: number,
): { bytes: Buffer; hole: { start: number; end: number } } {
  try {
    return append(parsePdf(pdf), pdf, options, room)
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new SigningError('SEAL_PDF_UNSUPPORTED', error.message, error)
    throw error
  }
}

function append(
  file: PdfFile,
  pdf: Uint8Array,
  options: SealOptions,
  room: number,
): { bytes: Buffer; hole: { start: number; end: number } } {
  const trailer = trailerOf(file)
  const root = getReferenced(file, trailer, 'Root')
  const page = firstPage(file, getReferenced(file, root.value, 'Pages').value)
  const size = trailer.entries.get('Size')
  if (size?.kind !== 'number') throw new PdfSyntaxError('no /Size')

  const signature = size.value
  const widget = size.value + 1
  const form = root.value.entries.get('AcroForm')
  const formNumber = form?.kind === 'reference' ? form.number : size.value + 2
  if (form !== undefined && form.kind !== 'reference') throw new PdfSyntaxError('a form within the catalog')
  const fields = form ? arrayOf(file, resolve(file, form), 'Fields') : ''
  const fieldName = `Seal${signature}`

  const objects = new Map<number, string>()
  objects.set(signature, signatureDictionary(options, room))
  // 132: printed and locked. The empty rectangle keeps it off the page and spares it an appearance (ISO 19005-2, 6.3.3).
  objects.set(
    widget,
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${fieldName}) /V ${signature} 0 R /F 132 /Rect [0 0 0 0] /P ${page.number} 0 R >>`,
  )
  objects.set(formNumber, `<< /Fields [${fields} ${widget} 0 R] /SigFlags 3 >>`)
  objects.set(
    page.number,
    withEntry(file, page.value, 'Annots', `[${arrayOf(file, page.value, 'Annots')} ${widget} 0 R]`),
  )
  if (!form) objects.set(root.number, withEntry(file, root.value, 'AcroForm', `${formNumber} 0 R`))
  return write(file, pdf, trailer, objects, signature)
}

function firstPage(file: PdfFile, node: PdfDictionary, depth = 0): { number: number; value: PdfDictionary } {
  const kids = resolve(file, node.entries.get('Kids'))
  const first = kids?.kind === 'array' ? kids.items[0] : undefined
  const value = resolve(file, first)
  if (first?.kind !== 'reference' || value?.kind !== 'dictionary' || depth > 16)
    throw new PdfSyntaxError('no first page')
  return value.entries.has('Kids') ? firstPage(file, value, depth + 1) : { number: first.number, value }
}

// What stands between the brackets of an array that may be an object of its own.
function arrayOf(file: PdfFile, dictionary: PdfValue | undefined, key: string): string {
  if (dictionary?.kind !== 'dictionary') throw new PdfSyntaxError(`no dictionary for /${key}`)
  const value = resolve(file, dictionary.entries.get(key))
  if (value === undefined) return ''
  if (value.kind !== 'array') throw new PdfSyntaxError(`/${key} is not an array`)
  return file.text.slice(value.start + 1, value.end - 1).trim()
}

function withEntry(file: PdfFile, dictionary: PdfDictionary, key: string, source: string): string {
  const old = dictionary.entries.get(key)
  const before = file.text.slice(dictionary.start, old?.start ?? dictionary.end - 2)
  return old
    ? before + source + file.text.slice(old.end, dictionary.end)
    : `${before.trimEnd()}\n  /${key} ${source}\n>>`
}

function signatureDictionary(options: SealOptions, room: number): string {
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${byteRangeRoom}`,
    `/Contents <${'0'.repeat(room * 2)}>`,
    `/M (${pdfDate(options.at)})`,
    `/Name ${pdfText(options.name)} /Reason ${pdfText(options.reason)} /Location ${pdfText(options.location)}`,
    '/Prop_Build << /App << /Name /Daira >> >> >>',
  ].join('\n')
}

function pdfDate(at: Date): string {
  return `D:${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+00'00'`
}

function write(
  file: PdfFile,
  pdf: Uint8Array,
  trailer: PdfDictionary,
  objects: Map<number, string>,
  signature: number,
): { bytes: Buffer; hole: { start: number; end: number } } {
  let appended = file.text.endsWith('\n') ? '' : '\n'
  const offsets = new Map<number, number>()
  for (const [number, source] of objects) {
    offsets.set(number, pdf.byteLength + appended.length)
    appended += `${number} 0 obj\n${source}\nendobj\n`
  }
  const xrefOffset = pdf.byteLength + appended.length
  const highest = Math.max(...objects.keys())
  const size = Math.max(highest + 1, sizeOf(trailer))
  appended += `xref\n${[...offsets]
    .toSorted(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('')}`
  const carried = ['Root', 'Info'].flatMap((key) => {
    const value = trailer.entries.get(key)
    return value ? [`/${key} ${file.text.slice(value.start, value.end)}`] : []
  })
  const last = file.revisions.at(-1)
  appended += `trailer\n<< /Size ${size} ${carried.join(' ')} ${identifiers(trailer, appended)}/Prev ${last?.xrefOffset ?? 0} >>\n`
  appended += `startxref\n${xrefOffset}\n%%EOF\n`
  const bytes = Buffer.concat([pdf, Buffer.from(appended, 'latin1')])
  const contents = bytes.indexOf('/Contents <', offsets.get(signature) ?? 0, 'latin1') + '/Contents '.length
  return { bytes, hole: { start: contents, end: bytes.indexOf('>', contents) + 1 } }
}

function sizeOf(trailer: PdfDictionary): number {
  const size = trailer.entries.get('Size')
  return size?.kind === 'number' ? size.value : 0
}

// PDF/A asks for /ID in the last trailer; the first half names the document for ever, the second this state of it.
function identifiers(trailer: PdfDictionary, appended: string): string {
  const id = trailer.entries.get('ID')
  const first = id?.kind === 'array' ? id.items[0] : undefined
  if (first?.kind !== 'string') return ''
  const state = createHash('sha256').update(first.bytes).update(appended, 'latin1').digest('hex').slice(0, 32)
  return `/ID [<${first.bytes.toString('hex')}> <${state}>] `
}

/** Number of seals a file carries, without checking them. @throws SigningError `SEAL_PDF_UNSUPPORTED` */
export function countSeals(pdf: Uint8Array): number {
  try {
    const file = parsePdf(pdf)
    const root = getReferenced(file, trailerOf(file), 'Root').value
    const form = resolve(file, root.entries.get('AcroForm'))
    const fields = form?.kind === 'dictionary' ? resolve(file, form.entries.get('Fields')) : undefined
    if (fields?.kind !== 'array') return 0
    return fields.items.filter((item) => {
      const field = item.kind === 'reference' ? findObject(file, item.number) : undefined
      return field?.kind === 'dictionary' && field.entries.has('V')
    }).length
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new SigningError('SEAL_PDF_UNSUPPORTED', error.message, error)
    throw error
  }
}
