import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offences } from '#country/testland/offences/index.ts'
import type { CaseFile } from '#contracts/casework/case.ts'
import type { CaseReaders } from '#contracts/casework/history.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { open, refused, salma } from './testing/case-steps.ts'
import { type CaseworkApp, type Desk, startCasework } from './testing/casework-app.ts'

let casework: CaseworkApp<TestApp>
let desk: Desk
let head: Desk
let head2: Desk

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  desk = await casework.at('desk')
  head = await casework.at('head')
  head2 = await casework.at('head2')
})
afterAll(() => casework.close())

describe('a protected witness', () => {
  it('is an alias to all but those who may know, and never proposed', async () => {
    const { id } = await open(desk)
    const added = await desk.done<{ id: string; personId: string | null }>(`/cases/${id}/participants`, {
      role: 'witness',
      standing: 'fact',
      protected: true,
      person: salma('555000'),
    })
    expect(added.personId).toBeNull()
    const file = await desk.get(`/cases/${id}`)
    expect(file.body).not.toContain('555000')
    expect(file.json<CaseFile>().participants).toMatchObject([{ protected: true, alias: 'X1', person: null }])
    for (const q of ['AB555000', 'salma idrissi 555']) {
      const found = await desk.get(`/search?q=${encodeURIComponent(q)}&reason=why`)
      expect(found.json<{ persons: unknown[] }>().persons).toEqual([])
    }
    expect((await desk.get(`/cases/${id}/history`)).body).not.toContain('555000')
    expect(await refused(desk.get(`/cases/${id}/protected`))).toEqual([403, 'NOT_PERMITTED'])
    expect(await refused(head.get(`/cases/${id}/protected`))).toEqual([428, 'PURPOSE_NEEDED'])
    const known = await head.get(`/cases/${id}/protected?reason=threatened`)
    expect(known.json<{ items: unknown[] }>().items).toMatchObject([
      { participantId: added.id, alias: 'X1', person: { names: [{ given: 'سلمى' }, { given: 'Salma' }] } },
    ])
    expect((await head2.get(`/cases/${id}/protected?reason=threatened`)).statusCode).toBe(404)
  })

  it('is named on the person’s sheet to those who may know, with a recorded reason; to others no byte tells', async () => {
    const first = await open(desk, { participants: [{ role: 'victim', standing: 'fact', person: salma('777000') }] })
    const personId = first.participants[0]?.personId
    if (!personId) throw new Error('no person')
    const paths = ['', '/cases'].map((path) => `/persons/${personId}${path}?reason=why`)
    const seen = async (by: Desk) => Promise.all(paths.map(async (path) => (await by.get(path)).body))
    const before = await seen(desk)
    const second = await open(desk)
    await head.done(`/cases/${second.id}/participants`, {
      role: 'witness',
      standing: 'fact',
      protected: true,
      personId,
    })
    expect(await seen(desk)).toEqual(before)
    const aliases = (query = '') => `/persons/${personId}/aliases${query}`
    expect(await refused(desk.get(aliases('?reason=why')))).toEqual([403, 'NOT_PERMITTED'])
    expect(await refused(head.get(aliases()))).toEqual([428, 'PURPOSE_NEEDED'])
    expect((await head.get(aliases('?reason=threatened'))).json()).toMatchObject({
      items: [{ alias: 'X1', role: 'witness', case: { id: second.id } }],
    })
    expect((await head2.get(aliases('?reason=threatened'))).json()).toEqual({ items: [] })
    const readers = (await head.get(`/cases/${second.id}/readers`)).json<CaseReaders>().items
    expect(readers.find(({ type }) => type === 'person.aliases-read')?.purpose?.reason).toBe('threatened')
  })
})
