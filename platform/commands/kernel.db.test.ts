import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createManualClock } from '#platform/clock.ts'
import { systemIds } from '#platform/ids.ts'
import { createVault } from '#platform/keys/vault.ts'
import { type TestDb, createTestDb } from '#platform/testing/test-db.ts'
import { type Kernel, createKernel } from './kernel.ts'
import { defineCommand, defineQuery } from './types.ts'

interface Scratch {
  'scratch.note': { id: string; text: string }
}

let db: TestDb
let kernel: Kernel
const setUp = { kind: 'set-up' } as const
const input = z.strictObject({ text: z.string() })

const writeNote = defineCommand({
  type: 'note.write',
  permission: 'note.write',
  input,
  execute: async (tx, { text }) => {
    const id = tx.ids.next()
    await tx.tables<Scratch>().insertInto('scratch.note').values({ id, text }).execute()
    return { result: { id }, event: { type: 'note.written', subjects: [{ type: 'note', id }], detail: { text } } }
  },
})

beforeAll(async () => {
  db = await createTestDb()
  // A module's table in small: behind both walls as platform.guard() leaves it.
  await db.asSuperuser((client) =>
    client.query(`
      set role daira_owner;
      create schema scratch; grant usage on schema scratch to daira_app;
      create table scratch.note (id uuid primary key, text text not null);
      select platform.guard('scratch.note');
      create policy reach on scratch.note to daira_app using ((select ctx.reaches_all())) with check ((select ctx.reaches_all()));
      grant select, insert, update on scratch.note to daira_app`),
  )
  kernel = createKernel({
    database: db.app,
    vault: createVault(randomBytes(32)),
    clock: createManualClock(new Date('2026-11-23T09:00:00Z')),
    ids: systemIds,
  })
})
afterAll(() => db.close())

const countNotes = (text: string): Promise<number> =>
  db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ count: number }>('select count(*) from scratch.note where text = $1', [text])
    return rows[0]?.count ?? -1
  })

describe('a command', () => {
  it('stores its rows and its one event together', async () => {
    const id = systemIds.next()
    await kernel.run(writeNote, setUp, id, { text: 'one' })
    const events = await db.asSuperuser((client) =>
      client.query('select type, kind, subjects, detail from audit.event where command_id = $1', [id]),
    )
    expect(events.rows).toHaveLength(1)
    expect(events.rows[0]).toMatchObject({ type: 'note.written', kind: 'system' })
    expect(String(events.rows[0].detail)).not.toContain('one')
  })

  it('is carried out once for its key and answers the same again', async () => {
    const id = systemIds.next()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => kernel.run(writeNote, setUp, id, { text: 'twice' })),
    )
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await countNotes('twice')).toBe(1)
  })

  it('refuses a key that comes again with another input', async () => {
    const id = systemIds.next()
    await kernel.run(writeNote, setUp, id, { text: 'first' })
    await expect(kernel.run(writeNote, setUp, id, { text: 'other' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    })
    expect(await countNotes('other')).toBe(0)
  })

  it('takes fractions, and knows equal input whatever the order of its members', async () => {
    const place = defineCommand({
      ...writeNote,
      input: z.strictObject({ text: z.string(), latitude: z.number() }),
    })
    const id = systemIds.next()
    const first = await kernel.run(place, setUp, id, { text: 'here', latitude: 34.0331 })
    expect(await kernel.run(place, setUp, id, { latitude: 34.0331, text: 'here' })).toEqual(first)
  })

  it('refuses a key that is no UUIDv7, a member nobody asked for, and what cannot be stored', async () => {
    await expect(kernel.run(writeNote, setUp, 'x', { text: 'a' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_MISSING',
    })
    await expect(kernel.run(writeNote, setUp, systemIds.next(), { text: 'a', more: 1 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      params: { fields: 'more' },
    })
    await expect(kernel.run(writeNote, setUp, systemIds.next(), { text: 'a\0b' })).rejects.toMatchObject({
      params: { fields: 'text' },
    })
  })
})

describe('a record whose key was shredded', () => {
  it('answers as one that never was: nothing is encrypted or taken down about it any more', async () => {
    const id = systemIds.next()
    const subject = { type: 'note', id }
    const about = defineCommand({
      type: 'note.add',
      permission: 'note.write',
      input: z.strictObject({ how: z.enum(['encrypt', 'bytes', 'event']) }),
      execute: async (tx, { how }) => {
        if (how === 'encrypt') await tx.encryptFor(subject, Buffer.from('more'))
        if (how === 'bytes') await tx.keyBytes(keyId)
        return { result: null, event: { type: 'note.written', subjects: [subject] } }
      },
    })
    await kernel.run(about, setUp, systemIds.next(), { how: 'encrypt' })
    const keyId = await db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        'update platform.data_key set wrapped = null, shredded_at = now() where subject_id = $1 returning id',
        [id],
      )
      return rows[0]?.id ?? ''
    })
    for (const how of ['encrypt', 'bytes', 'event'])
      await expect(kernel.run(about, setUp, systemIds.next(), { how })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the database', () => {
  it('refuses a mutation without an event', async () => {
    const client = await db.app.pool.connect()
    try {
      await client.query(
        `begin; select identity.enter_set_up('note.write', '019ab000-0000-7000-8000-000000000001', now())`,
      )
      await client.query(`insert into scratch.note values ('019ab000-0000-7000-8000-000000000002', 'silent')`)
      await expect(client.query('commit')).rejects.toMatchObject({ code: 'DA001' })
    } finally {
      client.release()
    }
    expect(await countNotes('silent')).toBe(0)
  })

  it('refuses to change or remove an event, even for the worker', async () => {
    for (const database of [db.app, db.worker]) {
      await expect(database.pool.query(`update audit.event set type = 'x.y'`)).rejects.toMatchObject({ code: '42501' })
      await expect(database.pool.query('delete from audit.event')).rejects.toMatchObject({ code: '42501' })
    }
    await expect(db.asSuperuser((client) => client.query(`delete from audit.event`))).rejects.toMatchObject({
      code: 'DA002',
    })
  })
})

describe('a query', () => {
  it('that is to be recorded does not answer without naming its access', async () => {
    const silent = defineQuery({
      type: 'note.read',
      permission: 'note.read',
      input: z.strictObject({}),
      recorded: true,
      execute: () => Promise.resolve({ result: 'secret' }),
    })
    await expect(kernel.ask(silent, setUp, {})).rejects.toThrow('names no access')
  })

  it('is refused at the door and without a session', async () => {
    const open = defineQuery({
      type: 'n',
      permission: 'note.read',
      input: z.strictObject({}),
      recorded: false,
      execute: () => Promise.resolve({ result: 1 }),
    })
    await expect(kernel.ask(open, { kind: 'door' }, {})).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED' })
    await expect(kernel.ask(open, { kind: 'session', tokenHash: randomBytes(32) }, {})).rejects.toMatchObject({
      code: 'SIGN_IN_NEEDED',
    })
  })
})
