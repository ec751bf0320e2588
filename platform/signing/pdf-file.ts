import { parseValue, PdfSyntaxError } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-objects.ts'

/** One stage of a file: what a reader saw before the next change was appended. */
export interface PdfRevision {
  /** Where its cross-reference table starts. */
  xrefOffset: number
  trailer: PdfDictionary
  /** Object numbers this revision writes, with their offsets; 0 for one it frees. */
  written: Map<number, number>
}

/** A file of the kind our renderer writes (cross-reference tables, no object streams), with its appended changes. */
export interface PdfFile {
  text: string
  /** Oldest first. */
  revisions: PdfRevision[]
}

/** Reads a file. @throws PdfSyntaxError for anything that is not exactly of that kind. */
export function parsePdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.startsWith('%PDF-')) throw new PdfSyntaxError('not a PDF file')
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))
  if (!last) throw new PdfSyntaxError('the file does not end as a PDF file does')
  const revisions: PdfRevision[] = []
  let offset: number | undefined = Number(last[1])
  while (offset !== undefined) {
    const revision = parseRevision(text, offset)
    if (revisions.some((known) => known.xrefOffset <= revision.xrefOffset)) {
      throw new PdfSyntaxError('the revisions of the file do not follow each other')
    }
    revisions.push(revision)
    const previous = revision.trailer.entries.get('Prev')
    offset = previous?.kind === 'number' ? previous.value : undefined
  }
  return { text, revisions: revisions.toReversed() }
}

function parseRevision(text: string, xrefOffset: number): PdfRevision {
  if (text.slice(xrefOffset, xrefOffset + 4) !== 'xref') {
    throw new PdfSyntaxError('a file with cross-reference streams is not one of ours')
  }
  const written = new Map<number, number>()
  const head = /\s*(\d+) (\d+)\s*?\r?\n/y
  const row = /(\d{10}) (\d{5}) ([fn])[ \r\n]{2}/y
  let at = xrefOffset + 4
  for (;;) {
    head.lastIndex = at
    const section = head.exec(text)
    if (!section) break
    at = head.lastIndex
    const first = Number(section[1])
    for (let index = 0; index < Number(section[2]); index += 1) {
      row.lastIndex = at
      const entry = row.exec(text)
      if (!entry) throw new PdfSyntaxError(`a broken cross-reference table at ${at}`)
      at = row.lastIndex
      written.set(first + index, entry[3] === 'n' ? Number(entry[1]) : 0)
    }
  }
  const mark = /\s*trailer/y
  mark.lastIndex = at
  if (!mark.test(text)) throw new PdfSyntaxError(`no trailer at ${at}`)
  const trailer = parseValue(text, mark.lastIndex)
  if (trailer.kind !== 'dictionary' || trailer.entries.has('XRefStm')) {
    throw new PdfSyntaxError('a trailer this reader does not know')
  }
  return { xrefOffset, trailer, written }
}

/** The newest trailer. */
export function trailerOf(file: PdfFile): PdfDictionary {
  const last = file.revisions.at(-1)
  if (!last) throw new PdfSyntaxError('no trailer')
  return last.trailer
}

/** An object as it stood after a revision (the newest by default), or undefined. */
export function findObject(file: PdfFile, number: number, upTo = file.revisions.length - 1): PdfValue | undefined {
  for (let index = upTo; index >= 0; index -= 1) {
    const offset = file.revisions[index]?.written.get(number)
    if (offset === undefined) continue
    if (offset === 0) return undefined
    const mark = /(\d+) \d+ obj\b/y
    mark.lastIndex = offset
    if (mark.exec(file.text)?.[1] !== String(number)) throw new PdfSyntaxError(`object ${number} is not at ${offset}`)
    return parseValue(file.text, mark.lastIndex)
  }
  return undefined
}

/** A value, or the object it refers to. */
export function resolve(file: PdfFile, value: PdfValue | undefined, upTo?: number): PdfValue | undefined {
  return value?.kind === 'reference' ? findObject(file, value.number, upTo) : value
}

/** The number and dictionary an entry refers to. @throws PdfSyntaxError where it refers to none. */
export function getReferenced(
  file: PdfFile,
  parent: PdfDictionary,
  key: string,
): { number: number; value: PdfDictionary } {
  const reference = parent.entries.get(key)
  const value = resolve(file, reference)
  if (reference?.kind !== 'reference' || value?.kind !== 'dictionary') throw new PdfSyntaxError(`no /${key}`)
  return { number: reference.number, value }
}
