import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offences } from '#country/testland/offences/index.ts'
import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { open as openCase, refused, salma } from './testing/case-steps.ts'
import { type CaseworkApp, type Desk, startCasework } from './testing/casework-app.ts'

let casework: CaseworkApp<TestApp>
let desk: Desk
let head: Desk
const ids = new Map<string, string>()

const people: Readonly<Record<string, readonly { script: 'ar' | 'latin'; given: string; family: string }[]>> = {
  idrissi: [
    { script: 'ar', given: 'محمد أمين', family: 'الإدريسي العلوي' },
    { script: 'latin', given: 'Mohammed Amine', family: 'El Idrissi Alaoui' },
  ],
  rahman: [
    { script: 'ar', given: 'عبد الرحمان', family: 'بن علي' },
    { script: 'latin', given: 'Abd er Rahman', family: 'Ben Ali' },
  ],
  benjelloun: [{ script: 'latin', given: 'Lalla Khadija', family: 'Benjelloun-Touimi' }],
  ait: [{ script: 'ar', given: 'فاطمة الزهراء', family: 'أيت الطالب' }],
}

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  desk = await casework.at('desk')
  head = await casework.at('head')
  for (const [key, names] of Object.entries(people)) ids.set(await open(desk, names), key)
})
afterAll(() => casework.close())

interface Opened {
  readonly id: string
  readonly participants: readonly { readonly personId: string }[]
}

async function open(by: Desk, names: readonly object[], more: object = {}): Promise<string> {
  const opened = await by.done<Opened>('/cases', {
    participants: [{ role: 'witness', standing: 'fact', person: { source: 'statement', names } }],
    ...more,
  })
  return opened.participants[0]?.personId ?? ''
}

async function find(by: Desk, q: string): Promise<string[]> {
  const answer = await by.get(`/persons?q=${encodeURIComponent(q)}&reason=why`)
  return answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id)
}
const found = async (q: string) => (await find(desk, q)).map((id) => ids.get(id))

describe('a name is found', () => {
  it.each([
    ['a middle name', 'Amine', ['idrissi']],
    ['the last of two family names', 'Alaoui', ['idrissi']],
    ['a family name with its article', 'El Idrissi', ['idrissi']],
    ['beginnings of two words, in any order', 'alao moh', ['idrissi']],
    ['the same in Arabic', 'علو محم', ['idrissi']],
    ['what follows a particle', 'Ali', ['rahman']],
    ['what follows it in Arabic', 'علي', ['rahman']],
    ['the particle with its word', 'Ben Ali', ['rahman']],
    ['the servant of the Merciful by the Merciful', 'رحمان', ['rahman']],
    ['a name written together with its particle', 'jelloun', ['benjelloun']],
    ['what follows a hyphen', 'touimi', ['benjelloun']],
    ['without the title that stands before it', 'Khadija', ['benjelloun']],
    ['what follows أيت', 'طالب', ['ait']],
    ['another spelling of the hamza and the final letter', 'فاطمه الزهرا', ['ait']],
  ])('by %s: %s', async (_what, q, expected) => expect(await found(q)).toEqual(expected))

  it.each([
    ['words of two people', 'Amine Khadija'],
    ['the middle of a word', 'driss'],
    ['single letters', 'a m'],
    ['nothing but signs', '--'],
  ])('not by %s: %s', async (_what, q) => expect(await found(q)).toEqual([]))

  it('once, however many of its words begin so, and with what is exact first', async () => {
    const twice = await open(desk, [{ script: 'latin', given: 'Samir', family: 'Samiri Samirani' }])
    const exact = await open(desk, [{ script: 'latin', given: 'Yasmine', family: 'Samir' }])
    const longer = await open(desk, [{ script: 'latin', given: 'Aya', family: 'Samira' }])
    expect(await find(desk, 'samir')).toEqual([twice, exact, longer])
  })

  it('no more under what was corrected', async () => {
    const id = await open(desk, [{ script: 'latin', given: 'Wrongly', family: 'Speltname' }])
    const person = (await desk.get(`/persons/${id}?reason=why`)).json<{ names: { id: string }[] }>()
    await desk.done(`/persons/${id}/facts`, {
      source: 'document',
      names: [{ script: 'latin', given: 'Rightly', family: 'Speltname' }],
      ends: person.names.map((name) => name.id),
      endReason: 'read from the card',
    })
    expect(await find(desk, 'wrongly')).toEqual([])
    expect(await find(desk, 'rightly spelt')).toEqual([id])
  })
})

describe('a name learned in a sealed case', () => {
  it('is found on its list alone, and by everyone again once the seal is lifted', async () => {
    const opened = await head.done<Opened>('/cases', {
      seal: { reason: 'secrecy' },
      participants: [
        {
          role: 'witness',
          standing: 'fact',
          person: { source: 'statement', names: [{ script: 'latin', given: 'Quiet', family: 'Undersealed' }] },
        },
      ],
    })
    const id = opened.participants[0]?.personId ?? ''
    expect([await find(head, 'undersealed quiet'), await find(desk, 'undersealed')]).toEqual([[id], []])
    await head.done(`/cases/${opened.id}/unsealing`, { reason: 'no longer needed', baseVersion: 1 })
    expect(await find(desk, 'undersealed')).toEqual([id])
    await head.done(`/cases/${opened.id}/seal`, { reason: 'minor', baseVersion: 2 })
    expect([await find(head, 'undersealed'), await find(desk, 'undersealed')]).toEqual([[id], []])
  })

  it('stays hidden where the person is protected', async () => {
    await head.done('/cases', {
      participants: [
        {
          role: 'witness',
          standing: 'fact',
          protected: true,
          person: { source: 'statement', names: [{ script: 'latin', given: 'Hidden', family: 'Behindalias' }] },
        },
      ],
    })
    expect([await find(head, 'behindalias'), await find(desk, 'behindalias')]).toEqual([[], []])
  })
})

describe('the search', () => {
  it('finds by number, by document and by the beginning of a name in both scripts', async () => {
    const { id, reference, number } = await openCase(desk, {
      participants: [{ role: 'victim', standing: 'fact', person: salma('900100') }],
    })
    const search = async (q: string) =>
      (await desk.get(`/search?q=${encodeURIComponent(q)}&reason=${encodeURIComponent('شكاية في الانتظار')}`))
        .json<{
          cases: CaseSummary[]
        }>()
        .cases.map((each) => each.id)
    for (const q of [
      reference,
      `${number}/2026`,
      'ab-900100',
      'AB9001',
      'سلم',
      'ادريسي 900100',
      'salma idrissi 900',
      'El Idrissi 900100',
    ]) {
      expect([q, ...(await search(q))]).toContain(id)
    }
    expect(await search('Idrissa')).toEqual([])
  })

  it('asks what for where no work in hand explains it, and takes the case in hand for an answer', async () => {
    const { id } = await openCase(desk)
    const silent = await desk.get('/search?q=salma')
    expect(silent.json()).toMatchObject({ persons: null, purposeNeeded: true, cases: [] })
    const explained = await desk.get('/search?q=salma', { 'x-purpose': `case:${id}` })
    expect(explained.json()).toMatchObject({ purposeNeeded: false })
    expect(await refused(desk.get('/persons?q=salma'))).toEqual([428, 'PURPOSE_NEEDED'])
  })
})
