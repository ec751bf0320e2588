import { describe, expect, it } from 'vitest'
import { Secret } from './secret.ts'
import { findTotpStep, makeTotpSecret, totpCode, totpUri } from './totp.ts'

// RFC 6238, appendix B: the ASCII secret 12345678901234567890, SHA-1, cut to six digits.
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number): Date => new Date(seconds * 1000)
const check = (code: string, seconds: number, after = 0): Promise<number | undefined> =>
  findTotpStep(rfcSecret, new Secret(code), at(seconds), after)

describe('a code of an authenticator application', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('is that of the standard at %i', async (seconds, code) => {
    expect(await totpCode(rfcSecret, at(seconds))).toBe(code)
    expect(await check(code, seconds)).toBe(Math.floor(seconds / 30))
  })

  it('holds for its half minute and the one before and after, no longer', async () => {
    const code = await totpCode(rfcSecret, at(1_000_020))
    expect(await check(code, 1_000_020 + 30)).toBe(33334)
    expect(await check(code, 1_000_020 - 30)).toBe(33334)
    expect(await check(code, 1_000_020 + 60)).toBeUndefined()
    expect(await check(code, 1_000_020 - 60)).toBeUndefined()
  })

  it('works once, and none of an earlier step after it', async () => {
    const code = await totpCode(rfcSecret, at(1_000_020))
    expect(await check(code, 1_000_020, 33333)).toBe(33334)
    expect(await check(code, 1_000_020, 33334)).toBeUndefined()
    expect(await check(code, 1_000_020, 33335)).toBeUndefined()
    // A clock set back far behind the last code used refuses, and does not fail.
    expect(await check(code, 1_000_020, 99999)).toBeUndefined()
  })

  it.each(['', '12345', '1234567', '12345a', '٢٨٧٠٨٢', ' 287082'])(
    'is refused without a fault where it is none: %s',
    async (code) => {
      expect(await check(code, 59)).toBeUndefined()
    },
  )

  it('comes from a secret of 160 bits that an application reads from an address', () => {
    const secret = makeTotpSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(makeTotpSecret()).not.toBe(secret)
    const uri = new URL(totpUri(secret, 'P-1001', 'Daira'))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.searchParams.get('secret')).toBe(secret)
    expect(uri.searchParams.get('issuer')).toBe('Daira')
  })
})

describe('a secret on its way', () => {
  it('appears in no JSON and no text', () => {
    const secret = new Secret('what nobody may read')
    expect(JSON.stringify({ secret, list: [secret] })).not.toContain('nobody')
    expect(String(secret)).not.toContain('nobody')
    expect(Object.entries(secret)).toEqual([])
  })
})
