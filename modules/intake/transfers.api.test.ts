import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ref, complaint, read, record } from './testing/lines.ts'

let app: TestApp
let desk: Officer
let investigator: Officer
let desk2: Officer
let head2: Officer

beforeAll(async () => {
  app = await createTestApp()
  ;[desk, investigator, desk2, head2] = await Promise.all([
    app.as('desk'),
    app.as('investigator'),
    app.as('desk2'),
    app.as('head2'),
  ])
})
afterAll(() => app.close())

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
