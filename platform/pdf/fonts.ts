import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A font file as the typesetter takes it, with the name it will carry inside a PDF. */
export interface FontFile {
  path: string
  postScriptName: string
  bytes: Buffer
}

/** The folder of the fonts that come with the project (Amiri, SIL Open Font License: Arabic and Latin in one design). */
export function bundledFontDir(): string {
  return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/amiri/package.json'))
}

/**
 * Every TrueType font under a folder, in a stable order.
 * @throws Error where there is none: the typesetter would go on with fonts of its own.
 */
export function loadFonts(fontDir: string): FontFile[] {
  const paths = readdirSync(fontDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ttf|otf)$/i.test(name))
    .sort()
    .map((name) => join(fontDir, name))
  if (paths.length === 0) throw new Error(`No TrueType font under ${fontDir}`)
  return paths.map((path) => {
    const bytes = readFileSync(path)
    return { path, bytes, postScriptName: postScriptName(bytes, path) }
  })
}

const nameIdPostScript = 6

// OpenType 1.9, "name": the record is UTF-16BE on the Windows and Unicode platforms and one byte a letter on the Macintosh one.
function postScriptName(font: Buffer, path: string): string {
  const tables = font.readUInt16BE(4)
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) !== 'name') continue
    const table = font.subarray(font.readUInt32BE(entry + 8))
    const storage = table.readUInt16BE(4)
    for (let record = 0; record < table.readUInt16BE(2); record += 1) {
      const at = 6 + record * 12
      if (table.readUInt16BE(at + 6) !== nameIdPostScript) continue
      const start = storage + table.readUInt16BE(at + 10)
      const text = table.subarray(start, start + table.readUInt16BE(at + 8)).toString('latin1')
      return text.replaceAll('\0', '')
    }
  }
  throw new Error(`${path} names no PostScript font`)
}
