/** The number of an identity document as the search compares it: capitals and Latin digits, no spaces, no signs. */
export function foldDocumentNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** True where a search could be a document number: digits in it, four signs or more, one word. */
export function looksLikeDocumentNumber(search: string): boolean {
  const folded = foldDocumentNumber(search)
  return folded.length >= 4 && /\d/.test(folded) && !/\p{L}{4,}/u.test(folded)
}
