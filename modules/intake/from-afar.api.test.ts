import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '#contracts/casework/case.ts'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'

let app: TestApp
let desk: Officer
let desk2: Officer

beforeAll(async () => {
  app = await createTestApp()
  ;[desk, desk2] = await Promise.all([app.as('desk'), app.as('desk2')])
})
afterAll(() => app.close())

const visit = { kind: 'visit', text: 'سأل عن وثيقة فُقدت منه.' }
const hourAgo = (): string => new Date(app.clock.now().getTime() - 3_600_000).toISOString()
const eventsOf = (commandId: string) =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ occurred_at: Date; recorded_at: Date }>(
      'select occurred_at, recorded_at from audit.event where command_id = $1',
      [commandId],
    )
    return rows.map((row) => [row.occurred_at.toISOString(), row.recorded_at.toISOString()])
  })

describe('what was taken down while the line was down', () => {
  it('is recorded with the hour at which it was, and the hour at which it came', async () => {
    const at = hourAgo()
    const id = systemIds.next()
    const send = () =>
      desk.post('/register', visit, { 'idempotency-key': id, 'x-occurred-at': at, 'x-officer': desk.officerId })
    const first = await send()
    expect([first.statusCode, first.json()]).toEqual([
      201,
      expect.objectContaining({ receivedAt: at, recordedAt: app.clock.now().toISOString() }),
    ])
    // Its answer was lost and it comes again, its hour put right meanwhile: the same line, once.
    app.clock.advance(1_000)
    const again = await desk.post('/register', visit, {
      'idempotency-key': id,
      'x-occurred-at': new Date(Date.parse(at) + 7).toISOString(),
    })
    expect(again.json()).toEqual(first.json())
    expect(await eventsOf(id)).toEqual([[at, first.json<{ recordedAt: string }>().recordedAt]])
  })

  it('keeps both times on a note, a task and an addition to a line', async () => {
    const { id: caseId } = (await desk.post('/cases', {})).json<{ id: string }>()
    const line = (await desk.post('/register', visit)).json<{ id: string }>()
    const at = hourAgo()
    const from = { 'x-occurred-at': at }
    const note = await desk.post(`/cases/${caseId}/notes`, { text: 'اتصل الشاهد' }, from)
    expect(note.statusCode).toBe(201)
    await desk.post(`/cases/${caseId}/tasks`, { title: 'معاينة المكان' }, from)
    await desk.post(`/register/${line.id}/entries`, { kind: 'addition', text: 'عاد ومعه نسخة' }, from)
    const file = (await desk.get(`/cases/${caseId}`)).json<CaseFile>()
    expect(file.notes).toMatchObject([{ writtenAt: at, recordedAt: app.clock.now().toISOString() }])
    expect(file.tasks).toMatchObject([{ createdAt: at }])
    const { entries } = (await desk.get(`/register/${line.id}`)).json<{
      entries: { kind: string; happenedAt: string; recordedAt: string }[]
    }>()
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'addition', happenedAt: at, recordedAt: app.clock.now().toISOString() }),
    )
  })

  it('never lies in the future: a little is put right, more is told', async () => {
    const ahead = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString()
    const near = await desk.post('/register', visit, { 'x-occurred-at': ahead(2) })
    expect(near.json()).toMatchObject({ receivedAt: app.clock.now().toISOString() })
    const far = await desk.post('/register', visit, { 'x-occurred-at': ahead(90) })
    expect([far.statusCode, far.json<{ code: string }>().code]).toEqual([422, 'CLOCK_WRONG'])
    const nonsense = await desk.post('/register', visit, { 'x-occurred-at': 'yesterday' })
    expect([nonsense.statusCode, nonsense.json<{ code: string }>().code]).toEqual([400, 'INPUT_INVALID'])
  })

  it('is of a closed list: what binds others is done in front of the server', async () => {
    const line = (await desk.post('/register', visit)).json<{ id: string; version: number }>()
    const send = await desk.post(
      `/register/${line.id}/case`,
      { baseVersion: line.version },
      { 'x-occurred-at': hourAgo() },
    )
    expect([send.statusCode, send.json<{ code: string }>().code]).toEqual([409, 'NOT_FROM_AFAR'])
  })

  it('is never carried out in the name of whoever signed in afterwards', async () => {
    const id = systemIds.next()
    const headers = { 'idempotency-key': id, 'x-officer': desk.officerId }
    const theirs = await desk2.post('/register', visit, headers)
    expect([theirs.statusCode, theirs.json<{ code: string }>().code]).toEqual([409, 'OTHER_OFFICER'])
    expect((await desk.post('/register', visit, headers)).statusCode).toBe(201)
  })

  it('lies on its computer under a key that only its officer is told, and only while the desk is open', async () => {
    const keyOf = async (officer: Officer) =>
      (await officer.get('/session')).json<{ state: string; deskKey: string | null }>()
    const mine = await keyOf(desk)
    expect(Buffer.from(mine.deskKey ?? '', 'base64')).toHaveLength(32)
    expect((await keyOf(desk2)).deskKey).not.toBe(mine.deskKey)
    await desk.post('/session/lock', {})
    expect(await keyOf(desk)).toMatchObject({ state: 'locked', deskKey: null })
    expect((await keyOf(await app.again('desk'))).deskKey).toBe(mine.deskKey)
  })
})
