import { expect, it } from 'vitest'
import { foldDocumentNumber, looksLikeDocumentNumber } from './document-number.ts'

it.each([
  ['ab 123-456', 'AB123456'],
  ['AB١٢٣٤٥٦', 'AB123456'],
  ['۱۲۳', '123'],
])('%s is compared as %s', (raw, key) => expect(foldDocumentNumber(raw)).toBe(key))

it('tells a number from a name', () => {
  expect(['AB123456', 'A 1234', '١٢٣٤٥'].every(looksLikeDocumentNumber)).toBe(true)
  expect(['Salma', 'سلمى', '123', 'Salma 1987'].some(looksLikeDocumentNumber)).toBe(false)
})
