import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readSealRoot } from '#modules/documents/index.ts'
import { openKeys } from './open-keys.ts'
import { UsageError } from './usage.ts'

/** Prints the anchor of this installation: a text that is kept elsewhere, and that packages are verified by. */
export async function printAnchor(): Promise<number> {
  const { keyring } = await openKeys()
  const root = await readSealRoot({ dir: join(keyring.dir, 'seals'), passphrase: keyring.sealPassphrase })
  if (!root) throw new Error('Nothing was sealed here yet: there is no root certificate. Seal a PV first.')
  console.log(
    [
      `# ${keyring.checkpointSigner.keyName}: the root of its seals and the key of its log`,
      new X509Certificate(root).toString().trim(),
      keyring.logVerifierKey,
    ].join('\n'),
  )
  console.error('Keep this outside this machine. Packages are verified with: daira verify PACKAGE --trust FILE')
  return 0
}

/** What an anchor holds: root certificates (PEM) and keys of logs, one a line. Throws UsageError where either is lacking. */
export async function readAnchor(
  file: string,
): Promise<{ readonly roots: readonly string[]; readonly logKeys: readonly string[] }> {
  const text = await readFile(file, 'utf8')
  const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
  const roots = text.match(pem) ?? []
  const logKeys = text
    .replaceAll(pem, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  if (roots.length === 0 || logKeys.length === 0)
    throw new UsageError(
      `${file} is no anchor: it needs a root certificate and the key of a log, as daira anchor prints them.`,
    )
  return { roots, logKeys }
}
