import { spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPdfRenderer, pvPrint } from '#platform/pdf/index.ts'
import { samplePv } from '#platform/pdf/testing/sample-prints.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { createCertificateAuthority, openCertificateAuthority } from './certificate-authority.ts'
import type { CertificateAuthority, IssuedKey } from './certificate-authority.ts'
import { parsePdf, trailerOf } from './pdf-file.ts'
import { countSeals, sealPdf } from './seal-pdf.ts'
import type { SealOptions } from './seal-pdf.ts'
import type { TimestampAuthority } from './timestamp.ts'
import { createKeySigner, openSignerFile, readSignerFile, writeSignerFile } from './signer.ts'
import { verifyPdfSeal } from './verify-seal.ts'

needTools('pdfsig', 'pdfinfo', 'qpdf', 'openssl', 'certutil')

const unitName = 'الدائرة الثانية للشرطة'
const at = new Date('2026-11-23T10:45:12Z')
// Wide, since pdfsig and openssl's time stamps go by the clock of the machine.
const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') }
const passphrase = 'a-secret-made-by-a-machine-0123456789'

let folder = ''
let pdf: Uint8Array
let authority: CertificateAuthority
let unit: IssuedKey
let officer: IssuedKey
let sealed: Uint8Array
let twice: Uint8Array

function options(key: IssuedKey, more: Partial<SealOptions> = {}): SealOptions {
  const name = 'عبد الرحيم الصنهاجي'
  return { signer: key.signer, reason: 'ختم محضر', location: 'مدينة الميناء', name, at, ...more }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daira-seal-'))
  const renderer = createPdfRenderer()
  pdf = await renderer.render(pvPrint(samplePv, { creationDate: at }))
  await renderer.close()
  authority = await createCertificateAuthority(
    { commonName: 'جذر دائرة', organization: 'Daira', country: 'MA' },
    validity,
  )
  unit = await authority.issueUnitSeal({ commonName: unitName, serialNumber: 'D02', country: 'MA' }, validity)
  officer = await authority.issueOfficer({ commonName: 'عبد الرحيم الصنهاجي', serialNumber: 'P-10442' }, validity)
  sealed = await sealPdf(pdf, options(unit))
  twice = await sealPdf(sealed, options(officer, { at: new Date('2026-11-23T11:00:00Z') }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(tool: string, args: string[], input?: Uint8Array): { status: number; out: string; stdout: Buffer } {
  const done = spawnSync(tool, args, { input, maxBuffer: 1 << 26 })
  return { status: done.status ?? -1, out: `${done.stdout.toString()}${done.stderr.toString()}`, stdout: done.stdout }
}

function save(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

function nssTrusting(pem: string, name: string): string {
  const store = join(folder, name)
  mkdirSync(store)
  expect(run('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']).status).toBe(0)
  const added = run('certutil', [
    '-A',
    '-d',
    `sql:${store}`,
    '-n',
    'root',
    '-t',
    'CT,C,C',
    '-i',
    save(`${name}.pem`, pem),
  ])
  expect(added.out).toBe('')
  return `sql:${store}`
}

let store: string | undefined
function pdfsig(bytes: Uint8Array): string {
  store ??= nssTrusting(authority.certificatePem, 'nss')
  return run('pdfsig', ['-nssdir', store, save('check.pdf', bytes)]).out
}

/** The last signature's message and the bytes it covers, cut out without any of our code. */
function cutOut(bytes: Uint8Array): { cms: Buffer; covered: Buffer } {
  const all = Buffer.from(bytes)
  const ranges = [...all.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/g)]
  const [a = 0, b = 0, c = 0, d = 0] = ranges.at(-1)?.slice(1).map(Number) ?? []
  const der = Buffer.from(all.toString('latin1', b + 1, c - 1), 'hex')
  const length = 4 + der.readUInt16BE(2)
  return { cms: der.subarray(0, length), covered: Buffer.concat([all.subarray(a, a + b), all.subarray(c, c + d)]) }
}

function opensslVerify(bytes: Uint8Array): boolean {
  const { cms, covered } = cutOut(bytes)
  const args = ['cms', '-verify', '-binary', '-cades', '-purpose', 'any', '-inform', 'DER', '-in', save('s.der', cms)]
  args.push(
    '-content',
    save('s.bin', covered),
    '-CAfile',
    save('root.pem', authority.certificatePem),
    '-out',
    '/dev/null',
  )
  args.push('-attime', String(at.getTime() / 1000))
  return run('openssl', args).status === 0
}

const ours = (bytes: Uint8Array) => verifyPdfSeal(bytes, [authority.certificate])

function flipped(bytes: Uint8Array, position: number, mask = 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[position] = (copy[position] ?? 0) ^ mask
  return copy
}

describe('a sealed PV', () => {
  it('is valid, trusted and wholly signed by the judgement of pdfsig', () => {
    const text = pdfsig(sealed)
    expect(text).toContain('Signature is Valid')
    expect(text).toContain('Certificate is Trusted')
    expect(text).toContain('Total document signed')
    expect(text).toContain('ETSI.CAdES.detached')
    expect(text).toContain(unitName)
  })

  it('is valid by the judgement of openssl, with the certificate bound to it', () => {
    expect(opensslVerify(sealed)).toBe(true)
    const printed = run('openssl', [
      'cms',
      '-cmsout',
      '-print',
      '-inform',
      'DER',
      '-in',
      save('p.der', cutOut(sealed).cms),
    ]).out
    expect(printed).toContain('signingCertificateV2')
    expect(printed).toContain('ecdsa-with-SHA256')
    expect(printed).not.toContain('signingTime')
  })

  it('is valid by our own check, which names unit, officer and time', () => {
    const report = ours(sealed)
    expect(report).toMatchObject({ ok: true, problems: [] })
    expect(report.seals).toHaveLength(1)
    expect(report.seals[0]).toMatchObject({
      ok: true,
      name: 'عبد الرحيم الصنهاجي',
      reason: 'ختم محضر',
      location: 'مدينة الميناء',
      claimedAt: at,
      coversWholeFile: true,
      signer: { commonName: unitName, keyId: unit.signer.keyId },
    })
  })

  it('keeps the mark of PDF/A, its pages and its identifier', () => {
    const path = save('a.pdf', sealed)
    expect(run('qpdf', ['--check', path])).toMatchObject({ status: 0 })
    expect(run('pdfinfo', ['-meta', path]).out).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</)
    expect(run('pdfinfo', [path]).out).toMatch(/^Pages:\s+2$/m)
    const [before, after] = [pdf, sealed].map((bytes) => trailerOf(parsePdf(bytes)).entries.get('ID'))
    expect(before?.kind === 'array' && after?.kind === 'array').toBe(true)
    if (before?.kind !== 'array' || after?.kind !== 'array') return
    expect(after.items[0]).toMatchObject({ bytes: (before.items[0] as { bytes: Buffer }).bytes })
    expect(Buffer.from(sealed.subarray(0, pdf.length)).equals(pdf)).toBe(true)
  })

  it('takes a second seal that leaves the first one valid', () => {
    const text = pdfsig(twice)
    expect(text.match(/Signature is Valid/g)).toHaveLength(2)
    expect(text.match(/Certificate is Trusted/g)).toHaveLength(2)
    expect(text).toContain('Total document signed')
    expect(run('qpdf', ['--check', save('twice.pdf', twice)]).status).toBe(0)
    expect(opensslVerify(twice)).toBe(true)
    const report = ours(twice)
    expect(report).toMatchObject({
      ok: true,
      seals: [
        { ok: true, coversWholeFile: false },
        { ok: true, coversWholeFile: true },
      ],
    })
    expect(countSeals(pdf)).toBe(0)
    expect(countSeals(twice)).toBe(2)
  })

  it('takes a third', async () => {
    const thrice = await sealPdf(twice, options(unit))
    expect(ours(thrice)).toMatchObject({ ok: true, seals: [{ ok: true }, { ok: true }, { ok: true }] })
    expect(pdfsig(thrice).match(/Signature is Valid/g)).toHaveLength(3)
  })
})

describe('a changed file', () => {
  const places = () => {
    const { start, end } = hole(sealed)
    return [10, 700, Math.floor(start / 2), start - 1, end, end + 5, sealed.length - 20, sealed.length - 2]
  }
  function hole(bytes: Uint8Array): { start: number; end: number } {
    const text = Buffer.from(bytes).toString('latin1')
    const start = text.lastIndexOf('/Contents <') + '/Contents '.length
    return { start, end: text.indexOf('>', start) + 1 }
  }

  it('is found by pdfsig, by openssl and by us, wherever a byte is flipped in what is signed', () => {
    expect({ ours: ours(sealed).ok, openssl: opensslVerify(sealed) }).toEqual({ ours: true, openssl: true })
    for (const place of places()) {
      const bytes = flipped(sealed, place)
      const verdict = {
        place,
        ours: ours(bytes).ok,
        openssl: opensslVerify(bytes),
        pdfsig: /Signature is Valid/.test(pdfsig(bytes)),
      }
      expect(verdict).toEqual({ place, ours: false, openssl: false, pdfsig: false })
    }
  })

  it('is found by us at any byte and any bit', () => {
    expect(ours(sealed).ok).toBe(true)
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128), (place, mask) => {
        const bytes = flipped(sealed, place, mask)
        // Within the hexadecimal text of the seal a small letter says the same as a capital one.
        const { start, end } = hole(sealed)
        if (mask === 32 && place > start && place < end - 1 && /[A-F]/i.test(String.fromCharCode(sealed[place] ?? 0)))
          return
        expect(ours(bytes).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
    expect.hasAssertions()
  })

  it('is found when cut short or lengthened', () => {
    expect(ours(sealed.subarray(0, -1)).ok && ours(sealed.subarray(0, -8)).ok).toBe(false)
    const longer = ours(Buffer.concat([sealed, Buffer.from('\n%%EOF\n')]))
    expect(longer.ok).toBe(false)
    expect(ours(pdf)).toMatchObject({ ok: false, problems: ['NO_SEAL'] })
    expect(ours(Buffer.from('no pdf'))).toMatchObject({ ok: false, problems: ['PDF_UNREADABLE'] })
  })

  // An attacker who appends, and one who may seal himself and seals over another's act.
  function redrawn(bytes: Uint8Array, source: (page: string) => string, kind = /\/Type \/Page\n/): Uint8Array {
    const file = parsePdf(bytes)
    const text = file.text
    const number = [...text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?)\nendobj/g)].findLast((found) =>
      kind.test(found[2] ?? ''),
    )
    if (!number) throw new Error('no such object')
    const size = trailerOf(file).entries.get('Size')
    const root = trailerOf(file).entries.get('Root')
    if (size?.kind !== 'number' || root?.kind !== 'reference') throw new Error('no trailer')
    let more = `${number[1]} 0 obj\n${source(number[2] ?? '')}\nendobj\n`
    const xref = bytes.length + more.length
    more += `xref\n${number[1]} 1\n${String(bytes.length).padStart(10, '0')} 00000 n \ntrailer\n`
    more += `<< /Size ${size.value} /Root ${root.number} 0 R /Prev ${file.revisions.at(-1)?.xrefOffset ?? 0} >>\nstartxref\n${xref}\n%%EOF\n`
    return Buffer.concat([bytes, Buffer.from(more, 'latin1')])
  }

  it('is found when a page is drawn anew behind the seal', () => {
    const report = ours(redrawn(sealed, (page) => page.replace(/\/Contents \d+/, '/Contents 3')))
    expect(report.problems).toContain('NOT_COVERED_TO_THE_END')
    expect(report.seals[0]?.problems).toContain('CHANGED_AFTERWARDS')
  })

  it('is found when a page is drawn anew and sealed over by a second, rightful seal', async () => {
    const covered = await sealPdf(
      redrawn(sealed, (page) => page.replace(/\/Contents \d+/, '/Contents 3')),
      options(officer),
    )
    const report = ours(covered)
    expect(report.ok).toBe(false)
    expect(report.seals.map((seal) => seal.problems)).toEqual([['CHANGED_AFTERWARDS'], []])
  })

  it('is found when a picture is laid over a page as an annotation and sealed over', async () => {
    const laid = redrawn(
      sealed,
      (widget) => widget.replace('/Rect [0 0 0 0]', '/Rect [0 0 500 500]'),
      /\/Subtype \/Widget/,
    )
    const report = ours(await sealPdf(laid, options(officer)))
    expect(report.seals[0]?.problems).toContain('CHANGED_AFTERWARDS')
  })
})

describe('trust', () => {
  it('is not given to a file remade with fresh keys under the same names', async () => {
    const forger = await createCertificateAuthority(
      { commonName: 'جذر دائرة', organization: 'Daira', country: 'MA' },
      validity,
    )
    const key = await forger.issueUnitSeal({ commonName: unitName, serialNumber: 'D02', country: 'MA' }, validity)
    const forged = await sealPdf(pdf, options(key))
    expect(ours(forged)).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
    expect(pdfsig(forged)).not.toContain('Certificate is Trusted')
    expect(opensslVerify(forged)).toBe(false)
    expect(verifyPdfSeal(forged, [forger.certificatePem])).toMatchObject({ ok: true })
  })

  it('is not given by a seal certificate that plays the authority', async () => {
    const false_ = openCertificateAuthority(unit.privateKey, unit.certificateChain[0] ?? new Uint8Array())
    const key = await false_.issueUnitSeal({ commonName: 'وحدة مختلقة' }, validity)
    const chain = [...key.certificateChain, ...unit.certificateChain]
    const forged = await sealPdf(pdf, options({ ...key, signer: createKeySigner(key.privateKey, chain) }))
    expect(ours(forged)).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
  })

  it('comes from outside of the file alone', () => {
    expect(verifyPdfSeal(sealed, [])).toMatchObject({ ok: false, seals: [{ problems: ['UNTRUSTED'] }] })
    expect(verifyPdfSeal(sealed, [authority.certificatePem])).toMatchObject({ ok: true })
  })

  it('holds only while the certificate did', async () => {
    const early = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-06-01T00:00:00Z') }
    const old = await authority.issueUnitSeal({ commonName: unitName }, early)
    await expect(sealPdf(pdf, options(old))).rejects.toMatchObject({ code: 'SEAL_CERTIFICATE_NOT_VALID' })
    const inTime = await sealPdf(pdf, options(old, { at: new Date('2026-05-31T23:59:59Z') }))
    expect(ours(inTime).ok).toBe(true)
  })
})

describe('keys', () => {
  it('lie encrypted, readable by their owner only, and are never overwritten', async () => {
    const file = { path: join(folder, 'keys', 'unit.pem'), passphrase }
    await writeSignerFile(file, unit.privateKey, unit.certificateChain)
    expect(statSync(file.path).mode & 0o777).toBe(0o600)
    expect(readFileSync(file.path, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    const signer = await openSignerFile(file)
    expect(signer.keyId).toBe(unit.signer.keyId)
    expect(ours(await sealPdf(pdf, options({ ...unit, signer }))).ok).toBe(true)
    await expect(writeSignerFile(file, officer.privateKey, [])).rejects.toMatchObject({ code: 'SEAL_KEY_EXISTS' })
    await expect(openSignerFile({ ...file, passphrase: `${passphrase}x` })).rejects.toMatchObject({
      code: 'SEAL_KEY_UNREADABLE',
    })
    await expect(openSignerFile({ ...file, passphrase: 'short' })).rejects.toMatchObject({
      code: 'SEAL_KEY_UNREADABLE',
    })
    const opened = run('openssl', ['pkey', '-in', file.path, '-passin', `pass:${passphrase}`, '-noout', '-text'])
    expect(opened.out).toContain('ASN1 OID: prime256v1')
  })

  it('bring the authority back', async () => {
    const file = { path: join(folder, 'keys', 'root.pem'), passphrase }
    await writeSignerFile(file, authority.privateKey, [authority.certificate])
    const { privateKey, certificateChain } = await readSignerFile(file)
    const again = openCertificateAuthority(privateKey, certificateChain[0] ?? new Uint8Array())
    const key = await again.issueUnitSeal({ commonName: unitName }, validity)
    expect(ours(await sealPdf(pdf, options(key))).ok).toBe(true)
  })

  it('are refused with the certificate of another or of another kind', () => {
    expect(() => createKeySigner(unit.privateKey, officer.certificateChain)).toThrow(/another key/)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    expect(() => createKeySigner(rsa, unit.certificateChain)).toThrow(/P-256/)
  })

  it('name themselves by their public key, and certificates carry what they are for', () => {
    const certificate = new X509Certificate(unit.certificateChain[0] ?? '')
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
    expect(unit.signer.keyId).toBe(createHash('sha256').update(spki).digest('hex'))
    const text = run('openssl', ['x509', '-noout', '-text', '-in', save('unit.pem', certificate.toString())]).out
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(text).toContain('CA:FALSE')
    expect(certificate.subject).toContain(unitName)
    expect(certificate.ca).toBe(false)
  })
})

describe('time stamps', () => {
  function stampingAuthority(stamps: IssuedKey): TimestampAuthority {
    const conf = save(
      `tsa-${stamps.signer.keyId.slice(0, 8)}.cnf`,
      `[tsa]\nserial = ${join(folder, 'serial')}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\nordering = yes\n`,
    )
    writeFileSync(join(folder, 'serial'), '01')
    const key = save('tsa.key', stamps.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const certificate = save('tsa.crt', new X509Certificate(stamps.certificateChain[0] ?? '').toString())
    return {
      request: async (query) => {
        const reply = join(folder, 'reply.tsr')
        const args = ['ts', '-reply', '-config', conf, '-section', 'tsa', '-queryfile', save('query.tsq', query)]
        const made = run('openssl', [...args, '-inkey', key, '-signer', certificate, '-out', reply])
        if (made.status !== 0) throw new Error(made.out)
        return readFileSync(reply)
      },
    }
  }

  it('prove when a seal was set (PAdES B-T)', async () => {
    const stamps = await authority.issueTimestampUnit({ commonName: 'Daira TSA' }, validity)
    const timestamp = stampingAuthority(stamps)
    const before = Math.floor(Date.now() / 1000) * 1000
    const now = new Date()
    const stamped = await sealPdf(pdf, options(unit, { timestamp }))
    const report = ours(stamped)
    expect(report).toMatchObject({ ok: true, seals: [{ problems: [] }] })
    const at = report.seals[0]?.stampedAt?.getTime() ?? 0
    expect(at).toBeGreaterThanOrEqual(before)
    expect(at).toBeLessThan(now.getTime() + 60_000)
    expect(pdfsig(stamped)).toContain('Signature is Valid')
  })

  it('count for nothing from an authority nobody trusts, or over another seal', async () => {
    const stranger = await createCertificateAuthority({ commonName: 'Stranger' }, validity)
    const stamps = await stranger.issueTimestampUnit({ commonName: 'Stranger TSA' }, validity)
    const timestamp = stampingAuthority(stamps)
    const stamped = await sealPdf(pdf, options(unit, { timestamp }))
    expect(ours(stamped)).toMatchObject({ ok: false, seals: [{ problems: ['TIMESTAMP_INVALID'] }] })
    const trusting = { timestampAnchors: [stranger.certificate] }
    expect(verifyPdfSeal(stamped, [authority.certificate], trusting).ok).toBe(true)
  })

  it('are refused where the authority answers about something else', async () => {
    const stamps = await authority.issueTimestampUnit({ commonName: 'Daira TSA' }, validity)
    const good = stampingAuthority(stamps)
    let first: Uint8Array | undefined
    const replaying = {
      request: async (query: Uint8Array) => (first ??= await good.request(query)),
    }
    await sealPdf(pdf, options(unit, { timestamp: replaying }))
    await expect(sealPdf(pdf, options(unit, { timestamp: replaying }))).rejects.toMatchObject({
      code: 'TIMESTAMP_REFUSED',
    })
  })
})
