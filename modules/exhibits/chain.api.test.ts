import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Ground, openGround } from './testing/ground.ts'
import { type Scene, between, codeOf, done, readExhibit, step } from './testing/scene.ts'

let app: TestApp
let ground: Ground<Officer>
let investigator: Officer
let keeper: Officer
let head: Officer
let scene: Scene
let shelf: string
beforeAll(async () => {
  app = await createTestApp()
  ground = await openGround(app)
  ;({ investigator, keeper, head, scene } = ground)
  shelf = (await ground.foundShelf('R1-A')).id
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

describe('a chain of custody', () => {
  it('goes from hand to store to laboratory and back to an end, without a mark where nothing was wrong', async () => {
    const { id } = await record({ body: { origin: 'handed-over' } })
    const hands = between(investigator, keeper)
    await step(investigator, id, 'seal', { ...between(investigator, head), sealNumber: 'KH-77' })
    const stored = await step(keeper, id, 'movements', {
      ...hands,
      kind: 'stored',
      toPlaceId: shelf,
      sealSeen: 'KH-77',
    })
    expect(stored).toMatchObject({ state: 'held', placeId: shelf, marks: 0 })
    const expert = { kind: 'outside', name: 'مختبر الشرطة العلمية', capacity: 'expert' }
    const sent = await step(keeper, id, 'movements', {
      handedBy: hands.receivedBy,
      receivedBy: expert,
      kind: 'sent-to-laboratory',
      expectedBack: new Date(now().getTime() + 7 * 86_400_000).toISOString(),
    })
    expect(sent.state).toBe('at-laboratory')
    await step(keeper, id, 'opening', { handedBy: expert, receivedBy: hands.receivedBy, why: 'فحص المقبض' })
    await step(keeper, id, 'resealing', { handedBy: expert, receivedBy: hands.receivedBy, sealNumber: 'KH-78' })
    await step(keeper, id, 'movements', {
      handedBy: expert,
      receivedBy: hands.receivedBy,
      kind: 'back-from-laboratory',
      toPlaceId: shelf,
    })
    const certified = await readExhibit(keeper, id)
    expect(certified).toMatchObject({ unbroken: true, marks: 0, sealNumber: 'KH-78', place: { id: shelf } })
    await step(keeper, id, 'deposit', {
      handedBy: hands.receivedBy,
      receivedBy: { kind: 'outside', name: 'كاتب الضبط بالمحكمة', capacity: 'court-clerk' },
    })
    const { movements, state, place, can } = await readExhibit(keeper, id)
    expect([state, place.kind]).toEqual(['deposited', 'court-registry'])
    expect(movements).toHaveLength(8)
    expect(movements.flatMap(({ marks }) => marks)).toEqual([])
    expect(can).toMatchObject({ carry: false, deposit: false, correct: true })
    expect(await events('exhibit.deposited-at-court', id)).toHaveLength(1)
  })

  it('takes a movement from another place, with another seal, and marks it', async () => {
    const { id } = await record({ item: { sealNumber: 'KH-5' } })
    const moved = await step(keeper, id, 'movements', {
      ...between(investigator, keeper),
      kind: 'stored',
      fromPlaceId: shelf,
      toPlaceId: shelf,
      sealSeen: 'KH-6',
      note: 'وجدته على الرف',
    })
    expect(moved.marks).toBe(2)
    const { movements, unbroken } = await readExhibit(keeper, id)
    const last = movements.at(-1)
    expect(last?.marks.map(({ code, breaksChain }) => [code, breaksChain])).toEqual([
      ['from-elsewhere', true],
      ['seal-differs', true],
    ])
    expect(last).toMatchObject({ recorderWas: 'receiver', note: 'وجدته على الرف' })
    expect(unbroken).toBe(false)
  })

  it('is refused with a place that nobody has', async () => {
    const { id, version } = await record()
    const nowhere = '0190a0a0-0000-7000-8000-000000000000'
    const hands = { baseVersion: version, ...between(investigator, keeper), kind: 'stored' }
    for (const places of [{ toPlaceId: nowhere }, { toPlaceId: shelf, fromPlaceId: nowhere }, {}])
      expect(codeOf(await keeper.post(`/exhibits/${id}/movements`, { ...hands, ...places }))).toEqual([
        422,
        'EXHIBIT_PLACE_UNSUITABLE',
      ])
  })

  it('names the version it goes on from: the second of two movements is told so', async () => {
    const { id, version } = await record({ item: { sealNumber: 'KH-5' } })
    const body = { baseVersion: version, ...between(investigator, keeper), kind: 'stored', toPlaceId: shelf }
    const answers = await Promise.all([
      keeper.post(`/exhibits/${id}/movements`, body),
      investigator.post(`/exhibits/${id}/movements`, body),
    ])
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    expect(answers.map(codeOf)).toContainEqual([409, 'STALE_EDIT'])
    expect((await readExhibit(keeper, id)).movements).toHaveLength(3)
  })

  it('answers a repeated command with what it did, and does it once', async () => {
    const { id, version } = await record()
    const body = { baseVersion: version, ...between(investigator, head), sealNumber: 'KH-9' }
    const key = { 'idempotency-key': '01939c4d-0000-7000-8000-000000000001' }
    const first = await investigator.post(`/exhibits/${id}/seal`, body, key)
    const again = await investigator.post(`/exhibits/${id}/seal`, body, key)
    expect([first.statusCode, again.json()]).toEqual([201, first.json()])
    expect((await readExhibit(investigator, id)).movements).toHaveLength(2)
  })

  it('ends, by order or with a mark; after that only corrections are added', async () => {
    const { id } = await record({ item: { sealNumber: 'KH-3' } })
    const give = {
      handedBy: between(keeper, head).handedBy,
      receivedBy: { kind: 'participant', participantId: scene.complainant },
    }
    const returned = await step(keeper, id, 'return', give)
    expect(returned).toMatchObject({ state: 'returned', marks: 1 })
    const { version, movements } = await readExhibit(keeper, id)
    expect(movements.at(-1)?.marks).toMatchObject([{ code: 'no-order', breaksChain: false }])
    expect(movements.at(-1)?.marks[0]?.articles).toContain('366')
    const hands = between(keeper, head)
    for (const [path, body] of [
      ['movements', { ...hands, kind: 'stored', toPlaceId: shelf }],
      ['seal', { ...hands, sealNumber: 'X' }],
      ['deposit', hands],
      ['missing', { ...hands, note: 'x' }],
    ] as const)
      expect(codeOf(await keeper.post(`/exhibits/${id}/${path}`, { baseVersion: version, ...body }))).toEqual([
        409,
        'EXHIBIT_ENDED',
      ])
    const corrected = await step(keeper, id, 'corrections', { ...hands, correctsSeq: 3, text: 'رُدّ بأمر عدد 12' })
    expect(corrected.state).toBe('returned')
    const after = await readExhibit(keeper, id)
    expect(after.movements[2]).toMatchObject({ kind: 'returned', correctedBy: [4] })
    expect(after.movements[3]).toMatchObject({ kind: 'corrected', correctsSeq: 3, note: 'رُدّ بأمر عدد 12' })
    expect(
      codeOf(
        await keeper.post(`/exhibits/${id}/corrections`, {
          baseVersion: after.version,
          ...hands,
          correctsSeq: 9,
          text: 'x',
        }),
      ),
    ).toEqual([422, 'EXHIBIT_NOTHING_TO_CORRECT'])
  })

  it('ends by destruction under a fresh proof of identity, the head alone, and says whose order it was', async () => {
    const { id } = await record({ item: { sealNumber: 'KH-4' } })
    const body = {
      ...between(head, keeper),
      how: 'حرق بمركز مرخص',
      order: { authority: 'prosecutor', number: '88/2026', date: '2026-11-20' },
    }
    const { version } = await readExhibit(head, id)
    expect(codeOf(await keeper.post(`/exhibits/${id}/destruction`, { baseVersion: version, ...body }))[0]).toBe(403)
    app.clock.advance(6 * 60_000)
    expect(codeOf(await head.post(`/exhibits/${id}/destruction`, { baseVersion: version, ...body }))).toEqual([
      428,
      'STEP_UP_NEEDED',
    ])
    head = await app.again('head')
    await step(head, id, 'destruction', body)
    const { movements, state } = await readExhibit(head, id)
    expect(state).toBe('destroyed')
    expect(movements.at(-1)).toMatchObject({
      order: { authority: 'prosecutor', number: '88/2026', date: '2026-11-20' },
      marks: [{ code: 'other-authority' }],
    })
  })

  it('is broken by what went missing; the head is told, and what was found goes on', async () => {
    const { id, reference } = await record({ item: { sealNumber: 'KH-8' } })
    await step(keeper, id, 'missing', { ...between(keeper, investigator), note: 'غير موجود بالرف' })
    const { items } = await done<{ items: { kind: string; link: { id: string }; text: { fr: string } }[] }>(
      head.get('/notices'),
    )
    const notice = items.find((item) => item.link.id === id)
    expect(notice?.kind).toBe('exhibit.missing')
    expect(notice?.text.fr).toContain(reference)
    await step(keeper, id, 'finding', { ...between(keeper, investigator), toPlaceId: shelf, note: 'خلف الرف' })
    expect(await readExhibit(keeper, id)).toMatchObject({ state: 'held', unbroken: false, place: { id: shelf } })
  })

  it('is told of from afar with the hour it was given at', async () => {
    const { id, version } = await record({ item: { sealNumber: 'KH-2' } })
    const given = new Date(now().getTime() - 20 * 60_000).toISOString()
    const answer = await keeper.post(
      `/exhibits/${id}/movements`,
      { baseVersion: version, ...between(investigator, keeper), kind: 'stored', toPlaceId: shelf },
      { 'x-occurred-at': given },
    )
    expect(answer.statusCode).toBe(201)
    expect((await readExhibit(keeper, id)).movements.at(-1)).toMatchObject({ occurredAt: given })
    const refused = await keeper.post(
      `/exhibits/${id}/deposit`,
      { baseVersion: version + 1, ...between(keeper, head) },
      { 'x-occurred-at': given },
    )
    expect(codeOf(refused)).toEqual([409, 'NOT_FROM_AFAR'])
  })

  it('names PV, owner and holder later, once', async () => {
    const { id } = await record({ body: { heldFromParticipantId: null } })
    await step(investigator, id, 'links', {
      ownerParticipantId: scene.complainant,
      heldFromParticipantId: scene.suspect,
    })
    const read = await readExhibit(investigator, id)
    expect(read.owner).toEqual({
      participantId: scene.complainant,
      role: 'complainant',
      name: 'ليلى التجريبي',
      nameLatin: 'X Essai',
    })
    // In each language by the name in its script, kept apart from the words around it.
    const { sentence } = read.movements[0] ?? { sentence: { ar: '', fr: '', en: '' } }
    expect(sentence.ar).toContain('\u2068سالم التجريبي\u2069 (')
    for (const locale of ['fr', 'en'] as const) expect(sentence[locale]).toContain('\u2068X Essai\u2069 (')
    const again = await investigator.post(`/exhibits/${id}/links`, {
      baseVersion: read.version,
      ownerParticipantId: scene.suspect,
    })
    expect(codeOf(again)).toEqual([409, 'EXHIBIT_LINK_STANDS'])
  })
})
