import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { z } from 'zod'
import { createKernel } from '#platform/commands/kernel.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { type Officer, type TestApp, createTestApp } from './testing.ts'

let app: TestApp
let desk: Officer
let other: Officer
let head: Officer
const cases = { own: '', theirs: '', sealed: '' }
const lines = { own: '', theirs: '' }
const ref = z.object({ id: z.uuid() })

beforeAll(async () => {
  app = await createTestApp()
  desk = await app.as('desk')
  other = await app.as('desk2')
  head = await app.as('head')
  cases.own = (await open(desk)).id
  cases.theirs = (await open(other)).id
  const toSeal = await open(desk)
  const sealing = await head.post(`/cases/${toSeal.id}/seal`, {
    baseVersion: 1,
    reason: 'minor',
  })
  if (sealing.statusCode !== 200) throw new Error(sealing.body)
  cases.sealed = toSeal.id
  lines.own = await record(desk)
  lines.theirs = await record(other)
})
afterAll(() => app.close())

async function open(officer: Officer): Promise<z.output<typeof ref>> {
  return ref.parse((await officer.post('/cases', { origin: 'visit' })).json())
}

async function record(officer: Officer): Promise<string> {
  return ref.parse((await officer.post('/register', { kind: 'visit', text: 'سأل عن شهادة' })).json()).id
}

const look = (officer: Officer, purpose: string) => officer.get('/persons?q=salma', { 'x-purpose': purpose })

const lastEvent = (type: string) =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ purpose_kind: string | null; purpose_id: string | null; codes: object }>(
      'select purpose_kind, purpose_id, codes from audit.event where type = $1 order by id desc limit 1',
      [type],
    )
    return rows[0]
  })

describe('the purpose of a look-up', () => {
  it('is taken where the reader may see the work it names, and stands in the log', async () => {
    for (const [kind, id] of [
      ['case', cases.own],
      ['register', lines.own],
    ] as const) {
      expect((await look(desk, `${kind}:${id}`)).statusCode).toBe(200)
      expect(await lastEvent('person.searched')).toMatchObject({ purpose_kind: kind, purpose_id: id })
    }
    expect((await look(desk, `case:${cases.own.toUpperCase()}`)).statusCode).toBe(200)
    expect((await look(head, `case:${cases.sealed}`)).statusCode).toBe(200)
  })

  it('is refused in one and the same way where that work is absent, out of reach or sealed', async () => {
    const answers = await Promise.all(
      [
        `case:${v7()}`,
        `case:${cases.theirs}`,
        `case:${cases.sealed}`,
        `register:${v7()}`,
        `register:${lines.theirs}`,
        // The right id under the wrong kind, and a kind that no module vouches for.
        `register:${cases.own}`,
        `call:${cases.own}`,
      ].map((purpose) => look(desk, purpose)),
    )
    const bodies = answers.map((answer) => {
      const { correlationId: _, ...said } = answer.json<Record<string, unknown>>()
      return [answer.statusCode, said]
    })
    expect(bodies[0]).toEqual([422, { code: 'PURPOSE_UNKNOWN', message: expect.stringContaining('.'), params: {} }])
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expect(await lastEvent('request.refused')).toMatchObject({ codes: { code: 'PURPOSE_UNKNOWN' } })
  })

  it('is refused with a sentence where it is malformed', async () => {
    for (const purpose of [
      'case',
      'case:',
      'case:12',
      `plan:${v7()}`,
      `case:${v7()}:more`,
      `case:${v7()}, case:${v7()}`,
    ]) {
      const answer = await look(desk, purpose)
      expect([purpose, answer.statusCode, answer.json()]).toEqual([
        purpose,
        400,
        expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining('X-Purpose') }),
      ])
    }
  })

  it('costs a question more only where the look-up did not show that work itself', async () => {
    let asked = 0
    const { database, keyring, ids } = app.house
    const kernel = createKernel({
      database,
      vault: keyring.vault,
      clock: app.clock,
      ids,
      purposes: () => ({ case: { permission: 'case.read', sees: () => Promise.resolve((asked += 1) > 0) } }),
    })
    const readOne = defineQuery({
      type: 'case.read',
      permission: 'case.read',
      input: z.strictObject({ id: z.uuid() }),
      recorded: true,
      execute: (_tx, { id }) =>
        Promise.resolve({ result: id, access: { type: 'case.read', subjects: [{ type: 'case', id }] } }),
    })
    await kernel.ask(readOne, desk.caller, { id: cases.own }, { kind: 'case', id: cases.own })
    await kernel.ask(readOne, desk.caller, { id: cases.own })
    expect(asked).toBe(0)
    await kernel.ask(
      { ...readOne, recorded: false },
      desk.caller,
      { id: cases.own },
      { kind: 'case', id: cases.theirs },
    )
    expect(asked).toBe(0)
    await kernel.ask(readOne, desk.caller, { id: cases.own }, { kind: 'case', id: cases.theirs })
    expect(asked).toBe(1)
  })
})
