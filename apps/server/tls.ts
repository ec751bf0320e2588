import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { systemClock } from '#platform/clock.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

export interface TlsFiles {
  readonly key: string
  readonly cert: string
  /** Where the authority's certificate lies, to be installed once on the precinct's computers. */
  readonly authorityPath: string
}

/**
 * Key and certificate for the precinct's network, signed by an authority of the installation's own. The authority
 * lasts ten years; the server's certificate is made anew at each start, for the names this machine has then.
 */
export async function openTls(home: string, host: string): Promise<TlsFiles> {
  const dir = join(home, 'secrets', 'tls')
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const authority = await openAuthority(dir)
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const now = systemClock.now().getTime()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${hostname()}, O=Daira`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 90 * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.key,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(namesOf(host)),
    ],
  })
  return {
    key: await privatePem(keys.privateKey),
    cert: `${certificate.toString('pem')}\n${authority.certificate.toString('pem')}`,
    authorityPath: join(dir, 'authority.crt'),
  }
}

function namesOf(host: string): { type: 'dns' | 'ip'; value: string }[] {
  const addresses = Object.values(networkInterfaces()).flatMap((each) =>
    (each ?? []).map((one) => one.address.split('%')[0] ?? ''),
  )
  const ips = new Set(
    [...addresses, ...(isIP(host) ? [host] : [])].filter((each) => isIP(each) && each !== '0.0.0.0' && each !== '::'),
  )
  const names = new Set(['localhost', hostname(), ...(isIP(host) ? [] : [host])])
  return [
    ...[...names].map((value) => ({ type: 'dns' as const, value })),
    ...[...ips].map((value) => ({ type: 'ip' as const, value })),
  ]
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
    ],
  })
  await writeFile(keyPath, await privatePem(keys.privateKey), { mode: 0o600 })
  await writeFile(certificatePath, certificate.toString('pem'), { mode: 0o644 })
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
