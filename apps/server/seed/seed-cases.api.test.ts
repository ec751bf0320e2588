import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestApp, createTestApp } from '../testing.ts'
import { type Crew, readNotices, seedCase, seedToday } from './seed-cases.ts'
import { createSeedClient } from './seed-client.ts'
import { seedCustody } from './seed-custody.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

it('makes cases in every state through the API, each in its own unit', async () => {
  const clientOf = async (key: string) => {
    const { officerId, unitId, token } = await app.as(key)
    return createSeedClient(app.http, app.house.ids, { officerId, unitId, token })
  }
  const crews: Crew[] = []
  for (const suffix of ['', '2', '3']) {
    const desk = await clientOf(`desk${suffix}`)
    const crew = {
      desk,
      investigator: await clientOf(`investigator${suffix}`),
      head: await clientOf(`head${suffix}`),
      unitId: desk.unitId,
    }
    crews.push(crew)
  }
  const start = app.clock.now()
  for (let index = 0; index < 40; index += 1) {
    await seedCase(
      { crews, units: app.units, setTime: (instant) => app.clock.set(instant) },
      index,
      new Date(start.getTime() - (50 - index) * 3_600_000 * 24),
    )
  }
  const world = { crews, units: app.units, setTime: (instant: Date) => app.clock.set(instant) }
  await seedCustody(world, start)
  await seedToday(world, start)
  await readNotices(world)
  const states = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      'select state, count(*)::int as count, count(*) filter (where sealed)::int as sealed from casework.case_file group by state',
    )
    return z.array(z.object({ state: z.string(), count: z.number(), sealed: z.number() })).parse(rows)
  })
  const held = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query(
      "select c.id, count(e.id)::int as entries, bool_or('taken-down-late' = any (e.marks)) as late from custody.custody c join custody.entry e on e.custody_id = c.id where c.ended_at is null group by c.id",
    )
    return z.array(z.object({ id: z.string(), entries: z.number(), late: z.boolean() })).parse(rows)
  })
  expect(held.length).toBeGreaterThan(8)
  expect(held.filter(({ entries, late }) => entries < 7 || late)).toEqual([])
  const pvs = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query('select state, count(*)::int as count from documents.pv group by state')
    return z.array(z.object({ state: z.string(), count: z.number() })).parse(rows)
  })
  const exhibits = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query('select count(*)::int as count, min(seq) as seq from exhibits.exhibit')
    return z.array(z.object({ count: z.number(), seq: z.number() })).parse(rows)
  })
  expect(exhibits[0]?.count).toBeGreaterThanOrEqual(3)
  expect(exhibits[0]?.seq).toBeGreaterThanOrEqual(3)
  expect(pvs.find((row) => row.state === 'sealed')?.count).toBeGreaterThan(0)
  expect(states.reduce((sum, row) => sum + row.count, 0)).toBe(40)
  expect(states.map((row) => row.state)).toEqual(expect.arrayContaining(['open', 'waiting-prosecutor', 'closed']))
  expect(states.reduce((sum, row) => sum + row.sealed, 0)).toBeGreaterThan(0)
}, 120_000)
