import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineCommand } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { findUnchartered } from '#modules/registry/index.ts'
import { requireCharters } from './compose.ts'
import { loadCountry } from './country.ts'
import { type TestApp, createTestApp } from './testing.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

/** Takes the charter of a register away for the length of some work. */
async function withoutCharter(register: string, work: () => Promise<void>): Promise<void> {
  const kept = await app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ row: string }>(
      'delete from registry.charter where register = $1 returning to_jsonb(registry.charter.*)::text as row',
      [register],
    )
    return rows[0]?.row
  })
  expect(kept).toBeDefined()
  try {
    await work()
  } finally {
    await app.db.asSuperuser((client) =>
      client.query('insert into registry.charter select * from jsonb_populate_record(null::registry.charter, $1)', [
        kept,
      ]),
    )
  }
}

const codeOf = (answer: { statusCode: number; json: () => unknown }): unknown[] => [
  answer.statusCode,
  (answer.json() as { code?: string }).code,
]

describe('every register that opens', () => {
  it('is named by its module', () => {
    expect(app.house.assembled.registers).toEqual(
      expect.arrayContaining(['audit-log', 'cases', 'desk-register', 'exhibits', 'officers', 'persons', 'pvs']),
    )
  })

  it.each(['morocco', 'testland'] as const)('has a charter in %s', async (code) => {
    const { charters } = await loadCountry(code)
    expect(findUnchartered(app.house.assembled.registers, charters)).toEqual([])
    expect(() => requireCharters([...app.house.assembled.registers, 'faces'], charters)).toThrow(
      'the register faces has no charter',
    )
  })
})

describe('a register without a charter', () => {
  it('takes down no visit, and no number is lost by it', async () => {
    const desk = await app.as('desk')
    const visit = { kind: 'visit', text: 'زائر' }
    const first = (await desk.post('/register', visit)).json<{ number: number }>().number
    await withoutCharter('desk-register', async () => {
      expect(codeOf(await desk.post('/register', visit))).toEqual([409, 'REGISTER_NOT_CHARTERED'])
    })
    expect((await desk.post('/register', visit)).json<{ number: number }>().number).toBe(first + 1)
  })

  it('takes no line from another unit', async () => {
    const desk = await app.as('desk')
    const desk2 = await app.as('desk2')
    const head2 = await app.as('head2')
    const line = (await desk.post('/register', { kind: 'complaint', text: 'شكاية' })).json<{ id: string }>()
    const sent = await desk.post(`/register/${line.id}/send`, {
      toUnitId: desk2.unitId,
      reason: 'الاختصاص',
      baseVersion: 1,
    })
    const { transferId } = sent.json<{ transferId: string }>()
    await withoutCharter('desk-register', async () => {
      const refused = await head2.post(`/register/transfers/${transferId}/accept`, {})
      expect(codeOf(refused)).toEqual([409, 'REGISTER_NOT_CHARTERED'])
    })
    expect((await head2.post(`/register/transfers/${transferId}/accept`, {})).statusCode).toBe(201)
  })

  it('closes no text of a PV', async () => {
    const investigator = await app.as('investigator')
    const close = () => investigator.post(`/drafts/${systemIds.next()}/finalise`, { seq: 0 })
    expect(codeOf(await close())).toEqual([404, 'NOT_FOUND'])
    await withoutCharter('pvs', async () => expect(codeOf(await close())).toEqual([409, 'REGISTER_NOT_CHARTERED']))
  })

  it.each([
    ['desk-register', 'intake.line', 'register.record', 'desk'],
    ['cases', 'casework.case_file', 'case.open', 'desk'],
    ['pvs', 'documents.pv', 'pv.finalise', 'investigator'],
    ['custody', 'custody.custody', 'custody.open', 'investigator'],
    ['exhibits', 'exhibits.exhibit', 'exhibit.record', 'investigator'],
  ])('is closed at the database’s own door: %s', async (register, table, permission, who) => {
    const officer = await app.as(who)
    const { id: caseId } = (await officer.post('/cases', {})).json<{ id: string }>()
    const author = Object.entries({ pvs: 'drafted_by', exhibits: 'recorded_by' }).find(([of]) => of === register)?.[1]
    const whose =
      author || register === 'custody' ? { case_id: caseId, ...(author ? { [author]: officer.officerId } : {}) } : {}
    // Not a whole row: the policies are asked before the columns are.
    const silent = defineCommand({
      type: 'test.door',
      permission,
      input: z.strictObject({}),
      execute: async (tx) => {
        const id = tx.ids.next()
        await tx
          .tables<Record<string, Record<string, unknown>>>()
          .insertInto(table)
          .values({ id, unit_id: tx.actor.unitId, area: tx.actor.area, ...whose })
          .execute()
        return { result: { id }, event: { type: 'test.door', subjects: [] } }
      },
    })
    const knock = () => app.house.kernel.run(silent, officer.caller, systemIds.next(), {})
    const closed = { code: '42501', message: expect.stringContaining('_chartered') as string }
    await withoutCharter(register, () => expect(knock()).rejects.toMatchObject(closed))
    await expect(knock()).rejects.toMatchObject({ code: '23502' })
  })
})
