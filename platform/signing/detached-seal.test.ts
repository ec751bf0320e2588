import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { needTools } from '#platform/testing/need-tools.ts'
import { type CertificateAuthority, type IssuedKey, createCertificateAuthority } from './certificate-authority.ts'
import { sealDetached, verifyDetachedSeal } from './detached-seal.ts'

needTools('openssl')

const at = new Date('2026-11-23T10:45:12Z')
const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') }
const content = new TextEncoder().encode('كل ما في الحزمة')
let folder = ''
let authority: CertificateAuthority
let unit: IssuedKey
let seal: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daira-detached-'))
  authority = await createCertificateAuthority({ commonName: 'جذر', organization: 'Daira', country: 'MA' }, validity)
  unit = await authority.issueUnitSeal({ commonName: 'دائرة تجريبية', country: 'MA' }, validity)
  seal = await sealDetached(content, unit.signer)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ours = (bytes: Uint8Array, of: Uint8Array = seal) => verifyDetachedSeal(bytes, of, [authority.certificatePem], at)

function openssl(bytes: Uint8Array, of: Uint8Array): boolean {
  const save = (name: string, what: Uint8Array | string): string => {
    writeFileSync(join(folder, name), what)
    return join(folder, name)
  }
  const files = [
    '-in',
    save('seal.p7s', of),
    '-content',
    save('bytes', bytes),
    '-CAfile',
    save('root', authority.certificatePem),
  ]
  return (
    spawnSync('openssl', ['cms', '-verify', '-binary', '-cades', '-purpose', 'any', '-inform', 'DER', ...files])
      .status === 0
  )
}

describe('a detached seal', () => {
  it('holds, for us and for openssl, and says whose it is', () => {
    expect(ours(content)).toMatchObject({ ok: true, problems: [], signer: { commonName: 'دائرة تجريبية' } })
    expect(openssl(content, seal)).toBe(true)
  })

  it('does not hold over other bytes, nor under another root, nor before its certificate', async () => {
    const other = Uint8Array.from(content).fill(0, 3, 4)
    expect(ours(other).problems).toEqual(['DIGEST_MISMATCH'])
    expect(openssl(other, seal)).toBe(false)
    const stranger = await createCertificateAuthority(
      { commonName: 'جذر', organization: 'Daira', country: 'MA' },
      validity,
    )
    expect(verifyDetachedSeal(content, seal, [stranger.certificatePem], at).problems).toEqual(['UNTRUSTED'])
    const early = verifyDetachedSeal(content, seal, [authority.certificatePem], new Date('2019-01-01T00:00:00Z'))
    expect(early.problems).toEqual(['CERTIFICATE_NOT_VALID_THEN', 'UNTRUSTED'])
  })

  it('does not hold with any one byte of it changed, cut or added', () => {
    const flipped = (place: number, bits: number): Uint8Array => {
      const changed = Uint8Array.from(seal)
      changed[place] = (changed[place] ?? 0) ^ bits
      return changed
    }
    // 41 and 632 are the type of parameters that the digest's algorithm does not have.
    const places = fc.nat({ max: seal.length - 1 })
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 255 }), (place, bits) => !ours(content, flipped(place, bits)).ok),
      {
        numRuns: 150,
        examples: [
          [41, 1],
          [632, 1],
        ],
      },
    )
    expect(ours(content, seal.subarray(0, -1)).problems).toEqual(['SEAL_UNREADABLE'])
    expect(ours(content, Uint8Array.of(...seal, 0)).ok).toBe(false)
  })
})
