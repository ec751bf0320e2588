import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLog } from '#platform/audit/check/check-log.ts'
import { verifierKeyOf } from '#platform/audit/log/index.ts'
import { openDatabase } from '#platform/db/database.ts'
import { type DbCopy, copyTestDb } from '#platform/testing/test-db.ts'
import type { Register } from '#contracts/custody/place.ts'
import { makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { createDice } from './seed/random.ts'
import { createSeedClient } from './seed/seed-client.ts'
import { seedComplaintPv } from './seed/seed-pv.ts'
import {
  closeCase,
  done,
  hold,
  kept,
  made,
  openFromLine,
  person,
  secrets,
  takeThing,
  versionOf,
} from './testing-endings.ts'
import { type RetentionGround, layRetentionGround, tablesHolding } from './testing-retention.ts'
import type { TestApp } from './testing.ts'

const year = 365.25 * 86_400_000

let app: TestApp
let ground: RetentionGround
let backup: DbCopy | undefined
let bookPlace = ''
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
  ground = await layRetentionGround()
  app = ground.app
  const desk = await app.as('desk')
  const head = await app.as('head')
  const investigator = await app.as('investigator')

  lines.visit = (
    await made(desk, '/register', { kind: 'visit', text: secrets.letter, closed: { reason: 'informed' } })
  ).id
  lines.open = (await made(desk, '/register', { kind: 'visit', text: 'ينتظر' })).id
  const due = await openFromLine(desk, investigator, {
    text: secrets.story,
    name: secrets.name,
    participants: [person(secrets.name, 'complainant'), person(kept, 'witness')],
  })
  lines.ofCase = due.lineId
  cases.due = due.caseId
  const file = (await investigator.get(`/cases/${cases.due}`)).json<{
    participants: { person: { id: string }; role: string }[]
  }>()
  persons.forgotten = file.participants.find(({ role }) => role === 'complainant')?.person.id ?? ''
  persons.kept = file.participants.find(({ role }) => role === 'witness')?.person.id ?? ''
  await made(investigator, `/cases/${cases.due}/notes`, { text: secrets.note })
  await made(investigator, `/cases/${cases.due}/tasks`, { title: secrets.task })
  const seedClient = createSeedClient(app.http, app.house.ids, investigator)
  await seedComplaintPv({ ...createDice(1), chance: (p) => p > 0.5 }, seedClient, cases.due, secrets.story)
  draftId = app.house.ids.next()
  await made(investigator, '/drafts', { id: draftId, caseId: cases.due, form: 'ma.pv.complaint' })
  await done(investigator, `/drafts/${draftId}/discard`, {})
  const pvs = (await investigator.get(`/cases/${cases.due}/pvs`)).json<{ items: { id: string; state: string }[] }>()
  pvId = pvs.items.find(({ state }) => state === 'sealed')?.id ?? ''

  const living = await openFromLine(desk, investigator, {
    participants: [{ personId: persons.kept, role: 'witness', standing: 'fact' }],
  })
  cases.living = living.caseId
  lines.ofLiving = living.lineId
  for (const name of ['reopened', 'sealed', 'unsigned', 'drafting', 'held', 'keeping'] as const)
    cases[name] = (await openFromLine(desk, investigator)).caseId
  await seedComplaintPv({ ...createDice(2), chance: () => true }, seedClient, cases.unsigned, 'x')
  await made(investigator, '/drafts', { id: app.house.ids.next(), caseId: cases.drafting, form: 'ma.pv.complaint' })
  const cells = await makeCustodyGround(app)
  await hold(cells, cases.held, 'custody')
  checks.ofDue = await hold(cells, cases.due, 'custody', 'released')
  await done(investigator, `/custodies/${checks.ofDue}/signature`, { person: 'signed' })
  checks.due = await hold(cells, (await openFromLine(desk, investigator)).caseId, 'identity-check', 'identified')
  checks.followed = await hold(cells, (await cells.openCase()).caseId, 'identity-check', 'identified')
  bookPlace = cells.place.id
  for (const book of ['identity', 'adults']) {
    const seen = await cells.prosecutor.post(`/custody-places/${bookPlace}/visas`, { book, month: '2026-11' })
    if (seen.statusCode !== 201) throw new Error(seen.body)
  }
  exhibitId = await takeThing(app, investigator, head, cases.due)
  await takeThing(app, investigator, head, cases.keeping, false)
  for (const name of ['due', 'reopened', 'sealed', 'unsigned', 'drafting', 'held', 'keeping'] as const)
    await closeCase(head, cases[name])
  await done(head, `/cases/${cases.reopened}/reopening`, {
    reason: 'جديد',
    baseVersion: await versionOf(head, cases.reopened),
  })
  await done(head, `/cases/${cases.sealed}/seal`, {
    reason: 'secrecy',
    baseVersion: await versionOf(head, cases.sealed),
  })
  await ground.place()
})
afterAll(async () => {
  await app.close()
  await backup?.close()
})

describe('before its time', () => {
  it('nothing is due', async () => {
    for (const code of ['case', 'register', 'draft']) expect(await ground.due(code)).toEqual([])
  })
})

describe('a draft that was thrown away', () => {
  it('ends with its key when its time is over, and no other draft does', async () => {
    app.clock.advance(1.1 * year)
    expect(await ground.due('draft')).toEqual([draftId])
    // The drafts of others are nobody's: retention is told that they are there, and under its own permissions only.
    const { rows } = await app.db.app.pool.query('select * from draft.list_discarded(now(), 10, null)')
    expect(rows).toEqual([])
    await ground.destroy('draft', [draftId])
    expect(await ground.livingKeys([draftId])).toBe(0)
    expect((await (await app.again('investigator')).get(`/drafts/${draftId}`)).statusCode).toBe(404)
  })
})

describe('an identity check', () => {
  it('ends after a year where nothing came of it, and keeps its line of the book', async () => {
    expect(await ground.due('identity')).toEqual([checks.due])
    await ground.destroy('identity', [checks.due])
    expect(await ground.livingKeys([checks.due])).toBe(0)
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
    expect((await ground.due('case')).toSorted()).toEqual([cases.due, cases.drafting].toSorted())
    expect(await ground.due('register')).toEqual([lines.visit])
  })

  it('goes with its words, persons, acts and files, and leaves what another case needs', async () => {
    backup = await copyTestDb(app.db)
    expect(await tablesHolding(app.db)).not.toEqual([])
    const fileIds = [...(await ground.filesOf(pvId)), ...(await ground.filesOf(exhibitId))]
    expect(fileIds.length).toBeGreaterThan(2)
    expect(fileIds.every((id) => existsSync(join(ground.files, id.slice(-2), id)))).toBe(true)
    await ground.destroy('case', [cases.due], [cases.drafting])
    expect(await ground.livingKeys([cases.due, pvId, exhibitId, persons.forgotten, checks.ofDue, ...fileIds])).toBe(0)
    expect(fileIds.some((id) => existsSync(join(ground.files, id.slice(-2), id)))).toBe(false)

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
    expect((await ground.due('register')).toSorted()).toEqual([lines.visit, lines.ofCase].toSorted())
    await ground.destroy('register', [lines.visit, lines.ofCase])
    const desk = await app.again('desk')
    for (const id of [lines.visit, lines.ofCase]) expect((await desk.get(`/register/${id}`)).statusCode).toBe(404)
    for (const id of [lines.open, lines.ofLiving]) expect((await desk.get(`/register/${id}`)).statusCode).toBe(200)
    expect(await ground.livingKeys([lines.visit, lines.ofCase])).toBe(0)
    expect((await desk.post(`/register/${lines.visit}/entries`, { kind: 'addition', text: 'x' })).statusCode).toBe(404)
  })
})

async function bookOf(book: string): Promise<Register> {
  const prosecutor = await app.again('prosecutor')
  const answer = await prosecutor.get(`/custody-places/${bookPlace}/register?book=${book}&month=2026-11`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Register>()
}

describe('what is left', () => {
  it('holds none of the words, in no table', async () => {
    expect(await tablesHolding(app.db)).toEqual([])
  })

  it('is a log that holds', async () => {
    await ground.place()
    const { checkpointSigner, deletionSigner, vault } = app.house.keyring
    const logKey = verifierKeyOf(checkpointSigner, 'ed25519')
    const deletionKey = verifierKeyOf(deletionSigner, 'ed25519')
    const report = await checkLog({ db: app.db.worker.kysely, vault, logKey, deletionKey, clock: app.clock })
    expect(report.findings).toEqual([])
  })

  it('does not come back with a restored backup', async () => {
    if (!backup) throw new Error('nothing was copied')
    const restored = openDatabase(backup.workerUrl, { max: 2 })
    try {
      expect(await tablesHolding(backup)).not.toEqual([])
      const gone = [cases.due, pvId, persons.forgotten, lines.visit, lines.ofCase]
      expect(await ground.livingKeys(gone, restored)).toBeGreaterThan(0)
      await ground.workerOf(restored).jobs?.['retention.reapply']?.({})
      expect(await tablesHolding(backup)).toEqual([])
      expect(await ground.livingKeys(gone, restored)).toBe(0)
    } finally {
      await restored.close()
    }
  })
})
