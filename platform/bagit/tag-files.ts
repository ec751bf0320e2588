// Tag files of RFC 8493: the declaration (2.1.1), manifests (2.1.3, 2.2.1) and what is said about the bag (2.2.2).

/** A declaration word for word: any other spelling is none, a space before a colon included. */
const declaration = /^BagIt-Version: (\d+)\.(\d+)\r?\nTag-File-Character-Encoding: (\S+)(?:\r?\n)?$/

export interface Declaration {
  readonly major: number
  readonly minor: number
  readonly encoding: string
}

export function parseDeclaration(text: string): Declaration | null {
  const found = declaration.exec(text)
  if (!found) return null
  const [, major, minor, encoding = ''] = found
  return { major: Number(major), minor: Number(minor), encoding }
}

export const formatDeclaration = (): string => 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

export interface ManifestLine {
  /** Lower-case hexadecimal. */
  readonly digest: string
  readonly path: string
}

/** The lines of a manifest; null stands for one that is none. Line 1 is the first. */
export function parseManifest(text: string): readonly (ManifestLine | null)[] {
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => {
    const [, digest, path] = /^([0-9A-Fa-f]+)[ \t]+(\S.*)$/.exec(line) ?? []
    return digest === undefined || path === undefined ? null : { digest: digest.toLowerCase(), path: decodePath(path) }
  })
}

export const formatManifest = (lines: readonly ManifestLine[]): string =>
  lines.map(({ digest, path }) => `${digest}  ${encodePath(path)}\n`).join('')

// Only what would break a line, and the sign that says so itself.
const encodePath = (path: string): string => path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const decodePath = (path: string): string =>
  path.replaceAll(/%(?:0D|0A|25)/gi, (code) => String.fromCodePoint(Number.parseInt(code.slice(1), 16)))

/** What is said about a bag: labels may come again, and keep their order. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

/** Null where a line is neither a label with its value nor goes on from one. */
export function parseInfo(text: string): BagInfo | null {
  const info: [string, string][] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === '') continue
    const [, label, value] = /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*)$/.exec(line) ?? []
    const last = info.at(-1)
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`
    else if (label !== undefined && value !== undefined) info.push([label, value.trim()])
    else return null
  }
  return info
}

/** Throws a `RangeError` where a label or value would not come back as it is. */
export function formatInfo(info: BagInfo): string {
  const text = info.map(([label, value]) => `${label}: ${value}\n`).join('')
  const back = parseInfo(text)
  const same = back?.length === info.length && back.every(([label, value], at) => isPair(info[at], label, value))
  if (!same) throw new RangeError('a label or a value of the bag’s information cannot be written on one line')
  return text
}

const isPair = (pair: BagInfo[number] | undefined, label: string, value: string): boolean =>
  pair !== undefined && pair[0] === label && pair[1] === value
