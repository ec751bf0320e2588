import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import type { Database } from '#platform/db/database.ts'
import { createFileStore } from '#platform/files/index.ts'
import { proposeDestruction } from '#platform/retention/commands/propose-destruction.ts'
import { createRetentionBook } from '#platform/retention/find-due.ts'
import { createRetentionModule, retentionDataSchema } from '#platform/retention/index.ts'
import { listDue } from '#platform/retention/queries/list-due.ts'
import type { TestDb } from '#platform/testing/test-db.ts'
import { retentionHandlers } from './modules.ts'
import { done, secrets } from './testing-endings.ts'
import { type TestApp, createTestApp } from './testing.ts'

const rule = (code: string, recordType: string, from: string, keep: string) => ({
  code,
  recordType,
  from,
  keep,
  article: 'section 1',
  confidence: 'high',
  text: { ar: 'أ', fr: 'a', en: 'a' },
  validFrom: '2020-01-01',
  validTo: null,
})
const data = retentionDataSchema.parse({
  version: '1',
  rules: [
    rule('case', 'case', 'case.closed', 'P10Y'),
    rule('register', 'register', 'register.ended', 'P10Y'),
    rule('draft', 'pv-draft', 'pv-draft.discarded', 'P1Y'),
    rule('identity', 'identity-check', 'identity-check.drawn-up', 'P1Y'),
  ],
})

export interface RetentionGround {
  readonly app: TestApp
  /** Folder of the house's files. */
  readonly files: string
  /** The retention module as the worker of this installation runs it, on its database or a restored one. */
  workerOf(database: Database): ReturnType<typeof createRetentionModule>
  /** What a rule finds due, as the administrator sees it. */
  due(code: string): Promise<string[]>
  /** Two persons and the worker; what became no longer due is named apart. */
  destroy(code: string, expected: readonly string[], spared?: readonly string[]): Promise<void>
  /** How many data keys of these records can still be opened. */
  livingKeys(subjects: readonly string[], database?: Database): Promise<number>
  filesOf(id: string): Promise<string[]>
  /** Puts what was done into the log. */
  place(): Promise<void>
}

/** The house with short rules of retention, and its worker. */
export async function layRetentionGround(): Promise<RetentionGround> {
  const app = await createTestApp()
  const home = dirname(dirname(app.house.keyring.dir))
  const handlers = retentionHandlers(createFileStore(join(home, 'files')))
  const book = createRetentionBook(data, handlers)
  const workerOf = (database: Database) => {
    const kernel = createKernel({ database, vault: app.house.keyring.vault, clock: app.clock, ids: app.house.ids })
    const deps = { kernel, database, keyring: app.house.keyring, ids: app.house.ids, dir: join(home, 'certificates') }
    return createRetentionModule({ ...deps, data, handlers })
  }
  const worker = workerOf(app.db.worker)

  async function due(code: string): Promise<string[]> {
    const admin = await app.again('admin')
    const found = await app.house.kernel.ask(listDue(book), admin.caller, { rule: code, limit: 100 })
    return found.items.map(({ id }) => id)
  }

  async function destroy(code: string, expected: readonly string[], spared: readonly string[] = []): Promise<void> {
    const admin = await app.again('admin')
    const input = { rule: code, limit: 100, reason: 'the yearly round' }
    const { id } = await app.house.kernel.run(proposeDestruction(book), admin.caller, app.house.ids.next(), input)
    await done(await app.again('inspector'), `/retention/proposals/${id}/decision`, { decision: 'approve' })
    const run = await sql<{ command: string }>`
      select run_command_id as command from retention.proposal where id = ${id}`.execute(app.db.worker.kysely)
    const payload = { proposalId: id, commandId: run.rows[0]?.command ?? '' }
    await worker.jobs?.['retention.carry-out']?.(payload)
    const items = await sql<{ record: string; outcome: string }>`
      select record_id as record, outcome from retention.item where proposal_id = ${id}`.execute(app.db.worker.kysely)
    expect(Object.fromEntries(items.rows.map(({ record, outcome }) => [record, outcome]))).toEqual(
      Object.fromEntries([
        ...expected.map((record) => [record, 'destroyed']),
        ...spared.map((record) => [record, 'no-longer-due']),
      ]),
    )
  }

  async function livingKeys(subjects: readonly string[], database = app.db.worker): Promise<number> {
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::int as count from platform.data_key where subject_id = any($1) and wrapped is not null',
      [subjects],
    )
    return rows[0]?.count ?? -1
  }

  async function filesOf(id: string): Promise<string[]> {
    const { rows } = await app.db.worker.pool.query<{ id: string }>('select id from files.file where owner_id = $1', [
      id,
    ])
    return rows.map((row) => row.id)
  }

  async function place(): Promise<void> {
    const sequencer = createSequencer(app.db.worker, app.house.keyring.checkpointSigner, app.clock)
    await sequencer.sequence()
    await sequencer.checkpoint()
  }

  return { app, files: join(home, 'files'), workerOf, due, destroy, livingKeys, filesOf, place }
}

/** Tables of which a row holds one of the secret words in the clear. */
export async function tablesHolding(db: Pick<TestDb, 'asSuperuser'>): Promise<string[]> {
  return db.asSuperuser(async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const table of tables.rows) {
      const { rowCount } = await client.query(`select from ${table.name} t where t::text like any($1) limit 1`, [
        Object.values(secrets).map((word) => `%${word}%`),
      ])
      if (rowCount) found.push(table.name)
    }
    return found
  })
}
