import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Board, Place } from '#contracts/custody/place.ts'
import { type Caller, defineCommand, defineQuery } from '#platform/commands/types.ts'
import { hashToken } from '#platform/http/server.ts'
import { systemIds } from '#platform/ids.ts'
import { type CustodyGround, makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { wallPermissions } from './domain/seats.ts'
import { call, events, hangWall, signInAgain } from './testing/first-day.ts'

const hour = 3_600_000
let app: TestApp
let ground: CustodyGround
/** A place that another precinct runs, with somebody of the first one in it. */
let elsewhere: Place
let heldElsewhere: string
let heldHere: string
/** Someone whose case is sealed later. */
let secret: { readonly id: string; readonly caseId: string }
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
  const head2 = await app.as('head2')
  const founded = await head2.post('/custody-places', {
    unitId: app.units.p2,
    code: 'cells',
    nameAr: 'غرف المرجة',
    nameFr: 'Chambres d’El Merja',
    prosecutorUnitId: app.units.parquet,
  })
  const { id } = founded.json<{ id: string }>()
  const { items } = (await head2.get('/custody-places')).json<{ items: Place[] }>()
  const place = items.find((each) => each.id === id)
  if (!place) throw new Error('no second place')
  elsewhere = place
  heldElsewhere = await ground.open({ ...(await asSuspect()), placeId: elsewhere.id, cellId: null })
  heldHere = await ground.open()
  const file = await asSuspect()
  secret = { caseId: file.caseId, id: await ground.open(file) }
})
afterAll(() => app.close())

const asSuspect = async (): Promise<{ caseId: string; participantId: string }> => {
  const { caseId, suspectId } = await ground.openCase()
  return { caseId, participantId: suspectId }
}
const callerOf = (token: string): Caller => ({ kind: 'session', tokenHash: hashToken(token) })
const boardOf = (token: string, placeId = ground.place.id, query = '') =>
  call(app, 'GET', `/custody-places/${placeId}/board${query}`, token)
const peopleOf = async (token: string): Promise<Board['people']> => (await boardOf(token)).json<Board>().people
const pulseOf = async (token: string): Promise<string> =>
  (await call(app, 'GET', `/custody-places/${ground.place.id}/pulse`, token)).json<{ pulse: string }>().pulse

describe('a screen on the wall', () => {
  it('is started with a fresh proof by those who run the cells, and the desk it stood on is over', async () => {
    const url = '/session/wall'
    const body = { placeId: ground.place.id }
    expect((await call(app, 'POST', url, undefined, body)).statusCode).toBe(401)
    for (const key of ['desk', 'prosecutor', 'visitor', 'admin']) {
      expect([key, (await call(app, 'POST', url, await signInAgain(app, key), body)).statusCode]).toEqual([key, 403])
    }
    const desk = await signInAgain(app, 'keeper')
    const other = await call(app, 'POST', url, desk, { placeId: elsewhere.id })
    expect(other.json()).toMatchObject({ code: 'NOT_PERMITTED' })
    expect((await call(app, 'POST', url, desk, { placeId: systemIds.next() })).statusCode).toBe(404)
    app.clock.advance(6 * 60_000)
    expect((await call(app, 'POST', url, desk, body)).json()).toMatchObject({ code: 'STEP_UP_NEEDED' })
    expect((await call(app, 'GET', '/session', desk)).statusCode).toBe(200)

    const fresh = await signInAgain(app, 'keeper')
    const hung = await call(app, 'POST', url, fresh, body)
    expect(hung.json()).toEqual({
      placeId: ground.place.id,
      endsAt: new Date(app.clock.now().getTime() + 12 * hour).toISOString(),
    })
    expect((await call(app, 'GET', '/session', fresh)).statusCode).toBe(401)
    expect(await events(app, 'wall.hung', (await app.as('keeper')).officerId)).toBe(1)
  })

  it('stands for its hours without anyone there, follows what changes, and ends', async () => {
    const wall = await hangWall(app, 'keeper', ground.place.id)
    expect((await call(app, 'GET', '/session', wall)).json()).toMatchObject({
      seat: 'wall',
      wall: { placeId: ground.place.id },
      state: 'open',
      locksInSeconds: null,
      deskKey: null,
      permissions: [{ permission: 'custody.board', scope: 'unit' }],
      needs: { password: false, factor: false, pin: false },
      factors: { totp: false, passkey: false },
      officer: { serviceNumber: '' },
      roles: [],
    })
    const [before, people] = [await pulseOf(wall), (await peopleOf(wall)).length]
    app.clock.advance(3 * hour)
    const investigator = await app.again('investigator')
    const released = { kind: 'end', at: app.clock.now().toISOString(), how: 'released' }
    expect((await investigator.post(`/custodies/${heldHere}/entries`, { entries: [released] })).statusCode).toBe(201)
    expect(await pulseOf(wall)).not.toBe(before)
    expect(await peopleOf(wall)).toHaveLength(people - 1)
    app.clock.advance(9 * hour - 61_000)
    expect((await boardOf(wall)).statusCode).toBe(200)
    app.clock.advance(1000)
    expect((await boardOf(wall)).json()).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    expect((await call(app, 'GET', '/session', wall)).statusCode).toBe(401)
  })

  it('cannot renew itself, open a desk, take note of anything or leaf through the past, and knows no other place', async () => {
    const wall = await hangWall(app, 'head', ground.place.id)
    for (const [url, body] of [
      ['/session/wall', { placeId: ground.place.id }],
      ['/session/step-up', { code: '123456' }],
      ['/session/unlock', { pin: '2580' }],
      ['/session/presence', undefined],
      ['/session/lock', undefined],
      ['/session/locale', { locale: 'fr' }],
      [`/custody-alarms/${systemIds.next()}/acknowledgement`, {}],
    ] as const) {
      const answer = await call(app, 'POST', url, wall, body)
      expect([url, answer.json<{ code: string }>().code]).toEqual([url, 'NOT_PERMITTED'])
    }
    expect((await boardOf(wall, undefined, `?at=${ground.at(-1)}`)).json()).toMatchObject({ code: 'NOT_PERMITTED' })
    // The head sees it from a desk: the unit holds somebody there.
    const desk = await signInAgain(app, 'head')
    expect((await boardOf(desk, elsewhere.id)).json<Board>().people.map(({ id }) => id)).toEqual([heldElsewhere])
    expect((await boardOf(wall, elsewhere.id)).statusCode).toBe(404)
    expect((await call(app, 'GET', `/custody-places/${elsewhere.id}/pulse`, wall)).statusCode).toBe(404)
    expect((await call(app, 'DELETE', '/session', wall)).statusCode).toBe(204)
    expect((await boardOf(wall)).statusCode).toBe(401)
  })

  it('shows no name of a sealed case, even where its officer is on the list', async () => {
    const { id, caseId } = secret
    const wall = await hangWall(app, 'head', ground.place.id)
    const nameAt = async (token: string) => (await peopleOf(token)).find((each) => each.id === id)?.name
    expect(await nameAt(wall)).toMatchObject({ latin: 'Soufiane Tadribi' })
    const pulse = await pulseOf(wall)
    const head = await app.again('head')
    const { version } = (await head.get(`/cases/${caseId}`)).json<{ version: number }>()
    const sealed = await head.post(`/cases/${caseId}/seal`, { reason: 'secrecy', baseVersion: version })
    expect(sealed.statusCode).toBeLessThan(300)
    expect(await pulseOf(wall)).not.toBe(pulse)
    expect(await nameAt(wall)).toBeNull()
    expect((await boardOf(wall)).body).not.toMatch(new RegExp(`${caseId}|Tadribi.*${id}`))
    expect(await nameAt((await app.again('head')).token)).toMatchObject({ latin: 'Soufiane Tadribi' })
  })
})

describe('its officer', () => {
  interface Own {
    readonly id: string
    readonly seat: string
    readonly state: string
  }
  const wallsOf = async (token: string): Promise<Own[]> =>
    (await call(app, 'GET', '/sessions', token)).json<{ items: Own[] }>().items.filter(({ seat }) => seat === 'wall')

  it('finds it hours later among the own sessions and ends it there; the head ends it too', async () => {
    const earlier = (await wallsOf(await signInAgain(app, 'keeper'))).length
    const [one, other] = [
      await hangWall(app, 'keeper', ground.place.id),
      await hangWall(app, 'keeper', ground.place.id),
    ]
    app.clock.advance(2 * hour)
    const desk = await signInAgain(app, 'keeper')
    const walls = await wallsOf(desk)
    expect(walls.slice(0, 2).map(({ state }) => state)).toEqual(['open', 'open'])
    expect(walls).toHaveLength(earlier + 2)
    expect((await call(app, 'POST', `/sessions/${walls[1]?.id ?? ''}/end`, desk)).json()).toEqual({ ended: 1 })
    expect([(await boardOf(one)).statusCode, (await boardOf(other)).statusCode]).toEqual([401, 200])
    const { officerId } = await app.as('keeper')
    const ended = await call(app, 'POST', `/officers/${officerId}/end-sessions`, await signInAgain(app, 'head'), {
      reason: 'شاشة في الممر',
    })
    expect(ended.statusCode).toBe(200)
    expect((await boardOf(other)).statusCode).toBe(401)
  })

  it('takes it along: whoever may no longer see the board, or may not act, shows nothing', async () => {
    const wall = await hangWall(app, 'keeper', ground.place.id)
    const { officerId } = await app.as('keeper')
    const admin = await app.again('admin')
    const { roles } = (await admin.get(`/officers/${officerId}`)).json<{ roles: { id: string }[] }>()
    expect(roles.length).toBeGreaterThan(0)
    for (const { id } of roles) expect((await admin.post(`/role-grants/${id}/end`)).statusCode).toBe(200)
    expect((await boardOf(wall)).json()).toMatchObject({ code: 'NOT_PERMITTED' })

    const other = await hangWall(app, 'apj', ground.place.id)
    const suspended = await (
      await app.again('admin')
    ).post(`/officers/${(await app.as('apj')).officerId}/suspend`, {
      decisionRef: 'D-7',
    })
    expect(suspended.statusCode).toBe(200)
    expect((await boardOf(other)).json()).toMatchObject({ code: 'SIGN_IN_NEEDED' })
  })
})

describe('the closed list', () => {
  const nothing = z.strictObject({})

  it('is the same in the database', async () => {
    const { rows } = await app.db.app.pool.query<{ list: string[] }>('select identity.wall_permissions() as list')
    expect(rows[0]?.list).toEqual(wallPermissions)
  })

  it('holds in the kernel whatever a use case forgot, and the policies keep to the place', async () => {
    const wall = callerOf(await hangWall(app, 'head', ground.place.id))
    const desk = callerOf(await signInAgain(app, 'head'))
    const ask = (who: Caller, permission: string): Promise<readonly string[]> =>
      app.house.kernel.ask(
        defineQuery({
          type: 'test.look',
          permission,
          input: nothing,
          recorded: false,
          execute: async (tx) => {
            const seen: string[] = []
            for (const table of ['place', 'custody', 'entry', 'alarm', 'cell'] as const) {
              const rows = await tx
                .tables<Record<string, { id: string }>>()
                .selectFrom(`custody.${table}`)
                .select('id')
                .execute()
              seen.push(`${table} ${rows.length}`)
            }
            return { result: seen }
          },
        }),
        who,
        {},
      )
    const all = await ask(desk, 'custody.board')
    const onWall = await ask(wall, 'custody.board')
    // Two were held here, one of them released since; a third is held elsewhere.
    expect([onWall[0], onWall[1], onWall[4]]).toEqual(['place 1', 'custody 2', 'cell 3'])
    expect([all[0], all[1]]).toEqual(['place 2', 'custody 3'])
    for (const [index, each] of onWall.slice(1, 4).entries()) {
      expect(Number(each.split(' ')[1])).toBeLessThan(Number(all[index + 1]?.split(' ')[1]))
    }
    for (const permission of ['custody.read', 'case.read', 'self.session', 'self.enrol', 'self.made-up']) {
      await expect(ask(wall, permission)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    }
    const command = app.house.kernel.run(
      defineCommand({
        type: 'test.careless',
        permission: 'custody.record',
        input: nothing,
        execute: () => Promise.resolve({ result: 1, event: { type: 'test.careless', subjects: [] } }),
      }),
      wall,
      systemIds.next(),
      {},
    )
    await expect(command).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})
