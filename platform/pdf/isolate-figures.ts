// Groups of figures and references, wherever they stand in running text. In a right-to-left line 2026/PJ/001 would otherwise
// read PJ/001/2026, 1987-05-03 would read 03-05-1987 and +212 6 12 would read 12 6 212+ (Unicode Annex 9, rules W2 to W7).
const latin = String.raw`\p{Script=Latin}`
// Every repetition has an end, so that no text, however long, keeps the search busy.
const figureRun = new RegExp(
  [
    String.raw`[${latin}\d._%+-]{1,64}@[${latin}\d-]{1,63}(?:\.[${latin}\d-]{1,63}){1,8}`,
    String.raw`[+]?\d{1,3}(?:[ .\-\u00a0\u202f]\d{1,4}){3,8}`,
    String.raw`[+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,8}(?:[.,]\d{1,8})?`,
    String.raw`[+-]?[${latin}\d]{0,24}\d[${latin}\d]{0,24}(?:[/\-_.:,][${latin}\d]{1,24}){1,12}`,
    String.raw`[${latin}]{1,24}(?:[/\-_.:][${latin}\d]{1,24}){0,6}[/\-_.:]\d[${latin}\d]{0,24}(?:[/\-_.:][${latin}\d]{1,24}){0,12}`,
    String.raw`[+-]\d{1,24}`,
    String.raw`\d{1,12}(?:[.,]\d{1,8})?[ \u00a0]?%`,
  ].join('|'),
  'gu',
)

/**
 * Puts each such group between U+2066 and U+2069, from which the templates make an unbreakable run in its own order. What
 * is isolated already stays as it is.
 */
export function isolateFigures(text: string): string {
  if (!/[\d@]/.test(text) || text.includes('\u2066')) return text
  return text.replace(figureRun, '\u2066$&\u2069')
}

/** The same for every text of a document, but for the names of its pictures. */
export function isolateFiguresIn(value: unknown): unknown {
  if (typeof value === 'string') return isolateFigures(value)
  if (Array.isArray(value)) return value.map(isolateFiguresIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === 'asset' ? member : isolateFiguresIn(member)]),
  )
}
