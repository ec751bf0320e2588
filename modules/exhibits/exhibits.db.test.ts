import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Tx, defineCommand, defineQuery } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { assertPowerless } from '#platform/testing/test-db.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Recorded, type Scene, openScene, recordOne } from './testing/scene.ts'

let app: TestApp
let investigator: Officer
let keeper: Officer
let desk2: Officer
let scene: Scene
let knife: Recorded
beforeAll(async () => {
  app = await createTestApp()
  investigator = await app.as('investigator')
  keeper = await app.as('storekeeper')
  desk2 = await app.as('desk2')
  scene = await openScene(investigator)
  knife = await recordOne(investigator, scene, app.clock.now(), { item: { sealNumber: 'KH-1' } })
})
afterAll(() => app.close())

type Row = Record<string, unknown>
type Rows = Record<string, Row>

/** A command whose author forgot every check: only the database stands in its way. */
const careless = (who: Officer, permission: string, work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  app.house.kernel.run(
    defineCommand({
      type: 'test.careless',
      permission,
      input: z.strictObject({}),
      execute: async (tx) => {
        await work(tx)
        return { result: 1, event: { type: 'test.careless', subjects: [] } }
      },
    }),
    who.caller,
    systemIds.next(),
    {},
  )

/** The last movement of an exhibit as the database holds it, to be written anew with something changed. */
const lastOf = async (tx: Tx, id: string): Promise<Row> => {
  const row = await tx
    .tables<Rows>()
    .selectFrom('exhibits.movement')
    .selectAll()
    .where('exhibit_id', '=', id)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  return { ...row, id: tx.ids.next(), marks: '[]', recorded_by: tx.actor.officerId }
}
const addMovement = (change: Row) => async (tx: Tx) => {
  const last = await lastOf(tx, knife.id)
  await tx
    .tables<Rows>()
    .insertInto('exhibits.movement')
    .values({ ...last, kind: 'moved', seal_number: null, seq: Number(last['seq']) + 1, ...change })
    .execute()
}
const bringUp = async (tx: Tx, change: Row): Promise<void> => {
  await tx.tables<Rows>().updateTable('exhibits.exhibit').set(change).where('id', '=', knife.id).execute()
}
const refusal = (code: string, constraint?: string) =>
  expect.objectContaining({ code, ...(constraint ? { constraint } : {}) }) as unknown

describe('a movement', () => {
  it('is added by a role that owns nothing and bypasses nothing', async () => {
    await expect(assertPowerless(app.db.app)).resolves.toBeUndefined()
  })

  it('is never changed, removed or emptied, whoever asks', async () => {
    const asOwner = (statement: string) =>
      app.db.asSuperuser(async (client: Client) => {
        await client.query('begin')
        try {
          await client.query(statement)
        } finally {
          await client.query('rollback')
        }
      })
    for (const statement of [
      `update exhibits.movement set kind = 'moved'`,
      'delete from exhibits.movement',
      'truncate exhibits.movement',
      'truncate exhibits.exhibit cascade',
      'delete from exhibits.exhibit',
      `update exhibits.exhibit set label = repeat('A', 26), version = version + 1`,
      'update exhibits.exhibit set mark_count = 0, version = version + 1',
      'update exhibits.exhibit set version = version',
      'delete from exhibits.stored_file where false; truncate exhibits.stored_file cascade',
    ])
      await expect(asOwner(statement)).rejects.toEqual(refusal('DA002'))
    // The application has not even the right to try.
    for (const work of [
      (tx: Tx) => tx.tables<Rows>().updateTable('exhibits.movement').set({ kind: 'moved' }).execute(),
      (tx: Tx) => tx.tables<Rows>().deleteFrom('exhibits.movement').execute(),
      (tx: Tx) => tx.tables<Rows>().updateTable('exhibits.exhibit').set({ reference: 'x' }).execute(),
    ])
      await expect(careless(keeper, 'exhibit.move', work)).rejects.toEqual(refusal('42501'))
  })

  it('leaves no gap and follows the last one', async () => {
    await expect(careless(keeper, 'exhibit.move', addMovement({ seq: 9 }))).rejects.toEqual(refusal('DA002'))
    await expect(careless(keeper, 'exhibit.move', addMovement({ seq: 2 }))).rejects.toEqual(refusal('DA002'))
    await expect(careless(keeper, 'exhibit.move', addMovement({ kind: 'taken', from_place_id: null }))).rejects.toEqual(
      refusal('23514', 'movement_taken_first'),
    )
  })

  it('has two persons, both named', async () => {
    const one = `officer:${keeper.officerId}`
    const both = { handed_by: keeper.officerId, received_by: keeper.officerId, handed_party: one, received_party: one }
    await expect(careless(keeper, 'exhibit.move', addMovement(both))).rejects.toEqual(
      refusal('23514', 'movement_two_persons'),
    )
    await expect(
      careless(keeper, 'exhibit.move', addMovement({ handed_by: null, handed_party: 'nobody' })),
    ).rejects.toEqual(refusal('23514', 'movement_hander_whole'))
  })

  it('goes with its exhibit: neither is committed without the other', async () => {
    await expect(careless(keeper, 'exhibit.move', async (tx) => bringUp(tx, { seq: 3, version: 99 }))).rejects.toEqual(
      refusal('DA002'),
    )
    // The same with its movement goes through: it is the chain that refuses, not the test.
    await careless(keeper, 'exhibit.move', async (tx) => {
      await addMovement({})(tx)
      await bringUp(tx, { seq: 3, version: 3 })
    })
    await expect(careless(keeper, 'exhibit.move', addMovement({}))).rejects.toEqual(refusal('DA002'))
  })

  it('is told by its officer, under a permission to move, of what may be seen', async () => {
    await expect(careless(keeper, 'exhibit.move', addMovement({ recorded_by: desk2.officerId }))).rejects.toEqual(
      refusal('42501'),
    )
    await expect(careless(keeper, 'exhibit.read', addMovement({}))).rejects.toEqual(refusal('42501'))
    await expect(careless(desk2, 'exhibit.move', addMovement({}))).rejects.toThrow(/no result/i)
  })

  it('after the end is a correction', async () => {
    await careless(keeper, 'exhibit.end', async (tx) => {
      await addMovement({ kind: 'returned' })(tx)
      await bringUp(tx, { seq: 4, version: 4, state: 'returned' })
    })
    await expect(careless(keeper, 'exhibit.move', addMovement({}))).rejects.toEqual(refusal('DA002'))
    await expect(
      careless(keeper, 'exhibit.move', async (tx) => {
        await addMovement({ kind: 'corrected', corrects_seq: 1 })(tx)
        await bringUp(tx, { seq: 5, version: 5, state: 'held' })
      }),
    ).rejects.toEqual(refusal('DA002'))
    await careless(keeper, 'exhibit.move', async (tx) => {
      await addMovement({ kind: 'corrected', corrects_seq: 1 })(tx)
      await bringUp(tx, { seq: 5, version: 5 })
    })
  })
})

describe('what hangs on an exhibit', () => {
  it('exists for those alone for whom its case exists', async () => {
    const count = (who: Officer, table: string, column: string) =>
      app.house.kernel.ask(
        defineQuery({
          type: 'test.look',
          permission: 'exhibit.read',
          input: z.strictObject({}),
          recorded: false,
          execute: async (tx) => {
            const rows = await tx.tables<Rows>().selectFrom(table).select(column).execute()
            return { result: rows.length }
          },
        }),
        who.caller,
        {},
      )
    for (const [table, column] of [
      ['exhibits.exhibit', 'id'],
      ['exhibits.movement', 'id'],
      ['exhibits.word', 'exhibit_id'],
      ['exhibits.place', 'id'],
    ] as const) {
      expect([table, (await count(keeper, table, column)) > 0]).toEqual([table, true])
      expect([table, await count(desk2, table, column)]).toEqual([table, 0])
    }
  })

  it('keeps no word to be read and no name outside what is encrypted', async () => {
    const dump = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ row: string }>(`
        select e::text as row from exhibits.exhibit e union all select m::text from exhibits.movement m
        union all select w::text from exhibits.word w`)
      return rows.map(({ row }) => row).join('\n')
    })
    expect(dump).toContain(knife.label)
    for (const said of ['سكين', 'سالم', 'مطبخ', 'KITCHEN']) expect(dump).not.toContain(said)
  })
})
