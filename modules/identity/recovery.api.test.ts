import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionCookie } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { totpCode } from './index.ts'

let app: TestApp
let admin: Officer
let head: Officer
let inspector: Officer
let lost: Officer
beforeAll(async () => {
  app = await createTestApp()
  // Roles that are younger than three days approve nothing.
  app.clock.advance(4 * 24 * 3_600_000)
})
afterAll(() => app.close())

beforeEach(async () => {
  ;[admin, head, inspector, lost] = [
    await app.again('admin'),
    await app.again('head'),
    await app.again('inspector'),
    await app.again('investigator'),
  ]
})

interface Asked {
  readonly recoveryId: string
  readonly firstHalf: string | null
}
const ask = async (by: Officer, officerId = lost.officerId, key = systemIds.next()) =>
  by.post(`/officers/${officerId}/recovery`, { reason: 'telephone lost in the train' }, { 'idempotency-key': key })
const asked = async (by: Officer, officerId = lost.officerId): Promise<Asked> => {
  const answer = await ask(by, officerId)
  expect(answer.statusCode).toBe(201)
  return answer.json<Asked>()
}
const decide = async (by: Officer, id: string, approve = true, key = systemIds.next()) =>
  by.post(`/recoveries/${id}/decide`, { approve }, { 'idempotency-key': key })
const reject = async (id: string): Promise<void> => {
  expect((await decide(inspector, id, false)).json()).toMatchObject({ approved: false, secondHalf: null })
}
const openWith = async (password: string) =>
  app.http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { serviceNumber: lost.signIn.member.serviceNumber, password, seat: 'own-desk' },
  })
const noticesOf = async (who: Officer): Promise<string[]> =>
  (await who.get('/notices')).json<{ items: { kind: string }[] }>().items.map(({ kind }) => kind)

describe('lost means of access', () => {
  it('take two persons: nothing changes at the asking, and both halves of the code together open the way to new ones', async () => {
    const { recoveryId, firstHalf } = await asked(admin)
    expect(firstHalf).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect((await lost.get('/session')).statusCode).toBe(200)
    expect(await noticesOf(head)).toContain('recovery.asked')
    expect(await noticesOf(inspector)).toContain('recovery.asked')
    const listed = (await head.get(`/recoveries?officerId=${lost.officerId}`)).json<{ items: unknown[] }>()
    expect(listed.items).toMatchObject([{ id: recoveryId, askedBy: { id: admin.officerId }, mayApprove: true }])

    const approved = await decide(head, recoveryId)
    expect(approved.json()).toMatchObject({
      approved: true,
      sessionsEnded: expect.any(Number) as number,
      factorsRemoved: 1,
    })
    const { secondHalf } = approved.json<{ secondHalf: string }>()
    expect((await lost.get('/session')).statusCode).toBe(401)
    expect((await openWith(firstHalf ?? '')).statusCode).toBe(401)
    expect((await openWith(secondHalf)).statusCode).toBe(401)
    const opened = await openWith(`${firstHalf ?? ''}-${secondHalf}`)
    expect(opened.json()).toMatchObject({ state: 'restricted' })
    const log = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ type: string; actor_id: string }>(
        `select type, actor_id from audit.event where subjects @> jsonb_build_array(jsonb_build_object('id', $1::text)) and kind = 'command' order by id`,
        [recoveryId],
      )
      return rows
    })
    expect(log).toEqual([
      { type: 'recovery.asked', actor_id: admin.officerId },
      { type: 'credential.reset', actor_id: head.officerId },
    ])
    // The first half is nowhere any more.
    const kept = await app.db.asSuperuser(
      async (client) =>
        (await client.query('select first_half from identity.recovery where id = $1', [recoveryId])).rows,
    )
    expect(kept).toEqual([{ first_half: null }])
    // For the tests that follow, the officer sets everything up anew.
    const cookies = { [sessionCookie]: opened.cookies.find(({ name }) => name === sessionCookie)?.value ?? '' }
    const own = async (url: string, payload: object) =>
      app.http.inject({
        method: 'POST',
        url: `/api${url}`,
        cookies,
        payload,
        headers: { 'idempotency-key': systemIds.next() },
      })
    const next = 'quatre chats gris dorment'
    await own('/session/password', { current: `${firstHalf ?? ''}-${secondHalf}`, next })
    const begun = (await own('/session/factors/totp', { label: 'phone' })).json<{
      authenticatorId: string
      secret: string
    }>()
    const code = await totpCode(begun.secret, app.clock.now())
    expect((await own(`/session/factors/totp/${begun.authenticatorId}/confirm`, { code })).json()).toEqual({
      restricted: false,
    })
    Object.assign(app.signIns.get('investigator') ?? {}, { password: next, totpSecret: begun.secret })
  })

  it('are approved neither by who asked nor by the officer concerned, and asked by nobody for themselves', async () => {
    expect((await ask(admin, admin.officerId)).json()).toMatchObject({ code: 'RESET_NOT_ONESELF' })
    const { recoveryId } = await asked(admin)
    expect((await decide(admin, recoveryId)).json()).toMatchObject({ code: 'RECOVERY_NEEDS_ANOTHER' })
    expect((await lost.get('/session')).statusCode).toBe(200)
    await reject(recoveryId)
    const own = await asked(admin, head.officerId)
    expect((await decide(head, own.recoveryId)).json()).toMatchObject({ code: 'RECOVERY_NEEDS_ANOTHER' })
    await reject(own.recoveryId)
  })

  it('are not approved by who stands in for another, nor by who was given the role just now', async () => {
    const { recoveryId } = await asked(admin)
    const body = {
      kind: 'leave',
      from: app.clock.now().toISOString(),
      to: new Date(app.clock.now().getTime() + 9 * 24 * 3_600_000).toISOString(),
      acting: { officerId: (await app.as('investigator2')).officerId, roleCode: 'head-of-unit' },
    }
    expect((await admin.post(`/officers/${head.officerId}/absences`, body)).statusCode).toBe(201)
    const standIn = await app.again('investigator2')
    expect((await decide(standIn, recoveryId)).json()).toMatchObject({ code: 'RECOVERY_NEEDS_ANOTHER' })

    const granted = await admin.post(`/officers/${(await app.as('investigator3')).officerId}/roles`, {
      roleCode: 'administrator',
      unitId: app.units.national,
      from: '2026-01-01T08:00:00Z',
    })
    expect(granted.statusCode).toBe(201)
    const appointed = await app.again('investigator3')
    expect((await decide(appointed, recoveryId)).json()).toMatchObject({ code: 'RECOVERY_NEEDS_ANOTHER' })
    expect((await lost.get('/session')).statusCode).toBe(200)
    await reject(recoveryId)
  })

  it('are approved once, within a day, and each half is shown once', async () => {
    const key = systemIds.next()
    const first = (await ask(admin, lost.officerId, key)).json<Asked>()
    const again = (await ask(admin, lost.officerId, key)).json<Asked>()
    expect([again.recoveryId, again.firstHalf]).toEqual([first.recoveryId, null])
    expect((await ask(head)).json()).toMatchObject({ code: 'RECOVERY_ASKED_ALREADY' })

    app.clock.advance(25 * 3_600_000)
    const late = await decide(await app.again('head'), first.recoveryId)
    expect(late.json()).toMatchObject({ code: 'RECOVERY_EXPIRED' })
    const renewed = await asked(await app.again('admin'))
    expect((await decide(await app.again('head'), first.recoveryId)).json()).toMatchObject({ code: 'RECOVERY_DECIDED' })

    const decision = systemIds.next()
    const approver = await app.again('head')
    expect((await decide(approver, renewed.recoveryId, false, decision)).json()).toMatchObject({ approved: false })
    expect((await decide(approver, renewed.recoveryId, false, decision)).json()).toMatchObject({ secondHalf: null })
    expect((await decide(approver, renewed.recoveryId)).json()).toMatchObject({ code: 'RECOVERY_DECIDED' })
  })

  it('need a fresh proof on both sides', async () => {
    const { recoveryId } = await asked(admin)
    app.clock.advance(6 * 60_000)
    expect((await ask(admin, head.officerId)).json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    expect((await decide(head, recoveryId)).json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    inspector = await app.again('inspector')
    await reject(recoveryId)
  })

  it('are stopped by the officer, who still has them', async () => {
    const { recoveryId } = await asked(admin)
    const mine = (await lost.get('/session/recoveries')).json<{ items: unknown[] }>().items
    expect(mine).toMatchObject([{ id: recoveryId, askedBy: { id: admin.officerId } }])
    const stranger = await app.again('desk')
    expect((await stranger.post(`/session/recoveries/${recoveryId}/object`)).json()).toMatchObject({
      code: 'RECOVERY_DECIDED',
    })
    expect((await lost.post(`/session/recoveries/${recoveryId}/object`)).statusCode).toBe(200)
    expect(await noticesOf(inspector)).toContain('recovery.objected')
    expect((await decide(head, recoveryId)).json()).toMatchObject({ code: 'RECOVERY_DECIDED' })
    expect((await lost.get('/session/recoveries')).json()).toEqual({ items: [] })
  })

  it('are nobody’s business elsewhere', async () => {
    const { recoveryId } = await asked(admin)
    const elsewhere = await app.again('head2')
    expect((await elsewhere.get('/recoveries')).json()).toEqual({ items: [] })
    expect((await decide(elsewhere, recoveryId)).statusCode).toBe(404)
    expect((await ask(elsewhere)).statusCode).toBe(403)
    expect((await (await app.again('desk')).get('/recoveries')).statusCode).toBe(403)
    await reject(recoveryId)
  })
})
