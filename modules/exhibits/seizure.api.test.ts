import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ground, openGround } from './testing/ground.ts'
import { type Scene, codeOf, done, readExhibit, recordBody, recordOne } from './testing/scene.ts'

let app: TestApp
let ground: Ground<Officer>
let investigator: Officer
let scene: Scene
beforeAll(async () => {
  app = await createTestApp()
  ground = await openGround(app)
  ;({ investigator, scene } = ground)
})
afterAll(() => app.close())

const now = () => app.clock.now()
const record: Ground<Officer>['record'] = (more) => ground.record(more)
const events = (type: string, id: string) =>
  app.db.asSuperuser(async (client) => {
    const { rows } = await client.query<{ codes: Record<string, unknown> }>(
      'select codes from audit.event where type = $1 and subjects @> $2',
      [type, JSON.stringify([{ type: 'exhibit', id }])],
    )
    return rows
  })

describe('things of one seizure', () => {
  it('are recorded at once, each with number, label and chain, and one event names them all', async () => {
    const { items } = await done<{ items: { id: string; label: string; reference: string; number: number }[] }>(
      investigator.post('/exhibits', {
        ...recordBody(investigator, scene, now()),
        items: [
          { kind: 'object', detail: { description: 'سكين' }, quantity: 1, sealNumber: 'KH-1' },
          { kind: 'phone', detail: { description: 'هاتف', serialNumbers: ['356938035643809'] }, quantity: 1 },
        ],
      }),
    )
    const [knife, phone] = items
    if (!knife || !phone) throw new Error('two were recorded')
    expect(phone.number).toBe(knife.number + 1)
    expect(knife.reference).toBe(`2026/${knife.number}`)
    expect(knife.label).toMatch(/^[A-Z2-7]{26}$/)
    const read = await readExhibit(investigator, knife.id)
    expect(read.movements.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'taken'],
      [2, 'sealed'],
    ])
    expect(read).toMatchObject({
      state: 'held',
      sealState: 'sealed',
      sealNumber: 'KH-1',
      place: { kind: 'in-hand' },
      heldFrom: { participantId: scene.suspect, name: 'سالم التجريبي' },
      owner: null,
      qualityAtAct: { qualities: ['opj'] },
    })
    expect(read.movements[0]?.sentence.ar).toContain('سالم التجريبي')
    expect(read.movements[0]?.sentence.fr).toContain('Youssef Benjelloun')
    const recorded = await events('exhibit.recorded', phone.id)
    expect(recorded).toHaveLength(1)
    expect(recorded[0]?.codes).toMatchObject({ count: 2 })
  })

  it('are marked for what the law asks and was not done, and never refused for it', async () => {
    const money = await record({ item: { kind: 'money', measure: 'currency', currency: 'MAD', quantity: 4200 } })
    const { movements, due } = await readExhibit(investigator, money.id)
    expect(movements[0]?.marks.map(({ code }) => code)).toEqual(['no-pv', 'not-counted-by-two'])
    expect(movements[0]?.marks[0]?.articles).toEqual(['59'])
    expect(due.map(({ code }) => code)).toEqual(['no-pv', 'not-counted-by-two', 'not-sealed'])
    const drug = await record({ item: { kind: 'drug', quantity: 3, measure: 'piece' } })
    expect(drug.marks).toBe(2)
    const weighed = await record({ item: { kind: 'drug', quantity: 12.5, measure: 'gram' } })
    expect(weighed.marks).toBe(1)
    const found = await record({ body: { origin: 'found' } })
    expect(found.marks).toBe(0)
  })

  it('are taken down later with both times, and marked as late', async () => {
    const takenAt = new Date(now().getTime() - 30 * 3_600_000)
    const { id } = await recordOne(investigator, scene, takenAt)
    const { movements, recordedAt } = await readExhibit(investigator, id)
    expect(movements[0]).toMatchObject({ occurredAt: takenAt.toISOString(), recordedAt: now().toISOString() })
    expect(recordedAt).toBe(now().toISOString())
    expect(movements[0]?.marks.map(({ code }) => code)).toContain('late')
  })

  it.each<[string, object, [number, string]]>([
    ['one person on both sides', { handedBy: { kind: 'participant' }, same: true }, [422, 'EXHIBIT_ONE_PERSON']],
    [
      'somebody who is in no case',
      { heldFromParticipantId: '0190a0a0-0000-7000-8000-000000000000' },
      [422, 'EXHIBIT_PARTY_UNKNOWN'],
    ],
    ['a PV of nobody', { pvId: '0190a0a0-0000-7000-8000-000000000000' }, [422, 'EXHIBIT_PV_UNSUITABLE']],
    ['an unknown place', { placeId: '0190a0a0-0000-7000-8000-000000000000' }, [422, 'EXHIBIT_PLACE_UNSUITABLE']],
    ['tomorrow', { takenAt: '2026-11-30T09:00:00Z' }, [422, 'CLOCK_WRONG']],
    ['an unknown case', { caseId: '0190a0a0-0000-7000-8000-000000000000' }, [404, 'NOT_FOUND']],
    ['no thing at all', { items: [] }, [400, 'INPUT_INVALID']],
  ])('are refused with %s', async (_what, change, expected) => {
    const body = { ...recordBody(investigator, scene, now()), ...change }
    if ('same' in change) {
      Object.assign(body, { handedBy: { kind: 'officer', officerId: investigator.officerId } })
      delete (body as { same?: true }).same
    }
    expect(codeOf(await investigator.post('/exhibits', body))).toEqual(expected)
  })
})
