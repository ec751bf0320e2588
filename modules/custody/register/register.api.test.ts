import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Register } from '#contracts/custody/place.ts'
import { type Officer, type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'
import { entryColumns, lineColumns } from './register-digest.ts'

const run = promisify(execFile)
let app: TestApp
let ground: CustodyGround
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
})
afterAll(() => app.close())

const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code
const url = (book = 'adults', month = '2026-11') =>
  `/custody-places/${ground.place.id}/register?book=${book}&month=${month}`
async function register(who: { get: Officer['get'] } = ground.prosecutor, book = 'adults'): Promise<Register> {
  const answer = await who.get(url(book))
  expect(answer.statusCode).toBe(200)
  return answer.json<Register>()
}
const visa = (who: { post: Officer['post'] }, change: object = {}) =>
  who.post(`/custody-places/${ground.place.id}/visas`, { book: 'adults', month: '2026-11', ...change })

describe('the register of a month', () => {
  it('has the lines of that month in order, and those still held stand open', async () => {
    const first = await ground.open()
    const second = await ground.open()
    await ground.record(first, { kind: 'end', at: ground.at(0), how: 'released' })
    const shown = await register()
    expect(shown.lines.map(({ number, endedAt }) => [number, endedAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
    expect(shown.lines[1]?.id).toBe(second)
    expect((await ground.prosecutor.get(url('adults', '2026-10'))).json<Register>().lines).toEqual([])
    expect((await register(ground.prosecutor, 'minors')).lines).toEqual([])
  })

  it('is read whole or not at all', async () => {
    for (const who of [ground.keeper, ground.head, await app.as('visitor')])
      expect((await register(who)).lines).toHaveLength(2)
    expect((await (await app.as('investigator2')).get(url())).statusCode).toBe(403)
    expect((await (await app.as('desk')).get(url())).statusCode).toBe(403)
    expect((await app.http.inject({ method: 'GET', url: `/api${url()}` })).statusCode).toBe(401)
    expect((await ground.prosecutor.get(url('adults', '2026-13'))).statusCode).toBe(400)
  })
})

it('has a line too that names another prosecutor alone: the book is the place’s', async () => {
  const [other] = await app.db.asSuperuser(
    async (client) =>
      (
        await client.query<{ id: string }>(
          `select id from organisation.unit where kind = 'parquet' and id <> $1 and closed_on is null order by code limit 1`,
          [app.units.parquet],
        )
      ).rows,
  )
  const before = await register()
  const id = await ground.open({ prosecutors: [other?.id], measure: 'warrant-hold', grounds: [] })
  expect((await ground.read(id)).prosecutors.map(({ unitId }) => unitId)).toEqual([other?.id])
  expect((await register(ground.prosecutor, 'warrants')).lines.map((line) => line.id)).toEqual([id])
  expect((await register()).digest).toBe(before.digest)
})

describe('the visa', () => {
  it('stands in the register until anything of the month is added, and forbids nothing', async () => {
    const given = await visa(ground.prosecutor, { remark: 'اطلعت عليه' })
    expect(given.statusCode).toBe(201)
    const seen = await register()
    expect(seen.visas).toMatchObject([{ lines: 2, current: true, remark: 'اطلعت عليه', month: '2026-11' }])
    const id = seen.lines[1]?.id ?? ''
    await ground.record(id, { kind: 'meal', at: ground.at(-0.1), meal: 'lunch', outcome: 'taken' })
    const later = await register()
    expect(later.visas.map(({ current }) => current)).toEqual([false])
    expect(later.digest).not.toBe(seen.digest)
    expect((await visa(ground.prosecutor)).statusCode).toBe(201)
    expect((await register()).visas.map(({ current }) => current)).toEqual([true, false])
    await ground.open()
    expect((await register()).visas.map(({ current }) => current)).toEqual([false, false])
  })

  it('is a prosecutor’s of the office of that place, not for a month to come, and stands in the log with its digest', async () => {
    for (const who of [ground.head, ground.investigator, ground.keeper, await app.as('visitor')])
      expect((await visa(who)).statusCode).toBe(403)
    expect(codeOf(await visa(ground.prosecutor, { month: '2026-12' }))).toBe('CUSTODY_PERIOD_AHEAD')
    const { digest } = await register()
    await visa(ground.prosecutor)
    const logged = await app.db.asSuperuser(
      async (client) =>
        (
          await client.query<{ codes: { digest: string } }>(
            `select codes from audit.event where type = 'custody-register.visa-given' order by recorded_at desc, id desc limit 1`,
          )
        ).rows,
    )
    expect(logged[0]?.codes.digest).toBe(digest)
  })

  it('is over every column that the tables have', async () => {
    const columns = (table: string) =>
      app.db.asSuperuser(async (client) =>
        (
          await client.query<{ name: string }>(
            `select column_name as name from information_schema.columns where table_schema = 'custody' and table_name = $1`,
            [table],
          )
        ).rows.map(({ name }) => name),
      )
    // All but what is written once there is no more to see of the line: this digest itself.
    expect((await columns('custody')).toSorted()).toEqual([...lineColumns, 'ended_digests'].toSorted())
    expect((await columns('entry')).toSorted()).toEqual([...entryColumns].toSorted())
  })
})

const out = new URL('../../../out/custody/', import.meta.url)
async function print(lang: 'ar' | 'fr'): Promise<{ laidOut: string; words: string }> {
  const answer = await ground.prosecutor.get(`${url().replace('/register?', '/register.pdf?')}&lang=${lang}`)
  expect(answer.statusCode).toBe(200)
  await mkdir(out, { recursive: true })
  const file = new URL(`register-${lang}.pdf`, out).pathname
  await writeFile(file, answer.rawPayload)
  await run('qpdf', ['--check', file])
  const read = async (...how: string[]) =>
    (await run('pdftotext', [...how, file, '-'])).stdout.replaceAll(/[\u2066-\u2069\u202a-\u202e]/g, '')
  return { laidOut: await read('-layout'), words: (await read()).replaceAll(/\s+/g, ' ') }
}

describe('the printed register', () => {
  it('has what art. 66-5 names, and each page carries the digest of the one before', async () => {
    for (let more = 0; more < 5; more += 1) {
      const id = await ground.open({ arrestedAt: ground.at(-6), placedAt: ground.at(-5.5) })
      const { ids } = await ground.record(
        id,
        {
          kind: 'rights',
          at: ground.at(-5.4),
          language: 'العربية',
          understood: true,
          silenceTold: true,
          signed: 'signed',
        },
        {
          kind: 'hearing',
          at: ground.at(-4),
          until: ground.at(-2.5),
          by: ground.investigator.officerId,
          toldOfFacts: true,
        },
        { kind: 'rest', at: ground.at(-2.5), until: ground.at(-1) },
        { kind: 'meal', at: ground.at(-3), meal: 'lunch', outcome: 'taken' },
        {
          kind: 'medical',
          at: ground.at(-2),
          askedBy: 'person',
          outcome: 'fit-with-care',
          reportAttached: true,
          prosecutorTold: true,
          note: 'سر طبي',
        },
        {
          kind: 'extension',
          at: ground.at(-1),
          hours: 24,
          by: 'procureur',
          writtenReasoned: true,
          heard: 'video',
          ref: '14/2026',
        },
      )
      await ground.record(id, {
        kind: 'meal',
        at: ground.at(-3),
        meal: 'lunch',
        outcome: 'refused',
        corrects: ids[3],
        paper: { page: '7' },
      })
    }
    const signed = (await register()).lines[0]?.id ?? ''
    expect(
      (await ground.investigator.post(`/custodies/${signed}/signature`, { person: 'refused', reason: 'دون ذكر السبب' }))
        .statusCode,
    ).toBe(200)
    const { laidOut: fr, words: said } = await print('fr')
    for (const words of [
      'Article 66-5',
      'Vol simple',
      'Audition',
      '(1:30)',
      'Repos',
      'apte avec soins',
      'Prolongation',
      'Visa du procureur du Roi',
      'registre papier p. 7',
      'a refusé de signer',
      'Mesure en cours',
    ])
      expect(said).toContain(words)
    expect(said).not.toMatch(/سر|طبي/)
    const pages = fr.split('\f').filter((page) => page.trim() !== '')
    expect(pages.length).toBeGreaterThan(1)
    const from = pages.map((page) => /Empreinte reportée:\s+((?:[0-9a-f]{4} ){4}[0-9a-f]{4})/.exec(page)?.[1])
    const to = pages.map((page) => /Empreinte en bas de page:\s+((?:[0-9a-f]{4} ){4}[0-9a-f]{4})/.exec(page)?.[1])
    expect(to.every(Boolean)).toBe(true)
    expect(from.slice(1)).toEqual(to.slice(0, -1))
    expect(new Set(to).size).toBeGreaterThan(1)
    const { digest } = await register()
    expect(digest.startsWith((to.at(-1) ?? 'x').replaceAll(' ', ''))).toBe(true)
    expect(fr).toContain(digest)
    const ar = await print('ar')
    for (const words of ['GAV 2026/1', digest, '1:30', '66-5']) expect(ar.words).toContain(words)
  })
})
