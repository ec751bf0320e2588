import { describe, expect, it } from 'vitest'
import { blankOf, fieldOf, readShape } from './law-shape.ts'

describe('the shape of a row of law data', () => {
  const shape = readShape({
    type: 'object',
    required: ['code', 'validTo', 'penalty', 'words', 'ours'],
    properties: {
      code: { type: 'string', pattern: 'x' },
      validTo: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
      penalty: {
        type: 'object',
        required: ['fine', 'life'],
        properties: { fine: { type: 'integer' }, life: { type: 'boolean' } },
      },
      words: { type: 'array', items: { type: 'string' } },
      ranks: { anyOf: [{ type: 'array', items: { type: 'string' } }, { const: 'any' }] },
      authorities: { type: 'array', items: { type: 'object', properties: { ar: { type: 'string' } } } },
      longest: { anyOf: [{ type: 'string', format: 'duration' }, { type: 'null' }] },
      odd: { type: 'array', items: { type: 'array' } },
      ours: { const: true },
      note: { type: 'string' },
    },
  })
  const kinds = Object.entries(shape.properties ?? {}).map(([name, member]) => [name, fieldOf(member).field.kind])

  it('chooses the fields of its form', () => {
    expect(Object.fromEntries(kinds)).toEqual({
      code: 'text',
      validTo: 'day',
      penalty: 'group',
      words: 'words',
      ranks: 'words-or-all',
      authorities: 'rows',
      longest: 'duration',
      odd: 'unknown',
      ours: 'fixed',
      note: 'text',
    })
    expect(fieldOf(shape.properties?.['validTo'] ?? {}).optional).toBe(true)
  })

  it('makes an empty row with what it asks for', () => {
    expect(blankOf(shape)).toEqual({
      code: '',
      validTo: null,
      penalty: { fine: 0, life: false },
      words: [],
      ours: true,
    })
  })
})
