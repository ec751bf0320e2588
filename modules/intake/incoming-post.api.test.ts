import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ref, complaint, eventsOf, instruction, jobsOf, read, record } from './testing/lines.ts'

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
    expect((await eventsOf(app, late.id)).at(-1)).toMatchObject({ type: 'register.answered', codes: { late: true } })
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
    expect((await jobsOf(app, line.id)).map((job) => job.run_at.toISOString())).toEqual(['2026-11-29T12:00:00.000Z'])
  })

  it('is a job that tells the owner once, however often it runs, and nobody once the line has ended', async () => {
    const line = await record(desk, {
      ...instruction,
      ownerId: investigator.officerId,
      remindAt: ['2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z'],
    })
    const [first, second] = await jobsOf(app, line.id)
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
