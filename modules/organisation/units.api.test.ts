import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { eventTypes } from './testing/event-types.ts'

let app: TestApp
let admin: Officer
let head: Officer
let desk: Officer
beforeAll(async () => {
  app = await createTestApp()
  ;[admin, head, desk] = [await app.as('admin'), await app.as('head'), await app.as('desk')]
})
afterAll(() => app.close())

interface UnitRow {
  id: string
  code: string
  kind: string
  parentId: string | null
  names: { fr: string }
}
const tree = async (on?: string): Promise<UnitRow[]> =>
  (await admin.get(`/units${on ? `?on=${on}` : ''}`)).json<{ items: UnitRow[] }>().items
interface Detail {
  version: number
  names: { fr: string }
  kind: string
  signOnScreen: boolean
  chain: { id: string }[]
  systems: { system: string; stage: string }[]
  history: { type: string; on: string | null; source: string }[]
}
const unit = async (id: string): Promise<Detail> => (await admin.get(`/units/${id}`)).json<Detail>()

describe('the tree of units', () => {
  it('is that of the day asked for', async () => {
    const now = await tree()
    const then = await tree('2010-01-01')
    expect(now.length).toBeGreaterThan(then.length)
    expect(then.length).toBeGreaterThan(0)
  })

  it('is refused without a session and for a day of no calendar', async () => {
    expect((await app.http.inject({ method: 'GET', url: '/api/units' })).statusCode).toBe(401)
    expect((await admin.get('/units?on=2026-02-30')).statusCode).toBe(400)
  })

  it('shows a unit only to whoever reaches it, and one that does not exist alike', async () => {
    expect((await desk.get(`/units/${app.units.p1}`)).statusCode).toBe(200)
    const other = await desk.get(`/units/${app.units.p2}`)
    const none = await desk.get(`/units/${systemIds.next()}`)
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([404, 'NOT_FOUND'])
    expect([none.statusCode, none.json<{ code: string }>().code]).toEqual([404, 'NOT_FOUND'])
  })
})

const founding = (overrides: object = {}): object => ({
  kind: 'arrondissement',
  names: { ar: 'الدائرة التجريبية', fr: 'Arrondissement d’essai', en: 'Trial precinct' },
  parentId: app.units.w1,
  on: '2026-11-20',
  decisionRef: 'D-1',
  ...overrides,
})
const found = async (overrides: object = {}): Promise<string> => {
  const answer = await admin.post('/units', founding(overrides))
  expect(answer.json()).toMatchObject({ unitId: expect.any(String) as string })
  return answer.json<{ unitId: string }>().unitId
}
const change = async (id: string, body: object): ReturnType<Officer['post']> =>
  admin.post(`/units/${id}/events`, {
    baseVersion: (await unit(id)).version,
    on: '2026-11-21',
    decisionRef: 'D-2',
    change: body,
  })

describe('a unit', () => {
  it('is founded on its day, joins the closure, and what it may do follows', async () => {
    const id = await found()
    expect((await unit(id)).chain.map((above) => above.id)).toContain(app.units.w1)
    expect((await tree('2026-11-19')).some((row) => row.id === id)).toBe(false)
    expect((await tree('2026-11-20')).some((row) => row.id === id)).toBe(true)
    expect(await eventTypes(app, id)).toEqual(['unit.founded'])
  })

  it('is renamed, moved, upgraded and closed by events; yesterday stays as it was', async () => {
    const id = await found()
    const names = { ar: 'اسم آخر', fr: 'Autre nom', en: 'Another name' }
    expect((await change(id, { type: 'renamed', names })).statusCode).toBe(201)
    expect((await unit(id)).names.fr).toBe('Autre nom')
    expect((await tree('2026-11-20')).find((row) => row.id === id)?.names.fr).toBe('Arrondissement d’essai')
    expect((await change(id, { type: 'moved', parentId: app.units.w2 })).statusCode).toBe(201)
    expect((await unit(id)).chain.map((above) => above.id)).toContain(app.units.w2)
    for (const kind of ['nothing', 'شارع محمد الخامس'])
      expect((await change(id, { type: 'upgraded', kind })).json()).toMatchObject({ code: 'UNIT_EVENT_IMPOSSIBLE' })
    expect((await change(id, { type: 'upgraded', kind: 'commissariat' })).statusCode).toBe(201)
    expect((await unit(id)).kind).toBe('commissariat')
    const answer = await change(id, { type: 'closed' })
    expect(answer.statusCode).toBe(201)
    expect((await tree()).some((row) => row.id === id)).toBe(false)
    expect((await change(id, { type: 'closed' })).json()).toMatchObject({ code: 'UNIT_CLOSED' })
    expect(await eventTypes(app, id)).toEqual([
      'unit.founded',
      'unit.renamed',
      'unit.moved',
      'unit.upgraded',
      'unit.closed',
    ])
    expect((await unit(id)).history.map((event) => event.type)).toEqual([
      'founded',
      'renamed',
      'moved',
      'upgraded',
      'closed',
    ])
  })

  it('gets a system by itself or from above, and signs on screen where that is set', async () => {
    const id = await found()
    const words = (await admin.get('/organisation/reference')).json<{ systems: { code: string }[] }>()
    const system = words.systems[0]?.code ?? ''
    expect((await change(app.units.w1, { type: 'switched_on', system, stage: 'pilot' })).statusCode).toBe(201)
    expect((await unit(id)).systems).toMatchObject([{ system, stage: 'pilot', from: '2026-11-21' }])
    expect((await change(id, { type: 'switched_on', system, stage: 'general' })).statusCode).toBe(201)
    expect((await unit(id)).systems).toMatchObject([{ system, stage: 'general' }])
    expect((await change(id, { type: 'switched_on', system: 'nothing', stage: 'general' })).statusCode).toBe(422)
    const { version } = await unit(id)
    const set = await admin.post(`/units/${id}/settings`, {
      baseVersion: version,
      setting: 'sign_on_screen',
      value: true,
    })
    expect(set.statusCode).toBe(200)
    expect((await unit(id)).signOnScreen).toBe(true)
    const stale = await admin.post(`/units/${id}/settings`, {
      baseVersion: version,
      setting: 'sign_on_screen',
      value: false,
    })
    expect(stale.json()).toMatchObject({ code: 'STALE_EDIT' })
    // What the events say and what was set stand side by side after another replay.
    expect((await change(id, { type: 'moved', parentId: app.units.w2 })).statusCode).toBe(201)
    expect((await unit(id)).signOnScreen).toBe(true)
  })

  it('cannot do what makes no sense, and nothing of the attempt stays', async () => {
    const before = (await tree()).length
    const refusals: [object, number, string][] = [
      [{ kind: 'wilaya' }, 422, 'UNIT_NOT_ALLOWED_HERE'],
      [{ kind: 'no-such-kind' }, 422, 'UNIT_NOT_ALLOWED_HERE'],
      [{ parentId: systemIds.next() }, 422, 'UNIT_UNKNOWN'],
      [{ on: '2026-11-25' }, 422, 'CLOCK_WRONG'],
      [{ on: '0000-01-01' }, 400, 'INPUT_INVALID'],
      [{ on: '2026-02-30' }, 400, 'INPUT_INVALID'],
      [{ code: 'ma.dgsn' }, 409, 'UNIT_CODE_TAKEN'],
      [{ names: { ar: 'latin only', fr: 'x', en: 'x' } }, 400, 'INPUT_INVALID'],
    ]
    for (const [overrides, status, code] of refusals) {
      const answer = await admin.post('/units', founding(overrides))
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
    }
    const moved = await change(app.units.w1, { type: 'moved', parentId: app.units.p1 })
    expect(moved.json()).toMatchObject({ code: 'UNIT_UNDER_ITSELF' })
    expect((await change(app.units.p1, { type: 'closed' })).json()).toMatchObject({ code: 'UNIT_HAS_OFFICERS' })
    expect((await tree()).length).toBe(before)
  })

  it('is changed by administrators only', async () => {
    expect((await head.post('/units', founding())).statusCode).toBe(403)
    const body = { baseVersion: 1, on: '2026-11-21', decisionRef: 'D', change: { type: 'closed' } }
    expect((await head.post(`/units/${app.units.p1}/events`, body)).statusCode).toBe(403)
    expect((await admin.post(`/units/${systemIds.next()}/events`, body)).statusCode).toBe(404)
  })
})
