import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelOf, readLabel } from './label.ts'

describe('a label', () => {
  it('is 128 bits in base32, as RFC 4648 writes them', () => {
    expect(labelOf(Buffer.alloc(16))).toBe('A'.repeat(26))
    expect(labelOf(Buffer.from('ffffffffffffffffffffffffffffffff', 'hex'))).toBe(`${'7'.repeat(25)}4`)
    expect(labelOf(Buffer.from('foobarfoobarfoob'))).toBe('MZXW6YTBOJTG633CMFZGM33PMI')
  })

  it('is another for other bits', () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(labelOf(a) === labelOf(b)).toBe(Buffer.from(a).equals(Buffer.from(b)))
      }),
    )
  })

  it('is read however it was typed, and nothing else is', () => {
    const label = labelOf(randomBytes(16))
    const typed = ` ${label.slice(0, 5).toLowerCase()}-${label.slice(5)}\u200f`
    expect(readLabel(typed)).toBe(label)
    for (const other of ['', label.slice(1), `${label}A`, label.replace(/.$/, '1'), '2026/12'])
      expect(readLabel(other)).toBeUndefined()
  })
})
