import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DayList } from '#contracts/custody/place.ts'
import { type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'

const run = promisify(execFile)
let app: TestApp
let ground: CustodyGround
let early: string
let late: string
// The list of a day goes out at 08:00 of legal time, that of UTC on this day; the tests' clock stands at 09:00.
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
  early = await ground.open({ arrestedAt: ground.at(-10), placedAt: ground.at(-9) })
  late = await ground.open()
})
afterAll(() => app.close())

const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code
async function list(day: string): Promise<DayList> {
  const answer = await ground.prosecutor.get(`/custody-places/${ground.place.id}/day-list?day=${day}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<DayList>()
}
const send = (day: string, who: CustodyGround['head'] = ground.head) =>
  who.post(`/custody-places/${ground.place.id}/day-lists`, { day })
const idsOf = ({ lines }: DayList): string[] => lines.map(({ id }) => id)

describe('the list of a day', () => {
  it('has those placed in the hours before it goes out', async () => {
    const today = await list('2026-11-23')
    expect(today).toMatchObject({ from: '2026-11-22T08:00:00.000Z', to: '2026-11-23T08:00:00.000Z', sent: null })
    expect(idsOf(today)).toEqual([early])
    expect(idsOf(await list('2026-11-24'))).toEqual([late])
    expect((await list('2026-11-20')).lines).toEqual([])
  })

  it('is sent once, by who may, never for a day to come, and stays as it was sent', async () => {
    for (const who of [ground.keeper, ground.investigator, ground.prosecutor, await app.as('visitor')])
      expect((await send('2026-11-23', who)).statusCode).toBe(403)
    expect(codeOf(await send('2026-11-25'))).toBe('CUSTODY_PERIOD_AHEAD')
    const sent = await send('2026-11-23')
    expect(sent.statusCode).toBe(201)
    expect(sent.json()).toMatchObject({ lines: 1 })
    expect(codeOf(await send('2026-11-23'))).toBe('CUSTODY_DAY_LIST_SENT')
    app.clock.advance(60_000)
    const forgotten = await ground.open({ arrestedAt: ground.at(-12), placedAt: ground.at(-11) })
    expect(idsOf(await list('2026-11-23'))).toEqual([early])
    // Taken down only after the list went out: it is on the next one, with both times in the register.
    expect(idsOf(await list('2026-11-24'))).toEqual([forgotten, late])
  })

  it('reaches the prosecutor, who takes note of it once', async () => {
    const notices = (await ground.prosecutor.get('/notices')).json<{ items: { kind: string }[] }>()
    expect(notices.items.map(({ kind }) => kind)).toContain('custody.day-list')
    const id = (await list('2026-11-23')).sent?.id ?? ''
    const acknowledge = (who: CustodyGround['head']) => who.post(`/custody-day-lists/${id}/acknowledgement`)
    expect((await acknowledge(ground.head)).statusCode).toBe(403)
    expect((await acknowledge(ground.prosecutor)).statusCode).toBe(200)
    expect(codeOf(await acknowledge(ground.prosecutor))).toBe('CUSTODY_DAY_LIST_ACKNOWLEDGED')
    expect((await list('2026-11-23')).sent?.acknowledgedAt).not.toBeNull()
  })

  it('is printed in both languages, and an empty one says so', async () => {
    const out = new URL('../../../out/custody/', import.meta.url)
    await mkdir(out, { recursive: true })
    const print = async (day: string, lang: 'ar' | 'fr') => {
      const answer = await ground.prosecutor.get(
        `/custody-places/${ground.place.id}/day-list.pdf?day=${day}&lang=${lang}`,
      )
      expect(answer.statusCode).toBe(200)
      const file = new URL(`day-list-${day}-${lang}.pdf`, out).pathname
      await writeFile(file, answer.rawPayload)
      await run('qpdf', ['--check', file])
      return (await run('pdftotext', [file, '-'])).stdout
        .replaceAll(/[\u2066-\u2069\u202a-\u202e]/g, '')
        .replaceAll(/\s+/g, ' ')
    }
    const fr = await print('2026-11-23', 'fr')
    for (const words of ['Liste quotidienne', 'Article 67', 'GAV 2026/1', 'Soufiane Tadribi', 'Acte pris'])
      expect(fr).toContain(words)
    expect(await print('2026-11-20', 'fr')).toContain('Néant')
    expect(await print('2026-11-24', 'ar')).toContain('GAV 2026/2')
  })
})

describe('the job', () => {
  it('sends at the hour of the country what nobody sent, an empty list too, and nothing twice', async () => {
    const another = await ground.head.post('/custody-places', {
      unitId: app.units.p1,
      code: 'annex',
      nameAr: 'ملحق',
      nameFr: 'Annexe',
      prosecutorUnitId: app.units.parquet,
    })
    expect(another.statusCode).toBe(201)
    const annex = another.json<{ id: string }>().id
    const sent = async () =>
      app.db.asSuperuser(
        async (client) =>
          (
            await client.query<{ place: string; day: string; lines: number; job: boolean }>(
              `select place_id as place, day::text, lines, sent_by is null as job from custody.day_list order by day, place_id`,
            )
          ).rows,
      )
    const before = await sent()
    await app.runJob('custody.send-day-lists', {})
    const after = await sent()
    expect(after.length).toBe(before.length + 1)
    expect(after).toContainEqual({ place: annex, day: '2026-11-23', lines: 0, job: true })
    await app.runJob('custody.send-day-lists', {})
    expect(await sent()).toEqual(after)
  })
})
