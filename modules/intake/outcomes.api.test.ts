import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '#contracts/casework/case.ts'
import type { Line } from '#contracts/intake/register.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'

let app: TestApp
let desk: Officer
let desk2: Officer
let head: Officer
let investigator: Officer
beforeAll(async () => {
  app = await createTestApp()
  ;[desk, desk2, head, investigator] = await Promise.all([
    app.as('desk'),
    app.as('desk2'),
    app.as('head'),
    app.as('investigator'),
  ])
})
afterAll(() => app.close())

const complaint = {
  kind: 'complaint',
  text: 'تعرضت لسرقة هاتفي.',
  place: 'ساحة المسيرة',
  happenedFrom: '2026-11-23T08:00:00Z',
  contact: { capacity: 'complainant', nameAr: 'مريم الإدريسي', phone: '+212 6 00 00 00 02' },
}

interface Ref {
  id: string
  number: number
  version: number
  state: string
}
const record = async (officer: Officer, body: object = complaint): Promise<Ref> =>
  (await officer.post('/register', body)).json<Ref>()

const rows = <T extends object>(sql: string, values: unknown[]): Promise<T[]> =>
  app.db.asSuperuser(async (client) => (await client.query<T>(sql, values)).rows)

describe('a line that becomes a case', () => {
  it('takes its point on the map along, through another unit too: nothing is typed twice', async () => {
    const point = { latitude: 34.26101, longitude: -6.5802, precision: 'spot' }
    const line = await record(desk, { ...complaint, point })
    const read = (await desk.get(`/register/${line.id}`)).json<Line>()
    expect(read.content?.point).toEqual(point)
    const sent = await head.post(`/register/${line.id}/send`, { toUnitId: app.units.p2, reason: 'لهم', baseVersion: 1 })
    const { transferId } = sent.json<{ transferId: string }>()
    const head2 = await app.as('head2')
    const taken = (await head2.post(`/register/transfers/${transferId}/accept`, {})).json<Ref>()
    const opened = await head2.post(`/register/${taken.id}/case`, { baseVersion: taken.version })
    const { caseId } = opened.json<{ caseId: string }>()
    expect((await head2.get(`/cases/${caseId}`)).json<CaseFile>()).toMatchObject({ place: complaint.place, point })
    const plain = await record(desk)
    expect((await desk.get(`/register/${plain.id}`)).json<Line>().content?.point).toBeNull()
  })

  it('opens the case, its person and its event in one transaction', async () => {
    const line = await record(desk)
    const made = await investigator.post(`/register/${line.id}/case`, { baseVersion: 1 })
    expect(made.json()).toMatchObject({ state: 'became-case', version: 2, caseNumber: 1, caseYear: 2026 })
    expect(made.statusCode).toBe(201)
    const { caseId } = made.json<{ caseId: string }>()
    const [file] = await rows('select origin, origin_id, unit_id, how_text from casework.case_file where id = $1', [
      caseId,
    ])
    expect(file).toMatchObject({ origin: 'visit', origin_id: line.id, unit_id: app.units.p1, how_text: complaint.text })
    expect(await rows('select role from casework.participant where case_id = $1', [caseId])).toEqual([
      { role: 'complainant' },
    ])
    const events = await rows<{ subjects: { type: string; id: string }[] }>(
      `select subjects from audit.event where type = 'register.became-case' and subjects @> $1`,
      [JSON.stringify([{ type: 'case', id: caseId }])],
    )
    expect(events).toHaveLength(1)
    expect(events[0]?.subjects[0]).toEqual({ type: 'register', id: line.id })
    const again = await investigator.post(`/register/${line.id}/case`, { baseVersion: 2 })
    expect(again.json()).toMatchObject({ code: 'REGISTER_LINE_ENDED' })
    expect((await head.get(`/cases/${caseId}`)).statusCode).toBe(200)
  })

  it('takes over who came with number and telephone, or the people as the desk completed them', async () => {
    const contact = { ...complaint.contact, identityNumber: 'G123456' }
    const asTyped = await record(desk, { ...complaint, contact })
    const first = (await investigator.post(`/register/${asTyped.id}/case`, { baseVersion: 1 })).json<{
      caseId: string
    }>()
    const documents = `select d.number_raw as number, d.country from registry.identity_document d join casework.participant p using (person_id) where p.case_id = $1`
    expect(await rows(documents, [first.caseId])).toEqual([{ number: 'G123456', country: 'MA' }])
    const completed = await record(desk, { ...complaint, contact })
    const names = [{ script: 'ar', given: 'مريم', family: 'الإدريسي' }]
    const participants = [{ role: 'victim', standing: 'fact', person: { names, source: 'statement' } }]
    const second = (await investigator.post(`/register/${completed.id}/case`, { participants, baseVersion: 1 })).json<{
      caseId: string
    }>()
    expect(await rows('select role from casework.participant where case_id = $1', [second.caseId])).toEqual([
      { role: 'victim' },
    ])
    expect(await rows(documents, [second.caseId])).toEqual([])
  })

  it('leaves neither behind where the case cannot be opened', async () => {
    const line = await record(desk)
    const answer = await investigator.post(`/register/${line.id}/case`, {
      offences: ['no-such-offence'],
      baseVersion: 1,
    })
    expect(answer.statusCode).toBe(422)
    expect((await desk.get(`/register/${line.id}`)).json()).toMatchObject({ state: 'open', version: 1, caseId: null })
    expect(await rows('select id from casework.case_file where origin_id = $1', [line.id])).toEqual([])
  })

  it('is taken by one of two who open it at once', async () => {
    const line = await record(desk)
    const answers = await Promise.all(
      [investigator, head].map((officer) => officer.post(`/register/${line.id}/case`, { baseVersion: 1 })),
    )
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(await rows('select id from casework.case_file where origin_id = $1', [line.id])).toHaveLength(1)
  })

  it('can join one that exists and is seen, and no other', async () => {
    const first = await record(desk)
    const { caseId } = (await investigator.post(`/register/${first.id}/case`, { baseVersion: 1 })).json<{
      caseId: string
    }>()
    const second = await record(desk)
    expect((await desk.post(`/register/${second.id}/join`, { caseId: randomUUID(), baseVersion: 1 })).statusCode).toBe(
      404,
    )
    const joined = await desk.post(`/register/${second.id}/join`, { caseId, baseVersion: 1 })
    expect(joined.json()).toMatchObject({ state: 'joined-case', caseId })
    const foreign = await record(desk2)
    expect((await desk2.post(`/register/${foreign.id}/join`, { caseId, baseVersion: 1 })).statusCode).toBe(404)
  })
})

describe('a line whose case is sealed', () => {
  it('is there for those on the case’s list and for nobody else, by either wall', async () => {
    const sent = await record(desk)
    const { transferId } = (
      await desk.post(`/register/${sent.id}/send`, { toUnitId: app.units.p2, reason: 'اختصاص', baseVersion: 1 })
    ).json<{ transferId: string }>()
    const head2 = await app.as('head2')
    const line = (await desk2.post(`/register/transfers/${transferId}/accept`, {})).json<Ref>()
    const opened = await head2.post(`/register/${line.id}/case`, { baseVersion: 1 })
    const { caseId } = opened.json<{ caseId: string }>()
    expect((await desk2.get(`/register/${line.id}`)).statusCode).toBe(200)
    const { version } = (await head2.get(`/cases/${caseId}`)).json<{ version: number }>()
    const sealed = await head2.post(`/cases/${caseId}/seal`, { reason: 'minor', baseVersion: version })
    expect(sealed.statusCode).toBe(200)
    expect((await head2.get(`/register/${line.id}`)).json()).toMatchObject({ state: 'became-case', caseId })
    expect((await desk2.get(`/register/${line.id}`)).statusCode).toBe(404)
    expect((await desk2.get(`/register/${line.id}/receipt.pdf`)).statusCode).toBe(404)
    expect((await desk2.post(`/register/${line.id}/entries`, { kind: 'addition', text: 'x' })).statusCode).toBe(404)
    // The unit it came from no longer has it either: it led there.
    expect((await desk.get(`/register/${sent.id}`)).statusCode).toBe(404)
    const day = (await desk2.get('/register')).json<{ items: Ref[] }>()
    expect(day.items.map((item) => item.id)).not.toContain(line.id)
    for (const [officer, visible] of [
      [desk2, 0],
      [head2, 1],
    ] as const)
      await app.beneath(officer, 'register.read', async (client) => {
        for (const table of [
          'line where id',
          'receipt where line_id',
          `entry where kind = 'became-case' and line_id`,
        ]) {
          const { rows: found } = await client.query(`select 1 from intake.${table} = $1`, [line.id])
          // An accepted line has no receipt of its own.
          expect([table, found.length]).toEqual([table, table.startsWith('receipt') ? 0 : visible])
        }
      })
  })
})

describe('the receipt', () => {
  needTools('pdftotext')
  const codeOn = (pdf: Buffer): string => {
    const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
    const half = '[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}'
    // The program marks directions in what it reads from a right-to-left page.
    const plain = stdout.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    const found = new RegExp(`(${half})\\s*(${half})`).exec(plain)
    return found ? `${found[1]}-${found[2]}` : ''
  }

  it('prints in each language, each print recorded, its code nowhere else', async () => {
    const line = await record(desk)
    const codes = new Set<string>()
    for (const lang of ['ar', 'fr', 'en']) {
      const print = await desk.get(`/register/${line.id}/receipt.pdf?lang=${lang}`)
      codes.add(codeOn(print.rawPayload))
      expect(print.statusCode).toBe(200)
      expect(print.headers['content-type']).toBe('application/pdf')
      expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const printed = await rows(
      `select actor_id, codes from audit.event where type = 'register.receipt-printed' and subjects @> $1`,
      [JSON.stringify([{ type: 'register', id: line.id }])],
    )
    expect(printed).toHaveLength(3)
    const answers = [await desk.get(`/register/${line.id}`), await desk.get('/register')].map((answer) => answer.body)
    const stored = await rows<{ all: string }>(
      `select coalesce((select json_agg(c)::text from platform.command c), '') || coalesce((select json_agg(e)::text from audit.event e), '')
         || coalesce((select json_agg(r)::text from intake.receipt r), '') as all`,
      [],
    )
    expect(stored[0]?.all).toContain(line.id)
    const [code = ''] = codes
    expect([codes.size, code.length]).toEqual([1, 19])
    for (const text of [...answers, stored[0]?.all ?? '']) {
      expect(text).not.toContain(code)
      expect(text).not.toContain(code.replaceAll('-', ''))
    }
  })

  it('is issued anew when lost: one in force, the former code ended', async () => {
    const line = await record(desk)
    const former = codeOn((await desk.get(`/register/${line.id}/receipt.pdf`)).rawPayload)
    expect((await desk.post(`/register/${line.id}/receipts`)).statusCode).toBe(201)
    expect(codeOn((await desk.get(`/register/${line.id}/receipt.pdf`)).rawPayload)).not.toBe(former)
    const receipts = await rows<{ revoked: boolean; hash: string }>(
      `select revoked_at is not null as revoked, encode(code_hash, 'hex') as hash from intake.receipt where line_id = $1 order by issued_at, id`,
      [line.id],
    )
    expect(receipts.map((receipt) => receipt.revoked)).toEqual([true, false])
    expect(new Set(receipts.map((receipt) => receipt.hash)).size).toBe(2)
  })

  it('is for those who came: none for post or an unknown author; refused to an inspector and without a session', async () => {
    const anonymous = await record(desk, { kind: 'denunciation', anonymous: true, text: 'رسالة' })
    expect((await desk.get(`/register/${anonymous.id}/receipt.pdf`)).json()).toMatchObject({
      code: 'REGISTER_NO_RECEIPT',
    })
    expect((await desk.post(`/register/${anonymous.id}/receipts`)).statusCode).toBe(409)
    const line = await record(desk)
    expect((await (await app.as('inspector')).get(`/register/${line.id}/receipt.pdf`)).statusCode).toBe(403)
    expect((await app.http.inject({ url: `/api/register/${line.id}/receipt.pdf` })).statusCode).toBe(401)
  })
})

describe('the day', () => {
  it('prints what no font can draw as a question mark, rather than not at all', async () => {
    const line = await record(desk, {
      ...complaint,
      text: 'سرقة \u{1F6B2} دراجة\u202E',
      contact: { ...complaint.contact, nameAr: 'مريم 漢' },
    })
    for (const url of [`/register/${line.id}/receipt.pdf`, '/register/day.pdf']) {
      expect([url, (await desk.get(url)).statusCode]).toEqual([url, 200])
    }
    expect((await desk.get(`/register/${line.id}`)).json()).toMatchObject({
      content: { text: 'سرقة \u{1F6B2} دراجة\u202E' },
    })
  })

  it('prints as a list and as a bulletin, in both directions, recorded', async () => {
    for (const url of ['/register/day.pdf', '/bulletin.pdf']) {
      for (const lang of ['ar', 'fr', 'en']) {
        const print = await head.get(`${url}?lang=${lang}`)
        expect([url, lang, print.statusCode]).toEqual([url, lang, 200])
        expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
      }
    }
    const types = await rows<{ type: string; count: number }>(
      `select type, count(*) from audit.event where type in ('register.day-printed', 'bulletin.printed') group by type order by type`,
      [],
    )
    expect(types).toEqual([
      { type: 'bulletin.printed', count: 3 },
      { type: 'register.day-printed', count: 4 },
    ])
    expect((await desk.get('/register/day.pdf?date=2026-11-20')).statusCode).toBe(200)
    expect((await desk2.get(`/register/day.pdf?unitId=${app.units.p1}`)).statusCode).toBe(403)
  })

  it('adds up: kinds, ends, what stands open, what is overdue', async () => {
    const [desk3, head3] = await Promise.all([app.as('desk3'), app.as('head3')])
    const letter = { sender: 'وكيل الملك', reference: '9/2026', date: '2026-11-20' }
    const line = await record(desk3)
    await record(desk3, { kind: 'visit', text: 'سؤال', closed: { reason: 'informed' } })
    await record(desk3, { kind: 'prosecutor-instruction', text: 'بحث', letter, dueAt: '2026-11-22T10:00:00Z' })
    await record(desk3, { kind: 'denunciation', anonymous: true, text: 'رسالة', receivedAt: '2026-11-22T10:00:00Z' })
    expect((await head3.post(`/register/${line.id}/case`, { baseVersion: 1 })).statusCode).toBe(201)
    const bulletin = await head3.get('/bulletin')
    expect(bulletin.json()).toMatchObject({
      date: '2026-11-23',
      received: 4,
      lateEntries: 1,
      becameCase: 1,
      casesOpened: 1,
      closed: 1,
      answered: 0,
      openLines: 2,
      overdueLines: 1,
      awaitingAuthorisation: 1,
      inTray: 2,
    })
    expect((await head3.get('/bulletin?date=2026-11-22')).json()).toMatchObject({ received: 0, openLines: 0 })
    expect((await desk3.get(`/bulletin?unitId=${app.units.p1}`)).statusCode).toBe(403)
  })
})

describe('the hand-over of a shift', () => {
  const shift = { shiftFrom: '2026-11-23T06:00:00Z', shiftTo: '2026-11-23T14:00:00Z' }

  it('is written by one officer and acknowledged by another, by name, once', async () => {
    const line = await record(desk)
    const written = await desk.post('/handovers', {
      ...shift,
      text: 'ينتظر المشتكي نسخة من الفاتورة.',
      lineIds: [line.id],
    })
    expect(written.statusCode).toBe(201)
    const { id, openLines } = written.json<{ id: string; openLines: number }>()
    expect(openLines).toBeGreaterThan(0)
    expect((await desk.post(`/handovers/${id}/acknowledge`, {})).json()).toMatchObject({ code: 'HANDOVER_OWN' })
    expect((await desk2.post(`/handovers/${id}/acknowledge`, {})).statusCode).toBe(404)
    expect((await investigator.post(`/handovers/${id}/acknowledge`, { remark: 'اطلعت' })).statusCode).toBe(200)
    expect((await head.post(`/handovers/${id}/acknowledge`, {})).json()).toMatchObject({
      code: 'HANDOVER_ACKNOWLEDGED',
    })
    const list = (await head.get('/handovers')).json<{ items: object[] }>()
    expect(list.items[0]).toMatchObject({
      id,
      text: 'ينتظر المشتكي نسخة من الفاتورة.',
      writtenBy: { id: desk.officerId },
      acknowledgedBy: { id: investigator.officerId },
      remark: 'اطلعت',
    })
    expect((await desk2.get('/handovers')).json()).toEqual({ items: [] })
    expect((await desk.get('/notices')).json<{ items: { kind: string }[] }>().items.map((item) => item.kind)).toContain(
      'handover.acknowledged',
    )
    const types = await rows<{ type: string }>(
      `select type from audit.event where subjects @> $1 and kind = 'command' order by recorded_at, id`,
      [JSON.stringify([{ type: 'handover', id }])],
    )
    expect(types.map((row) => row.type)).toEqual(['handover.written', 'handover.acknowledged'])
  })

  it('points to lines of its own unit only, and lasts some time', async () => {
    const foreign = await record(desk2)
    expect((await desk.post('/handovers', { ...shift, text: 'x', lineIds: [foreign.id] })).statusCode).toBe(404)
    const reversed = { shiftFrom: shift.shiftTo, shiftTo: shift.shiftFrom, text: 'x' }
    expect((await desk.post('/handovers', reversed)).json()).toMatchObject({
      code: 'INPUT_INVALID',
      params: { fields: 'shiftTo' },
    })
    expect((await (await app.as('inspector')).post('/handovers', { ...shift, text: 'x' })).statusCode).toBe(403)
  })
})
