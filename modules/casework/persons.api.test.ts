import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { offences } from '#country/testland/offences/index.ts'
import type { Person } from '#contracts/registry/person.ts'
import { defineCommand, defineQuery } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { getCaseForAct } from './index.ts'
import { type CaseworkApp, type Desk, startCasework } from './testing/casework-app.ts'

let casework: CaseworkApp<TestApp>
let desk: Desk
let head: Desk
let desk3: Desk

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  desk = await casework.at('desk')
  head = await casework.at('head')
  desk3 = await casework.at('desk3')
})
afterAll(() => casework.close())

const open = async (person: object, more: object = {}): Promise<{ id: string; personId: string }> => {
  const opened = await desk.done<{ id: string; participants: { personId: string }[] }>('/cases', {
    participants: [{ role: 'complainant', standing: 'fact', person, ...more }],
  })
  return { id: opened.id, personId: opened.participants[0]?.personId ?? '' }
}
const read = async (by: Desk, id: string, path = ''): Promise<Person> =>
  (await by.get(`/persons/${id}${path}?reason=why`)).json()
const named = (given: string, family: string) => ({
  source: 'statement',
  names: [{ script: 'latin', given, family }],
})

describe('what is known of a person', () => {
  it('stands fact by fact, with its source and the case it was learned in', async () => {
    const { id, personId } = await open({
      source: 'document',
      sourceNote: 'بطاقة التعريف',
      names: [{ script: 'ar', given: 'هاجر', family: 'الوزاني' }],
      facts: [{ kind: 'birth', date: '1999', place: 'وزان' }],
    })
    const person = await read(desk, personId)
    expect(person).toMatchObject({
      names: [{ given: 'هاجر', source: 'document', sourceNote: 'بطاقة التعريف', caseId: id, protected: false }],
      facts: [{ kind: 'birth', value: { date: '1999', place: 'وزان' }, caseId: id }],
    })
  })

  it('is national in what identifies, and stays with its case in where one lives', async () => {
    const { personId } = await open({
      ...named('Zakaria', 'Benmoussa'),
      facts: [
        { kind: 'address', text: 'حي الأمل' },
        { kind: 'contact', type: 'phone', value: '0600000001' },
        { kind: 'nationality', country: 'MA' },
      ],
    })
    expect((await read(desk, personId)).facts.map(({ kind }) => kind)).toEqual(['address', 'contact', 'nationality'])
    expect((await read(desk3, personId)).facts.map(({ kind }) => kind)).toEqual(['nationality'])
  })

  it('hides a hidden address from all but those who may see what is protected', async () => {
    const { personId } = await open({
      ...named('Kenza', 'Alaoui Mdaghri'),
      facts: [{ kind: 'address', text: 'عند أختها', hidden: true }],
    })
    for (const by of [desk, head, desk3]) expect((await read(by, personId)).facts).toEqual([])
    expect((await read(head, personId, '/protected')).facts).toMatchObject([{ value: { text: 'عند أختها' } }])
    expect((await desk.get(`/persons/${personId}/protected?reason=why`)).statusCode).toBe(403)
    expect((await read(await casework.at('head2'), personId, '/protected')).facts).toEqual([])
  })

  it('is corrected by addition: the old fact ends, stays, and is found no more', async () => {
    const { id, personId } = await open(named('Ayman', 'Rguibi'))
    const wrong = (await read(desk, personId)).names[0]?.id
    const correct = { ...named('Aymane', 'Reguibi'), ends: [wrong], endReason: 'خطأ في النقل', caseId: id }
    expect(await desk.done(`/persons/${personId}/facts`, correct)).toEqual({ id: personId, added: 1, ended: 1 })
    expect((await read(desk, personId)).names).toMatchObject([
      {
        given: 'Ayman',
        recordedBy: { id: desk.officerId },
        endedAt: '2026-11-23T09:00:00.000Z',
        endedBy: { id: desk.officerId },
        endReason: 'خطأ في النقل',
      },
      { given: 'Aymane', endedAt: null, caseId: id },
    ])
    const search = async (q: string) => (await desk.get(`/persons?q=${q}&reason=why`)).json<{ items: object[] }>().items
    expect(await search('Rguibi')).toEqual([])
    expect(await search('Reguibi')).toMatchObject([{ id: personId, nameLatin: 'Aymane Reguibi', matched: 'name' }])
    const again = await desk.post(`/persons/${personId}/facts`, correct)
    expect(again.json()).toMatchObject({ code: 'FACT_OF_ANOTHER_PERSON' })
  })

  it('is corrected only with a reason, and read only with a purpose', async () => {
    const { id, personId } = await open(named('Badr', 'Sabri'))
    const name = (await read(desk, personId)).names[0]?.id
    const without = await desk.post(`/persons/${personId}/facts`, { ...named('Badre', 'Sabri'), ends: [name] })
    expect([without.statusCode, without.json<{ code: string }>().code]).toEqual([422, 'CORRECTION_WITHOUT_REASON'])
    for (const path of ['', '/protected', '/cases']) {
      const unexplained = await head.get(`/persons/${personId}${path}`)
      expect([unexplained.statusCode, unexplained.json<{ code: string }>().code]).toEqual([428, 'PURPOSE_NEEDED'])
      expect((await head.get(`/persons/${personId}${path}`, { 'x-purpose': `case:${id}` })).statusCode).toBe(200)
    }
  })

  it('is listed with the cases and roles that the reader may see', async () => {
    const { id, personId } = await open(named('Salim', 'Berrada'))
    const sealed = await head.done<{ id: string }>('/cases', {
      seal: { reason: 'secrecy' },
      participants: [{ role: 'suspect', standing: 'assessment', personId }],
    })
    const cases = async (by: Desk) =>
      (await by.get(`/persons/${personId}/cases?reason=why`))
        .json<{ items: { case: { id: string }; roles: { role: string }[] }[] }>()
        .items.map((item) => [item.case.id, ...item.roles.map(({ role }) => role)])
    expect(await cases(head)).toEqual([
      [sealed.id, 'suspect'],
      [id, 'complainant'],
    ])
    expect(await cases(desk)).toEqual([[id, 'complainant']])
    expect(await cases(desk3)).toEqual([])
  })

  it('is not ended by a unit that only may read it', async () => {
    const { personId } = await open(named('Siham', 'Bennouna'))
    const name = (await read(desk3, personId)).names[0]?.id
    const answer = await desk3.post(`/persons/${personId}/facts`, { source: 'statement', ends: [name], endReason: 'x' })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'FACT_OF_ANOTHER_PERSON'])
    const beside = await desk3.done(`/persons/${personId}/facts`, named('Sihame', 'Bennouna'))
    expect(beside).toMatchObject({ added: 1, ended: 0 })
  })

  it('does not take facts for a case that the officer may not see', async () => {
    const { id, personId } = await open(named('Imane', 'Chraibi'))
    const answer = await desk3.post(`/persons/${personId}/facts`, { ...named('Imane', 'Chraïbi'), caseId: id })
    expect(answer.statusCode).toBe(404)
    expect((await desk.get(`/persons/${systemIds.next()}?reason=why`)).statusCode).toBe(404)
  })

  it('pages through namesakes without losing or repeating one', async () => {
    for (let count = 0; count < 45; count += 1) await open(named('Nabil', 'Ouazzani'))
    const found: string[] = []
    let cursor = ''
    for (let page = 0; page < 5; page += 1) {
      const answer = await desk.get(`/persons?q=nabil&reason=why${cursor}`)
      const { items, next } = answer.json<{ items: { id: string }[]; next: string | null }>()
      found.push(...items.map(({ id }) => id))
      if (next === null) break
      cursor = `&cursor=${next}`
    }
    expect(found).toHaveLength(45)
    expect(new Set(found).size).toBe(45)
    expect((await desk.get('/persons?q=nabil&reason=why&cursor=nonsense')).statusCode).toBe(400)
  })
})

describe('what a file proposes to an act', () => {
  const forAct = (permission: string) =>
    defineQuery({
      type: 'test.act',
      permission,
      input: z.strictObject({ id: z.uuid() }),
      recorded: false,
      execute: async (tx, { id }) => ({ result: await getCaseForAct(tx, id) }),
    })

  it('is what holds and is not protected, even under the permission that sees more', async () => {
    const { id, personId } = await open({
      ...named('Yassine', 'Lamrani'),
      facts: [
        { kind: 'address', text: 'زنقة الورد' },
        { kind: 'address', text: 'مخبأ', hidden: true },
      ],
    })
    const wrong = (await read(desk, personId)).names[0]?.id
    await desk.done(`/persons/${personId}/facts`, {
      ...named('Yacine', 'Lamrani'),
      ends: [wrong],
      endReason: 'خطأ في النقل',
      caseId: id,
    })
    await desk.done(`/cases/${id}/participants`, {
      role: 'witness',
      standing: 'fact',
      protected: true,
      person: named('Secret', 'Witness'),
    })
    for (const permission of ['case.change', 'person.protected']) {
      const { caller } = await casework.app.as('head')
      const act = await casework.app.house.kernel.ask(forAct(permission), caller, { id })
      const proposed = JSON.stringify(act.participants)
      expect(act.participants.map((each) => [each.role, each.protected, each.alias])).toEqual([
        ['complainant', false, null],
        ['witness', true, 'X1'],
      ])
      expect(act.participants[0]?.person).toMatchObject({
        names: [{ given: 'Yacine' }],
        facts: [{ value: { text: 'زنقة الورد' } }],
      })
      expect(proposed).not.toMatch(/Secret|Yassine|مخبأ/)
    }
  })
})

describe('a role', () => {
  const links = async (id: string) =>
    (await desk.get(`/cases/${id}`)).json<{
      participants: {
        id: string
        role: string
        until: string | null
        endReason: string | null
        version: number
        alias: string | null
        guards: string | null
      }[]
    }>().participants

  it('ends with a reason, and the end is taken back', async () => {
    const { id } = await open(named('Adil', 'Fassi'))
    const [link] = await links(id)
    const at = `/cases/${id}/participants/${link?.id}`
    await desk.done(`${at}/end`, { reason: 'entered-in-error', baseVersion: 1 })
    expect((await links(id))[0]).toMatchObject({ endReason: 'entered-in-error', version: 2 })
    await desk.done(`${at}/resumption`, { baseVersion: 2 })
    expect((await links(id))[0]).toMatchObject({ until: null, endReason: null, version: 3 })
    const history = (await desk.get(`/cases/${id}/history`)).json<{ items: { sentence: string }[] }>().items
    expect(history[0]?.sentence).toContain('was taken back')
    const again = await desk.post(`${at}/resumption`, { baseVersion: 3 })
    expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'PARTICIPANT_NOT_RESUMABLE'])
    await desk.done(`${at}/role`, { role: 'victim', standing: 'fact', baseVersion: 3 })
    const replaced = await desk.post(`${at}/resumption`, { baseVersion: 4 })
    expect(replaced.json()).toMatchObject({ code: 'PARTICIPANT_NOT_RESUMABLE' })
    expect((await desk3.post(`${at}/resumption`, { baseVersion: 4 })).statusCode).toBe(404)
  })

  it('changes without loosening who guards whom, or who stands behind an alias', async () => {
    const { id } = await open(named('Rim', 'Tazi'))
    const [minor] = await links(id)
    await desk.done(`/cases/${id}/participants`, {
      role: 'minor-guardian',
      standing: 'fact',
      guards: minor?.id,
      person: named('Omar', 'Tazi'),
    })
    await desk.done(`/cases/${id}/participants`, {
      role: 'witness',
      standing: 'fact',
      protected: true,
      person: named('Very', 'Secret'),
    })
    const hidden = (await links(id)).find(({ alias }) => alias !== null)
    for (const [link, role] of [
      [minor, 'victim'],
      [hidden, 'complainant'],
    ] as const) {
      await desk.done(`/cases/${id}/participants/${link?.id}/role`, { role, standing: 'fact', baseVersion: 1 })
    }
    const now = (await links(id)).filter(({ until }) => until === null)
    const victim = now.find(({ role }) => role === 'victim')
    expect(now.find(({ role }) => role === 'minor-guardian')?.guards).toBe(victim?.id)
    const behind = (await head.get(`/cases/${id}/protected?reason=why`)).json<{ items: { participantId: string }[] }>()
      .items
    expect(behind.map(({ participantId }) => participantId)).toContain(now.find(({ alias }) => alias !== null)?.id)
  })
})

describe('a register without a charter', () => {
  const withoutCharter = async (register: string, work: () => Promise<void>) => {
    const { db } = casework.app
    const kept = await db.asSuperuser(async (client) => {
      const { rows } = await client.query('delete from registry.charter where register = $1 returning *', [register])
      return rows[0] as { register: string; version: string; in_force_from: string; body: object }
    })
    try {
      await work()
    } finally {
      await db.asSuperuser((client) =>
        client.query('insert into registry.charter values ($1, $2, $3, $4)', [
          kept.register,
          kept.version,
          kept.in_force_from,
          kept.body,
        ]),
      )
    }
  }

  it('does not open, and nothing is left half done', async () => {
    const before = (await desk.get('/cases/queues')).body
    const body = { participants: [{ role: 'victim', standing: 'fact', person: named('Nobody', 'Atall') }] }
    for (const register of ['persons', 'cases']) {
      await withoutCharter(register, async () => {
        const answer = await desk.post('/cases', body)
        expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'REGISTER_NOT_CHARTERED'])
      })
    }
    expect((await desk.get('/cases/queues')).body).toBe(before)
    expect((await desk.post('/cases', body)).statusCode).toBe(201)
  })

  it('does not open to the database’s own door either', async () => {
    const silent = defineCommand({
      type: 'test.person',
      permission: 'case.open',
      input: z.strictObject({}),
      execute: async (tx) => {
        const id = tx.ids.next()
        await sql`insert into registry.person (id, unit_id, area, created_at)
          values (${id}, ${tx.actor.unitId}, ${tx.actor.area}, ${tx.now})`.execute(tx.tables())
        return { result: { id }, event: { type: 'test.person', subjects: [{ type: 'person', id }] } }
      },
    })
    const { caller } = await casework.app.as('desk')
    const make = () => casework.app.house.kernel.run(silent, caller, systemIds.next(), {})
    await withoutCharter('persons', () => expect(make()).rejects.toMatchObject({ code: '42501' }))
    await expect(make()).resolves.toHaveProperty('id')
  })
})
