/** The number as people write it: year first, and a letter before it where the case is sealed, as for the case itself. */
export function exhibitReference(series: 'exhibit' | 'exhibit-sealed', year: number, number: number): string {
  return `${series === 'exhibit-sealed' ? 'S' : ''}${year}/${number}`
}
