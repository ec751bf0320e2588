import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '#platform/config/write-whole.ts'
import type { SignedCertificate } from './certificate.ts'

/** Certificates outside the database, where a restored backup does not reach. Keep this folder apart from the backups. */
export interface CertificateFiles {
  keep(id: string, certificate: SignedCertificate): Promise<void>
  has(id: string): boolean
  list(): Promise<readonly { readonly id: string; readonly certificate: SignedCertificate }[]>
}

const fileSchema = z.strictObject({ body: z.string(), note: z.string() })

export function createCertificateFiles(dir: string): CertificateFiles {
  const pathOf = (id: string): string => join(dir, `${id}.json`)
  return {
    keep: async (id, { body, note }) => {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      await writeWhole(pathOf(id), JSON.stringify({ body, note }), { mode: 0o600, onlyIfMissing: true })
    },
    has: (id) => existsSync(pathOf(id)),
    list: async () => {
      if (!existsSync(dir)) return []
      const names = (await readdir(dir)).filter((name) => /^[0-9a-f-]{36}\.json$/.test(name)).toSorted()
      return Promise.all(
        names.map(async (name) => ({
          id: name.slice(0, 36),
          certificate: fileSchema.parse(JSON.parse(await readFile(join(dir, name), 'utf8'))),
        })),
      )
    },
  }
}
