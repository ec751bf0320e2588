import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { createCounting } from './testing/counting.ts'
import { type Ground, openGround } from './testing/ground.ts'
import { type Scene, between, codeOf, done, openScene, readExhibit, recordOne, step } from './testing/scene.ts'

let app: TestApp
let ground: Ground<Officer>
let investigator: Officer
let keeper: Officer
let head: Officer
let desk2: Officer
let scene: Scene
let room: string
let shelf: string
let box: string
beforeAll(async () => {
  app = await createTestApp()
  ground = await openGround(app)
  ;({ investigator, keeper, head, desk2, scene } = ground)
  room = ground.room.id
  shelf = (await ground.foundShelf('R1-A')).id
  box = (await ground.found('box', 'R1-A-1', shelf)).id
})
afterAll(() => app.close())

const found: Ground<Officer>['found'] = (...args) => ground.found(...args)
const stored: Ground<Officer>['stored'] = (...args) => ground.stored(...args)
const { count, scan, report, close } = createCounting(() => ground)

describe('a place', () => {
  it('stands in what it may stand in, under a code of its own', async () => {
    const place = { kind: 'box', code: 'X', labelAr: 'أ', labelFr: 'a' }
    const refusals: [object, [number, string]][] = [
      [{ ...place, kind: 'shelf' }, [422, 'EXHIBIT_PLACE_UNSUITABLE']],
      [{ ...place, kind: 'shelf', parentId: box }, [422, 'EXHIBIT_PLACE_UNSUITABLE']],
      [{ ...place, kind: 'room', parentId: room }, [422, 'EXHIBIT_PLACE_UNSUITABLE']],
      [{ ...place, code: 'R1-A', parentId: room }, [409, 'EXHIBIT_PLACE_CODE_TAKEN']],
      [{ ...place, unitId: desk2.unitId, parentId: room }, [403, 'NOT_PERMITTED']],
      [{ ...place, code: 'a b', parentId: room }, [400, 'INPUT_INVALID']],
    ]
    for (const [body, expected] of refusals)
      expect(codeOf(await keeper.post('/exhibit-places', body))).toEqual(expected)
    expect((await investigator.post('/exhibit-places', place)).statusCode).toBe(403)
    const { items } = await done<{ items: { code: string; parentId: string | null; can: { count: boolean } }[] }>(
      keeper.get('/exhibit-places'),
    )
    expect(items.slice(0, 3).map(({ code }) => code)).toEqual(['R1', 'R1-A', 'R1-A-1'])
    expect(items[0]?.can.count).toBe(true)
    const scanned = await done<{ kind: string }>(
      keeper.get(`/exhibit-labels/${(await found('box', 'R1-B', room)).label}`),
    )
    expect(scanned.kind).toBe('place')
    expect(codeOf(await desk2.get(`/exhibit-places?unit=${keeper.unitId}`))).toEqual([403, 'NOT_PERMITTED'])
  })

  it('is closed when it is empty', async () => {
    const spare = await found('box', 'R1-C', room)
    await stored('KH-0', spare.id)
    const closure = { baseVersion: spare.version }
    expect(codeOf(await keeper.post(`/exhibit-places/${spare.id}/closure`, closure))).toEqual([
      409,
      'EXHIBIT_PLACE_NOT_EMPTY',
    ])
    expect(codeOf(await keeper.post(`/exhibit-places/${shelf}/closure`, closure))[1]).toBe('EXHIBIT_PLACE_NOT_EMPTY')
    const empty = await found('box', 'R1-D', room)
    await done(keeper.post(`/exhibit-places/${empty.id}/closure`, closure))
    expect(codeOf(await keeper.post(`/exhibit-places/${empty.id}/closure`, closure))).toEqual([409, 'STALE_EDIT'])
    const made = await recordOne(investigator, scene, app.clock.now())
    const body = { baseVersion: made.version, ...between(investigator, keeper), kind: 'stored', toPlaceId: empty.id }
    expect(codeOf(await keeper.post(`/exhibits/${made.id}/movements`, body))).toEqual([422, 'EXHIBIT_PLACE_UNSUITABLE'])
    expect((await found('box', 'R1-D', room)).id).not.toBe(empty.id)
  })
})

describe('a stock-taking', () => {
  it('counts a place with all that stands in it, and what is right differs in nothing', async () => {
    const [a, b] = [await stored('KH-1', shelf), await stored('KH-2', box)]
    const id = await count(shelf)
    const heard = await scan(
      id,
      { text: a.label, sealSeen: 'KH-1' },
      { text: b.label.toLowerCase() },
      { text: a.label },
    )
    expect(heard).toMatchObject({ scanned: 2, expected: 2 })
    expect(heard.items.map(({ result }) => result)).toEqual(['expected', 'expected', 'again'])
    expect(await report(id)).toMatchObject({ differences: 0, closedAt: null, can: { close: true } })
    expect(await done(close(id))).toMatchObject({ differences: 0 })
    const closed = await report(id)
    expect(closed).toMatchObject({ expected: 2, scanned: 2, closedWith: { id: investigator.officerId } })
    expect(closed.present.map((each) => each.id).toSorted()).toEqual([a.id, b.id].toSorted())
    const { items } = await done<{ items: { id: string; lastCountedAt: string | null }[] }>(
      keeper.get('/exhibit-places'),
    )
    expect(items.find((place) => place.id === shelf)?.lastCountedAt).toBe(app.clock.now().toISOString())
  })

  it('yields what is missing, surplus, unknown or under another seal; nothing moves, the head is told, tasks are made', async () => {
    const here = (await found('shelf', 'R1-K', room)).id
    const [gone, other, right] = [await stored('KH-3', here), await stored('KH-4', here), await stored('KH-5', here)]
    const stray = await stored('KH-6', box)
    const sealed = await openScene(head, { seal: { reason: 'secrecy', officers: [investigator.officerId] } })
    const hidden = await recordOne(investigator, sealed, app.clock.now())
    const id = await count(here)
    const heard = await scan(
      id,
      { text: right.label },
      { text: other.label, sealSeen: 'KH-9' },
      { text: stray.label },
      { text: 'https://example.invalid/x' },
      { text: hidden.label },
    )
    expect(heard.items.map(({ result }) => result)).toEqual([
      'expected',
      'seal-differs',
      'surplus',
      'unknown',
      'sealed',
    ])
    const before = await report(id)
    expect(before.differences).toBe(5)
    await done(close(id, { note: 'جرد الشهر' }))
    const { differenceList, note } = await report(id)
    expect(note).toBe('جرد الشهر')
    expect(differenceList.map(({ kind, exhibit }) => [kind, exhibit?.reference ?? null])).toEqual([
      ['missing', gone.reference],
      ['seal-differs', other.reference],
      ['sealed', null],
      ['surplus', stray.reference],
      ['unknown', null],
    ])
    expect(differenceList[3]?.recordedIn?.id).toBe(box)
    expect(differenceList[4]?.text).toBe('https://example.invalid/x')
    for (const each of [gone, other, stray]) expect((await readExhibit(keeper, each.id)).movements).toHaveLength(3)
    // The task says to each reader in their own language what it is about, until an officer words it anew.
    type Task = { id: string; version: number; title: string; titles: { ar: string; fr: string; en: string } | null }
    const tasks = async () =>
      (await done<{ tasks: Task[] }>(investigator.get(`/cases/${scene.caseId}`))).tasks.filter(
        ({ title }) => title === gone.reference,
      )
    const [task] = await tasks()
    for (const [locale, words] of [
      ['ar', 'البحث عن المحجوز'],
      ['fr', 'manquant à l’inventaire'],
      ['en', 'not found in the stock-taking'],
    ] as const)
      expect(task?.titles?.[locale]).toMatch(new RegExp(`${words}|${gone.reference}.*${words}`))
    const change = { baseVersion: task?.version, title: gone.reference }
    await done(investigator.send('PATCH', `/cases/${scene.caseId}/tasks/${task?.id}`, change))
    expect((await tasks())[0]?.titles).toBeNull()
    const { items } = await done<{ items: { kind: string; link: { id: string }; text: { fr: string } }[] }>(
      head.get('/notices'),
    )
    expect(items.find(({ link }) => link.id === id)).toMatchObject({ kind: 'exhibit.count-differs' })
    // What was found later changes nothing of a closed count.
    await step(keeper, gone.id, 'missing', { ...between(keeper, head), note: 'لم يعثر عليه' })
    expect((await report(id)).differenceList).toHaveLength(5)
  })

  it('is one at a time, closed by two, and never changes again', async () => {
    const here = (await found('shelf', 'R1-Z', room)).id
    const id = await count(here)
    expect(codeOf(await keeper.post('/exhibit-stocktakings', { placeId: here }))).toEqual([
      409,
      'STOCKTAKING_ALREADY_OPEN',
    ])
    expect(codeOf(await close(id, { withOfficerId: keeper.officerId }))).toEqual([422, 'EXHIBIT_ONE_PERSON'])
    expect((await investigator.post(`/exhibit-stocktakings/${id}/closure`, {})).statusCode).toBe(400)
    expect(codeOf(await investigator.post('/exhibit-stocktakings', { placeId: here }))).toEqual([403, 'NOT_PERMITTED'])
    expect(codeOf(await keeper.post('/exhibit-stocktakings', { placeId: scene.caseId }))[0]).toBe(422)
    await done(close(id))
    expect(codeOf(await close(id))).toEqual([409, 'STOCKTAKING_CLOSED'])
    const late = await keeper.post(`/exhibit-stocktakings/${id}/scans`, { scans: [{ text: 'x' }] })
    expect(codeOf(late)).toEqual([409, 'STOCKTAKING_CLOSED'])
    const open = await done<{ items: { id: string }[] }>(keeper.get(`/exhibit-stocktakings?open=false&place=${here}`))
    expect(open.items.map((each) => each.id)).toEqual([id])
    const head2 = await app.as('head2')
    expect(codeOf(await head2.get(`/exhibit-stocktakings/${id}`))).toEqual([404, 'NOT_FOUND'])
    await expect(
      app.db.asSuperuser((client) =>
        client.query(`update exhibits.stocktaking set closed_at = now() where id = $1`, [id]),
      ),
    ).rejects.toMatchObject({ code: 'DA002' })
    await expect(
      app.db.asSuperuser((client) => client.query('delete from exhibits.stocktaking_scan')),
    ).rejects.toMatchObject({ code: 'DA002' })
  })
})
