import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { complaint, record } from './testing/lines.ts'

let app: TestApp
let desk: Officer
let desk2: Officer

beforeAll(async () => {
  app = await createTestApp()
  ;[desk, desk2] = await Promise.all([app.as('desk'), app.as('desk2')])
})
afterAll(() => app.close())

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
    for (const [officer, visible] of [
      [desk2, 0],
      [desk, 1],
    ] as const)
      await app.beneath(officer, 'register.read', async (client) => {
        for (const table of ['line where id', 'entry where line_id', 'receipt where line_id']) {
          const { rows } = await client.query(`select 1 from intake.${table} = $1`, [line.id])
          expect([table, rows.length]).toEqual([table, visible])
        }
      })
  })

  it('hide transfers, reminders and hand-overs by row-level security alone', async () => {
    const line = await record(desk, { ...complaint, remindAt: ['2026-11-24T08:00:00Z'] })
    await desk.post(`/register/${line.id}/send`, { toUnitId: app.units.p2, reason: 'اختصاص', baseVersion: 1 })
    const shift = { shiftFrom: '2026-11-23T00:00:00Z', shiftTo: '2026-11-23T08:00:00Z', text: 'لا شيء' }
    const { id: handoverId } = (await desk.post('/handovers', shift)).json<{ id: string }>()
    const desk3 = await app.as('desk3')
    for (const [officer, permission, seen] of [
      [desk, 'register.read', [1, 1, 1]],
      [desk2, 'register.accept', [1, 0, 0]],
      [desk3, 'register.accept', [0, 0, 0]],
    ] as const) {
      const counts = await app.beneath(officer, permission, async (client) => {
        const found = []
        for (const [table, id] of [
          ['transfer where line_id', line.id],
          ['reminder where line_id', line.id],
          ['handover where id', handoverId],
        ]) {
          const { rows } = await client.query(`select 1 from intake.${table} = $1`, [id])
          found.push(rows.length)
        }
        return found
      })
      expect(counts).toEqual(seen)
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
