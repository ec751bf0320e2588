import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { offences } from '#country/testland/offences/index.ts'
import type { CaseFile } from '#contracts/casework/case.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type CaseworkApp, type Desk, deskOf, startCasework } from './testing/casework-app.ts'

let casework: CaseworkApp<TestApp>
let head: Desk
let investigator: Desk
/** Of the same unit as the sealed case, of another one, over everything, and of the prosecutor's office. */
const outsiders = ['apj', 'desk', 'investigator2', 'inspector', 'prosecutor'] as const

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  head = await casework.at('head')
  investigator = await casework.at('investigator')
})
afterAll(() => casework.close())

interface Opened {
  id: string
  reference: string
  number: number
  participants: { personId: string }[]
}

const person = {
  source: 'document',
  names: [
    { script: 'ar', given: 'مروان', family: 'الصنهاجي' },
    { script: 'latin', given: 'Marouane', family: 'Sanhaji' },
  ],
  documents: [{ kind: 'national-id', number: 'ZX 998877', country: 'MA' }],
}
const body = {
  offences: [{ code: 'tl.tc.3' }],
  facts: { place: 'ساحة النخيل', how: 'ما لا يعلمه غيرهم' },
  participants: [{ role: 'suspect', standing: 'assessment', person }],
}

/** Everything an officer can ask that could speak of a case. */
const channels = (opened: Opened | undefined): string[] => [
  '/cases?queue=unit',
  '/cases?queue=mine',
  '/cases?queue=overdue',
  '/cases?queue=waiting',
  '/cases?queue=incoming',
  '/cases/queues',
  '/search?q=Sanhaji&reason=why',
  `/search?q=${encodeURIComponent('الصنهاجي')}&reason=why`,
  '/search?q=ZX998877&reason=why',
  '/search?q=S2026%2F1',
  ...Array.from({ length: 12 }, (_, at) => `/search?q=2026%2F${at + 1}`),
  '/persons?q=Sanhaji&reason=why',
  ...['', '/history', '/readers', '/protected'].map((path) => `/cases/${opened?.id ?? systemIds.next()}${path}`),
  `/persons/${opened?.participants[0]?.personId ?? systemIds.next()}?reason=why`,
]

/** The answers of all channels, without the number of the request. */
async function listen(desk: Desk, opened?: Opened): Promise<string[]> {
  const answers: string[] = []
  for (const url of channels(opened)) {
    const answer = await desk.get(url)
    answers.push(`${answer.statusCode} ${answer.body.replace(/"correlationId":"[^"]+"/, '')}`)
  }
  return answers
}

describe('a sealed case', () => {
  it('changes no byte of any answer to those who are not on its list', async () => {
    for (let count = 0; count < 2; count += 1) await head.done('/cases', { facts: { place: 'السوق' } })
    const before = new Map<string, string[]>()
    for (const key of outsiders) before.set(key, await listen(await casework.at(key)))
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    expect(opened.reference).toBe('S2026/1')
    await head.done(`/cases/${opened.id}/tasks`, { title: 'تفتيش', dueAt: '2026-11-20T08:00:00Z' })
    await head.done(`/cases/${opened.id}/prosecutor`, {
      prosecutorUnitId: casework.app.units.parquet,
      baseVersion: 1,
    })
    for (const key of outsiders) {
      expect({ key, heard: await listen(await casework.at(key), opened) }).toEqual({ key, heard: before.get(key) })
    }
    expect((await head.get(`/cases/${opened.id}`)).statusCode).toBe(200)
    expect((await head.get('/search?q=ZX998877&reason=why')).body).toContain(opened.id)
  })

  it('is not among the cases of a person whom an open case shows', async () => {
    const known = await investigator.done<Opened>('/cases', {
      participants: [
        {
          role: 'witness',
          standing: 'fact',
          person: { source: 'statement', names: [{ script: 'latin', given: 'Hamza', family: 'Tijani' }] },
        },
      ],
    })
    const apj = await casework.at('apj')
    const before = (await apj.get('/search?q=Tijani&reason=why')).body
    const sealed = await head.done<Opened>('/cases', {
      seal: { reason: 'secrecy' },
      participants: [{ role: 'suspect', standing: 'assessment', personId: known.participants[0]?.personId }],
    })
    expect((await apj.get('/search?q=Tijani&reason=why')).body).toBe(before)
    expect((await head.get('/search?q=Tijani&reason=why')).body).toContain(sealed.id)
  })

  it('leaves no gap among the numbers of its unit', async () => {
    const first = await investigator.done<Opened>('/cases', {})
    await head.done<Opened>('/cases', { ...body, seal: { reason: 'minor' } })
    const second = await investigator.done<Opened>('/cases', {})
    expect(second.number).toBe(first.number + 1)
  })

  it('answers every command of an outsider as a case that does not exist', async () => {
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    const head2 = await casework.at('head2')
    const apj = await casework.at('apj')
    const commands: [string, object][] = [
      ['notes', { text: 'محاولة' }],
      ['facts', { baseVersion: 1, facts: { place: 'محاولة' } }],
      ['participants', { role: 'witness', standing: 'fact', person }],
      ['tasks', { title: 'محاولة' }],
      ['seal', { baseVersion: 1, reason: 'minor' }],
      ['unsealing', { baseVersion: 1, reason: 'محاولة' }],
      ['access', { add: [apj.officerId] }],
      ['assignment', { officerId: apj.officerId }],
      ['transfer/answer', { answer: 'accepted' }],
    ]
    for (const desk of [apj, head2]) {
      for (const [path, input] of commands) {
        const [theirs, none] = [
          await desk.post(`/cases/${opened.id}/${path}`, input),
          await desk.post(`/cases/${systemIds.next()}/${path}`, input),
        ]
        expect(theirs.statusCode).toBeGreaterThanOrEqual(403)
        expect({ path, ...theirs.json<object>(), correlationId: '' }).toEqual({
          path,
          ...none.json<object>(),
          correlationId: '',
        })
      }
    }
  })

  it('is in no event an outsider could read', async () => {
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    await head.get(`/cases/${opened.id}`)
    await head.get(`/persons/${opened.participants[0]?.personId}`, { 'x-purpose': `case:${opened.id}` })
    const seen = defineQuery({
      type: 'test.events',
      permission: 'case.read',
      input: z.strictObject({}),
      recorded: false,
      execute: async (tx) => {
        const { rows } = await sql<{ count: number }>`select count(*) as count from audit.event
          where subjects::text like ${`%${opened.id}%`} or purpose_id = ${opened.id}`.execute(tx.tables())
        return { result: rows[0]?.count }
      },
    })
    const ask = async (key: string) => casework.app.house.kernel.ask(seen, (await casework.app.as(key)).caller, {})
    for (const key of outsiders) expect([key, await ask(key)]).toEqual([key, 0])
    expect(await ask('head')).toBeGreaterThan(2)
  })
})

describe('who looked at a sealed case', () => {
  it('shows the emergency apart, with its reason, and the look at the list itself', async () => {
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    const entered = { unitId: head.unitId, reference: opened.reference, reason: 'شاهد في خطر الآن' }
    await investigator.done('/emergency-access', entered)
    await investigator.get(`/cases/${opened.id}`)
    const looks = async () =>
      (await head.get(`/cases/${opened.id}/readers`)).json<{
        items: { look: string; sentence: string; officer: { id: string }; purpose: { reason: string | null } | null }[]
      }>().items
    const first = await looks()
    expect(first.map(({ look, officer }) => [look, officer.id])).toEqual([
      ['read', investigator.officerId],
      ['emergency', investigator.officerId],
    ])
    // Said once: in the sentence.
    expect(first[1]?.sentence).toContain(entered.reason)
    expect(first[1]?.purpose).toMatchObject({ reason: null })
    expect((await looks()).map(({ look }) => look)).toEqual(['list', 'read', 'emergency'])
  })
})

describe('sealing a case that was open', () => {
  it('takes it, its people and its past out of sight, and gives them back', async () => {
    const apj = await casework.at('apj')
    const before = await listen(apj)
    const opened = await investigator.done<Opened>('/cases', {
      ...body,
      assignTo: investigator.officerId,
      participants: [{ role: 'suspect', standing: 'fact', person: { ...person, names: person.names.slice(1) } }],
    })
    const during = await listen(apj, opened)
    expect(during).not.toEqual(before)
    const sealed = await head.done<{ reference: string; version: number }>(`/cases/${opened.id}/seal`, {
      reason: 'minor',
      baseVersion: 1,
    })
    expect(sealed.reference).toMatch(/^S2026\/\d+$/)
    expect(await listen(apj, opened)).toEqual(before)
    // Whoever is in charge keeps the file.
    expect((await investigator.get(`/cases/${opened.id}`)).json<CaseFile>()).toMatchObject({
      sealed: true,
      can: { addNote: true, unseal: false },
      access: [{ kind: 'listed' }, { kind: 'listed' }],
    })
    const lifted = await head.done<{ reference: string }>(`/cases/${opened.id}/unsealing`, {
      reason: 'انتهت السرية',
      baseVersion: sealed.version,
    })
    expect(lifted.reference).toBe(opened.reference)
    expect((await apj.get(`/cases/${opened.id}`)).statusCode).toBe(200)
    expect((await apj.get('/search?q=ZX998877&reason=why')).body).toContain(opened.id)
  })

  it('does not let those of an earlier list into a later seal', async () => {
    const apj = await casework.at('apj')
    const opened = await head.done<Opened>('/cases', {})
    const first = await head.done<{ version: number }>(`/cases/${opened.id}/seal`, {
      reason: 'secrecy',
      baseVersion: 1,
      officers: [apj.officerId],
    })
    expect((await apj.get(`/cases/${opened.id}`)).statusCode).toBe(200)
    const second = await head.done<{ version: number }>(`/cases/${opened.id}/unsealing`, {
      reason: 'انتهى السبب',
      baseVersion: first.version,
    })
    await head.done(`/cases/${opened.id}/seal`, { reason: 'secrecy', baseVersion: second.version })
    expect((await apj.get(`/cases/${opened.id}`)).statusCode).toBe(404)
  })
})

describe('the access list', () => {
  it('lets in and takes out, bars parties for good, and never empties', async () => {
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'officer-party' } })
    const apj = await casework.at('apj')
    const looks = async (desk: Desk) => (await desk.get(`/cases/${opened.id}`)).statusCode
    await head.done(`/cases/${opened.id}/access`, { add: [apj.officerId] })
    expect(await looks(apj)).toBe(200)
    await head.done(`/cases/${opened.id}/access`, { remove: [apj.officerId] })
    expect(await looks(apj)).toBe(404)
    const own = await head.post(`/cases/${opened.id}/access`, { remove: [head.officerId] })
    expect(own.json()).toMatchObject({ code: 'ACCESS_LIST_EMPTY' })
    await head.done(`/cases/${opened.id}/access`, { bar: [investigator.officerId] })
    const barred = await investigator.post('/emergency-access', { caseId: opened.id, reason: 'محاولة طرف في الملف' })
    expect(barred.statusCode).toBe(404)
  })
})

describe('emergency access', () => {
  it('asks a reason, lasts three hours, tells head and inspectorate, and is in the file’s history', async () => {
    const { app } = casework
    const opened = await head.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    const short = await investigator.post('/emergency-access', { caseId: opened.id, reason: 'لا' })
    expect(short.statusCode).toBe(400)
    const none = await investigator.post('/emergency-access', { caseId: systemIds.next(), reason: 'حياة في خطر الآن' })
    expect(none.statusCode).toBe(404)
    const entered = await investigator.done<{ id: string; until: string }>('/emergency-access', {
      unitId: head.unitId,
      reference: opened.reference,
      reason: 'حياة الضحية في خطر الآن',
    })
    expect(entered).toEqual({ id: opened.id, until: '2026-11-23T12:00:00.000Z' })
    expect((await investigator.get(`/cases/${opened.id}`)).statusCode).toBe(200)
    const jobs = await app.db.asSuperuser((client) =>
      client.query<{ payload: object }>(
        `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
         where t.identifier = 'notices.emergency-access'`,
      ),
    )
    expect(jobs.rows.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ caseId: opened.id, unitId: head.unitId, officerId: investigator.officerId }),
    )
    const history = await head.get(`/cases/${opened.id}/history`, { 'accept-language': 'fr' })
    expect(history.json<{ items: { type: string; sentence: string }[] }>().items[0]).toMatchObject({
      type: 'case.entered-in-emergency',
      sentence: expect.stringContaining('حياة الضحية في خطر الآن') as string,
    })
    app.clock.advance(3 * 3_600_000)
    const signIn = app.signIns.get('investigator')
    if (!signIn) throw new Error('no investigator')
    const session = await openSessionOf(app.house, signIn)
    const later = deskOf(casework.http, { ...session, officerId: signIn.officerId, unitId: signIn.unitId })
    expect((await later.get(`/cases/${opened.id}`)).statusCode).toBe(404)
    expect((await later.get('/cases/queues')).statusCode).toBe(200)
  })

  it('is not for those whose permission does not reach the unit', async () => {
    const signIn = casework.app.signIns.get('investigator3')
    const sealer = casework.app.signIns.get('head')
    if (!signIn || !sealer) throw new Error('the cast is not complete')
    const sealing = deskOf(casework.http, {
      ...(await openSessionOf(casework.app.house, sealer)),
      officerId: sealer.officerId,
      unitId: sealer.unitId,
    })
    const opened = await sealing.done<Opened>('/cases', { ...body, seal: { reason: 'secrecy' } })
    const other = deskOf(casework.http, {
      ...(await openSessionOf(casework.app.house, signIn)),
      officerId: signIn.officerId,
      unitId: signIn.unitId,
    })
    const answer = await other.post('/emergency-access', { caseId: opened.id, reason: 'من ولاية أخرى، بلا صلة' })
    expect(answer.statusCode).toBe(404)
  })
})
