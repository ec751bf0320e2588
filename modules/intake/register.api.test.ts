import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ref, complaint, eventsOf, instruction, jobsOf, letter, read, record } from './testing/lines.ts'

let app: TestApp
let desk: Officer
let head: Officer
let investigator: Officer
let desk2: Officer

beforeAll(async () => {
  app = await createTestApp()
  ;[desk, head, investigator, desk2] = await Promise.all([
    app.as('desk'),
    app.as('head'),
    app.as('investigator'),
    app.as('desk2'),
  ])
})
afterAll(() => app.close())

describe('taking down a line', () => {
  it('numbers it, gives it an owner and leaves its event', async () => {
    const line = await record(desk, complaint)
    expect(line).toMatchObject({ year: 2026, state: 'open', unitId: app.units.p1, marks: [], hasReceipt: true })
    const events = await eventsOf(app, line.id)
    expect(events).toEqual([
      expect.objectContaining({ type: 'register.recorded', kind: 'command', actor_id: desk.officerId }),
    ])
    expect(JSON.stringify(events)).not.toContain('حنان')
    expect(await read(desk, line.id)).toMatchObject({
      content: { text: complaint.text, contact: { nameAr: 'حنان البوعزاوي' } },
      owner: { kind: 'tray', officerId: null },
      name: 'حنان البوعزاوي',
      entries: [{ kind: 'recorded' }],
      steps: expect.arrayContaining(['open-case', 'close', 'send']) as string[],
    })
    expect((await eventsOf(app, line.id)).map((event) => event.type)).toEqual(['register.recorded', 'register.read'])
  })

  it('answers the same for the same key and takes no second number', async () => {
    const key = { 'idempotency-key': systemIds.next() }
    const first = (await desk.post('/register', complaint, key)).json<Ref>()
    const again = (await desk.post('/register', complaint, key)).json<Ref>()
    expect(again).toEqual(first)
    expect((await record(desk, complaint)).number).toBe(first.number + 1)
  })

  it('marks a late entry and a letter of the day after, and refuses neither', async () => {
    const late = await record(desk, { ...complaint, receivedAt: '2026-11-22T22:15:00+01:00' })
    expect(late).toMatchObject({ marks: ['late-entry'], receivedAt: '2026-11-22T21:15:00.000Z' })
    const odd = await record(desk, { ...instruction, letter: { ...letter, date: '2027-01-01' } })
    expect(odd).toMatchObject({ marks: ['letter-dated-later'] })
  })

  it('refuses a time to come, a letter without its reference, an unknown kind: by name', async () => {
    const future = await desk.post('/register', { ...complaint, receivedAt: '2026-11-23T12:00:00Z' })
    expect(future.statusCode).toBe(422)
    expect(future.json()).toMatchObject({ code: 'CLOCK_WRONG' })
    const bare = await desk.post('/register', { kind: 'rogatory-commission', text: 'x' })
    expect(bare.json()).toMatchObject({ code: 'INPUT_INVALID', params: { fields: 'letter' } })
    for (const [wrong, fields] of [
      [{ ...instruction, letter: { ...letter, date: '0001-01-01' } }, 'letter.date'],
      [{ ...instruction, letter: { ...letter, senderUnitId: randomUUID() } }, 'letter.senderUnitId'],
      [{ ...complaint, happenedTo: '9999-12-31T00:00:00Z' }, 'happenedTo'],
    ] as const) {
      expect((await desk.post('/register', wrong)).json()).toMatchObject({ code: 'INPUT_INVALID', params: { fields } })
    }
    const unknown = await desk.post('/register', { ...complaint, kind: 'rumour' })
    expect(unknown.statusCode).toBe(400)
  })

  it('is refused without a session, to an inspector, and in the register of another precinct', async () => {
    const nobody = await app.http.inject({ method: 'POST', url: '/api/register', payload: complaint })
    expect(nobody.statusCode).toBe(401)
    const inspector = await app.as('inspector')
    expect((await inspector.post('/register', complaint)).json()).toMatchObject({ code: 'NOT_PERMITTED' })
    const elsewhere = await desk.post('/register', { ...complaint, unitId: app.units.p2 })
    expect(elsewhere.statusCode).toBe(403)
  })
})

describe('the owner of a line', () => {
  it('is named by the head, told, and must serve in the unit', async () => {
    const line = await record(desk, complaint)
    expect(
      (await desk.post(`/register/${line.id}/assign`, { ownerId: desk.officerId, baseVersion: 1 })).statusCode,
    ).toBe(403)
    const far = await head.post(`/register/${line.id}/assign`, { ownerId: desk2.officerId, baseVersion: 1 })
    expect(far.json()).toMatchObject({ code: 'REGISTER_OWNER_ELSEWHERE' })
    const before = (await investigator.get('/notices/count')).json<{ unread: number }>().unread
    const given = await head.post(`/register/${line.id}/assign`, { ownerId: investigator.officerId, baseVersion: 1 })
    expect(given.json()).toMatchObject({ version: 2 })
    expect((await investigator.get('/notices/count')).json()).toEqual({ unread: before + 1 })
    const stale = await head.post(`/register/${line.id}/assign`, { ownerId: null, baseVersion: 1 })
    expect(stale.statusCode).toBe(409)
    expect(stale.json()).toMatchObject({ code: 'STALE_EDIT' })
    expect((await desk.post(`/register/${line.id}/take`, { baseVersion: 2 })).json()).toMatchObject({
      code: 'REGISTER_TAKEN',
    })
    expect((await head.post(`/register/${line.id}/assign`, { ownerId: null, baseVersion: 2 })).statusCode).toBe(200)
    expect((await desk.post(`/register/${line.id}/take`, { baseVersion: 3 })).statusCode).toBe(200)
    const mine = (await desk.get('/register/open?owner=me')).json<{ items: Ref[] }>()
    expect(mine.items.map((item) => item.id)).toContain(line.id)
  })

  it('cannot be missing: the database refuses it', async () => {
    const line = await record(desk, complaint)
    await expect(
      app.db.asSuperuser((client) =>
        client.query(`update intake.line set owner_kind = 'officer' where id = $1`, [line.id]),
      ),
    ).rejects.toMatchObject({ constraint: 'line_has_owner' })
  })
})

describe('an owner who is suspended', () => {
  it('leaves the lines to the head’s tray, where they are seen, told of and taken', async () => {
    const apj = await app.as('apj')
    const line = await record(desk, { ...instruction, ownerId: apj.officerId, remindAt: ['2026-11-24T08:00:00Z'] })
    const tray = async (): Promise<string[]> =>
      (await head.get('/register/open?owner=tray&limit=100')).json<{ items: Ref[] }>().items.map((item) => item.id)
    expect(await tray()).not.toContain(line.id)
    expect((await desk.post(`/register/${line.id}/take`, { baseVersion: 1 })).json()).toMatchObject({
      code: 'REGISTER_TAKEN',
    })
    const admin = await app.as('admin')
    const suspended = await admin.post(`/officers/${apj.officerId}/suspend`, { decisionRef: 'قرار 7' })
    expect(suspended.statusCode).toBe(200)
    expect(await tray()).toContain(line.id)
    const [job] = await jobsOf(app, line.id)
    await app.runJob('intake.remind', job?.payload ?? {})
    const told = (await head.get('/notices')).json<{ items: { kind: string; link: { id: string } }[] }>()
    expect(told.items.filter((item) => item.link.id === line.id).map((item) => item.kind)).toEqual([
      'register.reminder',
    ])
    expect((await desk.post(`/register/${line.id}/take`, { baseVersion: 1 })).statusCode).toBe(200)
  })
})

describe('closing', () => {
  it('needs a reason and an open line, and can be undone for ten minutes by who did it', async () => {
    const line = await record(desk, { kind: 'visit', text: 'طلب معلومات' })
    expect((await desk.post(`/register/${line.id}/close`, { reason: 'boredom', baseVersion: 1 })).statusCode).toBe(400)
    expect(
      (await desk.post(`/register/${line.id}/close`, { reason: 'informed', baseVersion: 1 })).json(),
    ).toMatchObject({
      state: 'closed',
    })
    const twice = await desk.post(`/register/${line.id}/close`, { reason: 'informed', baseVersion: 2 })
    expect(twice.json()).toMatchObject({ code: 'REGISTER_LINE_ENDED' })
    expect((await investigator.post(`/register/${line.id}/undo-close`, { baseVersion: 2 })).statusCode).toBe(409)
    expect((await desk.post(`/register/${line.id}/undo-close`, { baseVersion: 2 })).json()).toMatchObject({
      state: 'open',
    })
    await desk.post(`/register/${line.id}/close`, { reason: 'informed', baseVersion: 3 })
    app.clock.advance(10 * 60_000 + 1)
    expect((await desk.post(`/register/${line.id}/undo-close`, { baseVersion: 4 })).json()).toMatchObject({
      code: 'REGISTER_UNDO_TOO_LATE',
    })
    expect((await read(desk, line.id))['entries']).toMatchObject([
      { kind: 'recorded' },
      { kind: 'closed', codes: { reason: 'informed' } },
      { kind: 'reopened', codes: { undo: true } },
      { kind: 'closed' },
    ])
  })

  it('can come with the line, for a question answered at the counter', async () => {
    const line = await record(desk, { kind: 'call', text: 'سؤال عن البطاقة', closed: { reason: 'informed' } })
    expect(line.state).toBe('closed')
    expect((await head.post(`/register/${line.id}/reopen`, { text: 'لم ينته', baseVersion: 1 })).json()).toMatchObject({
      state: 'open',
    })
    expect((await head.post(`/register/${line.id}/reopen`, { text: 'x', baseVersion: 2 })).json()).toMatchObject({
      code: 'REGISTER_NOT_CLOSED',
    })
  })

  it('never edits: corrections are additions, also after the end', async () => {
    const line = await record(desk, { ...complaint, closed: { reason: 'withdrawn' } })
    const added = await desk.post(`/register/${line.id}/entries`, {
      kind: 'correction',
      text: 'الاسم الصحيح: حنان البوعزيزي',
    })
    expect(added.statusCode).toBe(201)
    const now = await read(desk, line.id)
    expect(now).toMatchObject({ content: { text: complaint.text, contact: { nameAr: 'حنان البوعزاوي' } } })
    expect(now['entries']).toMatchObject([{}, {}, { kind: 'correction', text: 'الاسم الصحيح: حنان البوعزيزي' }])
    expect((await eventsOf(app, line.id)).map((event) => event.type)).toContain('register.corrected')
  })
})

describe('the day book', () => {
  it('is in the order of numbers, by pages, of one day, and its reading is recorded', async () => {
    const head3 = await app.as('head3')
    const desk3 = await app.as('desk3')
    const lines = []
    for (let each = 0; each < 5; each += 1) lines.push(await record(desk3, complaint))
    const first = (await head3.get('/register?limit=3')).json<{ items: Ref[]; next: string; date: string }>()
    expect(first.date).toBe('2026-11-23')
    expect(first.items.map((item) => item.number)).toEqual([1, 2, 3])
    const rest = (await head3.get(`/register?limit=3&after=${first.next}`)).json<{ items: Ref[]; next: null }>()
    expect(rest.items.map((item) => item.number)).toEqual([4, 5])
    expect((await head3.get('/register?date=2026-11-22')).json()).toMatchObject({ items: [] })
    expect((await head3.get('/register?date=yesterday')).statusCode).toBe(400)
    expect((await eventsOf(app, lines[0]?.id ?? '')).map((event) => event.type)).toContain('register.listed')
  })
})
