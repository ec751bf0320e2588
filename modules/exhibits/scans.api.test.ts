import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Stocktaking } from '#contracts/exhibits/stocktaking.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { createCounting } from './testing/counting.ts'
import { type Ground, openGround } from './testing/ground.ts'
import { type Scene, codeOf, done, openScene, recordOne } from './testing/scene.ts'

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

describe('a scan in a count', () => {
  it('counts no scan that was taken back, and keeps it with who took it back and when', async () => {
    const here = (await found('shelf', 'R1-T', room)).id
    const [right, stray] = [await stored('KH-20', here), await stored('KH-21', box)]
    const id = await count(here)
    const { items } = await scan(id, { text: right.label }, { text: stray.label }, { text: 'typed-wrong' })
    const [first, second, third] = items.map(({ scanId }) => scanId)
    const takeBack = (scanId: string | undefined, by = keeper) =>
      by.post(`/exhibit-stocktakings/${id}/scans/${scanId}/taken-back`, {})
    const open = await report(id)
    expect(open.differenceList.map(({ kind, scanId }) => [kind, scanId])).toEqual([
      ['surplus', second],
      ['unknown', third],
    ])
    expect(await done(takeBack(second))).toEqual({ id: second, scanned: 1, expected: 1 })
    await done(takeBack(third))
    expect(codeOf(await takeBack(third))).toEqual([409, 'SCAN_TAKEN_BACK'])
    expect(codeOf(await takeBack(scene.caseId))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await takeBack(first, investigator))).toEqual([403, 'NOT_PERMITTED'])
    expect(codeOf(await takeBack(first, await app.as('head2')))).toEqual([404, 'NOT_FOUND'])
    const stands = await report(id)
    expect(stands).toMatchObject({ differences: 0, scanned: 1 })
    expect(stands.takenBack.map(({ text, reference }) => [text, reference])).toEqual([
      [stray.label, stray.reference],
      ['typed-wrong', null],
    ])
    expect(stands.takenBack[0]).toMatchObject({
      takenBackBy: { id: keeper.officerId },
      takenBackAt: app.clock.now().toISOString(),
    })
    // Scanned anew it counts again; taken back, the thing itself is not there.
    expect((await scan(id, { text: stray.label })).items[0]?.result).toBe('surplus')
    await done(takeBack(first))
    await done(close(id))
    const closed = await report(id)
    expect(closed.differenceList.map(({ kind, scanId }) => [kind, scanId])).toEqual([
      ['missing', null],
      ['surplus', null],
    ])
    expect(codeOf(await takeBack(second))).toEqual([409, 'STOCKTAKING_CLOSED'])
    const asOwner = (statement: string, values: unknown[] = []) =>
      app.db.asSuperuser((client) => client.query(statement, values))
    for (const [statement, values] of [
      ['delete from exhibits.scan_taken_back', []],
      ['update exhibits.scan_taken_back set taken_back_at = now()', []],
      ['truncate exhibits.scan_taken_back', []],
      ['truncate exhibits.stocktaking_scan cascade', []],
      [
        `insert into exhibits.scan_taken_back select s.id, now(), s.scanned_by from exhibits.stocktaking_scan s
         where s.stocktaking_id = $1 and not exists (select 1 from exhibits.scan_taken_back b where b.scan_id = s.id)`,
        [id],
      ],
    ] as const)
      await expect(asOwner(statement, [...values])).rejects.toMatchObject({ code: 'DA002' })
  })

  it('tells of a thing of a sealed file that it lies here and is of one, and not a byte more', async () => {
    const here = (await found('shelf', 'R1-S', room)).id
    const secret = { description: 'ظرف بني مغلق', serialNumbers: ['SN-SECRET'] }
    const sealed = await openScene(head, { seal: { reason: 'secrecy', officers: [investigator.officerId] } })
    const inCase = (owner: Scene) =>
      recordOne(investigator, owner, app.clock.now(), { body: { placeId: here }, item: { detail: secret } })
    const [one, two] = [await inCase(sealed), await inCase(sealed)]
    const another = await recordOne(desk2, await openScene(desk2), app.clock.now())
    const id = await count(here)
    const answer = async (text: string) => {
      const { body } = await keeper.post(`/exhibit-stocktakings/${id}/scans`, { scans: [{ text }] })
      return body.replaceAll(/"scanId":"[0-9a-f-]{36}"/g, '"scanId":""')
    }
    const said = (result: string) =>
      `{"items":[{"scanId":"","result":"${result}","exhibitId":null,"reference":null}],"scanned":0,"expected":0}`
    // The same bytes for every sealed thing, scanned once or again; another unit's thing is said no more of than any text.
    expect(await answer(one.label)).toBe(said('sealed'))
    expect(await answer(one.label.toLowerCase())).toBe(said('sealed'))
    expect(await answer(two.label)).toBe(said('sealed'))
    expect(await answer(another.label)).toBe(said('unknown'))
    expect(await answer('ABCD')).toBe(said('unknown'))
    expect(codeOf(await keeper.get(`/exhibit-labels/${one.label}`))).toEqual([404, 'NOT_FOUND'])
    const { body } = await keeper.get(`/exhibit-stocktakings/${id}`)
    const { differenceList } = JSON.parse(body) as Stocktaking
    const ofSealed = differenceList.filter(({ kind }) => kind === 'sealed').map(({ text }) => text ?? '')
    expect(new Set(ofSealed)).toEqual(new Set([one.label, two.label]))
    expect(ofSealed).toHaveLength(2)
    await done(close(id))
    const after = [
      body,
      (await keeper.get(`/exhibit-stocktakings/${id}`)).body,
      (await keeper.get('/exhibit-stocktakings')).body,
    ]
    for (const told of [one.id, one.reference, two.id, sealed.caseId, secret.description, 'SN-SECRET'])
      expect(after.filter((bytes) => bytes.includes(told))).toEqual([])
    // Nor does what is kept of the scan name the exhibit; and outside a count the database says nothing of a label.
    const kept = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ row: string }>(
        'select s::text as row from exhibits.stocktaking_scan s where stocktaking_id = $1',
        [id],
      )
      return rows.map(({ row }) => row).join('\n')
    })
    for (const told of [one.id, two.id, sealed.caseId]) expect(kept).not.toContain(told)
    const asks = (permission: string) =>
      app.house.kernel.ask(
        defineQuery({
          type: 'test.look',
          permission,
          input: z.strictObject({}),
          recorded: false,
          execute: async (tx) => {
            const { rows } = await sql<{ said: boolean }>`select exhibits.is_of_sealed(${one.label}) as said`.execute(
              tx.tables(),
            )
            return { result: rows[0]?.said }
          },
        }),
        keeper.caller,
        {},
      )
    expect([await asks('exhibit.count'), await asks('exhibit.read')]).toEqual([true, false])
    // Who sees the file counts it as any other.
    const ofHead = await done<{ id: string }>(head.post('/exhibit-stocktakings', { placeId: here }))
    const heard = await done<{ items: { result: string }[] }>(
      head.post(`/exhibit-stocktakings/${ofHead.id}/scans`, { scans: [{ text: one.label }] }),
    )
    expect(heard.items[0]?.result).toBe('expected')
  })
})
