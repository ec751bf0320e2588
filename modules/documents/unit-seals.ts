import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  type CertificateAuthority,
  type CertificateSubject,
  type Signer,
  SigningError,
  createCertificateAuthority,
  openCertificateAuthority,
  openSignerFile,
  readSignerFile,
  writeSignerFile,
} from '#platform/signing/index.ts'
import type { SealUnit, UnitSeals } from './documents-deps.ts'

export interface UnitSealOptions {
  /** Folder of the keys; only the server's user may read it. */
  readonly dir: string
  readonly passphrase: string
  /** ISO 3166-1 alpha-2. */
  readonly iso: string
  /** Who the authority of this installation is, e.g. its log's origin. */
  readonly authority: string
}

const day = 86_400_000
const rootYears = 20
const sealYears = 5

/**
 * Seals of units kept in files, issued by the installation's own certificate authority. `root()` is what verifiers are
 * given from outside. Where two processes make a key at once, both use the one that was written first.
 */
export function createUnitSeals(
  options: UnitSealOptions,
): UnitSeals & { root(at: Date): Promise<CertificateAuthority> } {
  const signers = new Map<string, Promise<Signer>>()
  let authority: Promise<CertificateAuthority> | undefined
  const fileOf = (name: string) => ({ path: join(options.dir, `${name}.pem`), passphrase: options.passphrase })

  function root(at: Date): Promise<CertificateAuthority> {
    authority ??= openRoot(at).catch((error: unknown) => {
      authority = undefined
      throw error
    })
    return authority
  }

  async function openRoot(at: Date): Promise<CertificateAuthority> {
    const file = fileOf('root')
    await makeOnce(file, () =>
      createCertificateAuthority(
        { commonName: options.authority, organization: 'Daira', country: options.iso },
        validFrom(at, rootYears),
      ).then((made) => ({ privateKey: made.privateKey, chain: [made.certificate] })),
    )
    const { privateKey, certificateChain } = await readSignerFile(file)
    const [certificate] = certificateChain
    if (!certificate) throw new SigningError('SEAL_KEY_UNREADABLE', 'the root has no certificate')
    return openCertificateAuthority(privateKey, certificate)
  }

  async function openSeal(unit: SealUnit, at: Date): Promise<Signer> {
    // Codes are the country's; a digest keeps whatever stands in them out of the file system.
    const file = fileOf(`unit-${createHash('sha256').update(unit.code).digest('hex').slice(0, 32)}`)
    await makeOnce(file, async () => {
      const subject: CertificateSubject = {
        commonName: unit.name.slice(0, 64),
        organization: unit.body.slice(0, 64),
        country: options.iso,
      }
      const issued = await (await root(at)).issueUnitSeal(subject, validFrom(at, sealYears))
      return { privateKey: issued.privateKey, chain: issued.certificateChain }
    })
    return openSignerFile(file)
  }

  return {
    root,
    signerFor: (unit, at) => {
      const known = signers.get(unit.code)
      if (known) return known
      const opened = openSeal(unit, at).catch((error: unknown) => {
        signers.delete(unit.code)
        throw error
      })
      signers.set(unit.code, opened)
      return opened
    },
  }
}

/** The root certificate (DER) that every seal of the installation leads to; undefined while nothing was sealed yet. */
export async function readSealRoot({
  dir,
  passphrase,
}: Pick<UnitSealOptions, 'dir' | 'passphrase'>): Promise<Uint8Array | undefined> {
  try {
    const { certificateChain } = await readSignerFile({ path: join(dir, 'root.pem'), passphrase })
    return certificateChain[0]
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

type SignerFile = Parameters<typeof openSignerFile>[0]
type PrivateKey = Parameters<typeof writeSignerFile>[1]

async function makeOnce(
  file: SignerFile,
  make: () => Promise<{ privateKey: PrivateKey; chain: readonly Uint8Array[] }>,
): Promise<void> {
  try {
    await readSignerFile(file)
    return
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
  const made = await make()
  try {
    await writeSignerFile(file, made.privateKey, made.chain)
  } catch (error) {
    if (!(error instanceof SigningError) || error.code !== 'SEAL_KEY_EXISTS') throw error
  }
}

/** A file that is not there yet, as against one that cannot be opened: that one must never be replaced. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof SigningError &&
    error.cause instanceof Error &&
    'code' in error.cause &&
    error.cause.code === 'ENOENT'
  )
}

function validFrom(at: Date, years: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(at.getTime() - day), notAfter: new Date(at.getTime() + years * 365 * day) }
}
