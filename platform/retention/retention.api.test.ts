import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkLog } from '#platform/audit/check/check-log.ts'
import { planExport, writeExport } from '#platform/audit/export/write-export.ts'
import { verifierKeyOf, verifyBundle } from '#platform/audit/log/index.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { type Command, defineCommand } from '#platform/commands/types.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { type DbCopy, copyTestDb } from '#platform/testing/test-db.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { findCertificate } from './certificate.ts'
import { createCertificateFiles } from './certificate-files.ts'
import { decideDestruction } from './commands/decide-destruction.ts'
import { proposeDestruction } from './commands/propose-destruction.ts'
import { retentionDataSchema } from './domain/retention-rules.ts'
import { createRetentionBook } from './find-due.ts'
import { listDue } from './queries/list-due.ts'
import { readProposal } from './queries/read-proposals.ts'
import { reapplyShredding } from './reapply-shredding.ts'
import type { RetentionHandler } from './retention-handler.ts'
import { createRetentionModule } from './retention-module.ts'

// A module's table in small, with the handler such a module would bring.
interface Scratch {
  'scratch.dossier': {
    id: string
    officer_id: string
    unit_id: string
    area: string
    closed_at: Date
    on_hold: boolean
    name: Uint8Array | null
    name_key_id: string | null
  }
}

const rule = (code: string, keep: string, more: Partial<Record<string, unknown>> = {}) => ({
  code,
  recordType: 'dossier',
  from: 'dossier.closed',
  keep,
  article: 'section 1',
  confidence: 'high',
  text: { ar: 'أ', fr: 'a', en: 'a' },
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
})
const data = retentionDataSchema.parse({
  version: '1',
  rules: [
    rule('year', 'P1Y'),
    rule('unsure', 'P1Y', { confidence: 'low' }),
    rule('old', 'P1Y', { validTo: '2025-01-01' }),
  ],
})

const dossiers: RetentionHandler = {
  recordType: 'dossier',
  starts: ['dossier.closed'],
  findStarted: async (tx, { startedBefore, limit, among }) => {
    let query = tx
      .tables<Scratch>()
      .selectFrom('scratch.dossier')
      .selectAll()
      .where('closed_at', '<=', startedBefore)
      .where('on_hold', '=', false)
      .where('name', 'is not', null)
      .orderBy('closed_at')
      .limit(limit)
    if (among) query = query.where('id', 'in', [...among])
    const rows = await query.execute()
    return rows.map((row) => ({ id: row.id, startsAt: row.closed_at, unitId: row.unit_id, area: row.area }))
  },
  destroy: async (tx, ids) => {
    if (ids.length > 0)
      await tx
        .tables<Scratch>()
        .updateTable('scratch.dossier')
        .set({ name: null, name_key_id: null })
        .where('id', 'in', [...ids])
        .execute()
    return { shred: ids.map((id) => ({ type: 'dossier-part', id })) }
  },
}
const book = createRetentionBook(data, [dossiers])

const openDossier = defineCommand({
  type: 'dossier.open',
  permission: 'self.dossier',
  input: z.strictObject({ closedAt: z.date(), name: z.string() }),
  execute: async (tx, { closedAt, name }) => {
    const id = tx.ids.next()
    const { keyId, sealed } = await tx.encryptFor({ type: 'dossier-part', id }, Buffer.from(name))
    await tx
      .tables<Scratch>()
      .insertInto('scratch.dossier')
      .values({
        id,
        officer_id: tx.actor.officerId ?? '',
        unit_id: tx.actor.unitId ?? '',
        area: tx.actor.area ?? '',
        closed_at: closedAt,
        on_hold: false,
        name: sealed,
        name_key_id: keyId,
      })
      .execute()
    return { result: { id }, event: { type: 'dossier.opened', subjects: [{ type: 'dossier', id }], detail: { name } } }
  },
})

let app: TestApp
let admin: Officer
let inspector: Officer
let dir: string
const opened: string[] = []

beforeAll(async () => {
  app = await createTestApp()
  dir = await mkdtemp(join(tmpdir(), 'daira-certificates-'))
  await app.db.asSuperuser((client) =>
    client.query(`
      set role daira_owner;
      create schema scratch; grant usage on schema scratch to daira_app, daira_worker;
      create table scratch.dossier (id uuid primary key, officer_id uuid, unit_id uuid, area text, closed_at timestamptz,
        on_hold boolean, name bytea, name_key_id uuid);
      select platform.guard('scratch.dossier');
      create policy reach on scratch.dossier to daira_app
        using ((select ctx.reaches_all()) or officer_id = (select ctx.actor_id()))
        with check ((select ctx.reaches_all()) or officer_id = (select ctx.actor_id()));
      create policy worker on scratch.dossier to daira_worker using (true) with check (true);
      grant select, insert, update on scratch.dossier to daira_app, daira_worker`),
  )
  const desk = await app.as('desk')
  const now = app.clock.now().getTime()
  for (const days of [800, 700, 600, 500, 10]) {
    const closedAt = new Date(now - days * 86_400_000)
    const input = { closedAt, name: `اسم سري ${days}` }
    opened.push((await run(openDossier, desk, input)).id)
  }
  admin = await app.as('admin')
  inspector = await app.as('inspector')
})
afterAll(async () => {
  await app.close()
  await rm(dir, { recursive: true, force: true })
})

async function run<I extends z.ZodType, R>(command: Command<I, R>, by: Officer, input: unknown): Promise<R> {
  return app.house.kernel.run(command, by.caller, app.house.ids.next(), input)
}

/** The retention module as the worker of this installation runs it, on this database or a restored one. */
function workerOf(database: Database) {
  const kernel = createKernel({ database, vault: app.house.keyring.vault, clock: app.clock, ids: app.house.ids })
  const deps = { kernel, database, keyring: app.house.keyring, ids: app.house.ids, dir }
  return { kernel, module: createRetentionModule({ ...deps, data, handlers: [dossiers] }) }
}
const carryOut = async (proposalId: string): Promise<void> => {
  const { rows } = await sql<{ run_command_id: string }>`
    select run_command_id from retention.proposal where id = ${proposalId}`.execute(app.db.worker.kysely)
  const payload = { proposalId, commandId: rows[0]?.run_command_id ?? '' }
  await workerOf(app.db.worker).module.jobs?.['retention.carry-out']?.(payload)
}
const livingKeys = async (database: Database): Promise<number> => {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*) from platform.data_key where subject_type in ('dossier', 'dossier-part') and wrapped is not null`,
  )
  return rows[0]?.count ?? -1
}
const place = async (): Promise<void> => {
  const sequencer = createSequencer(app.db.worker, app.house.keyring.checkpointSigner, app.clock)
  await sequencer.sequence()
  await sequencer.checkpoint()
}

describe('what is due', () => {
  it('is shown with its reason, and nothing changes', async () => {
    const due = await app.house.kernel.ask(listDue(book), inspector.caller, { rule: 'year', limit: 10 })
    expect(due.items.map(({ id }) => id)).toEqual(opened.slice(0, 4))
    expect(due).toMatchObject({ article: 'section 1', keep: 'P1Y', from: 'dossier.closed', sure: true })
    expect(await livingKeys(app.db.worker)).toBe(10)
    const desk = await app.as('desk')
    expect((await desk.get('/retention/due?rule=year')).statusCode).toBe(403)
    expect((await app.http.inject({ url: '/api/retention/due?rule=year' })).statusCode).toBe(401)
    expect((await inspector.get('/retention/due?rule=nothing')).statusCode).toBe(400)
    expect((await inspector.get('/retention/proposals')).json()).toEqual({ items: [], next: null })
  })

  it('is not proposed under a rule that nobody is sure of or that is over', async () => {
    for (const unsure of ['unsure', 'old'])
      await expect(
        run(proposeDestruction(book), admin, { rule: unsure, limit: 5, reason: 'because' }),
      ).rejects.toMatchObject({ code: 'RETENTION_RULE_UNSURE' })
  })
})

describe('destruction', () => {
  it('takes two persons, is limited, certified, and leaves a log that verifies', async () => {
    await place()
    const backup = await copyTestDb(app.db)
    const propose = proposeDestruction(book)
    const { id, count } = await run(propose, admin, { rule: 'year', limit: 3, reason: 'the yearly round' })
    expect(count).toBe(3)
    expect((await admin.post(`/retention/proposals/${id}/decision`, { decision: 'approve' })).statusCode).toBe(403)
    // Even with both permissions the same person does not decide.
    await app.db.asSuperuser((client) =>
      client.query(
        `insert into organisation.role_permission (role_code, permission, scope) values ('administrator', 'retention.approve', 'all')`,
      ),
    )
    await expect(run(decideDestruction, admin, { id, decision: 'approve' })).rejects.toMatchObject({
      code: 'RETENTION_SAME_PERSON',
    })
    const approved = await inspector.post(`/retention/proposals/${id}/decision`, { decision: 'approve' })
    expect(approved.statusCode).toBe(200)
    expect((await inspector.post(`/retention/proposals/${id}/decision`, { decision: 'refuse' })).json()).toMatchObject({
      code: 'RETENTION_ALREADY_DECIDED',
    })
    expect(await livingKeys(app.db.worker)).toBe(10)

    // A hold that came in between spares the record.
    await app.db.asSuperuser((client) =>
      client.query(
        `set session_replication_role = replica; update scratch.dossier set on_hold = true where id = '${opened[1]}'`,
      ),
    )
    await carryOut(id)
    await carryOut(id)
    expect(await livingKeys(app.db.worker)).toBe(6)
    const proposal = await app.house.kernel.ask(readProposal, inspector.caller, { id })
    expect(proposal).toMatchObject({ state: 'carried-out', reason: 'the yearly round' })
    expect(Object.fromEntries(proposal.items.map((item) => [item.id, item.outcome]))).toEqual({
      [opened[0] ?? '']: 'destroyed',
      [opened[1] ?? '']: 'no-longer-due',
      [opened[2] ?? '']: 'destroyed',
    })
    const handedOut = (await inspector.get(`/retention/certificates/${proposal.certificateId}`)).json<{
      body: string
      note: string
    }>()
    const key = verifierKeyOf(app.house.keyring.deletionSigner, 'ed25519')
    expect(findCertificate(handedOut, key)).toMatchObject({
      rule: { code: 'year' },
      proposal: { proposedBy: admin.officerId, approvedBy: inspector.officerId },
      records: [{ id: opened[0] }, { id: opened[2] }],
    })
    expect(findCertificate(handedOut, key)?.keys).toHaveLength(4)
    const forged = { ...handedOut, body: handedOut.body.replace(opened[0] ?? '', opened[3] ?? '') }
    expect(findCertificate(forged, key)).toBeUndefined()
    expect(findCertificate(handedOut, verifierKeyOf(app.house.keyring.checkpointSigner, 'ed25519'))).toBeUndefined()

    await detailIsGone()
    await logStillVerifies()
    await restoreForgetsAgain(backup)
  })
})

describe('the second person', () => {
  it('proves anew who that is, and may refuse', async () => {
    const propose = { rule: 'year', limit: 1, reason: 'another round' }
    const { id } = await run(proposeDestruction(book), admin, propose)
    app.clock.advance(6 * 60_000)
    const url = `/retention/proposals/${id}/decision`
    expect((await inspector.post(url, { decision: 'approve' })).json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    app.clock.advance(-6 * 60_000)
    expect((await inspector.post(url, { decision: 'refuse' })).json()).toEqual({ id, state: 'refused' })
    const listed = (await inspector.get('/retention/proposals')).json<{ items: { id: string; state: string }[] }>()
    expect(listed.items.map(({ state }) => state)).toEqual(['refused', 'carried-out'])
    expect(
      (await inspector.post(`/retention/proposals/${app.house.ids.next()}/decision`, { decision: 'refuse' }))
        .statusCode,
    ).toBe(404)
  })
})

async function detailIsGone(): Promise<void> {
  const query = `reason=inspection&subjectType=dossier&subjectId=${opened[0]}`
  const page = (await inspector.get(`/audit/events?${query}`)).json<{
    items: { type: string; detail: { state: string; at?: string } }[]
  }>()
  expect(page.items.find(({ type }) => type === 'dossier.opened')?.detail).toEqual({
    state: 'destroyed',
    at: app.clock.now().toISOString(),
  })
}

async function logStillVerifies(): Promise<void> {
  await place()
  const { vault, logVerifierKey, checkpointSigner, deletionSigner } = app.house.keyring
  const options = {
    origin: 'daira/test',
    scope: { type: 'all' },
    withLog: <R>(work: (db: Database['kysely']) => Promise<R>) => work(app.db.worker.kysely),
    vault,
    seesAll: true,
    clock: app.clock,
  } as const
  const plan = await planExport(options)
  if (!plan) throw new Error('nothing was signed')
  const lines: string[] = []
  for await (const line of writeExport(options, plan)) lines.push(line)
  const report = await verifyBundle(lines, { logKeys: [logVerifierKey] })
  expect(report.findings).toEqual([])
  // Two events of two dossiers have lost their detail; their leaves stand.
  expect(report.counts.leaves - report.counts.details).toBe(2)
  const check = await checkLog({
    db: app.db.worker.kysely,
    vault,
    logKey: verifierKeyOf(checkpointSigner, 'ed25519'),
    deletionKey: verifierKeyOf(deletionSigner, 'ed25519'),
    clock: app.clock,
  })
  expect(check.findings).toEqual([])
}

async function restoreForgetsAgain(backup: DbCopy): Promise<void> {
  const restored = openDatabase(backup.workerUrl, { max: 2 })
  try {
    expect(await livingKeys(restored)).toBe(10)
    const { kernel, module } = workerOf(restored)
    const files = createCertificateFiles(dir)
    const deps = {
      kernel,
      database: restored,
      book,
      signer: app.house.keyring.deletionSigner,
      files,
      ids: app.house.ids,
    }

    // A certificate that was tampered with destroys nothing.
    const [file] = await readdir(dir)
    const path = join(dir, file ?? '')
    const honest = await readFile(path, 'utf8')
    await writeFile(path, honest.replaceAll(opened[0] ?? '', opened[4] ?? ''))
    expect(await reapplyShredding(deps)).toMatchObject({ keys: 0, refused: [file?.slice(0, 36)] })
    await expect(module.jobs?.['retention.reapply']?.({})).rejects.toThrow('signature does not hold')
    expect(await livingKeys(restored)).toBe(10)
    await writeFile(path, honest)

    await module.jobs?.['retention.reapply']?.({})
    expect(await livingKeys(restored)).toBe(6)
    const { rows } = await restored.pool.query<{ id: string; named: boolean }>(
      'select id, name is not null as named from scratch.dossier order by closed_at',
    )
    expect(rows.map(({ named }) => named)).toEqual([false, true, false, true, true])
    const events = await restored.pool.query(`select codes from audit.event where type = 'retention.reapplied'`)
    expect(events.rows).toEqual([{ codes: { keys: 4, certificates: 1 } }])
    // A second start finds nothing to do.
    expect(await reapplyShredding(deps)).toEqual({ certificates: 0, keys: 0, refused: [] })
  } finally {
    await restored.close()
    await backup.close()
  }
}
