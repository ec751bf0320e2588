import { create } from 'qrcode'

/**
 * A QR code as SVG text, one path on a transparent ground, one unit a module, with the quiet zone of 4 modules that
 * ISO/IEC 18004 asks for. Error correction M: a stamp or a fold across a corner does not spoil it.
 */
export function qrSvg(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const quiet = 4
  const side = modules.size + 2 * quiet
  const path: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue
      let end = column + 1
      while (end < modules.size && modules.get(row, end) !== 0) end += 1
      path.push(`M${column + quiet} ${row + quiet}h${end - column}v1h${column - end}z`)
      column = end
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path.join('')}"/></svg>`
}
