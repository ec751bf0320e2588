import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'

let app: TestApp
let desk: Officer
let head: Officer
let investigator: Officer
let desk2: Officer
let head2: Officer

beforeAll(async () => {
  app = await createTestApp()
  ;[desk, head, investigator, desk2, head2] = await Promise.all([
    app.as('desk'),
    app.as('head'),
    app.as('investigator'),
    app.as('desk2'),
    app.as('head2'),
  ])
})
afterAll(() => app.close())

const complaint = {
  kind: 'complaint',
  text: 'سُرقت دراجتي النارية من أمام المقهى صباح اليوم.',
  place: 'شارع محمد الخامس',
  contact: { capacity: 'complainant', nameAr: 'حنان البوعزاوي', phone: '+212 6 00 00 00 01' },
}
const letter = { sender: 'وكيل الملك لدى المحكمة الابتدائية', reference: '2026/3101/558', date: '2026-11-20' }
const instruction = { kind: 'prosecutor-instruction', text: 'الاستماع إلى المشتكي وإتمام البحث.', letter }

interface Ref {
  id: string
  number: number
  year: number
  version: number
  state: string
}

async function record(officer: Officer, body: object): Promise<Ref> {
  const answer = await officer.post('/register', body)
  expect(answer.json()).toMatchObject({ number: expect.any(Number) as number })
  expect(answer.statusCode).toBe(201)
  return answer.json<Ref>()
}

async function read(officer: Officer, id: string): Promise<Record<string, unknown>> {
  const answer = await officer.get(`/register/${id}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Record<string, unknown>>()
}

const eventsOf = (
  id: string,
): Promise<{ type: string; kind: string; actor_id: string; codes: Record<string, unknown> }[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select type, kind, actor_id, codes from audit.event where subjects @> $1 order by recorded_at, id`,
      [JSON.stringify([{ type: 'register', id }])],
    )
    return rows
  })

const jobsOf = (lineId: string): Promise<{ payload: { reminderId: string; commandId: string }; run_at: Date }[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      `select j.payload, j.run_at from graphile_worker._private_jobs j
       join intake.reminder r on r.id::text = j.payload ->> 'reminderId' where r.line_id = $1`,
      [lineId],
    )
    return rows
  })

describe('taking down a line', () => {
  it('numbers it, gives it an owner and leaves its event', async () => {
    const line = await record(desk, complaint)
    expect(line).toMatchObject({ year: 2026, state: 'open', unitId: app.units.p1, marks: [], hasReceipt: true })
    const events = await eventsOf(line.id)
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
    expect((await eventsOf(line.id)).map((event) => event.type)).toEqual(['register.recorded', 'register.read'])
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

describe('the walls', () => {
  it('show the register of one precinct to no other', async () => {
    const line = await record(desk, complaint)
    const [hidden, absent] = await Promise.all([
      desk2.get(`/register/${line.id}`),
      desk2.get(`/register/${randomUUID()}`),
    ])
    expect(hidden.statusCode).toBe(404)
    const { correlationId: _one, ...told } = hidden.json<Record<string, unknown>>()
    const { correlationId: _other, ...expected } = absent.json<Record<string, unknown>>()
    expect(told).toEqual(expected)
    expect((await desk2.get(`/register?unitId=${app.units.p1}`)).statusCode).toBe(403)
    const own = (await desk2.get('/register')).json<{ items: { unitId: string }[] }>()
    expect(own.items.filter((item) => item.unitId !== app.units.p2)).toEqual([])
    for (const [act, body] of [
      ['close', { reason: 'informed', baseVersion: 1 }],
      ['take', { baseVersion: 1 }],
      ['send', { toUnitId: app.units.p3, reason: 'x', baseVersion: 1 }],
      ['entries', { kind: 'addition', text: 'x' }],
      ['deadline', { dueAt: null, baseVersion: 1 }],
      ['undo-close', { baseVersion: 1 }],
      ['receipts', undefined],
    ] as const) {
      const answer = await desk2.post(`/register/${line.id}/${act}`, body)
      expect([act, answer.statusCode]).toEqual([act, 404])
    }
    expect((await desk2.get(`/register/${line.id}/receipt.pdf`)).statusCode).toBe(404)
  })

  it('hold without the first one: row-level security alone hides the rows', async () => {
    const line = await record(desk, complaint)
    const client = await app.db.app.pool.connect()
    try {
      for (const [officer, visible] of [
        [desk2, 0],
        [desk, 1],
      ] as const) {
        if (officer.caller.kind !== 'session') throw new Error('a session was expected')
        await client.query('begin')
        await client.query('select identity.enter($1, $2, null, $3)', [
          officer.caller.tokenHash,
          'register.read',
          app.clock.now(),
        ])
        for (const table of ['line where id', 'entry where line_id', 'receipt where line_id']) {
          const { rows } = await client.query(`select 1 from intake.${table} = $1`, [line.id])
          expect([table, rows.length]).toEqual([table, visible])
        }
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })

  it('hide transfers, reminders and hand-overs by row-level security alone', async () => {
    const line = await record(desk, { ...complaint, remindAt: ['2026-11-24T08:00:00Z'] })
    await desk.post(`/register/${line.id}/send`, { toUnitId: app.units.p2, reason: 'اختصاص', baseVersion: 1 })
    const shift = { shiftFrom: '2026-11-23T00:00:00Z', shiftTo: '2026-11-23T08:00:00Z', text: 'لا شيء' }
    const { id: handoverId } = (await desk.post('/handovers', shift)).json<{ id: string }>()
    const desk3 = await app.as('desk3')
    const client = await app.db.app.pool.connect()
    try {
      for (const [officer, permission, seen] of [
        [desk, 'register.read', [1, 1, 1]],
        [desk2, 'register.accept', [1, 0, 0]],
        [desk3, 'register.accept', [0, 0, 0]],
      ] as const) {
        if (officer.caller.kind !== 'session') throw new Error('a session was expected')
        await client.query('begin')
        await client.query('select identity.enter($1, $2, null, $3)', [
          officer.caller.tokenHash,
          permission,
          app.clock.now(),
        ])
        const counts = []
        for (const [table, id] of [
          ['transfer where line_id', line.id],
          ['reminder where line_id', line.id],
          ['handover where id', handoverId],
        ]) {
          const { rows } = await client.query(`select 1 from intake.${table} = $1`, [id])
          counts.push(rows.length)
        }
        expect(counts).toEqual(seen)
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })

  it('let nobody change what was said, not even its owner', async () => {
    for (const statement of [
      `update intake.line set content = '\\x00'`,
      `update intake.line set number = 1`,
      `update intake.line set received_at = now()`,
      `update intake.entry set kind = 'addition'`,
      `delete from intake.line`,
      `delete from intake.entry`,
      `update intake.transfer set state = 'accepted'`,
    ]) {
      await expect(app.db.app.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('an anonymous denunciation', () => {
  it('waits for the prosecutor before it may become a case', async () => {
    const line = await record(desk, { kind: 'denunciation', anonymous: true, text: 'رسالة بدون اسم عن ترويج ممنوعات.' })
    expect(line).toMatchObject({ state: 'awaiting-authorisation', hasReceipt: false })
    const early = await investigator.post(`/register/${line.id}/case`, { baseVersion: 1 })
    expect(early.statusCode).toBe(409)
    expect(early.json()).toMatchObject({ code: 'REGISTER_AUTHORISATION_NEEDED' })
    const joined = await investigator.post(`/register/${line.id}/join`, { caseId: randomUUID(), baseVersion: 1 })
    expect(joined.json()).toMatchObject({ code: 'REGISTER_AUTHORISATION_NEEDED' })
    const decision = { text: 'نائب وكيل الملك المداوم، هاتفيا', decidedAt: '2026-11-23T08:40:00Z', baseVersion: 1 }
    expect(
      (await desk.post(`/register/${line.id}/authorisation`, { decision: 'granted', ...decision })).statusCode,
    ).toBe(403)
    const granted = await investigator.post(`/register/${line.id}/authorisation`, { decision: 'granted', ...decision })
    expect(granted.json()).toMatchObject({ state: 'open', version: 2 })
    const twice = await investigator.post(`/register/${line.id}/authorisation`, {
      decision: 'granted',
      ...decision,
      baseVersion: 2,
    })
    expect(twice.json()).toMatchObject({ code: 'REGISTER_AUTHORISATION_NOT_AWAITED' })
  })

  it('is closed by a refusal, which only the head undoes', async () => {
    const line = await record(desk, { kind: 'denunciation', anonymous: true, text: 'رسالة أخرى.' })
    const refused = await investigator.post(`/register/${line.id}/authorisation`, {
      decision: 'refused',
      text: 'لعدم جدية الوشاية',
      decidedAt: '2026-11-23T08:40:00Z',
      baseVersion: 1,
    })
    expect(refused.json()).toMatchObject({ state: 'closed' })
    expect((await investigator.post(`/register/${line.id}/undo-close`, { baseVersion: 2 })).json()).toMatchObject({
      code: 'REGISTER_UNDO_TOO_LATE',
    })
    const again = await head.post(`/register/${line.id}/reopen`, { text: 'عناصر جديدة', baseVersion: 2 })
    expect(again.json()).toMatchObject({ state: 'awaiting-authorisation' })
  })

  it('is not one under another kind', async () => {
    expect((await desk.post('/register', { ...complaint, anonymous: true })).json()).toMatchObject({
      params: { fields: 'anonymous' },
    })
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
    const [job] = await jobsOf(line.id)
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
    expect((await eventsOf(line.id)).map((event) => event.type)).toContain('register.corrected')
  })
})

describe('incoming post', () => {
  it('stands in the head’s tray, by deadline, overdue first, and ends with its answer', async () => {
    const none = await record(desk2, instruction)
    const late = await record(desk2, { ...instruction, dueAt: '2026-11-22T12:00:00Z' })
    const soon = await record(desk2, { ...instruction, dueAt: '2026-11-30T12:00:00Z' })
    await record(desk2, complaint)
    const post = (await desk2.get('/register/post?limit=2')).json<{
      items: (Ref & { overdue: boolean })[]
      next: string
    }>()
    expect(post.items.map((item) => [item.id, item.overdue])).toEqual([
      [late.id, true],
      [soon.id, false],
    ])
    const rest = (await desk2.get(`/register/post?limit=2&after=${post.next}`)).json<{ items: Ref[]; next: null }>()
    expect(rest).toMatchObject({ items: [{ id: none.id }], next: null })
    expect((await desk2.get('/register/post?after=xx')).statusCode).toBe(400)
    const news = (await head2.get('/notices')).json<{ items: { kind: string; link: { id: string } }[] }>()
    expect(news.items.filter((item) => item.kind === 'register.in-tray').map((item) => item.link.id)).toContain(late.id)
    const answered = await desk2.post(`/register/${late.id}/answer`, {
      text: 'أرسل المحضر',
      reference: '77',
      baseVersion: 1,
    })
    expect(answered.json()).toMatchObject({ state: 'answered' })
    expect((await eventsOf(late.id)).at(-1)).toMatchObject({ type: 'register.answered', codes: { late: true } })
    const counter = await record(desk2, complaint)
    expect((await desk2.post(`/register/${counter.id}/answer`, { text: 'x', baseVersion: 1 })).json()).toMatchObject({
      code: 'REGISTER_NOT_POST',
    })
  })

  it('moves its deadline and keeps the former one in its story', async () => {
    const line = await record(desk, { ...instruction, dueAt: '2026-11-25T12:00:00Z' })
    await desk.post(`/register/${line.id}/deadline`, { dueAt: '2026-12-01T12:00:00Z', text: 'تمديد', baseVersion: 1 })
    expect(await read(desk, line.id)).toMatchObject({
      dueAt: '2026-12-01T12:00:00.000Z',
      entries: [{}, { kind: 'deadline', text: 'تمديد', codes: { from: '2026-11-25T12:00:00.000Z' } }],
    })
  })
})

describe('a reminder', () => {
  it('comes by itself a day before a deadline, where none was asked for', async () => {
    const line = await record(desk, { ...instruction, dueAt: '2026-11-30T12:00:00Z' })
    expect((await jobsOf(line.id)).map((job) => job.run_at.toISOString())).toEqual(['2026-11-29T12:00:00.000Z'])
  })

  it('is a job that tells the owner once, however often it runs, and nobody once the line has ended', async () => {
    const line = await record(desk, {
      ...instruction,
      ownerId: investigator.officerId,
      remindAt: ['2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z'],
    })
    const [first, second] = await jobsOf(line.id)
    if (!first || !second) throw new Error('two jobs were expected')
    expect(first.run_at.toISOString()).toBe('2026-11-24T08:00:00.000Z')
    const reminders = async (): Promise<number> =>
      (await investigator.get('/notices'))
        .json<{ items: { kind: string; link: { id: string } }[] }>()
        .items.filter((item) => item.kind === 'register.reminder' && item.link.id === line.id).length
    await app.runJob('intake.remind', first.payload)
    await app.runJob('intake.remind', first.payload)
    await app.runJob('intake.remind', { ...first.payload, commandId: systemIds.next() })
    expect(await reminders()).toBe(1)
    await desk.post(`/register/${line.id}/close`, { reason: 'duplicate', baseVersion: 1 })
    await app.runJob('intake.remind', second.payload)
    expect(await reminders()).toBe(1)
  })
})

describe('sending to another unit', () => {
  const send = async (body: object = complaint): Promise<{ line: Ref; transferId: string }> => {
    const line = await record(desk, body)
    const sent = await desk.post(`/register/${line.id}/send`, {
      toUnitId: app.units.p2,
      reason: 'الواقعة في ترابكم',
      baseVersion: 1,
    })
    expect(sent.json()).toMatchObject({ state: 'sent' })
    return { line, transferId: sent.json<{ transferId: string }>().transferId }
  }

  it('gives it a line and number there once accepted, linked, and ends it here', async () => {
    const { line, transferId } = await send()
    const waiting = (await desk2.get('/register/transfers')).json<{
      items: { id: string; text: string; reason: string }[]
    }>()
    expect(waiting.items.find((item) => item.id === transferId)).toMatchObject({
      text: complaint.text,
      reason: 'الواقعة في ترابكم',
    })
    expect((await desk2.get(`/register/${line.id}`)).statusCode).toBe(404)
    expect((await desk.post(`/register/transfers/${transferId}/accept`, {})).statusCode).toBe(404)
    expect((await desk.post(`/register/${line.id}/close`, { reason: 'other', baseVersion: 2 })).json()).toMatchObject({
      code: 'REGISTER_LINE_SENT',
    })
    const accepted = await desk2.post(`/register/transfers/${transferId}/accept`, {})
    expect(accepted.statusCode).toBe(201)
    const there = accepted.json<Ref>()
    expect(await read(desk2, there.id)).toMatchObject({
      originLineId: line.id,
      unitId: app.units.p2,
      content: { text: complaint.text },
      state: 'open',
    })
    const here = await read(desk, line.id)
    expect(here).toMatchObject({ state: 'passed-on' })
    expect((here['entries'] as { kind: string }[]).map((entry) => entry.kind)).toEqual(['recorded', 'sent', 'accepted'])
    expect((await desk2.post(`/register/transfers/${transferId}/accept`, {})).json()).toMatchObject({
      code: 'REGISTER_TRANSFER_SETTLED',
    })
  })

  it('returns with a reason when refused, open again with its owner, who is told', async () => {
    const { line, transferId } = await send({ ...complaint, ownerId: investigator.officerId })
    expect((await desk2.post(`/register/transfers/${transferId}/refuse`, {})).statusCode).toBe(400)
    const refused = await desk2.post(`/register/transfers/${transferId}/refuse`, { reason: 'ليس من اختصاصنا الترابي' })
    expect(refused.statusCode).toBe(200)
    const here = await read(desk, line.id)
    expect(here).toMatchObject({ state: 'open', sentTo: null, owner: { officerId: investigator.officerId } })
    expect((here['entries'] as object[]).at(-1)).toMatchObject({ kind: 'refused', text: 'ليس من اختصاصنا الترابي' })
    const news = (await investigator.get('/notices')).json<{
      items: { kind: string; link: { id: string }; text: { ar: string } }[]
    }>()
    const told = news.items.find((item) => item.kind === 'register.refused')
    expect(told).toMatchObject({ link: { type: 'register', id: line.id } })
    expect(told?.text.ar).toContain(String(line.number))
  })

  it('keeps an anonymous denunciation waiting for its authorisation', async () => {
    const { transferId } = await send({ kind: 'denunciation', anonymous: true, text: 'رسالة بلا اسم' })
    const there = (await desk2.post(`/register/transfers/${transferId}/accept`, {})).json<Ref>()
    expect(there.state).toBe('awaiting-authorisation')
  })

  it('is settled once when two answer at the same time', async () => {
    const { transferId } = await send()
    const answers = await Promise.all([
      desk2.post(`/register/transfers/${transferId}/accept`, {}),
      head2.post(`/register/transfers/${transferId}/accept`, {}),
      head2.post(`/register/transfers/${transferId}/refuse`, { reason: 'لا' }),
    ])
    expect(answers.filter((answer) => answer.statusCode < 300)).toHaveLength(1)
    expect(answers.filter((answer) => answer.statusCode === 409)).toHaveLength(2)
  })

  it('goes to no unit that is not there, nor to itself', async () => {
    const line = await record(desk, complaint)
    for (const toUnitId of [app.units.p1, randomUUID()]) {
      const answer = await desk.post(`/register/${line.id}/send`, { toUnitId, reason: 'x', baseVersion: 1 })
      expect(answer.json()).toMatchObject({ code: 'REGISTER_UNIT_UNKNOWN' })
    }
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
    expect((await eventsOf(lines[0]?.id ?? '')).map((event) => event.type)).toContain('register.listed')
  })
})
