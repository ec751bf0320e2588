import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from './testing/custody-ground.ts'

let app: TestApp
let ground: CustodyGround
let id: string
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
  id = await ground.open()
  await ground.record(id, { kind: 'welfare', at: ground.at(0), state: 'well' })
})
afterAll(() => app.close())

// A superuser, who stands above every policy and grant, still meets the triggers.
const attempt = (statement: string): Promise<unknown> =>
  app.db.asSuperuser(async (client) => {
    await client.query('begin')
    try {
      await client.query(statement, statement.includes('$1') ? [id] : [])
      return 'done'
    } finally {
      await client.query('rollback')
    }
  })

it.each([
  ['an entry rewritten', "update custody.entry set at = at - interval '1 hour' where custody_id = $1", 'never changed'],
  ['its words rewritten', "update custody.entry set detail = '' where custody_id = $1", 'never changed'],
  ['every entry emptied at once', 'truncate custody.entry cascade', 'never changed'],
  ['the hour of arrest moved', 'update custody.custody set arrested_at = now() where id = $1', 'said at placement'],
  ['the person exchanged', "update custody.custody set subject = '' where id = $1", 'said at placement'],
  ['the line deleted', 'delete from custody.custody where id = $1', 'never deleted'],
])('refuses %s', async (_what, statement, why) => {
  await expect(attempt(statement)).rejects.toMatchObject({
    code: 'DA002',
    message: expect.stringContaining(why) as string,
  })
})

it('refuses to take a raised alarm back', async () => {
  await app.db.asSuperuser(async (client) => {
    await client.query('begin')
    try {
      await client.query('update custody.alarm set raised_at = now(), dropped_at = null where custody_id = $1', [id])
      await client.query('savepoint raised')
      await expect(
        client.query('update custody.alarm set raised_at = null where custody_id = $1', [id]),
      ).rejects.toMatchObject({ code: 'DA002', message: 'an alarm that was raised stays' })
      await client.query('rollback to raised')
      // Being told is written once, and nothing else with it.
      for (const [first, second] of [
        ['told_at = now()', 'told_at = null'],
        ['told_at = now()', "told_at = now() + interval '1 hour'"],
        ["told_at = now(), due_at = now() - interval '9 hours'", null],
      ] as const) {
        const set = (change: string) => client.query(`update custody.alarm set ${change} where custody_id = $1`, [id])
        const both = async (): Promise<void> => {
          await set(first)
          if (second !== null) await set(second)
        }
        await expect(both()).rejects.toMatchObject({ code: 'DA002', message: 'an alarm that was raised stays' })
        await client.query('rollback to raised')
      }
    } finally {
      await client.query('rollback')
    }
  })
})

it('refuses an entry that leaves a gap', async () => {
  await expect(
    attempt(`insert into custody.entry (id, custody_id, unit_id, area, seq, kind, at, recorded_at, recorded_by, codes, key_id, detail)
      select gen_random_uuid(), custody_id, unit_id, area, 99, kind, at, recorded_at, recorded_by, codes, key_id, detail
      from custody.entry where custody_id = $1 limit 1`),
  ).rejects.toMatchObject({
    code: 'DA002',
    message: expect.stringContaining('entry 99 of a custody that has') as string,
  })
})

it('numbers the entries of two who write at once one after the other', async () => {
  const writers = [ground.investigator, ground.keeper, ground.head].flatMap((who) => [who, who, who, who])
  const answers = await Promise.all(
    writers.map((who) =>
      who.post(`/custodies/${id}/entries`, { entries: [{ kind: 'welfare', at: ground.at(0), state: 'well' }] }),
    ),
  )
  expect(answers.map((answer) => answer.statusCode)).toEqual(answers.map(() => 201))
  const seqs = (await ground.read(id)).entries.map(({ seq }) => seq).toSorted((one, other) => one - other)
  expect(seqs).toEqual(seqs.map((_, index) => index + 1))
})
