import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { render, testBundle, testLog, testTrust } from './test-bundle.ts'

// Nothing of this library and nothing of OpenSSL's signatures checks here: the bundle is read as an outsider would who has
// RFC 8032 and RFC 9162 at hand. Slow and plain by intent.

const p = 2n ** 255n - 19n
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (a: bigint, m = p) => ((a % m) + m) % m
const power = (base: bigint, exponent: bigint): bigint => {
  let [result, b] = [1n, mod(base)]
  for (let e = exponent; e > 0n; e >>= 1n) {
    if (e & 1n) result = mod(result * b)
    b = mod(b * b)
  }
  return result
}
const inverse = (a: bigint) => power(a, p - 2n)
const d = mod(-121665n * inverse(121666n))
interface Point {
  x: bigint
  y: bigint
}
const add = (a: Point, b: Point): Point => {
  const k = mod(d * a.x * b.x * a.y * b.y)
  return {
    x: mod((a.x * b.y + b.x * a.y) * inverse(1n + k)),
    y: mod((a.y * b.y + a.x * b.x) * inverse(1n - k)),
  }
}
const times = (n: bigint, point: Point): Point => {
  let [result, b]: [Point, Point] = [{ x: 0n, y: 1n }, point]
  for (let e = n; e > 0n; e >>= 1n) {
    if (e & 1n) result = add(result, b)
    b = add(b, b)
  }
  return result
}
const little = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const decode = (bytes: Uint8Array): Point => {
  const value = little(bytes)
  const y = value & (2n ** 255n - 1n)
  const square = mod((y * y - 1n) * inverse(d * y * y + 1n))
  let x = power(square, (p + 3n) / 8n)
  if (mod(x * x) !== square) x = mod(x * power(2n, (p - 1n) / 4n))
  if (mod(x * x) !== square) throw new Error('not on the curve')
  return { x: (x & 1n) === value >> 255n ? x : p - x, y }
}
const base = decode(Buffer.from(`58${'66'.repeat(31)}`, 'hex'))
const sha512 = (...parts: Uint8Array[]) => createHash('sha512').update(Buffer.concat(parts)).digest()
function ed25519Holds(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const [r, s] = [signature.subarray(0, 32), little(signature.subarray(32))]
  if (s >= order) return false
  const k = little(sha512(r, publicKey, message)) % order
  const left = times(s, base)
  const right = add(decode(r), times(k, decode(publicKey)))
  return left.x === right.x && left.y === right.y
}

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
function rootFrom(hash: Buffer, index: number, size: number, proof: Buffer[]): Buffer {
  const sibling = proof.at(-1)
  if (size === 1 || !sibling) return hash
  let left = 1
  while (left * 2 < size) left *= 2
  const rest = proof.slice(0, -1)
  return index < left
    ? sha256(Buffer.of(1), rootFrom(hash, index, left, rest), sibling)
    : sha256(Buffer.of(1), sibling, rootFrom(hash, index - left, size - left, rest))
}

interface Line {
  kind: string
  note?: string
  index?: number
  size?: number
  leaf?: string
  salt?: string
  detail?: unknown
  proof?: string[]
}

describe('a bundle, read by hand', () => {
  it('knows the third test vector of RFC 8032', () => {
    const publicKey = Buffer.from('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'hex')
    const signature = Buffer.from(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
      'hex',
    )
    expect(ed25519Holds(publicKey, Buffer.of(0xaf, 0x82), signature)).toBe(true)
    expect(ed25519Holds(publicKey, Buffer.of(0xaf, 0x83), signature)).toBe(false)
  })

  it('bears its signatures, the inclusion of each entry shown and the hash of its detail', async () => {
    const options = { leaves: 13, checkpoints: [6, 13], scope: { type: 'selection' as const }, shown: [1, 6, 12] }
    const lines = render(await testBundle({ ...options, witnesses: 1 })).map((line) => JSON.parse(line) as Line)
    const roots = new Map<number, Buffer>()
    let cosigned = 0
    for (const { note = '' } of lines.filter((line) => line.kind === 'checkpoint')) {
      const [text = '', signatures = ''] = note.split('\n\n')
      const [logLine = '', witnessLine] = signatures.trimEnd().split('\n')
      const signed = Buffer.from(logLine.split(' ')[2] ?? '', 'base64')
      const keyId = sha256(Buffer.from(`${testLog.keyName}\n\x01`), testLog.publicKey).subarray(0, 4)
      expect(signed.subarray(0, 4)).toEqual(keyId)
      expect(ed25519Holds(testLog.publicKey, Buffer.from(`${text}\n`), signed.subarray(4))).toBe(true)
      expect(ed25519Holds(testLog.publicKey, Buffer.from(`${text} \n`), signed.subarray(4))).toBe(false)
      const [, size, root] = text.split('\n')
      roots.set(Number(size), Buffer.from(root ?? '', 'base64'))
      if (witnessLine === undefined) continue
      cosigned += 1
      const cosignature = Buffer.from(witnessLine.split(' ')[2] ?? '', 'base64')
      const witnessKey = Buffer.from(testTrust.witnessKeys?.[0]?.split('+').slice(2).join('+') ?? '', 'base64')
      const message = `cosignature/v1\ntime ${cosignature.readBigUInt64BE(4)}\n${text}\n`
      expect(ed25519Holds(witnessKey.subarray(1), Buffer.from(message), cosignature.subarray(12))).toBe(true)
    }
    expect([...roots.keys(), cosigned]).toEqual([6, 13, 1])

    for (const index of options.shown) {
      const of = (kind: string) => lines.find((line) => line.kind === kind && line.index === index)
      const text = of('leaf')?.leaf ?? ''
      const { size = 0, proof = [] } = of('inclusion') ?? {}
      const hash = sha256(Buffer.of(0), Buffer.from(text))
      const path = proof.map((hashed) => Buffer.from(hashed, 'base64'))
      expect(path.length).toBeGreaterThan(0)
      expect(rootFrom(hash, index, size, path)).toEqual(roots.get(size))
      const { salt = '', detail } = of('detail') ?? {}
      // The details of these tests have their members in canonical order already.
      const hashed = sha256(Buffer.from(salt, 'base64'), Buffer.from(JSON.stringify(detail))).toString('base64')
      expect((JSON.parse(text) as { detailHash: string }).detailHash).toBe(hashed)
    }
  })
})
