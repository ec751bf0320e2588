import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { eventTypes } from './testing/event-types.ts'

let app: TestApp
let admin: Officer
let head: Officer
let desk: Officer
beforeAll(async () => {
  app = await createTestApp()
  ;[admin, head, desk] = [await app.as('admin'), await app.as('head'), await app.as('desk')]
})
afterAll(() => app.close())

describe('law data', () => {
  const set = async (): Promise<{ version: number; data: { measures: { code: string }[] } }> =>
    (await admin.get('/law-sets/quality-rules')).json<{ version: number; data: { measures: { code: string }[] } }>()

  it('is changed by two persons, never by one, and never into nonsense', async () => {
    const inspector = await app.as('inspector')
    const { version, data } = await set()
    const measure = {
      kind: 'suspended',
      code: 'ma.measure.suspension',
      decisionRef: 'CA-13',
      from: '2026-02-01T00:00:00Z',
    }
    expect((await admin.post(`/officers/${head.officerId}/qualities`, measure)).statusCode).toBe(201)
    const next = { ...data, measures: data.measures.filter(({ code }) => code !== 'ma.measure.observations') }
    const propose = (body: object): ReturnType<Officer['post']> =>
      admin.post('/law-changes', {
        name: 'quality-rules',
        baseVersion: version,
        data: next,
        legalBasis: 'Loi fictive 1-26, art. 2',
        ...body,
      })
    expect((await propose({ data: { rules: [] } })).json()).toMatchObject({ code: 'LAW_DATA_INVALID' })
    expect((await propose({ data: { ...next, fraction: 0.5 } })).statusCode).toBe(400)
    expect((await propose({ name: 'toString' })).json()).toMatchObject({ code: 'LAW_SET_UNKNOWN' })
    expect((await propose({ baseVersion: version + 1 })).json()).toMatchObject({ code: 'STALE_EDIT' })
    expect((await head.post('/law-changes', {})).statusCode).toBe(400)
    const { lawChangeId } = (await propose({})).json<{ lawChangeId: string }>()
    const second = (await propose({})).json<{ lawChangeId: string }>().lawChangeId
    const decide = (who: Officer, id: string, approve: boolean): ReturnType<Officer['post']> =>
      who.post(`/law-changes/${id}/decide`, approve ? { approve } : { approve, reason: 'not what the text says' })
    expect((await decide(admin, lawChangeId, true)).json()).toMatchObject({ code: 'LAW_NEEDS_ANOTHER' })
    expect((await decide(head, lawChangeId, true)).statusCode).toBe(403)
    expect((await decide(inspector, systemIds.next(), true)).statusCode).toBe(404)
    expect((await set()).version).toBe(version)
    // The suspension names a measure: it cannot vanish from under it.
    const emptied = (await propose({ data: { ...data, measures: [] } })).json<{ lawChangeId: string }>().lawChangeId
    expect((await decide(inspector, emptied, true)).json()).toMatchObject({ code: 'LAW_DATA_IN_USE' })
    expect((await decide(inspector, emptied, false)).statusCode).toBe(200)
    expect((await decide(inspector, lawChangeId, true)).json()).toEqual({ lawChangeId, version: version + 1 })
    expect((await decide(inspector, lawChangeId, false)).json()).toMatchObject({ code: 'LAW_ALREADY_DECIDED' })
    expect((await decide(inspector, second, true)).json()).toMatchObject({ code: 'STALE_EDIT' })
    expect((await decide(inspector, second, false)).json()).toEqual({ lawChangeId: second, version: null })
    expect((await set()).data.measures).toHaveLength(data.measures.length - 1)
    expect(await eventTypes(app, lawChangeId)).toEqual(
      expect.arrayContaining(['law.proposed', 'law.approved']) as string[],
    )
    expect((await inspector.post(`/law-changes/${second}/decide`, { approve: false })).statusCode).toBe(409)
    const list = (await admin.get('/law-changes')).json<{ items: { id: string; state: string }[] }>().items
    expect(list).toMatchObject([
      {},
      { id: second, reason: 'not what the text says', proposedBy: { nameLatin: 'Salwa Tazi' }, decidedBy: {} },
      { id: lawChangeId, reason: null },
    ])
    expect(list.map(({ state }) => state).toSorted()).toEqual(['approved', 'rejected', 'rejected'])
  })

  it('is changed by its rows: an offence ends, its next wording begins, and the desk finds the one of the day', async () => {
    const inspector = await app.again('inspector')
    const author = await app.again('admin')
    const sets = (await author.get('/law-sets')).json<{ items: { name: string; rows: number }[] }>().items
    expect(sets.map(({ name }) => name)).toEqual(['offences', 'quality-rules'])
    expect(sets[0]?.rows).toBeGreaterThanOrEqual(200)
    const offences = (await author.get('/law-sets/offences')).json<{
      version: number
      data: { code: string; validFrom: string; labels: { ar: string } }[]
      shapes: { list: null; row: { properties: object } }[]
    }>()
    expect(Object.keys(offences.shapes[0]?.row.properties ?? {})).toContain('penalty')
    const [row] = offences.data
    if (!row) throw new Error('the country has no offence')
    const key = `${row.code}@${row.validFrom}`
    const ended = { ...row, validTo: '2026-11-01' }
    const next = { ...row, validFrom: '2026-11-01', labels: { ...row.labels, ar: 'صياغة جديدة للفعل' } }
    const propose = (rows: object[]): ReturnType<Officer['post']> =>
      author.post('/law-changes', {
        name: 'offences',
        baseVersion: offences.version,
        rows,
        legalBasis: 'Loi fictive 2-26, art. 9',
      })
    const [end, begin] = [
      { list: null, key, row: ended },
      { list: null, key: null, row: next },
    ]
    expect((await propose([{ ...end, key: 'nothing' }])).json()).toMatchObject({ code: 'LAW_ROW_UNKNOWN' })
    expect((await propose([{ ...end, row: { code: row.code } }])).json()).toMatchObject({ code: 'LAW_DATA_INVALID' })
    const { lawChangeId } = (await propose([end, begin])).json<{ lawChangeId: string }>()
    expect((await inspector.get(`/law-changes/${lawChangeId}`)).json()).toMatchObject({
      stale: false,
      difference: [
        { key, kind: 'changed', fields: [{ path: 'validTo', before: null, after: '2026-11-01' }] },
        { key: `${row.code}@2026-11-01`, kind: 'added' },
      ],
    })
    const decide = (body: object): ReturnType<Officer['post']> =>
      inspector.post(`/law-changes/${lawChangeId}/decide`, body)
    expect((await decide({ approve: false })).json()).toMatchObject({ code: 'LAW_REASON_NEEDED' })
    expect((await decide({ approve: true })).json()).toMatchObject({ version: offences.version + 1 })
    expect((await author.get('/law-sets')).json()).toMatchObject({ items: [{ version: offences.version + 1 }, {}] })
    const onDay = async (on: string): Promise<string[]> => {
      const query = new URLSearchParams({ q: row.code, on })
      const answer = await (await app.again('head')).get(`/offences?${query.toString()}`)
      return answer
        .json<{ items: { code: string; labelAr: string }[] }>()
        .items.flatMap(({ code, labelAr }) => (code === row.code ? [labelAr] : []))
    }
    expect(await onDay('2026-10-31')).toEqual([row.labels.ar])
    expect(await onDay('2026-11-02')).toEqual(['صياغة جديدة للفعل'])
  })
})

describe('words for pick-lists', () => {
  it('are there for every signed-in officer, in three languages', async () => {
    const words = (await desk.get('/organisation/reference')).json<Record<string, { labels?: { ar: string } }[]>>()
    for (const list of ['unitKinds', 'systems', 'ranks', 'posts', 'roles', 'qualities', 'measures']) {
      expect(words[list]?.length).toBeGreaterThan(0)
      expect(words[list]?.every((row) => /\p{Script=Arabic}/u.test(row.labels?.ar ?? ''))).toBe(true)
    }
  })
})
