import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { makePasswords, prepareDatabase } from '#platform/db/cluster.ts'
import { startEmbeddedPostgres } from '#platform/db/embedded/embedded-postgres.ts'
import { installSchema } from '#platform/db/install-schema.ts'
import { readMigrations } from '#platform/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { admin: string; owner: string; app: string; worker: string; template: string }
  }
}

const template = 'daira_template'

/** One PostgreSQL for the run, with one migrated database that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'daira-test-'))
  const postgres = await startEmbeddedPostgres({ dir, durable: false })
  const urls = await prepareDatabase(postgres.superuserUrl, template, makePasswords(), postgres.urlFor)
  await installSchema(urls.owner, await readMigrations(join(import.meta.dirname, '../../migrations')))
  const admin = new Client({ connectionString: postgres.superuserUrl })
  await admin.connect()
  await admin.query(`update pg_database set datallowconn = true where datname = '${template}'`)
  await admin.end()
  project.provide('postgres', { admin: postgres.superuserUrl, ...urls, template })
  return async () => {
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
