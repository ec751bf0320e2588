import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { systemClock } from '#platform/clock.ts'
import { writeWhole } from '#platform/config/write-whole.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

export interface TlsFiles {
  readonly key: string
  readonly cert: string
  /** The authority's certificate, to be installed once on the precinct's computers. */
  readonly authority: string
  readonly authorityPath: string
  /** SHA-256 of the authority's certificate as people compare it: pairs of hexadecimal digits. */
  readonly fingerprint: string
  /** Names and addresses the certificate holds for; names come first. */
  readonly names: readonly string[]
}

/**
 * Key and certificate for the precinct's network, signed by an authority of the installation's own. The authority
 * lasts ten years; the server's certificate is made anew at each start, for the names this machine has then.
 */
export async function openTls(home: string, host: string): Promise<TlsFiles> {
  const dir = join(home, 'secrets', 'tls')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const names = namesOf(host)
  const authority = await openAuthority(dir)
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = systemClock.now().getTime()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${hostname()}, O=Daira`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 397 * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([...names]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  })
  return {
    key: await privatePem(keys.privateKey),
    cert: `${certificate.toString('pem')}\n${authority.certificate.toString('pem')}`,
    authority: authority.certificate.toString('pem'),
    authorityPath: join(dir, 'authority.crt'),
    fingerprint: fingerprintOf(authority.certificate),
    names: names.map((each) => each.value),
  }
}

function namesOf(host: string): readonly { readonly type: 'dns' | 'ip'; readonly value: string }[] {
  const everywhere = host === '0.0.0.0' || host === '::'
  const own = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    // Link-local addresses need a zone, which no certificate and no address bar knows.
    .filter((each) => !each.internal && !each.address.startsWith('fe80:'))
    .map((each) => each.address)
  const ips = everywhere ? own : isIP(host) ? [host] : []
  const names = new Set([...(isIP(host) ? [] : [host]), hostname(), 'localhost'])
  return [
    ...[...names].map((value) => ({ type: 'dns' as const, value })),
    ...[...new Set([...ips, '127.0.0.1'])].map((value) => ({ type: 'ip' as const, value })),
  ]
}

function fingerprintOf(certificate: x509.X509Certificate): string {
  const digest = createHash('sha256').update(Buffer.from(certificate.rawData)).digest('hex').toUpperCase()
  return digest.match(/../g)?.join(':') ?? digest
}

async function openAuthority(dir: string): Promise<{ key: CryptoKey; certificate: x509.X509Certificate }> {
  const keyPath = join(dir, 'authority.pem')
  const certificatePath = join(dir, 'authority.crt')
  if (existsSync(keyPath) && existsSync(certificatePath)) {
    const der = x509.PemConverter.decodeFirst(await readFile(keyPath, 'utf8'))
    return {
      key: await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']),
      certificate: new x509.X509Certificate(await readFile(certificatePath, 'utf8')),
    }
  }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = systemClock.now().getTime()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name: `CN=Daira ${hostname()}, O=Daira`,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 3_650 * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  // The certificate last: as long as it is missing, nobody has been shown the key's authority.
  await writeWhole(keyPath, await privatePem(keys.privateKey), { mode: 0o600 })
  await writeWhole(certificatePath, certificate.toString('pem'), { mode: 0o644 })
  return { key: keys.privateKey, certificate }
}

async function privatePem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}

// RFC 5280 4.1.2.2: positive, at most 20 bytes.
function serial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `01${Buffer.from(bytes).toString('hex')}`
}
