import type { Age, Book, Measure } from '#contracts/custody/measure.ts'

/** The book of a place in which a person is entered. Whoever may be a minor stands in the minors' book. */
export function bookOf(measure: Measure, age: Age): Book {
  switch (measure) {
    case 'identity-check':
      return 'identity'
    case 'sentence-hold':
      return 'sentences'
    case 'warrant-hold':
      return 'warrants'
    case 'custody':
    case 'minor-retention':
      return measure === 'minor-retention' || age !== 'adult' ? 'minors' : 'adults'
  }
}

const letters: Readonly<Record<Book, string>> = {
  adults: 'GAV',
  minors: 'MIN',
  identity: 'IDV',
  sentences: 'EXE',
  warrants: 'MAN',
}

/** A line as people write it: book, year and number, left to right. */
export const bookReference = (book: Book, year: number, number: number): string => `${letters[book]} ${year}/${number}`

/** The series that numbers a book; the place is part of it, since the unit that runs it may have several. */
export const bookSeries = (book: Book, placeId: string): string => `custody:${book}:${placeId}`
