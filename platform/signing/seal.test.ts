import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCertificateAuthority, openCertificateAuthority } from './certificate-authority.ts'
import { parsePdf, trailerOf } from './pdf-file.ts'
import { countSeals, sealPdf } from './seal-pdf.ts'
import { createKeySigner } from './signer.ts'
import { type SealGround, at, laySealGround, unitName, validity } from './testing/seal-ground.ts'
import { verifyPdfSeal } from './verify-seal.ts'

let ground: SealGround
beforeAll(async () => {
  ground = await laySealGround()
})
afterAll(() => ground.close())

describe('a sealed PV', () => {
  it('is valid, trusted and wholly signed by the judgement of pdfsig', () => {
    const text = ground.pdfsig(ground.sealed)
    expect(text).toContain('Signature is Valid')
    expect(text).toContain('Certificate is Trusted')
    expect(text).toContain('Total document signed')
    expect(text).toContain('ETSI.CAdES.detached')
    expect(text).toContain(unitName)
  })

  it('is valid by the judgement of openssl, with the certificate bound to it', () => {
    expect(ground.opensslVerify(ground.sealed)).toBe(true)
    const printed = ground.run('openssl', [
      'cms',
      '-cmsout',
      '-print',
      '-inform',
      'DER',
      '-in',
      ground.save('p.der', ground.cutOut(ground.sealed).cms),
    ]).out
    expect(printed).toContain('signingCertificateV2')
    expect(printed).toContain('ecdsa-with-SHA256')
    expect(printed).not.toContain('signingTime')
  })

  it('is valid by our own check, which names unit, officer and time', () => {
    const report = ground.ours(ground.sealed)
    expect(report).toMatchObject({ ok: true, problems: [] })
    expect(report.seals).toHaveLength(1)
    expect(report.seals[0]).toMatchObject({
      ok: true,
      name: 'عبد الرحيم الصنهاجي',
      reason: 'ختم محضر',
      location: 'مدينة الميناء',
      claimedAt: at,
      coversWholeFile: true,
      signer: { commonName: unitName, keyId: ground.unit.signer.keyId },
    })
  })

  it('keeps the mark of PDF/A, its pages and its identifier', () => {
    const path = ground.save('a.pdf', ground.sealed)
    expect(ground.run('qpdf', ['--check', path])).toMatchObject({ status: 0 })
    expect(ground.run('pdfinfo', ['-meta', path]).out).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</)
    expect(ground.run('pdfinfo', [path]).out).toMatch(/^Pages:\s+2$/m)
    const [before, after] = [ground.pdf, ground.sealed].map((bytes) => trailerOf(parsePdf(bytes)).entries.get('ID'))
    expect(before?.kind === 'array' && after?.kind === 'array').toBe(true)
    if (before?.kind !== 'array' || after?.kind !== 'array') return
    expect(after.items[0]).toMatchObject({ bytes: (before.items[0] as { bytes: Buffer }).bytes })
    expect(Buffer.from(ground.sealed.subarray(0, ground.pdf.length)).equals(ground.pdf)).toBe(true)
  })

  it('takes a second seal that leaves the first one valid', () => {
    const text = ground.pdfsig(ground.twice)
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
    expect(text.match(/Certificate is Trusted/g)).toHaveLength(2)
    expect(text).toContain('Total document signed')
    expect(ground.run('qpdf', ['--check', ground.save('twice.pdf', ground.twice)]).status).toBe(0)
    expect(ground.opensslVerify(ground.twice)).toBe(true)
    const report = ground.ours(ground.twice)
    expect(report).toMatchObject({
      ok: true,
      seals: [
        { ok: true, coversWholeFile: false },
        { ok: true, coversWholeFile: true },
      ],
    })
    expect(countSeals(ground.pdf)).toBe(0)
    expect(countSeals(ground.twice)).toBe(2)
  })

  it('takes a third', async () => {
    const thrice = await sealPdf(ground.twice, ground.options(ground.unit))
    expect(ground.ours(thrice)).toMatchObject({ ok: true, seals: [{ ok: true }, { ok: true }, { ok: true }] })
    expect(ground.pdfsig(thrice).match(/Signature is Valid/g)).toHaveLength(3)
  })
})

describe('trust', () => {
  it('is not given to a file remade with fresh keys under the same names', async () => {
    const forger = await createCertificateAuthority(
      { commonName: 'جذر دائرة', organization: 'Daira', country: 'MA' },
      validity,
    )
    const key = await forger.issueUnitSeal({ commonName: unitName, serialNumber: 'D02', country: 'MA' }, validity)
    const forged = await sealPdf(ground.pdf, ground.options(key))
    expect(ground.ours(forged)).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
    expect(ground.pdfsig(forged)).not.toContain('Certificate is Trusted')
    expect(ground.opensslVerify(forged)).toBe(false)
    expect(verifyPdfSeal(forged, [forger.certificatePem])).toMatchObject({ ok: true })
  })

  it('is not given by a seal certificate that plays the authority', async () => {
    const false_ = openCertificateAuthority(ground.unit.privateKey, ground.unit.certificateChain[0] ?? new Uint8Array())
    const key = await false_.issueUnitSeal({ commonName: 'وحدة مختلقة' }, validity)
    const chain = [...key.certificateChain, ...ground.unit.certificateChain]
    const forged = await sealPdf(ground.pdf, ground.options({ ...key, signer: createKeySigner(key.privateKey, chain) }))
    expect(ground.ours(forged)).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
  })

  it('comes from outside of the file alone', () => {
    expect(verifyPdfSeal(ground.sealed, [])).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
    expect(verifyPdfSeal(ground.sealed, [ground.authority.certificatePem])).toMatchObject({ ok: true })
  })

  it('holds only while the certificate did', async () => {
    const early = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-06-01T00:00:00Z') }
    const old = await ground.authority.issueUnitSeal({ commonName: unitName }, early)
    await expect(sealPdf(ground.pdf, ground.options(old))).rejects.toMatchObject({ code: 'SEAL_CERTIFICATE_NOT_VALID' })
    const inTime = await sealPdf(ground.pdf, ground.options(old, { at: new Date('2026-05-31T23:59:59Z') }))
    expect(ground.ours(inTime).ok).toBe(true)
  })
})
