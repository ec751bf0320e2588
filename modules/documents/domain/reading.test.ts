import { expect, test } from 'vitest'
import { readingSchema } from '#contracts/documents/reading.ts'
import { samplePv } from '#platform/pdf/testing/sample-prints.ts'
import { printText } from './print-text.ts'
import { readingOf } from './reading.ts'

const reading = readingSchema.parse(readingOf(samplePv, 'ar'))
const textIn = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(textIn).join(value.some(isRun) ? '' : '\n')
  if (isRun(value)) return value.text
  return typeof value === 'object' && value !== null ? Object.values(value).map(textIn).join('\n') : ''
}
const isRun = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && !('kind' in value)
const spoken = textIn(reading.parts)

test('is what is printed, word for word, in its order', () => {
  const words = printText({ ...samplePv, signatures: [] })
    .split(/[\n\t]/)
    .flatMap((line) => line.split(': '))
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== samplePv.reference)
  expect(words.length).toBeGreaterThan(40)
  for (const line of words.filter((each) => each !== samplePv.title)) expect(spoken).toContain(line)
  expect(spoken.indexOf('هوية المصرحة')).toBeLessThan(spoken.indexOf('بيان المسروقات'))
})

test('begins with who writes, when and where, as the print does', () => {
  expect(JSON.stringify(reading.parts[0])).toContain(samplePv.author.name)
  expect(JSON.stringify(reading.parts[0])).toContain('سنة ألفين وست وعشرين')
})

test('numbers questions as the print does, and ends with the mentions and the closing', () => {
  expect(reading.parts.flatMap((part) => (part.kind === 'exchange' ? [part.number] : []))).toEqual([1, 2, 3])
  expect(JSON.stringify(reading.parts.at(-1))).toContain('حرر بمكتبنا')
})
