import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { Client, escapeIdentifier } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { checkLog } from '#platform/audit/check/check-log.ts'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import { createSequencer } from '#platform/audit/sequencer.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { createFileStore } from '#platform/files/index.ts'
import { createRetentionModule, retentionDataSchema } from '#platform/retention/index.ts'
import { proposeDestruction } from '#platform/retention/commands/propose-destruction.ts'
import { createRetentionBook } from '#platform/retention/find-due.ts'
import { listDue } from '#platform/retention/queries/list-due.ts'
import type { Register } from '#contracts/custody/place.ts'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { retentionHandlers } from './modules.ts'
import { createDice } from './seed/random.ts'
import { createSeedClient } from './seed/seed-client.ts'
import { seedComplaintPv } from './seed/seed-pv.ts'
import { type Officer, type TestApp, createTestApp } from './testing.ts'

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
const ref = z.object({ id: z.uuid(), version: z.int().default(1) })
const year = 365.25 * 86_400_000

// Words that stand nowhere else: whatever holds one of them after the destruction has kept what it must not.
const secrets = {
  story: 'حكايةالواحة',
  note: 'ملاحظةالواحة',
  task: 'مهمةالواحة',
  name: 'المنسيالواحدي',
  letter: 'رسالةالواحة',
  thing: 'خنجرالواحة',
  held: 'مقيدالواحة',
}
const kept = 'الباقيالواحدي'

let app: TestApp
let files: ReturnType<typeof createFileStore>
let handlers: ReturnType<typeof retentionHandlers>
let home: string
let worker: ReturnType<typeof workerOf>
let bookPlace = ''
let restoredUrl = ''
const cases: Record<'due' | 'living' | 'reopened' | 'sealed' | 'unsigned' | 'drafting' | 'held' | 'keeping', string> = {
  due: '',
  living: '',
  reopened: '',
  sealed: '',
  unsigned: '',
  drafting: '',
  held: '',
  keeping: '',
}
const lines = { ofCase: '', ofLiving: '', visit: '', open: '' }
const persons = { forgotten: '', kept: '' }
const checks = { due: '', followed: '', ofDue: '' }
let pvId = ''
let exhibitId = ''
let draftId = ''

beforeAll(async () => {
  app = await createTestApp()
  home = dirname(dirname(app.house.keyring.dir))
  files = createFileStore(join(home, 'files'))
  handlers = retentionHandlers(files)
  worker = workerOf(app.db.worker)
  const desk = await app.as('desk')
  const head = await app.as('head')
  const investigator = await app.as('investigator')

  lines.visit = (
    await made(desk, '/register', { kind: 'visit', text: secrets.letter, closed: { reason: 'informed' } })
  ).id
  lines.open = (await made(desk, '/register', { kind: 'visit', text: 'ينتظر' })).id
  const due = await openFromLine(desk, investigator)
  lines.ofCase = due.lineId
  cases.due = due.caseId
  const file = (await investigator.get(`/cases/${cases.due}`)).json<{
    participants: { person: { id: string }; role: string }[]
  }>()
  persons.forgotten = file.participants.find(({ role }) => role === 'complainant')?.person.id ?? ''
  persons.kept = file.participants.find(({ role }) => role === 'witness')?.person.id ?? ''
  await made(investigator, `/cases/${cases.due}/notes`, { text: secrets.note })
  await made(investigator, `/cases/${cases.due}/tasks`, { title: secrets.task })
  await seedComplaintPv({ ...createDice(1), chance: (p) => p > 0.5 }, clientOf(investigator), cases.due, secrets.story)
  draftId = app.house.ids.next()
  await made(investigator, '/drafts', { id: draftId, caseId: cases.due, form: 'ma.pv.complaint' })
  await done(investigator, `/drafts/${draftId}/discard`, {})
  const pvs = (await investigator.get(`/cases/${cases.due}/pvs`)).json<{ items: { id: string; state: string }[] }>()
  pvId = pvs.items.find(({ state }) => state === 'sealed')?.id ?? ''

  const living = await openFromLine(desk, investigator, { personId: persons.kept, role: 'witness', standing: 'fact' })
  cases.living = living.caseId
  lines.ofLiving = living.lineId
  for (const name of ['reopened', 'sealed', 'unsigned', 'drafting', 'held', 'keeping'] as const)
    cases[name] = (await openFromLine(desk, investigator)).caseId
  await seedComplaintPv({ ...createDice(2), chance: () => true }, clientOf(investigator), cases.unsigned, 'x')
  await made(investigator, '/drafts', { id: app.house.ids.next(), caseId: cases.drafting, form: 'ma.pv.complaint' })
  const ground = await makeCustodyGround(app)
  await hold(ground, cases.held, 'custody')
  checks.ofDue = await hold(ground, cases.due, 'custody', 'released')
  await done(investigator, `/custodies/${checks.ofDue}/signature`, { person: 'signed' })
  checks.due = await hold(ground, (await openFromLine(desk, investigator)).caseId, 'identity-check', 'identified')
  checks.followed = await hold(ground, (await ground.openCase()).caseId, 'identity-check', 'identified')
  bookPlace = ground.place.id
  for (const book of ['identity', 'adults']) {
    const seen = await ground.prosecutor.post(`/custody-places/${bookPlace}/visas`, { book, month: '2026-11' })
    if (seen.statusCode !== 201) throw new Error(seen.body)
  }
  exhibitId = await takeThing(investigator, head, cases.due)
  await takeThing(investigator, head, cases.keeping, false)
  for (const name of ['due', 'reopened', 'sealed', 'unsigned', 'drafting', 'held', 'keeping'] as const)
    await close(head, cases[name])
  await done(head, `/cases/${cases.reopened}/reopening`, {
    reason: 'جديد',
    baseVersion: await versionOf(head, cases.reopened),
  })
  await done(head, `/cases/${cases.sealed}/seal`, {
    reason: 'secrecy',
    baseVersion: await versionOf(head, cases.sealed),
  })
  await place()
})
afterAll(async () => {
  await app.close()
  const name = /\/([^/?]+)\?/.exec(restoredUrl)?.[1]
  if (name) await asAdmin((client) => client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`))
})

describe('before its time', () => {
  it('nothing is due', async () => {
    for (const code of ['case', 'register', 'draft']) expect(await due(code)).toEqual([])
  })
})

describe('a draft that was thrown away', () => {
  it('ends with its key when its time is over, and no other draft does', async () => {
    app.clock.advance(1.1 * year)
    expect(await due('draft')).toEqual([draftId])
    // The drafts of others are nobody's: retention is told that they are there, and under its own permissions only.
    const { rows } = await app.db.app.pool.query('select * from draft.list_discarded(now(), 10, null)')
    expect(rows).toEqual([])
    await destroy('draft', [draftId])
    expect(await livingKeys([draftId])).toBe(0)
    expect((await (await app.again('investigator')).get(`/drafts/${draftId}`)).statusCode).toBe(404)
  })
})

describe('an identity check', () => {
  it('ends after a year where nothing came of it, and keeps its line of the book', async () => {
    expect(await due('identity')).toEqual([checks.due])
    await destroy('identity', [checks.due])
    expect(await livingKeys([checks.due])).toBe(0)
    const investigator = await app.again('investigator')
    expect((await investigator.get(`/custodies/${checks.due}`)).statusCode).toBe(404)
    expect((await investigator.get(`/custodies/${checks.followed}`)).statusCode).toBe(200)
  })

  it('leaves the visa of its month as it was: the book is still what was seen, and says what ended since', async () => {
    const { lines: left, visas } = await bookOf('identity')
    expect(left.map(({ id }) => id)).toEqual([checks.followed])
    expect(visas).toMatchObject([
      { lines: 2, current: true, endedSince: [{ number: 1, certificate: expect.any(String) as string }] },
    ])
    const { rows } = await app.db.worker.pool.query('select body from retention.certificate where id = $1', [
      visas[0]?.endedSince[0]?.certificate,
    ])
    expect(JSON.stringify(rows)).toContain(checks.due)
    expect((await bookOf('adults')).visas).toMatchObject([{ current: true, endedSince: [] }])
  })
})

describe('a closed case', () => {
  it('is due alone: what is open, sealed, unsigned or being drafted is kept, and what has things in its store', async () => {
    app.clock.advance(10 * year)
    // Drafts are invisible to the administrator who proposes; the worker judges again.
    expect((await due('case')).toSorted()).toEqual([cases.due, cases.drafting].toSorted())
    expect(await due('register')).toEqual([lines.visit])
  })

  it('goes with its words, persons, acts and files, and leaves what another case needs', async () => {
    restoredUrl = await copyDatabase()
    expect(await holding(app.db.workerUrl)).not.toEqual([])
    const fileIds = [...(await filesOf(pvId)), ...(await filesOf(exhibitId))]
    expect(fileIds.length).toBeGreaterThan(2)
    expect(fileIds.every((id) => existsSync(join(home, 'files', id.slice(-2), id)))).toBe(true)
    await destroy('case', [cases.due], [cases.drafting])
    expect(await livingKeys([cases.due, pvId, exhibitId, persons.forgotten, checks.ofDue, ...fileIds])).toBe(0)
    expect(fileIds.some((id) => existsSync(join(home, 'files', id.slice(-2), id)))).toBe(false)

    const investigator = await app.again('investigator')
    const head = await app.again('head')
    const inspector = await app.again('inspector')
    for (const officer of [investigator, head, inspector])
      for (const url of [
        `/cases/${cases.due}`,
        `/cases/${cases.due}/history`,
        `/pvs/${pvId}`,
        `/pvs/${pvId}/pv.pdf`,
        `/exhibits/${exhibitId}`,
      ])
        expect([403, 404]).toContain((await officer.get(url)).statusCode)
    const gone = await investigator.get(`/cases/${cases.due}`)
    const never = await investigator.get(`/cases/${app.house.ids.next()}`)
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([404, 'NOT_FOUND'])
    expect({ ...never.json(), correlationId: '' }).toEqual({ ...gone.json(), correlationId: '' })
    expect((await investigator.post(`/cases/${cases.due}/notes`, { text: 'later' })).statusCode).toBe(404)
    expect((await investigator.get(`/persons/${persons.forgotten}?reason=inspection`)).statusCode).toBe(404)
    expect((await investigator.get(`/persons/${persons.kept}?reason=inspection`)).body).toContain(kept)
    for (const name of ['living', 'reopened', 'unsigned', 'drafting', 'keeping'] as const)
      expect([name, (await investigator.get(`/cases/${cases[name]}`)).statusCode]).toEqual([name, 200])
  })
})

it('the visa of a month with a line of a case that ended is as it was', async () => {
  const { lines: left, visas } = await bookOf('adults')
  expect(left.map(({ id }) => id)).not.toContain(checks.ofDue)
  expect(visas).toMatchObject([{ lines: 2, current: true, endedSince: [{ number: 2 }] }])
  const prosecutor = await app.again('prosecutor')
  const print = `/custody-places/${bookPlace}/register.pdf?book=adults&month=2026-11&lang=fr`
  expect((await prosecutor.get(print)).statusCode).toBe(200)
})

describe('a line of the register', () => {
  it('ends when the case it became has ended, and not while another lives', async () => {
    expect((await due('register')).toSorted()).toEqual([lines.visit, lines.ofCase].toSorted())
    await destroy('register', [lines.visit, lines.ofCase])
    const desk = await app.again('desk')
    for (const id of [lines.visit, lines.ofCase]) expect((await desk.get(`/register/${id}`)).statusCode).toBe(404)
    for (const id of [lines.open, lines.ofLiving]) expect((await desk.get(`/register/${id}`)).statusCode).toBe(200)
    expect(await livingKeys([lines.visit, lines.ofCase])).toBe(0)
    expect((await desk.post(`/register/${lines.visit}/entries`, { kind: 'addition', text: 'x' })).statusCode).toBe(404)
  })
})

async function bookOf(book: string): Promise<Register> {
  const prosecutor = await app.again('prosecutor')
  const answer = await prosecutor.get(`/custody-places/${bookPlace}/register?book=${book}&month=2026-11`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Register>()
}

/** Someone of a case held there; answers the custody. */
async function hold(ground: CustodyGround, caseId: string, measure: string, how?: string): Promise<string> {
  const file = z.object({ participants: z.array(z.object({ id: z.uuid() })) })
  const { participants } = file.parse((await ground.investigator.get(`/cases/${caseId}`)).json())
  const id = await ground.open({
    caseId,
    participantId: participants[0]?.id,
    measure,
    grounds: measure === 'custody' ? ['keep-available'] : [],
    entries: [{ kind: 'note', at: ground.at(-0.4), note: secrets.held }],
  })
  if (how) await ground.record(id, { kind: 'end', at: ground.at(0), how })
  return id
}

describe('what is left', () => {
  it('holds none of the words, in no table', async () => {
    expect(await holding(app.db.workerUrl)).toEqual([])
  })

  it('is a log that holds', async () => {
    await place()
    const { checkpointSigner, deletionSigner, vault } = app.house.keyring
    const logKey = verifierKeyOf(checkpointSigner, 'ed25519')
    const deletionKey = verifierKeyOf(deletionSigner, 'ed25519')
    const report = await checkLog({ db: app.db.worker.kysely, vault, logKey, deletionKey, clock: app.clock })
    expect(report.findings).toEqual([])
  })

  it('does not come back with a restored backup', async () => {
    const restored = openDatabase(restoredUrl, { max: 2 })
    try {
      expect(await holding(restoredUrl)).not.toEqual([])
      await workerOf(restored).module.jobs?.['retention.reapply']?.({})
      expect(await holding(restoredUrl)).toEqual([])
      const { rows } = await restored.pool.query<{ count: number }>(
        'select count(*)::int as count from platform.data_key where subject_id = any($1) and wrapped is not null',
        [[cases.due, pvId, persons.forgotten, lines.visit, lines.ofCase]],
      )
      expect(rows[0]?.count).toBe(0)
    } finally {
      await restored.close()
    }
  })
})

function clientOf(officer: Officer) {
  return createSeedClient(app.http, app.house.ids, officer)
}

async function done(officer: Officer, url: string, body: object): Promise<unknown> {
  const answer = await officer.post(url, body)
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.body === '' ? null : answer.json()
}

async function made(officer: Officer, url: string, body: object): Promise<z.output<typeof ref>> {
  return ref.parse(await done(officer, url, body))
}

async function openFromLine(
  desk: Officer,
  investigator: Officer,
  more?: object,
): Promise<{ lineId: string; caseId: string }> {
  const first = cases.due === ''
  const line = await made(desk, '/register', {
    kind: 'complaint',
    text: first ? secrets.story : 'شكاية أخرى',
    contact: { capacity: 'complainant', nameAr: first ? secrets.name : 'آخر', address: 'حي السلام' },
    ownerId: investigator.officerId,
  })
  const person = (family: string, role: string) => ({
    role,
    standing: 'fact',
    person: {
      source: 'document',
      names: [
        { script: 'ar', given: 'سلمى', family },
        { script: 'latin', given: 'Salma', family: 'Wahidi' },
      ],
      documents: [{ kind: 'national-id', number: family === kept ? 'AB900177' : 'AB900288', country: 'MA' }],
      facts: [
        { kind: 'birth', date: '1990-04-05' },
        { kind: 'nationality', country: 'MA' },
        { kind: 'sex', value: 'female' },
        { kind: 'contact', type: 'phone', value: '0600000000' },
        { kind: 'address', text: `زنقة ${family}` },
      ],
    },
  })
  const participants = more
    ? [more]
    : first
      ? [person(secrets.name, 'complainant'), person(kept, 'witness')]
      : [person('غيره', 'complainant')]
  const { caseId } = z.object({ caseId: z.uuid() }).parse(
    await done(investigator, `/register/${line.id}/case`, {
      offences: [],
      participants,
      assigneeId: investigator.officerId,
      baseVersion: line.version,
    }),
  )
  return { lineId: line.id, caseId }
}

/** Takes something with its photograph; gives it back, unless it is kept. */
async function takeThing(by: Officer, head: Officer, caseId: string, isReturned = true): Promise<string> {
  const owner = { kind: 'outside', name: secrets.name, capacity: 'owner' }
  const uploadId = await clientOf(by).upload('x.jpg', 'image/jpeg', Buffer.from('ffd8ffe000', 'hex'))
  const { items } = z.object({ items: z.array(ref) }).parse(
    await done(by, '/exhibits', {
      caseId,
      takenAt: app.clock.now().toISOString(),
      handedBy: owner,
      receivedBy: { kind: 'officer', officerId: by.officerId },
      items: [{ kind: 'weapon', detail: { description: secrets.thing }, quantity: 1, sealNumber: 'K-1' }],
    }),
  )
  const [thing] = items
  if (!thing) throw new Error('nothing was taken')
  await done(by, `/exhibits/${thing.id}/photos`, { uploadId })
  const giving = { handedBy: { kind: 'officer', officerId: head.officerId }, receivedBy: owner }
  if (isReturned) await done(head, `/exhibits/${thing.id}/return`, { baseVersion: thing.version, ...giving })
  return thing.id
}

async function versionOf(officer: Officer, id: string): Promise<number> {
  return ref.parse((await officer.get(`/cases/${id}`)).json()).version
}

async function close(head: Officer, id: string): Promise<void> {
  await done(head, `/cases/${id}/closure`, { reason: 'unfounded', baseVersion: await versionOf(head, id) })
}

/** The retention module as the worker of this installation runs it, on this database or a restored one. */
function workerOf(database: Database) {
  const kernel = createKernel({ database, vault: app.house.keyring.vault, clock: app.clock, ids: app.house.ids })
  const deps = { kernel, database, keyring: app.house.keyring, ids: app.house.ids, dir: join(home, 'certificates') }
  return { module: createRetentionModule({ ...deps, data, handlers }), book: createRetentionBook(data, handlers) }
}

async function due(code: string): Promise<string[]> {
  const admin = await app.again('admin')
  const found = await app.house.kernel.ask(listDue(worker.book), admin.caller, { rule: code, limit: 100 })
  return found.items.map(({ id }) => id)
}

/** Two persons and the worker; what became no longer due is named apart. */
async function destroy(code: string, expected: readonly string[], spared: readonly string[] = []): Promise<void> {
  const admin = await app.again('admin')
  const input = { rule: code, limit: 100, reason: 'the yearly round' }
  const { id } = await app.house.kernel.run(proposeDestruction(worker.book), admin.caller, app.house.ids.next(), input)
  await done(await app.again('inspector'), `/retention/proposals/${id}/decision`, { decision: 'approve' })
  const run = await sql<{ command: string }>`
    select run_command_id as command from retention.proposal where id = ${id}`.execute(app.db.worker.kysely)
  const payload = { proposalId: id, commandId: run.rows[0]?.command ?? '' }
  await worker.module.jobs?.['retention.carry-out']?.(payload)
  const items = await sql<{ record: string; outcome: string }>`
    select record_id as record, outcome from retention.item where proposal_id = ${id}`.execute(app.db.worker.kysely)
  expect(Object.fromEntries(items.rows.map(({ record, outcome }) => [record, outcome]))).toEqual(
    Object.fromEntries([
      ...expected.map((record) => [record, 'destroyed']),
      ...spared.map((record) => [record, 'no-longer-due']),
    ]),
  )
}

async function livingKeys(subjects: readonly string[]): Promise<number> {
  const { rows } = await app.db.worker.pool.query<{ count: number }>(
    'select count(*)::int as count from platform.data_key where subject_id = any($1) and wrapped is not null',
    [subjects],
  )
  return rows[0]?.count ?? -1
}

async function filesOf(id: string): Promise<string[]> {
  const { rows } = await app.db.worker.pool.query<{ id: string }>('select id from files.file where owner_id = $1', [id])
  return rows.map((row) => row.id)
}

async function place(): Promise<void> {
  const sequencer = createSequencer(app.db.worker, app.house.keyring.checkpointSigner, app.clock)
  await sequencer.sequence()
  await sequencer.checkpoint()
}

/** Tables of which a row holds one of the words in the clear. */
async function holding(url: string): Promise<string[]> {
  const name = /\/([^/?]+)\?/.exec(url)?.[1] ?? ''
  const admin = inject('postgres').admin.replace(/\/[^/?]+\?/, `/${name}?`)
  return withClient(admin, async (client) => {
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

/** A copy of the database as it stands, as a backup would hold it. */
async function copyDatabase(): Promise<string> {
  const name = `restored_${Date.now()}`
  const current = /\/([^/?]+)\?/.exec(app.db.workerUrl)?.[1] ?? ''
  await asAdmin(async (client) => {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${current}' and pid <> pg_backend_pid()`,
    )
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(current)} owner daira_owner`,
    )
  })
  return app.db.workerUrl.replace(/\/[^/?]+\?/, `/${name}?`)
}

async function asAdmin<R>(work: (client: Client) => Promise<R>): Promise<R> {
  return withClient(inject('postgres').admin, work)
}

async function withClient<R>(url: string, work: (client: Client) => Promise<R>): Promise<R> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
