import { createHash, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCertificateAuthority } from './certificate-authority.ts'
import { sealPdf } from './seal-pdf.ts'
import { createKeySigner, openSignerFile, readSignerFile, writeSignerFile } from './signer.ts'
import { type SealGround, laySealGround, unitName, validity } from './testing/seal-ground.ts'

const passphrase = 'a-secret-made-by-a-machine-0123456789'
let ground: SealGround
beforeAll(async () => {
  ground = await laySealGround()
})
afterAll(() => ground.close())

describe('keys', () => {
  it('lie encrypted, readable by their owner only, and are never overwritten', async () => {
    const file = { path: join(ground.folder, 'keys', 'unit.pem'), passphrase }
    await writeSignerFile(file, ground.unit.privateKey, ground.unit.certificateChain)
    expect(statSync(file.path).mode & 0o777).toBe(0o600)
    expect(readFileSync(file.path, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY')
    const signer = await openSignerFile(file)
    expect(signer.keyId).toBe(ground.unit.signer.keyId)
    expect(ground.ours(await sealPdf(ground.pdf, ground.options({ ...ground.unit, signer }))).ok).toBe(true)
    await expect(writeSignerFile(file, ground.officer.privateKey, [])).rejects.toMatchObject({
      code: 'SEAL_KEY_EXISTS',
    })
    await expect(openSignerFile({ ...file, passphrase: `${passphrase}x` })).rejects.toMatchObject({
      code: 'SEAL_KEY_UNREADABLE',
    })
    await expect(openSignerFile({ ...file, passphrase: 'short' })).rejects.toMatchObject({
      code: 'SEAL_KEY_UNREADABLE',
    })
    const opened = ground.run('openssl', ['pkey', '-in', file.path, '-passin', `pass:${passphrase}`, '-noout', '-text'])
    expect(opened.out).toContain('ASN1 OID: prime256v1')
  })

  it('bring the authority back', async () => {
    const file = { path: join(ground.folder, 'keys', 'root.pem'), passphrase }
    await writeSignerFile(file, ground.authority.privateKey, [ground.authority.certificate])
    const { privateKey, certificateChain } = await readSignerFile(file)
    const again = openCertificateAuthority(privateKey, certificateChain[0] ?? new Uint8Array())
    const key = await again.issueUnitSeal({ commonName: unitName }, validity)
    expect(ground.ours(await sealPdf(ground.pdf, ground.options(key))).ok).toBe(true)
  })

  it('are refused with the certificate of another or of another kind', () => {
    expect(() => createKeySigner(ground.unit.privateKey, ground.officer.certificateChain)).toThrow(/another key/)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    expect(() => createKeySigner(rsa, ground.unit.certificateChain)).toThrow(/P-256/)
  })

  it('name themselves by their public key, and certificates carry what they are for', () => {
    const certificate = new X509Certificate(ground.unit.certificateChain[0] ?? '')
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
    expect(ground.unit.signer.keyId).toBe(createHash('sha256').update(spki).digest('hex'))
    const text = ground.run('openssl', [
      'x509',
      '-noout',
      '-text',
      '-in',
      ground.save('unit.pem', certificate.toString()),
    ]).out
    expect(text).toContain('Digital Signature, Non Repudiation')
    expect(text).toContain('CA:FALSE')
    expect(certificate.subject).toContain(unitName)
    expect(certificate.ca).toBe(false)
  })
})
