import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ground, openGround } from './testing/ground.ts'
import {
  type Recorded,
  type Scene,
  between,
  codeOf,
  done,
  openScene,
  readExhibit,
  recordOne,
  step,
} from './testing/scene.ts'

let app: TestApp
let ground: Ground<Officer>
let investigator: Officer
let keeper: Officer
let head: Officer
let desk2: Officer
let scene: Scene
let shelf: string
let prosecutor: Officer
beforeAll(async () => {
  app = await createTestApp()
  ground = await openGround(app)
  ;({ investigator, keeper, head, desk2, scene } = ground)
  shelf = (await ground.foundShelf('R1-A')).id
  prosecutor = await app.as('prosecutor')
})
afterAll(() => app.close())

const now = () => app.clock.now()
const record: Ground<Officer>['record'] = (more) => ground.record(more)

describe('what is found', () => {
  const find = async (by: Officer, query: string) =>
    (await done<{ items: ExhibitSummary[] }>(by.get(`/exhibits?${query}`))).items.map(({ id }) => id)

  it('is found by number, label, seal, words, place and state, by whoever sees its case', async () => {
    const made = await record({
      item: { detail: { description: 'دراجة نارية حمراء', serialNumbers: ['ZX-999'] }, sealNumber: 'SEAL-42' },
    })
    await step(keeper, made.id, 'movements', { ...between(investigator, keeper), kind: 'stored', toPlaceId: shelf })
    const { id, reference, label } = made
    for (const q of [reference, label, label.toLowerCase(), 'SEAL-42', 'الدراجة', 'نارية حمراء', 'zx 999'])
      expect([q, (await find(keeper, `q=${encodeURIComponent(q)}`)).includes(id)]).toEqual([q, true])
    expect(await find(keeper, `q=${encodeURIComponent('دراجة زرقاء')}`)).not.toContain(id)
    expect(await find(keeper, `place=${shelf}&state=held&kind=object`)).toContain(id)
    expect(await find(keeper, `unit=${keeper.unitId}&limit=1`)).toHaveLength(1)
    expect(await find(await app.as('inspector'), `q=${label}`)).toEqual([id])
    expect(await find(desk2, `q=${label}`)).toEqual([])
    expect(codeOf(await desk2.get(`/exhibits?unit=${keeper.unitId}`))).toEqual([403, 'NOT_PERMITTED'])
    const scanned = await done<{ kind: string; exhibit: { id: string } }>(keeper.get(`/exhibit-labels/${label}`))
    expect([scanned.kind, scanned.exhibit.id]).toEqual(['exhibit', id])
    expect(codeOf(await desk2.get(`/exhibit-labels/${label}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await keeper.get('/exhibit-labels/nothing'))).toEqual([404, 'NOT_FOUND'])
  })

  it('comes by pages, and of the laboratory only what should be back', async () => {
    for (let made = 0; made < 4; made += 1) await record()
    const { items, next } = await done<{ items: ExhibitSummary[]; next: string }>(keeper.get('/exhibits?limit=2'))
    const second = await done<{ items: ExhibitSummary[] }>(keeper.get(`/exhibits?limit=2&cursor=${next}`))
    expect(new Set([...items, ...second.items].map(({ id }) => id)).size).toBe(4)
    const { id } = await record({ item: { sealNumber: 'KH-11' } })
    await step(keeper, id, 'movements', {
      ...between(keeper, head),
      kind: 'sent-to-laboratory',
      expectedBack: new Date(now().getTime() + 60_000).toISOString(),
    })
    expect(await find(keeper, 'overdue=true')).not.toContain(id)
    app.clock.advance(2 * 60_000)
    expect(await find(keeper, 'overdue=true')).toContain(id)
  })

  it('is listed with its case', async () => {
    const mine = await openScene(investigator)
    const { id } = await recordOne(investigator, mine, now())
    const list = await done<{ items: ExhibitSummary[]; can: { record: boolean } }>(
      investigator.get(`/cases/${mine.caseId}/exhibits`),
    )
    expect(list.items.map((item) => item.id)).toEqual([id])
    expect(list.can.record).toBe(true)
    expect(codeOf(await desk2.get(`/cases/${mine.caseId}/exhibits`))).toEqual([404, 'NOT_FOUND'])
  })
})

describe('who sees and does what', () => {
  it('is the walls of the case: another unit sees nothing, a prosecutor what waits for the office, nobody a sealed one', async () => {
    const mine = await openScene(investigator)
    const { id, version } = await recordOne(investigator, mine, now())
    expect(codeOf(await desk2.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await prosecutor.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
    const file = await done<{ version: number }>(investigator.get(`/cases/${mine.caseId}`))
    await done(
      investigator.post(`/cases/${mine.caseId}/prosecutor`, {
        prosecutorUnitId: app.units.parquet,
        baseVersion: file.version,
      }),
    )
    expect((await readExhibit(prosecutor, id)).can).toMatchObject({ carry: false, correct: false, exportChain: true })
    const seal = { baseVersion: version, ...between(investigator, head), sealNumber: 'P' }
    expect(codeOf(await prosecutor.post(`/exhibits/${id}/seal`, seal))).toEqual([403, 'NOT_PERMITTED'])
    const sealed = await openScene(head, { seal: { reason: 'secrecy', officers: [investigator.officerId] } })
    const hidden = await recordOne(investigator, sealed, now())
    expect(hidden.reference).toMatch(/^S2026\//)
    expect(codeOf(await keeper.get(`/exhibits/${hidden.id}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await keeper.get(`/exhibit-labels/${hidden.label}`))).toEqual([404, 'NOT_FOUND'])
    expect((await readExhibit(investigator, hidden.id)).id).toBe(hidden.id)
  })

  it('goes with the case to another unit, whose officers move it on to their own store', async () => {
    const mine = await openScene(investigator)
    const { id } = await recordOne(investigator, mine, now(), { item: { sealNumber: 'KH-T' } })
    head = await app.again('head')
    await done(head.post(`/cases/${mine.caseId}/transfer`, { toUnitId: app.units.p2, reason: 'الاختصاص المكاني' }))
    const head2 = await app.as('head2')
    // On offer it can be read, and is not thereby one to move.
    const { version } = await readExhibit(head2, id)
    const room = await done<{ id: string }>(
      head2.post('/exhibit-places', { kind: 'room', code: 'R2', labelAr: 'غرفة', labelFr: 'Salle' }),
    )
    const stored = { ...between(investigator, head2), kind: 'stored', toPlaceId: room.id, sealSeen: 'KH-T' }
    const early = await head2.post(`/exhibits/${id}/movements`, { baseVersion: version, ...stored })
    expect(codeOf(early)).toEqual([403, 'NOT_PERMITTED'])
    await done(head2.post(`/cases/${mine.caseId}/transfer/answer`, { answer: 'accepted' }))
    expect(await step(head2, id, 'movements', stored)).toMatchObject({ marks: 0, placeId: room.id })
    const sent = await step(head2, id, 'movements', { ...between(head2, investigator), kind: 'sent-to-laboratory' })
    expect(sent.state).toBe('at-laboratory')
    const { id: uploadId } = await done<{ id: string }>(
      head2.post('/uploads', { name: 'a.jpg', mediaType: 'image/jpeg', size: 3 }),
    )
    const bytes = Buffer.from('ffd8ff', 'hex')
    await done(
      head2.send('PUT', `/uploads/${uploadId}?offset=0`, bytes, { 'content-type': 'application/octet-stream' }),
    )
    await done(head2.post(`/exhibits/${id}/photos`, { uploadId }))
    const { place, movements } = await readExhibit(head2, id)
    expect([place.kind, place.unitId]).toEqual(['laboratory', app.units.p2])
    // Where it lay in the other unit is still told.
    expect(movements[2]?.from).toMatchObject({ kind: 'in-hand', unitId: app.units.p1 })
    expect(codeOf(await keeper.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
  })

  it('leaves, where it lay, that it left, to whom and when, and nothing of its case; of a sealed one nothing', async () => {
    const mine = await openScene(investigator)
    const taken = async (): Promise<Recorded> => {
      const made = await recordOne(investigator, mine, now(), { item: { sealNumber: 'KH-G' } })
      await step(keeper, made.id, 'movements', { ...between(investigator, keeper), kind: 'stored', toPlaceId: shelf })
      return made
    }
    const [one, stays] = [await taken(), await taken()]
    await step(keeper, stays.id, 'movements', { ...between(keeper, investigator), kind: 'sent-to-laboratory' })
    head = await app.again('head')
    const head2 = await app.again('head2')
    await done(head.post(`/cases/${mine.caseId}/transfer`, { toUnitId: app.units.p2, reason: 'الاختصاص المكاني' }))
    await done(head2.post(`/cases/${mine.caseId}/transfer/answer`, { answer: 'accepted' }))
    const room = await done<{ id: string }>(
      head2.post('/exhibit-places', { kind: 'room', code: 'R3', labelAr: 'غرفة', labelFr: 'Salle' }),
    )
    await step(head2, one.id, 'movements', { ...between(keeper, head2), kind: 'moved', toPlaceId: room.id })
    keeper = await app.again('storekeeper')
    const departures = async (by = keeper) => {
      const { items } = await done<{ items: { reference: string }[] }>(by.get('/exhibit-departures'))
      return items.filter(({ reference }) => [one.reference, stays.reference].includes(reference))
    }
    expect(await departures()).toMatchObject([
      {
        reference: one.reference,
        from: { id: shelf, code: 'R1-A' },
        toUnit: { id: app.units.p2 },
        receivedBy: { id: head2.officerId },
        occurredAt: expect.any(String) as string,
      },
    ])
    const { body } = await keeper.get('/exhibit-departures')
    for (const told of [one.id, mine.caseId, 'سكين', 'KH-G']) expect(body).not.toContain(told)
    expect(await departures(head2)).toEqual([])
    expect(codeOf(await head2.get(`/exhibit-departures?unit=${keeper.unitId}`))).toEqual([403, 'NOT_PERMITTED'])
    const { version } = await done<{ version: number }>(head2.get(`/cases/${mine.caseId}`))
    await done(head2.post(`/cases/${mine.caseId}/seal`, { reason: 'secrecy', officers: [], baseVersion: version }))
    expect(await departures()).toEqual([])
  })

  it('is recorded, each look with its case', async () => {
    const { id } = await record()
    await readExhibit(investigator, id)
    const rows = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ purpose_id: string }>(
        `select purpose_id from audit.event where type = 'exhibit.read' and subjects @> $1`,
        [JSON.stringify([{ type: 'exhibit', id }])],
      )
      return rows
    })
    expect(rows).toEqual([{ purpose_id: scene.caseId }])
  })
})
