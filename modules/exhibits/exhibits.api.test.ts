import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExhibitSummary } from '#contracts/exhibits/exhibit.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import {
  type Scene,
  between,
  codeOf,
  done,
  openScene,
  readExhibit,
  recordBody,
  recordOne,
  step,
} from './testing/scene.ts'

let app: TestApp
let investigator: Officer
let keeper: Officer
let head: Officer
let desk2: Officer
let prosecutor: Officer
let scene: Scene
let shelf: string

beforeAll(async () => {
  app = await createTestApp()
  ;[investigator, keeper, head, desk2, prosecutor] = (await Promise.all(
    (['investigator', 'storekeeper', 'head', 'desk2', 'prosecutor'] as const).map((key) => app.as(key)),
  )) as [Officer, Officer, Officer, Officer, Officer]
  scene = await openScene(investigator)
  const room = await done<{ id: string }>(
    keeper.post('/exhibit-places', {
      kind: 'room',
      code: 'R1',
      labelAr: 'غرفة المحجوزات',
      labelFr: 'Salle des scellés',
    }),
  )
  const made = await done<{ id: string }>(
    keeper.post('/exhibit-places', {
      kind: 'shelf',
      code: 'R1-A',
      labelAr: 'الرف أ',
      labelFr: 'Étagère A',
      parentId: room.id,
    }),
  )
  shelf = made.id
})
afterAll(() => app.close())

const now = () => app.clock.now()
const record = (more: { body?: object; item?: object } = {}) => recordOne(investigator, scene, now(), more)
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
    expect(read.owner).toEqual({ participantId: scene.complainant, role: 'complainant', name: 'ليلى التجريبي' })
    const again = await investigator.post(`/exhibits/${id}/links`, {
      baseVersion: read.version,
      ownerParticipantId: scene.suspect,
    })
    expect(codeOf(again)).toEqual([409, 'EXHIBIT_LINK_STANDS'])
  })
})

describe('what is found', () => {
  const find = async (by: Officer, query: string) =>
    (await done<{ items: ExhibitSummary[] }>(by.get(`/exhibits?${query}`))).items.map(({ id }) => id)

  it('is found by number, label, seal, words, place and state, by whoever sees its case', async () => {
    const made = await record({
      item: { detail: { description: 'دراجة نارية حمراء', serialNumbers: ['ZX-999'] }, sealNumber: 'SEAL-42' },
    })
    await step(keeper, made.id, 'movements', { ...between(investigator, keeper), kind: 'stored', toPlaceId: shelf })
    const { id, reference, label } = made
    for (const q of [reference, label, label.toLowerCase(), 'SEAL-42', 'الدراجة', 'نارية حمراء', 'zx 999'])
      expect([q, (await find(keeper, `q=${encodeURIComponent(q)}`)).includes(id)]).toEqual([q, true])
    expect(await find(keeper, `q=${encodeURIComponent('دراجة زرقاء')}`)).not.toContain(id)
    expect(await find(keeper, `place=${shelf}&state=held&kind=object`)).toContain(id)
    expect(await find(keeper, `unit=${keeper.unitId}&limit=1`)).toHaveLength(1)
    expect(await find(await app.as('inspector'), `q=${label}`)).toEqual([id])
    expect(await find(desk2, `q=${label}`)).toEqual([])
    expect(codeOf(await desk2.get(`/exhibits?unit=${keeper.unitId}`))).toEqual([403, 'NOT_PERMITTED'])
    const scanned = await done<{ kind: string; exhibit: { id: string } }>(keeper.get(`/exhibit-labels/${label}`))
    expect([scanned.kind, scanned.exhibit.id]).toEqual(['exhibit', id])
    expect(codeOf(await desk2.get(`/exhibit-labels/${label}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await keeper.get('/exhibit-labels/nothing'))).toEqual([404, 'NOT_FOUND'])
  })

  it('comes by pages, and of the laboratory only what should be back', async () => {
    const { items, next } = await done<{ items: ExhibitSummary[]; next: string }>(keeper.get('/exhibits?limit=2'))
    const second = await done<{ items: ExhibitSummary[] }>(keeper.get(`/exhibits?limit=2&cursor=${next}`))
    expect(new Set([...items, ...second.items].map(({ id }) => id)).size).toBe(4)
    const { id } = await record({ item: { sealNumber: 'KH-11' } })
    await step(keeper, id, 'movements', {
      ...between(keeper, head),
      kind: 'sent-to-laboratory',
      expectedBack: new Date(now().getTime() + 60_000).toISOString(),
    })
    expect(await find(keeper, 'overdue=true')).not.toContain(id)
    app.clock.advance(2 * 60_000)
    expect(await find(keeper, 'overdue=true')).toContain(id)
  })

  it('is listed with its case', async () => {
    const mine = await openScene(investigator)
    const { id } = await recordOne(investigator, mine, now())
    const list = await done<{ items: ExhibitSummary[]; can: { record: boolean } }>(
      investigator.get(`/cases/${mine.caseId}/exhibits`),
    )
    expect(list.items.map((item) => item.id)).toEqual([id])
    expect(list.can.record).toBe(true)
    expect(codeOf(await desk2.get(`/cases/${mine.caseId}/exhibits`))).toEqual([404, 'NOT_FOUND'])
  })
})

describe('who sees and does what', () => {
  it('is the walls of the case: another unit sees nothing, a prosecutor what waits for the office, nobody a sealed one', async () => {
    const mine = await openScene(investigator)
    const { id, version } = await recordOne(investigator, mine, now())
    expect(codeOf(await desk2.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await prosecutor.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
    const file = await done<{ version: number }>(investigator.get(`/cases/${mine.caseId}`))
    await done(
      investigator.post(`/cases/${mine.caseId}/prosecutor`, {
        prosecutorUnitId: app.units.parquet,
        baseVersion: file.version,
      }),
    )
    expect((await readExhibit(prosecutor, id)).can).toMatchObject({ carry: false, correct: false, exportChain: true })
    const seal = { baseVersion: version, ...between(investigator, head), sealNumber: 'P' }
    expect(codeOf(await prosecutor.post(`/exhibits/${id}/seal`, seal))).toEqual([403, 'NOT_PERMITTED'])
    const sealed = await openScene(head, { seal: { reason: 'secrecy', officers: [investigator.officerId] } })
    const hidden = await recordOne(investigator, sealed, now())
    expect(hidden.reference).toMatch(/^S2026\//)
    expect(codeOf(await keeper.get(`/exhibits/${hidden.id}`))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await keeper.get(`/exhibit-labels/${hidden.label}`))).toEqual([404, 'NOT_FOUND'])
    expect((await readExhibit(investigator, hidden.id)).id).toBe(hidden.id)
  })

  it('goes with the case to another unit, whose officers move it on to their own store', async () => {
    const mine = await openScene(investigator)
    const { id } = await recordOne(investigator, mine, now(), { item: { sealNumber: 'KH-T' } })
    head = await app.again('head')
    await done(head.post(`/cases/${mine.caseId}/transfer`, { toUnitId: app.units.p2, reason: 'الاختصاص المكاني' }))
    const head2 = await app.as('head2')
    // On offer it can be read, and is not thereby one to move.
    const { version } = await readExhibit(head2, id)
    const room = await done<{ id: string }>(
      head2.post('/exhibit-places', { kind: 'room', code: 'R2', labelAr: 'غرفة', labelFr: 'Salle' }),
    )
    const stored = { ...between(investigator, head2), kind: 'stored', toPlaceId: room.id, sealSeen: 'KH-T' }
    const early = await head2.post(`/exhibits/${id}/movements`, { baseVersion: version, ...stored })
    expect(codeOf(early)).toEqual([403, 'NOT_PERMITTED'])
    await done(head2.post(`/cases/${mine.caseId}/transfer/answer`, { answer: 'accepted' }))
    expect(await step(head2, id, 'movements', stored)).toMatchObject({ marks: 0, placeId: room.id })
    const sent = await step(head2, id, 'movements', { ...between(head2, investigator), kind: 'sent-to-laboratory' })
    expect(sent.state).toBe('at-laboratory')
    const { id: uploadId } = await done<{ id: string }>(
      head2.post('/uploads', { name: 'a.jpg', mediaType: 'image/jpeg', size: 3 }),
    )
    const bytes = Buffer.from('ffd8ff', 'hex')
    await done(
      head2.send('PUT', `/uploads/${uploadId}?offset=0`, bytes, { 'content-type': 'application/octet-stream' }),
    )
    await done(head2.post(`/exhibits/${id}/photos`, { uploadId }))
    const { place, movements } = await readExhibit(head2, id)
    expect([place.kind, place.unitId]).toEqual(['laboratory', app.units.p2])
    // Where it lay in the other unit is still told.
    expect(movements[2]?.from).toMatchObject({ kind: 'in-hand', unitId: app.units.p1 })
    expect(codeOf(await keeper.get(`/exhibits/${id}`))).toEqual([404, 'NOT_FOUND'])
  })

  it('is recorded, each look with its case', async () => {
    const { id } = await record()
    await readExhibit(investigator, id)
    const rows = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ purpose_id: string }>(
        `select purpose_id from audit.event where type = 'exhibit.read' and subjects @> $1`,
        [JSON.stringify([{ type: 'exhibit', id }])],
      )
      return rows
    })
    expect(rows).toEqual([{ purpose_id: scene.caseId }])
  })
})
