import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
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
    // Three of the precinct, and the head of the wilaya itself.
    expect(below).toHaveLength(4)
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
    expect(await eventTypes(app, officerId)).toContain('quality.recorded')
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
    expect(await eventTypes(app, moved.officerId)).toContain('officer.posted')
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
    expect(await eventTypes(app, suspended.officerId)).toEqual(
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
    expect(await eventTypes(app, apj.officerId)).toEqual(
      expect.arrayContaining(['role.granted', 'role.ended']) as string[],
    )
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
    expect(await eventTypes(app, absenceId)).toEqual(['absence.recorded', 'absence.ended'])
  })
})
