import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createUnitSeals, documentsRoles, parseDocumentsData } from '#modules/documents/index.ts'
import { type Desk, startDocuments } from '#modules/documents/testing/documents-app.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { offences } from '#country/testland/offences/index.ts'
import { legalTimeOf } from '#modules/intake/index.ts'
import { loadRoles } from '#modules/organisation/index.ts'
import { createFileStore } from '#platform/files/index.ts'
import { systemIds } from '#platform/ids.ts'
import { createPdfRenderer } from '#platform/pdf/index.ts'
import { roles } from './modules.ts'
import { type TestApp, createTestApp } from './testing.ts'

export interface DocumentsGround {
  readonly app: TestApp
  /** A folder of this run's own. */
  readonly work: string
  readonly seals: ReturnType<typeof createUnitSeals>
  /** A member of the cast at a desk of the documents. */
  at(key: string): Promise<Desk>
  close(): Promise<void>
}

/** Persons, cases and PVs of the house, with Morocco's forms and a seal for each unit. */
export async function layDocumentsGround(): Promise<DocumentsGround> {
  const work = mkdtempSync(join(tmpdir(), 'daira-pv-'))
  const pdf = createPdfRenderer()
  const app = await createTestApp()
  const { keyring, country } = app.house
  const withDocuments = roles.map((role) => ({
    ...role,
    permissions: { ...role.permissions, ...documentsRoles[role.code] },
  }))
  await loadRoles({ ownerUrl: app.db.ownerUrl, vault: keyring.vault, clock: app.clock, ids: systemIds }, withDocuments)
  const seals = createUnitSeals({
    dir: join(work, 'seals'),
    passphrase: keyring.sealPassphrase,
    iso: country.iso,
    authority: 'daira/test',
  })
  const legalTime = legalTimeOf(country.legalTime.zone)
  const documents = await startDocuments(
    app,
    { offences, civilDate: (instant) => legalTime.dateOf(instant) },
    {
      kernel: app.house.kernel,
      files: createFileStore(join(work, 'files')),
      pdf,
      seals,
      data: parseDocumentsData(moroccanDocuments),
      legalTime,
      iso: country.iso,
      training: true,
    },
  )
  return {
    app,
    work,
    seals,
    at: (key) => documents.at(key),
    close: async () => {
      await documents.close()
      await app.close()
      await pdf.close()
    },
  }
}
