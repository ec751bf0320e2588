// As much of the PDF syntax (ISO 32000-1, 7.2, 7.3, 7.5) as adding and checking a signature takes. Text is latin1, so that
// a character is a byte and every offset is the file's own.

/** A value with its place in the text: from `start` to before `end`. */
export type PdfValue = { start: number; end: number } & (
  | { kind: 'dictionary'; entries: Map<string, PdfValue> }
  | { kind: 'array'; items: PdfValue[] }
  | { kind: 'reference'; number: number }
  | { kind: 'number'; value: number }
  | { kind: 'name'; value: string }
  | { kind: 'string'; bytes: Buffer }
  | { kind: 'other' }
)
export type PdfDictionary = Extract<PdfValue, { kind: 'dictionary' }>

/** The text is not PDF, or not of the kind this reader knows. */
export class PdfSyntaxError extends Error {}

const space = /[\0\t\n\f\r ]/
const regular = /[^\0\t\n\f\r ()<>[\]{}/%]/
const deepest = 64

/** Reads one value. @throws PdfSyntaxError */
export function parseValue(text: string, from: number, depth = 0): PdfValue {
  if (depth > deepest) throw new PdfSyntaxError('nested too deeply')
  const start = skipSpace(text, from)
  const two = text.slice(start, start + 2)
  if (two === '<<') return parseDictionary(text, start, depth)
  if (two[0] === '<') return parseHexString(text, start)
  if (two[0] === '(') return parseLiteralString(text, start)
  if (two[0] === '[') return parseArray(text, start, depth)
  if (two[0] === '/') {
    const end = endOfRegular(text, start + 1)
    const value = text
      .slice(start + 1, end)
      .replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    return { kind: 'name', value, start, end }
  }
  const reference = /^(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
    text.slice(start, start + 24),
  )
  if (reference) {
    return { kind: 'reference', number: Number(reference[1]), start, end: start + reference[0].length }
  }
  const end = endOfRegular(text, start)
  if (end === start) throw new PdfSyntaxError(`no value at ${start}`)
  const word = text.slice(start, end)
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'number', value: Number(word), start, end }
  return { kind: 'other', start, end }
}

function skipSpace(text: string, from: number): number {
  let at = from
  for (;;) {
    const character = text[at]
    if (character === undefined) throw new PdfSyntaxError('the text ends too soon')
    if (character === '%') {
      while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
    } else if (space.test(character)) at += 1
    else return at
  }
}

function endOfRegular(text: string, from: number): number {
  let at = from
  while (at < text.length && regular.test(text[at] ?? '')) at += 1
  return at
}

function parseDictionary(text: string, start: number, depth: number): PdfDictionary {
  const entries = new Map<string, PdfValue>()
  let at = skipSpace(text, start + 2)
  while (text.slice(at, at + 2) !== '>>') {
    const key = parseValue(text, at, depth + 1)
    if (key.kind !== 'name') throw new PdfSyntaxError(`a key is missing at ${at}`)
    // A second entry of the same name is read differently by different readers: a way to show one thing and sign another.
    if (entries.has(key.value)) throw new PdfSyntaxError(`/${key.value} stands twice at ${at}`)
    const value = parseValue(text, key.end, depth + 1)
    entries.set(key.value, value)
    at = skipSpace(text, value.end)
  }
  return { kind: 'dictionary', entries, start, end: at + 2 }
}

function parseArray(text: string, start: number, depth: number): PdfValue {
  const items: PdfValue[] = []
  let at = skipSpace(text, start + 1)
  while (text[at] !== ']') {
    const item = parseValue(text, at, depth + 1)
    items.push(item)
    at = skipSpace(text, item.end)
  }
  return { kind: 'array', items, start, end: at + 1 }
}

function parseHexString(text: string, start: number): PdfValue {
  const close = text.indexOf('>', start)
  const digits = text.slice(start + 1, close)
  if (close < 0 || !/^[0-9a-fA-F\0\t\n\f\r ]*$/.test(digits)) throw new PdfSyntaxError(`a broken string at ${start}`)
  const hex = digits.replaceAll(/[^0-9a-fA-F]/g, '')
  return { kind: 'string', bytes: Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex'), start, end: close + 1 }
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function parseLiteralString(text: string, start: number): PdfValue {
  const out: string[] = []
  let open = 1
  let at = start + 1
  for (; open > 0; at += 1) {
    const character = text[at]
    if (character === undefined) throw new PdfSyntaxError(`a broken string at ${start}`)
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))
      if (octal) {
        out.push(String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff))
        at += octal[0].length
      } else {
        at += 1
        const next = text[at] ?? ''
        if (next !== '\n' && next !== '\r') out.push(escapes[next] ?? next)
      }
      continue
    }
    if (character === '(') open += 1
    if (character === ')') open -= 1
    if (open > 0) out.push(character)
  }
  return { kind: 'string', bytes: Buffer.from(out.join(''), 'latin1'), start, end: at }
}

/** A text string (7.9.2.2): UTF-16BE with its mark, UTF-8 with its mark, or one byte a character. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8')
  return bytes.toString('latin1')
}

/** Text as a PDF string in any script. */
export function pdfText(value: string): string {
  return `<${Buffer.from(`\uFEFF${value}`, 'utf16le').swap16().toString('hex').toUpperCase()}>`
}
