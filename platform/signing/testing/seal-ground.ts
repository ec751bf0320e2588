import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createPdfRenderer, pvPrint } from '#platform/pdf/index.ts'
import { samplePv } from '#platform/pdf/testing/sample-prints.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { type CertificateAuthority, type IssuedKey, createCertificateAuthority } from '../certificate-authority.ts'
import { type SealOptions, sealPdf } from '../seal-pdf.ts'
import { type SealReport, verifyPdfSeal } from '../verify-seal.ts'

needTools('pdfsig', 'pdfinfo', 'qpdf', 'openssl', 'certutil')

export const unitName = 'الدائرة الثانية للشرطة'
export const at = new Date('2026-11-23T10:45:12Z')
// Wide, since pdfsig and openssl's time stamps go by the clock of the machine.
export const validity = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') }

interface Ran {
  readonly status: number
  readonly out: string
  readonly stdout: Buffer
}

/** A PV, who may seal it, and judges of a seal that are not ours. */
export interface SealGround {
  /** A folder of this run's own. */
  readonly folder: string
  readonly pdf: Uint8Array
  readonly authority: CertificateAuthority
  readonly unit: IssuedKey
  readonly officer: IssuedKey
  /** The PV under the unit's seal. */
  readonly sealed: Uint8Array
  /** The PV under the unit's seal and then the officer's. */
  readonly twice: Uint8Array
  options(key: IssuedKey, more?: Partial<SealOptions>): SealOptions
  run(tool: string, args: string[], input?: Uint8Array): Ran
  save(name: string, bytes: Uint8Array | string): string
  /** What pdfsig says, trusting the authority. */
  pdfsig(bytes: Uint8Array): string
  /** The last signature's message and the bytes it covers, cut out without any of our code. */
  cutOut(bytes: Uint8Array): { cms: Buffer; covered: Buffer }
  opensslVerify(bytes: Uint8Array): boolean
  ours(bytes: Uint8Array): SealReport
  close(): void
}

async function renderPv(): Promise<Uint8Array> {
  const renderer = createPdfRenderer()
  const pdf = await renderer.render(pvPrint(samplePv, { creationDate: at }))
  await renderer.close()
  return pdf
}

function options(key: IssuedKey, more: Partial<SealOptions> = {}): SealOptions {
  const name = 'عبد الرحيم الصنهاجي'
  return { signer: key.signer, reason: 'ختم محضر', location: 'مدينة الميناء', name, at, ...more }
}

function run(tool: string, args: string[], input?: Uint8Array): Ran {
  const done = spawnSync(tool, args, { input, maxBuffer: 1 << 26 })
  return { status: done.status ?? -1, out: `${done.stdout.toString()}${done.stderr.toString()}`, stdout: done.stdout }
}

function cutOut(bytes: Uint8Array): { cms: Buffer; covered: Buffer } {
  const all = Buffer.from(bytes)
  const ranges = [...all.toString('latin1').matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/g)]
  const [a = 0, b = 0, c = 0, d = 0] = ranges.at(-1)?.slice(1).map(Number) ?? []
  const der = Buffer.from(all.toString('latin1', b + 1, c - 1), 'hex')
  const length = 4 + der.readUInt16BE(2)
  return { cms: der.subarray(0, length), covered: Buffer.concat([all.subarray(a, a + b), all.subarray(c, c + d)]) }
}

export async function laySealGround(): Promise<SealGround> {
  const folder = mkdtempSync(join(tmpdir(), 'daira-seal-'))
  const pdf = await renderPv()
  const authority = await createCertificateAuthority(
    { commonName: 'جذر دائرة', organization: 'Daira', country: 'MA' },
    validity,
  )
  const unit = await authority.issueUnitSeal({ commonName: unitName, serialNumber: 'D02', country: 'MA' }, validity)
  const officer = await authority.issueOfficer({ commonName: 'عبد الرحيم الصنهاجي', serialNumber: 'P-10442' }, validity)
  const sealed = await sealPdf(pdf, options(unit))
  const twice = await sealPdf(sealed, options(officer, { at: new Date('2026-11-23T11:00:00Z') }))

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

  return {
    folder,
    pdf,
    authority,
    unit,
    officer,
    sealed,
    twice,
    options,
    run,
    save,
    pdfsig,
    cutOut,
    opensslVerify,
    ours,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
