import type { Series } from '../casework-tables.ts'

/** The number as people write it: year first, and a letter before it where the case is sealed. */
export function caseReference(series: Series, year: number, number: number): string {
  return `${series === 'case-sealed' ? 'S' : ''}${year}/${number}`
}

export interface ReferenceSearch {
  readonly year: number
  readonly number: number
}

/** Reads `2026/123`, `123/2026`, with Eastern digits, a dash for the stroke, or the letter of a sealed case before it. */
export function parseReference(search: string): ReferenceSearch | undefined {
  const latin = search
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[\u200E\u200F\u2066-\u2069]/gu, '')
    .trim()
  const parts = /^[Ssس]?\s*(\d{1,9})\s*[/\-\\]\s*(\d{1,9})$/u.exec(latin)
  if (!parts) return undefined
  const [first, second] = [Number(parts[1]), Number(parts[2])]
  if (isYear(first)) return { year: first, number: second }
  return isYear(second) ? { year: second, number: first } : undefined
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2199
}
