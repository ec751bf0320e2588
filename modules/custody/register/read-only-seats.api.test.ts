import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'

let app: TestApp
let ground: CustodyGround
let id: string
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
  id = await ground.open()
  await ground.record(id, { kind: 'end', at: ground.at(0), how: 'released' })
})
afterAll(() => app.close())

/** The bodies empowered by law and the prosecutor: they see everything of a place, and change nothing of it. */
describe.each(['visitor', 'prosecutor'])('the seat of the %s', (seat) => {
  let who: Officer
  beforeAll(async () => {
    who = await app.as(seat)
  })

  it('reads the line, the cells, the register and the day, and prints them', async () => {
    const place = `/custody-places/${ground.place.id}`
    const month = 'book=adults&month=2026-11'
    for (const url of [
      `/custodies/${id}`,
      '/custodies?state=ended',
      '/custody-places',
      `${place}/board`,
      `${place}/board?at=${ground.at(-0.2)}`,
      `${place}/register?${month}`,
      `${place}/day-list?day=2026-11-24`,
      `/custodies/${id}/bundle.pdf?lang=fr`,
      `${place}/register.pdf?${month}&lang=fr`,
      `${place}/day-list.pdf?day=2026-11-24&lang=fr`,
    ]) {
      const answer = await who.get(url)
      expect([url, answer.statusCode]).toEqual([url, 200])
    }
    expect((await who.get(`/custodies/${id}`)).json()).toMatchObject({ abilities: { record: false, sign: false } })
  })

  it('opens, records, signs, sends and builds nothing', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const place = `/custody-places/${ground.place.id}`
    const refused: [string, unknown][] = [
      [
        '/custodies',
        {
          caseId,
          participantId: suspectId,
          measure: 'custody',
          inquiry: 'flagrant',
          age: 'adult',
          grounds: ['keep-available'],
          arrestedAt: ground.at(-1),
          placedAt: ground.at(-0.5),
          arrestPlace: 'حي السلام',
          placeId: ground.place.id,
        },
      ],
      [`/custodies/${id}/entries`, { entries: [{ kind: 'note', at: ground.at(0), note: 'x' }] }],
      [`/custodies/${id}/signature`, { person: 'signed' }],
      [`${place}/day-lists`, { day: '2026-11-23' }],
      [`${place}/cells`, { code: 'X', use: 'men', capacity: 1 }],
      [
        '/custody-places',
        { unitId: app.units.p1, code: 'x', nameAr: 'x', nameFr: 'x', prosecutorUnitId: app.units.parquet },
      ],
    ]
    for (const [url, body] of refused) {
      const answer = await who.post(url, body)
      expect([url, answer.statusCode]).toEqual([url, 403])
    }
    const { entries, signed } = await ground.read(id)
    expect([entries.some(({ entry }) => entry.kind === 'note'), signed]).toEqual([false, false])
  })
})

it('the visiting body gives no visa and exports nothing', async () => {
  const visitor = await app.as('visitor')
  const place = `/custody-places/${ground.place.id}`
  expect((await visitor.post(`${place}/visas`, { book: 'adults', month: '2026-11' })).statusCode).toBe(403)
  expect((await visitor.get(`${place}/feed?book=adults`)).statusCode).toBe(403)
})
