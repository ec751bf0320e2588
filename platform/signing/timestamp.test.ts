import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IssuedKey, createCertificateAuthority } from './certificate-authority.ts'
import { sealPdf } from './seal-pdf.ts'
import { type SealGround, laySealGround, validity } from './testing/seal-ground.ts'
import type { TimestampAuthority } from './timestamp.ts'
import { verifyPdfSeal } from './verify-seal.ts'

let ground: SealGround
beforeAll(async () => {
  ground = await laySealGround()
})
afterAll(() => ground.close())

describe('time stamps', () => {
  function stampingAuthority(stamps: IssuedKey): TimestampAuthority {
    const conf = ground.save(
      `tsa-${stamps.signer.keyId.slice(0, 8)}.cnf`,
      `[tsa]\nserial = ${join(ground.folder, 'serial')}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\nordering = yes\n`,
    )
    writeFileSync(join(ground.folder, 'serial'), '01')
    const key = ground.save('tsa.key', stamps.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const certificate = ground.save('tsa.crt', new X509Certificate(stamps.certificateChain[0] ?? '').toString())
    return {
      request: async (query) => {
        const reply = join(ground.folder, 'reply.tsr')
        const args = ['ts', '-reply', '-config', conf, '-section', 'tsa', '-queryfile', ground.save('query.tsq', query)]
        const made = ground.run('openssl', [...args, '-inkey', key, '-signer', certificate, '-out', reply])
        if (made.status !== 0) throw new Error(made.out)
        return readFileSync(reply)
      },
    }
  }

  it('prove when a seal was set (PAdES B-T)', async () => {
    const stamps = await ground.authority.issueTimestampUnit({ commonName: 'Daira TSA' }, validity)
    const timestamp = stampingAuthority(stamps)
    const before = Math.floor(Date.now() / 1000) * 1000
    const now = new Date()
    const stamped = await sealPdf(ground.pdf, ground.options(ground.unit, { timestamp }))
    const report = ground.ours(stamped)
    expect(report).toMatchObject({ ok: true, seals: [{ problems: [] }] })
    const at = report.seals[0]?.stampedAt?.getTime() ?? 0
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThan(now.getTime() + 60_000)
    expect(ground.pdfsig(stamped)).toContain('Signature is Valid')
  })

  it('count for nothing from an authority nobody trusts, or over another seal', async () => {
    const stranger = await createCertificateAuthority({ commonName: 'Stranger' }, validity)
    const stamps = await stranger.issueTimestampUnit({ commonName: 'Stranger TSA' }, validity)
    const timestamp = stampingAuthority(stamps)
    const stamped = await sealPdf(ground.pdf, ground.options(ground.unit, { timestamp }))
    expect(ground.ours(stamped)).toMatchObject({ ok: false, seals: [{ problems: ['TIMESTAMP_INVALID'] }] })
    const trusting = { timestampAnchors: [stranger.certificate] }
    expect(verifyPdfSeal(stamped, [ground.authority.certificate], trusting).ok).toBe(true)
  })

  it('are refused where the authority answers about something else', async () => {
    const stamps = await ground.authority.issueTimestampUnit({ commonName: 'Daira TSA' }, validity)
    const good = stampingAuthority(stamps)
    let first: Uint8Array | undefined
    const replaying = {
      request: async (query: Uint8Array) => (first ??= await good.request(query)),
    }
    await sealPdf(ground.pdf, ground.options(ground.unit, { timestamp: replaying }))
    await expect(sealPdf(ground.pdf, ground.options(ground.unit, { timestamp: replaying }))).rejects.toMatchObject({
      code: 'TIMESTAMP_REFUSED',
    })
  })
})
