import { findObject, trailerOf } from './pdf-file.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfSyntaxError } from './pdf-objects.ts'
import type { PdfDictionary, PdfValue } from './pdf-objects.ts'

/**
 * Whether all that was appended behind a signed range is further seals. An appended change may redraw any page and leave the
 * signature of the old bytes sound; so it is not enough that a later seal covers it.
 */
export function changedOnlyBySeals(file: PdfFile, signedEnd: number): boolean {
  try {
    const signed = file.revisions.filter((revision) => revision.xrefOffset < signedEnd).length
    if (signed === file.revisions.length) return true
    if (signed === 0) return false
    return file.revisions.slice(signed).every((revision, index) => {
      const now = signed + index
      const before = file.revisions[now - 1]?.trailer
      return (
        sameEntry(file, before, revision.trailer, 'Root') &&
        sameEntry(file, before, revision.trailer, 'Info') &&
        [...revision.written].every(([number, offset]) => offset >= signedEnd && mayChange(file, number, now))
      )
    })
  } catch (error) {
    if (error instanceof PdfSyntaxError) return false
    throw error
  }
}

function source(file: PdfFile, value: PdfValue): string {
  return file.text.slice(value.start, value.end)
}

function sameEntry(file: PdfFile, before: PdfDictionary | undefined, after: PdfDictionary, key: string): boolean {
  const old = before?.entries.get(key)
  const now = after.entries.get(key)
  return (old && source(file, old)) === (now && source(file, now))
}

// A new object is harmless, since only the three kinds below can point to it.
function mayChange(file: PdfFile, number: number, revision: number): boolean {
  const before = findObject(file, number, revision - 1)
  if (before === undefined) return true
  const after = findObject(file, number, revision)
  if (before.kind !== 'dictionary' || after?.kind !== 'dictionary') return false
  const type = before.entries.get('Type')
  const name = type?.kind === 'name' ? type.value : ''
  if (name === 'Catalog') return sameBut(file, before, after, ['AcroForm']) && !before.entries.has('AcroForm')
  if (name === 'Page') {
    return sameBut(file, before, after, ['Annots']) && grewBySeals(file, before, after, 'Annots', revision)
  }
  if (isForm(file, number)) {
    return sameBut(file, before, after, ['Fields']) && grewBySeals(file, before, after, 'Fields', revision)
  }
  return false
}

function isForm(file: PdfFile, number: number): boolean {
  const root = trailerOf(file).entries.get('Root')
  const catalog = root?.kind === 'reference' ? findObject(file, root.number) : undefined
  const form = catalog?.kind === 'dictionary' ? catalog.entries.get('AcroForm') : undefined
  return form?.kind === 'reference' && form.number === number
}

function sameBut(file: PdfFile, before: PdfDictionary, after: PdfDictionary, free: readonly string[]): boolean {
  const keys = new Set([...before.entries.keys(), ...after.entries.keys()].filter((key) => !free.includes(key)))
  return [...keys].every((key) => sameEntry(file, before, after, key))
}

function grewBySeals(
  file: PdfFile,
  before: PdfDictionary,
  after: PdfDictionary,
  key: string,
  revision: number,
): boolean {
  const old = numbersIn(file, before.entries.get(key), revision - 1)
  const now = numbersIn(file, after.entries.get(key), revision)
  if (!old || !now || now.length < old.length || old.some((number, index) => now[index] !== number)) return false
  return now.slice(old.length).every((number) => {
    const widget = findObject(file, number, revision)
    return (
      findObject(file, number, revision - 1) === undefined && widget?.kind === 'dictionary' && isUnseen(file, widget)
    )
  })
}

function numbersIn(file: PdfFile, value: PdfValue | undefined, revision: number): number[] | undefined {
  const array = value?.kind === 'reference' ? findObject(file, value.number, revision) : value
  if (array === undefined) return []
  if (array.kind !== 'array') return undefined
  const numbers = array.items.flatMap((item) => (item.kind === 'reference' ? [item.number] : []))
  return numbers.length === array.items.length ? numbers : undefined
}

// A signature field that draws nothing.
function isUnseen(file: PdfFile, widget: PdfDictionary): boolean {
  const kind = widget.entries.get('FT')
  const place = widget.entries.get('Rect')
  return (
    kind?.kind === 'name' &&
    kind.value === 'Sig' &&
    !widget.entries.has('AP') &&
    place?.kind === 'array' &&
    /^\[\s*0 0 0 0\s*\]$/.test(source(file, place))
  )
}
