import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AuditLogError } from './audit-log-error.ts'
import { canonicalJson, type JsonValue } from './canonical-json.ts'
import { decodeLeaf, detailHash, encodeLeaf, type Leaf, leafHashOf } from './leaf.ts'

const leaf: Leaf = {
  v: 1,
  eventId: '01939f2e-7c00-7000-8000-000000000001',
  kind: 'command',
  type: 'custody.extended',
  actorId: '01939f2e-7c00-7000-8000-0000000000aa',
  actorUnitId: null,
  recordedAt: '2026-11-23T08:15:30.125Z',
  commandId: '01939f2e-7c00-7000-8000-0000000000cc',
  subjects: [{ type: 'custody', id: '01939f2e-7c00-7000-8000-0000000000ff' }],
  detailHash: detailHash(new Uint8Array(32), { reason: 'x' }),
}

describe('canonical JSON', () => {
  it('writes the examples of RFC 8785', () => {
    // 3.2.2: literals and the string with every kind of escape; 3.2.3: members sorted by UTF-16 code units.
    expect(
      canonicalJson({ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }),
    ).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    const members = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
    const written = canonicalJson(Object.fromEntries(members.map((key) => [key, key])))
    expect(written).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:${JSON.stringify(key)}`).join(',')}}`)
  })

  it('keeps Arabic as it is, marks and direction signs included, unnormalised', () => {
    const text = 'مُحَمَّد بن عليّ — الدائرة ٣ \u200f\u2067PV 12\u2069'
    expect(canonicalJson({ النص: text, a: 'é', b: 'e\u0301' })).toBe(`{"a":"é","b":"e\u0301","النص":"${text}"}`)
  })

  it('escapes control characters in the shortest form and nothing else', () => {
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f\u2028/')).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/"')
  })

  it('sorts numeric-looking and prototype-named members as text', () => {
    const value = JSON.parse('{"10":1,"9":2,"__proto__":3,"b":{"2":1,"11":2},"":0}') as JsonValue
    expect(canonicalJson(value)).toBe('{"":0,"10":1,"9":2,"__proto__":3,"b":{"11":2,"2":1}}')
    expect(canonicalJson(-0)).toBe('0')
    expect(canonicalJson([])).toBe('[]')
    expect(canonicalJson({})).toBe('{}')
    expect(canonicalJson(Number.MIN_SAFE_INTEGER)).toBe('-9007199254740991')
  })

  it.each([
    ['a fraction', 0.5],
    ['an unsafe integer', 2 ** 53],
    ['NaN', Number.NaN],
    ['undefined in a member', { a: undefined }],
    ['a hole in an array', Array(2)],
    ['a lone surrogate', '\ud83d'],
    ['a lone surrogate in a key', { '\ude00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a bottomless value', JSON.parse('['.repeat(5000) + ']'.repeat(5000))],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson({ member: value as JsonValue })).toThrow(AuditLogError)
  })

  it('is the same for the same value in any member order, reads back, and is a fixed point', () => {
    const value = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value')),
      ),
    })).value
    const reversed = (v: JsonValue): JsonValue => {
      if (Array.isArray(v)) return v.map(reversed)
      if (v === null || typeof v !== 'object') return v
      return Object.fromEntries(
        Object.entries(v)
          .toReversed()
          .map(([key, item]) => [key, reversed(item)]),
      )
    }
    fc.assert(
      fc.property(value, (v) => {
        const text = canonicalJson(v)
        expect(canonicalJson(reversed(v))).toBe(text)
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
        expect(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/\s/)
      }),
    )
  })
})

describe('the salted hash of a detail', () => {
  it('is SHA-256 over salt and canonical text', () => {
    const salt = new Uint8Array(32).fill(7)
    const expected = createHash('sha256').update(salt).update('{"a":"ب","z":1}').digest('base64')
    expect(detailHash(salt, { z: 1, a: 'ب' })).toBe(expected)
    expect(detailHash(new Uint8Array(32).fill(8), { z: 1, a: 'ب' })).not.toBe(expected)
  })

  it('takes salts of one length only', () => {
    expect(() => detailHash(new Uint8Array(33), 1)).toThrow('a salt has 32 bytes')
    expect(() => detailHash(new Uint8Array(0), 1)).toThrow(AuditLogError)
  })
})

describe('a leaf', () => {
  const encoded = encodeLeaf(leaf)

  it('has one text, which reads back', () => {
    expect(encoded).toMatch(/^\{"actorId":"[^ ]+","v":1\}$/)
    expect(decodeLeaf(encoded)).toEqual(leaf)
    expect(Buffer.from(leafHashOf(encoded)).toString('hex')).toBe(
      createHash('sha256').update(`\0${encoded}`).digest('hex'),
    )
  })

  it.each<[string, Record<string, unknown>]>([
    ['another version', { v: 2 }],
    ['an unknown member', { name: 'x' }],
    ['a missing member', { commandId: undefined }],
    ['free text as an id', { actorId: 'Fatima Zahra' }],
    ['free text as a type', { type: 'custody extended' }],
    ['Arabic in an id', { actorId: 'فاطمة' }],
    ['a time without milliseconds', { recordedAt: '2026-11-23T08:15:30Z' }],
    ['a time with an offset', { recordedAt: '2026-11-23T09:15:30.125+01:00' }],
    ['a short detail hash', { detailHash: 'AAAA' }],
    ['a detail hash in another spelling', { detailHash: leaf.detailHash.replace('=', '') }],
    ['a subject with more', { subjects: [{ type: 'case', id: 'a', name: 'x' }] }],
  ])('refuses %s', (_, change) => {
    expect(() => encodeLeaf({ ...leaf, ...change } as Leaf)).toThrow(AuditLogError)
  })

  it.each([
    ['white space', encoded.replace('"v":1', '"v": 1')],
    ['another member order', `{"v":1,${encoded.slice(1).replace(',"v":1', '')}`],
    ['an escape where none is needed', encoded.replace('command"', 'comman\\u0064"')],
    ['a member twice', encoded.replace('"v":1', '"v":1,"v":1')],
    ['no JSON', 'x'],
    ['an empty text', ''],
  ])('does not read back %s', (_, text) => {
    expect(() => decodeLeaf(text)).toThrow(AuditLogError)
  })
})
