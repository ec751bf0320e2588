import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { openSessionOf } from '../../apps/server/seed/enrol-cast.ts'

let app: TestApp
let admin: Officer
let head: Officer
let desk: Officer
beforeAll(async () => {
  app = await createTestApp()
  ;[admin, head, desk] = [await app.as('admin'), await app.as('head'), await app.as('desk')]
})
afterAll(() => app.close())

const eventTypes = (subject: string): Promise<string[]> =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ type: string }>(
      `select type from audit.event where subjects @> jsonb_build_array(jsonb_build_object('id', $1::text)) order by recorded_at, id`,
      [subject],
    )
    return rows.map((row) => row.type)
  })

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
    expect(await eventTypes(id)).toEqual(['unit.founded'])
  })

  it('is renamed, moved, upgraded and closed by events; yesterday stays as it was', async () => {
    const id = await found()
    const names = { ar: 'اسم آخر', fr: 'Autre nom', en: 'Another name' }
    expect((await change(id, { type: 'renamed', names })).statusCode).toBe(201)
    expect((await unit(id)).names.fr).toBe('Autre nom')
    expect((await tree('2026-11-20')).find((row) => row.id === id)?.names.fr).toBe('Arrondissement d’essai')
    expect((await change(id, { type: 'moved', parentId: app.units.w2 })).statusCode).toBe(201)
    expect((await unit(id)).chain.map((above) => above.id)).toContain(app.units.w2)
    expect((await change(id, { type: 'upgraded', kind: 'commissariat' })).statusCode).toBe(201)
    expect((await unit(id)).kind).toBe('commissariat')
    const answer = await change(id, { type: 'closed' })
    expect(answer.statusCode).toBe(201)
    expect((await tree()).some((row) => row.id === id)).toBe(false)
    expect((await change(id, { type: 'closed' })).json()).toMatchObject({ code: 'UNIT_CLOSED' })
    expect(await eventTypes(id)).toEqual(['unit.founded', 'unit.renamed', 'unit.moved', 'unit.upgraded', 'unit.closed'])
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

interface OfficerDetail {
  version: number
  state: string
  unit: { id: string }
  qualityNow: { quality: string | null; suspended: boolean }
  postings: { unitId: string; to: string | null; rankCode: string | null }[]
  roles: { id: string; roleCode: string; reason: string; to: string | null }[]
  absences: { id: string; kind: string; to: string | null }[]
}
const officer = async (id: string): Promise<OfficerDetail> => (await admin.get(`/officers/${id}`)).json<OfficerDetail>()
const permitted = async (who: Officer, permission: string): Promise<boolean> =>
  (await who.get('/session'))
    .json<{ permissions: { permission: string }[] }>()
    .permissions.some((row) => row.permission === permission)

describe('officers', () => {
  it('are found by number and by name in either script, within reach', async () => {
    const search = async (who: Officer, text: string): Promise<string[]> =>
      (await who.get(`/officers?text=${encodeURIComponent(text)}`))
        .json<{ items: { serviceNumber: string }[] }>()
        .items.map((row) => row.serviceNumber)
    expect(await search(admin, 'التازي')).toEqual(['T-admin'])
    expect(await search(admin, 'benjell')).toEqual(['T-investigator'])
    expect(await search(admin, 't-head3')).toEqual(['T-head3'])
    expect(await search(admin, '%')).toEqual([])
    expect(await search(desk, 'benjell')).toEqual(['T-investigator'])
    expect(await search(desk, 't-head3')).toEqual([])
    const below = (await admin.get(`/officers?unitId=${app.units.w2}&below=true`)).json<{ items: object[] }>().items
    expect(below).toHaveLength(3)
    const elsewhere = (await app.as('desk3')).officerId
    expect((await desk.get(`/officers/${elsewhere}`)).statusCode).toBe(404)
  })

  it('hold their quality by rank, and lose it while suspended', async () => {
    const { officerId } = await app.as('investigator')
    const at = async (instant: string): Promise<object> =>
      (await admin.get(`/officers/${officerId}/quality?at=${instant}`)).json<object>()
    expect(await at('2026-03-01T10:00:00Z')).toMatchObject({ quality: 'opj', suspended: false, unitId: app.units.p1 })
    expect(await at('2025-03-01T10:00:00Z')).toMatchObject({
      quality: null,
      unitId: null,
      reason: { code: 'not_in_service' },
    })
    const body = {
      kind: 'suspended',
      code: 'ma.measure.suspension',
      decisionRef: 'CA-12/2026',
      from: '2026-04-01T00:00:00Z',
      to: '2026-06-01T00:00:00Z',
    }
    expect((await head.post(`/officers/${officerId}/qualities`, body)).statusCode).toBe(403)
    const unknown = await admin.post(`/officers/${officerId}/qualities`, { ...body, code: 'none' })
    expect(unknown.json()).toMatchObject({ code: 'QUALITY_UNKNOWN' })
    expect((await admin.post(`/officers/${officerId}/qualities`, body)).statusCode).toBe(201)
    expect(await at('2026-05-01T10:00:00Z')).toMatchObject({ quality: null, suspended: true })
    expect(await at('2026-06-01T00:00:00Z')).toMatchObject({ quality: 'opj', suspended: false })
    expect(await eventTypes(officerId)).toContain('quality.recorded')
  })

  it('are posted elsewhere: the history stays, the rights move at once', async () => {
    const moved = await app.as('investigator2')
    const before = await officer(moved.officerId)
    const body = {
      baseVersion: before.version,
      unitId: app.units.p3,
      post: 'investigation',
      rankCode: 'ma.rank.officier-principal',
      roles: ['investigator'],
    }
    expect((await head.post(`/officers/${moved.officerId}/postings`, body)).statusCode).toBe(403)
    const answer = await admin.post(`/officers/${moved.officerId}/postings`, body)
    expect(answer.statusCode).toBe(201)
    const stale = await admin.post(`/officers/${moved.officerId}/postings`, body)
    expect(stale.json()).toMatchObject({ code: 'STALE_EDIT' })
    const after = await officer(moved.officerId)
    expect(after.unit.id).toBe(app.units.p3)
    expect(after.postings).toMatchObject([
      { unitId: app.units.p3, to: null, rankCode: 'ma.rank.officier-principal' },
      { unitId: app.units.p2, to: app.clock.now().toISOString() },
    ])
    expect((await moved.get(`/units/${app.units.p2}`)).statusCode).toBe(404)
    expect((await moved.get(`/units/${app.units.p3}`)).statusCode).toBe(200)
    expect(await eventTypes(moved.officerId)).toContain('officer.posted')
  })

  it('are suspended with a fresh proof; their sessions die with the next request', async () => {
    const suspended = await app.as('desk2')
    const decision = { decisionRef: 'DGSN-77/2026' }
    const url = `/officers/${suspended.officerId}`
    expect((await suspended.get('/session')).statusCode).toBe(200)
    expect((await admin.post(`/officers/${admin.officerId}/suspend`, decision)).json()).toMatchObject({
      code: 'NOT_ONESELF',
    })
    expect((await admin.post(`${url}/suspend`, decision)).statusCode).toBe(200)
    expect((await suspended.get('/session')).statusCode).toBe(401)
    expect((await admin.post(`${url}/suspend`, decision)).json()).toMatchObject({ code: 'OFFICER_ALREADY_SUSPENDED' })
    app.clock.advance(60_000)
    await expect(openSessionOf(app.house, suspended.signIn)).rejects.toThrow('refused')
    expect(await officer(suspended.officerId)).toMatchObject({
      state: 'suspended',
      qualityNow: { quality: null, suspended: true },
    })
    expect((await admin.post(`${url}/reinstate`, decision)).statusCode).toBe(200)
    app.clock.advance(60_000)
    await openSessionOf(app.house, suspended.signIn)
    expect(await officer(suspended.officerId)).toMatchObject({ state: 'active', qualityNow: { suspended: false } })
    expect(await eventTypes(suspended.officerId)).toEqual(
      expect.arrayContaining(['officer.suspended', 'officer.reinstated']) as string[],
    )
  })
})

describe('roles', () => {
  it('bite with the next request, granted and ended', async () => {
    const apj = await app.as('apj')
    expect(await permitted(apj, 'officer.change')).toBe(false)
    const granted = await admin.post(`/officers/${apj.officerId}/roles`, {
      roleCode: 'administrator',
      unitId: app.units.national,
    })
    expect(granted.statusCode).toBe(201)
    expect(await permitted(apj, 'officer.change')).toBe(true)
    const { grantId } = granted.json<{ grantId: string }>()
    expect((await head.post(`/role-grants/${grantId}/end`)).statusCode).toBe(403)
    expect((await admin.post(`/role-grants/${grantId}/end`)).statusCode).toBe(200)
    expect((await admin.post(`/role-grants/${grantId}/end`)).json()).toMatchObject({ code: 'ROLE_ALREADY_ENDED' })
    expect((await admin.post(`/role-grants/${systemIds.next()}/end`)).statusCode).toBe(404)
    expect(await permitted(apj, 'officer.change')).toBe(false)
    expect(await eventTypes(apj.officerId)).toEqual(expect.arrayContaining(['role.granted', 'role.ended']) as string[])
  })

  it('are never granted to oneself, beyond what one holds, or outside one’s reach', async () => {
    const post = (who: Officer, officerId: string, roleCode: string, unitId: string): ReturnType<Officer['post']> =>
      who.post(`/officers/${officerId}/roles`, { roleCode, unitId })
    const cases: [Promise<Awaited<ReturnType<Officer['post']>>>, string][] = [
      [post(admin, admin.officerId, 'inspector', app.units.national), 'ROLE_NOT_TO_ONESELF'],
      [post(head, head.officerId, 'desk-officer', app.units.p1), 'ROLE_NOT_TO_ONESELF'],
      [post(head, desk.officerId, 'administrator', app.units.p1), 'ROLE_BEYOND_OWN'],
      [post(head, desk.officerId, 'head-of-unit', app.units.p2), 'NOT_PERMITTED'],
      [post(admin, desk.officerId, 'king', app.units.p1), 'ROLE_UNKNOWN'],
      [post(desk, head.officerId, 'desk-officer', app.units.p1), 'NOT_PERMITTED'],
    ]
    for (const [answer, code] of cases) expect((await answer).json()).toMatchObject({ code })
  })
})

describe('an absent head', () => {
  it('is stood in for by another for that time and no longer', async () => {
    const apj = await app.as('apj')
    const hours = (count: number): string => new Date(app.clock.now().getTime() + count * 3_600_000).toISOString()
    const body = {
      kind: 'leave',
      from: hours(0),
      to: hours(48),
      acting: { officerId: apj.officerId, roleCode: 'head-of-unit' },
    }
    expect((await desk.post(`/officers/${head.officerId}/absences`, body)).statusCode).toBe(403)
    const reversed = await head.post(`/officers/${head.officerId}/absences`, { ...body, to: hours(-1) })
    expect(reversed.json()).toMatchObject({ code: 'PERIOD_REVERSED' })
    expect(await permitted(apj, 'absence.record')).toBe(false)
    const answer = await head.post(`/officers/${head.officerId}/absences`, body)
    expect(answer.statusCode).toBe(201)
    expect(await permitted(apj, 'absence.record')).toBe(true)
    expect((await officer(apj.officerId)).roles).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ reason: 'acting', to: body.to }) as object]) as object,
    )
    app.clock.advance(60_000)
    const { absenceId } = answer.json<{ absenceId: string }>()
    expect((await head.post(`/absences/${absenceId}/end`)).statusCode).toBe(200)
    expect((await head.post(`/absences/${absenceId}/end`)).json()).toMatchObject({ code: 'ABSENCE_ALREADY_ENDED' })
    expect((await head.post(`/absences/${systemIds.next()}/end`)).statusCode).toBe(404)
    expect(await permitted(apj, 'absence.record')).toBe(false)
    expect(await eventTypes(absenceId)).toEqual(['absence.recorded', 'absence.ended'])
  })
})

describe('law data', () => {
  const set = async (): Promise<{ version: number; data: { measures: { code: string }[] } }> =>
    (await admin.get('/law-sets/quality-rules')).json<{ version: number; data: { measures: { code: string }[] } }>()

  it('is changed by two persons, never by one, and never into nonsense', async () => {
    const inspector = await app.as('inspector')
    const { version, data } = await set()
    const measure = {
      kind: 'suspended',
      code: 'ma.measure.suspension',
      decisionRef: 'CA-13',
      from: '2026-02-01T00:00:00Z',
    }
    expect((await admin.post(`/officers/${head.officerId}/qualities`, measure)).statusCode).toBe(201)
    const next = { ...data, measures: data.measures.filter(({ code }) => code !== 'ma.measure.observations') }
    const propose = (body: object): ReturnType<Officer['post']> =>
      admin.post('/law-changes', {
        name: 'quality-rules',
        baseVersion: version,
        data: next,
        legalBasis: 'Loi fictive 1-26, art. 2',
        ...body,
      })
    expect((await propose({ data: { rules: [] } })).json()).toMatchObject({ code: 'LAW_DATA_INVALID' })
    expect((await propose({ data: { ...next, fraction: 0.5 } })).statusCode).toBe(400)
    expect((await propose({ name: 'toString' })).json()).toMatchObject({ code: 'LAW_SET_UNKNOWN' })
    expect((await propose({ baseVersion: version + 1 })).json()).toMatchObject({ code: 'STALE_EDIT' })
    expect((await head.post('/law-changes', {})).statusCode).toBe(400)
    const { lawChangeId } = (await propose({})).json<{ lawChangeId: string }>()
    const second = (await propose({})).json<{ lawChangeId: string }>().lawChangeId
    const decide = (who: Officer, id: string, approve: boolean): ReturnType<Officer['post']> =>
      who.post(`/law-changes/${id}/decide`, approve ? { approve } : { approve, reason: 'not what the text says' })
    expect((await decide(admin, lawChangeId, true)).json()).toMatchObject({ code: 'LAW_NEEDS_ANOTHER' })
    expect((await decide(head, lawChangeId, true)).statusCode).toBe(403)
    expect((await decide(inspector, systemIds.next(), true)).statusCode).toBe(404)
    expect((await set()).version).toBe(version)
    // The suspension names a measure: it cannot vanish from under it.
    const emptied = (await propose({ data: { ...data, measures: [] } })).json<{ lawChangeId: string }>().lawChangeId
    expect((await decide(inspector, emptied, true)).json()).toMatchObject({ code: 'LAW_DATA_IN_USE' })
    expect((await decide(inspector, emptied, false)).statusCode).toBe(200)
    expect((await decide(inspector, lawChangeId, true)).json()).toEqual({ lawChangeId, version: version + 1 })
    expect((await decide(inspector, lawChangeId, false)).json()).toMatchObject({ code: 'LAW_ALREADY_DECIDED' })
    expect((await decide(inspector, second, true)).json()).toMatchObject({ code: 'STALE_EDIT' })
    expect((await decide(inspector, second, false)).json()).toEqual({ lawChangeId: second, version: null })
    expect((await set()).data.measures).toHaveLength(data.measures.length - 1)
    expect(await eventTypes(lawChangeId)).toEqual(expect.arrayContaining(['law.proposed', 'law.approved']) as string[])
    expect((await inspector.post(`/law-changes/${second}/decide`, { approve: false })).statusCode).toBe(409)
    const list = (await admin.get('/law-changes')).json<{ items: { id: string; state: string }[] }>().items
    expect(list).toMatchObject([
      {},
      { id: second, reason: 'not what the text says', proposedBy: { nameLatin: 'Salwa Tazi' }, decidedBy: {} },
      { id: lawChangeId, reason: null },
    ])
    expect(list.map(({ state }) => state).toSorted()).toEqual(['approved', 'rejected', 'rejected'])
  })

  it('is changed by its rows: an offence ends, its next wording begins, and the desk finds the one of the day', async () => {
    const inspector = await app.again('inspector')
    const author = await app.again('admin')
    const sets = (await author.get('/law-sets')).json<{ items: { name: string; rows: number }[] }>().items
    expect(sets.map(({ name }) => name)).toEqual(['offences', 'quality-rules'])
    expect(sets[0]?.rows).toBeGreaterThanOrEqual(200)
    const offences = (await author.get('/law-sets/offences')).json<{
      version: number
      data: { code: string; validFrom: string; labels: { ar: string } }[]
      shapes: { list: null; row: { properties: object } }[]
    }>()
    expect(Object.keys(offences.shapes[0]?.row.properties ?? {})).toContain('penalty')
    const [row] = offences.data
    if (!row) throw new Error('the country has no offence')
    const key = `${row.code}@${row.validFrom}`
    const ended = { ...row, validTo: '2026-11-01' }
    const next = { ...row, validFrom: '2026-11-01', labels: { ...row.labels, ar: 'صياغة جديدة للفعل' } }
    const propose = (rows: object[]): ReturnType<Officer['post']> =>
      author.post('/law-changes', {
        name: 'offences',
        baseVersion: offences.version,
        rows,
        legalBasis: 'Loi fictive 2-26, art. 9',
      })
    const [end, begin] = [
      { list: null, key, row: ended },
      { list: null, key: null, row: next },
    ]
    expect((await propose([{ ...end, key: 'nothing' }])).json()).toMatchObject({ code: 'LAW_ROW_UNKNOWN' })
    expect((await propose([{ ...end, row: { code: row.code } }])).json()).toMatchObject({ code: 'LAW_DATA_INVALID' })
    const { lawChangeId } = (await propose([end, begin])).json<{ lawChangeId: string }>()
    expect((await inspector.get(`/law-changes/${lawChangeId}`)).json()).toMatchObject({
      stale: false,
      difference: [
        { key, kind: 'changed', fields: [{ path: 'validTo', before: null, after: '2026-11-01' }] },
        { key: `${row.code}@2026-11-01`, kind: 'added' },
      ],
    })
    const decide = (body: object): ReturnType<Officer['post']> =>
      inspector.post(`/law-changes/${lawChangeId}/decide`, body)
    expect((await decide({ approve: false })).json()).toMatchObject({ code: 'LAW_REASON_NEEDED' })
    expect((await decide({ approve: true })).json()).toMatchObject({ version: offences.version + 1 })
    expect((await author.get('/law-sets')).json()).toMatchObject({ items: [{ version: offences.version + 1 }, {}] })
    const onDay = async (on: string): Promise<string[]> => {
      const query = new URLSearchParams({ q: row.code, on })
      const answer = await (await app.again('head')).get(`/offences?${query.toString()}`)
      return answer
        .json<{ items: { code: string; labelAr: string }[] }>()
        .items.flatMap(({ code, labelAr }) => (code === row.code ? [labelAr] : []))
    }
    expect(await onDay('2026-10-31')).toEqual([row.labels.ar])
    expect(await onDay('2026-11-02')).toEqual(['صياغة جديدة للفعل'])
  })
})

describe('words for pick-lists', () => {
  it('are there for every signed-in officer, in three languages', async () => {
    const words = (await desk.get('/organisation/reference')).json<Record<string, { labels?: { ar: string } }[]>>()
    for (const list of ['unitKinds', 'systems', 'ranks', 'posts', 'roles', 'qualities', 'measures']) {
      expect(words[list]?.length).toBeGreaterThan(0)
      expect(words[list]?.every((row) => /\p{Script=Arabic}/u.test(row.labels?.ar ?? ''))).toBe(true)
    }
  })
})
