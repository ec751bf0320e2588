import type { Sketch } from '#contracts/documents/content.ts'

const width = 1000
const lineStyles: Readonly<Record<Sketch['lines'][number]['kind'], string>> = {
  road: 'stroke="#222" stroke-width="5"',
  lane: 'stroke="#777" stroke-width="3" stroke-dasharray="18 14"',
  kerb: 'stroke="#555" stroke-width="3"',
  skid: 'stroke="#111" stroke-width="4" stroke-dasharray="4 6"',
  measure: 'stroke="#0b6e69" stroke-width="2"',
  free: 'stroke="#222" stroke-width="3"',
}

type SymbolKind = Sketch['symbols'][number]['kind']
const box = (w: number, h: number, extra = ''): string =>
  `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="6" fill="#fff" stroke="#111" stroke-width="3"/>${extra}`
/** Vehicles point to the right before they are turned; a bar marks their front. */
const front = (x: number, h: number): string =>
  `<line x1="${x}" y1="${-h / 2 + 4}" x2="${x}" y2="${h / 2 - 4}" stroke="#111" stroke-width="4"/>`
const cross = '<path d="M-14 -14 L14 14 M-14 14 L14 -14" stroke="#b3261e" stroke-width="6"/>'
const symbols: Readonly<Record<SymbolKind, string>> = {
  car: box(70, 34, front(24, 34)),
  truck: box(110, 40, front(36, 40)),
  bus: box(130, 40, front(54, 40)),
  motorcycle: box(46, 14, front(18, 14)),
  bicycle:
    '<path d="M-18 0 L18 0" stroke="#111" stroke-width="3"/><circle cx="-18" r="9" fill="none" stroke="#111" stroke-width="3"/><circle cx="18" r="9" fill="none" stroke="#111" stroke-width="3"/>',
  pedestrian:
    '<circle cy="-12" r="7" fill="#111"/><path d="M0 -5 L0 10 M-9 0 L9 0 M0 10 L-7 24 M0 10 L7 24" stroke="#111" stroke-width="4" fill="none"/>',
  body: '<circle cx="-26" r="7" fill="#111"/><path d="M-18 0 L12 0 M-6 -12 L-6 12 M12 0 L28 -9 M12 0 L28 9" stroke="#111" stroke-width="4" fill="none"/>',
  impact: cross,
  'traffic-light':
    '<rect x="-8" y="-20" width="16" height="40" fill="#fff" stroke="#111" stroke-width="3"/><circle cy="-11" r="4"/><circle r="4"/><circle cy="11" r="4"/>',
  sign: '<path d="M0 -18 L16 10 L-16 10 Z M0 10 L0 28" fill="#fff" stroke="#111" stroke-width="3"/>',
  tree: '<circle r="16" fill="none" stroke="#3a6b35" stroke-width="4"/><circle r="3" fill="#3a6b35"/>',
  building: '<rect x="-40" y="-30" width="80" height="60" fill="#eee" stroke="#555" stroke-width="3"/>',
  camera: '<path d="M-14 -8 H8 V8 H-14 Z M8 0 L18 -8 V8 Z" fill="#fff" stroke="#111" stroke-width="3"/>',
  trace: '<circle r="12" fill="none" stroke="#b3261e" stroke-width="3" stroke-dasharray="5 4"/>',
  north: '<path d="M0 -30 L10 6 L0 0 L-10 6 Z" fill="#111"/>',
}

const escaped = (text: string): string =>
  text.replaceAll(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`).replaceAll(/\p{C}/gu, '')
const figure = (value: number): string => String(Math.round(value * 10) / 10)

/**
 * A sketch as a picture without letters: what is written on it stands in a legend by numbers, as the typesetter sets
 * Arabic right and a picture does not.
 */
export function sketchSvg(sketch: Sketch): string {
  const height = Math.round(width * sketch.ratio)
  const lines = sketch.lines.map((line) => {
    const points = line.points.map(([x, y]) => `${figure(x)},${figure(y)}`).join(' ')
    return `<polyline points="${points}" fill="none" stroke-linecap="round" ${lineStyles[line.kind]}/>`
  })
  const marks = sketch.symbols.map(
    ({ kind, x, y, angle }) =>
      `<g transform="translate(${figure(x)} ${figure(y)}) rotate(${figure(angle)})">${symbols[kind]}</g>`,
  )
  const numbers = sketch.symbols.map(
    ({ x, y }, index) => `<g transform="translate(${figure(x)} ${figure(y - 44)})">${digits(index + 1)}</g>`,
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(sketch.caption ?? '')}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff" stroke="#999" stroke-width="2"/>`,
    ...lines,
    ...marks,
    ...numbers,
    '</svg>',
  ].join('')
}

// Seven segments: figures as strokes look the same with any font, or none.
const segments: Readonly<Record<string, string>> = {
  0: 'abcdef',
  1: 'bc',
  2: 'abged',
  3: 'abgcd',
  4: 'fgbc',
  5: 'afgcd',
  6: 'afgedc',
  7: 'abc',
  8: 'abcdefg',
  9: 'abcdfg',
}
const strokes: Readonly<Record<string, string>> = {
  a: 'M0 0H8',
  b: 'M8 0V8',
  c: 'M8 8V16',
  d: 'M0 16H8',
  e: 'M0 8V16',
  f: 'M0 0V8',
  g: 'M0 8H8',
}

function digits(number: number): string {
  const figures = Array.from(String(number))
  const paths = figures.map((figure, index) => {
    const path = Array.from(segments[figure] ?? '')
      .map((segment) => strokes[segment])
      .join(' ')
    return `<path transform="translate(${(index - figures.length / 2) * 12} -8)" d="${path}" stroke="#0b6e69" stroke-width="2.4" fill="none"/>`
  })
  return paths.join('')
}
