import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { offences } from '#country/testland/offences/index.ts'
import type { CaseSummary } from '#contracts/casework/case-lists.ts'
import { systemIds } from '#platform/ids.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type Opened, open, read, refused, salma } from './testing/case-steps.ts'
import { type CaseworkApp, type Desk, startCasework } from './testing/casework-app.ts'

let casework: CaseworkApp<TestApp>
let desk: Desk
let head: Desk
let head2: Desk
let investigator: Desk

beforeAll(async () => {
  casework = await startCasework(await createTestApp(), {
    offences,
    civilDate: (instant) => instant.toISOString().slice(0, 10),
  })
  desk = await casework.at('desk')
  head = await casework.at('head')
  head2 = await casework.at('head2')
  investigator = await casework.at('investigator')
})
afterAll(() => casework.close())

describe('a case', () => {
  it('opens with its people, is read with what the reader may do, and stands in the queue', async () => {
    const opened = await open(desk, {
      offences: [{ code: 'tl.tc.1' }],
      facts: { happenedFrom: '2026-11-22T20:00:00Z', place: 'السوق القديم', how: 'سُرقت الدراجة من أمام الدكان.' },
      participants: [{ role: 'complainant', standing: 'fact', person: salma('123456') }],
    })
    expect(opened.reference).toMatch(/^2026\/\d+$/)
    expect(await read(desk, opened.id)).toMatchObject({
      state: 'open',
      offenceClass: 'delit_correctionnel',
      place: 'السوق القديم',
      participants: [{ role: 'complainant', person: { nameAr: 'سلمى الإدريسي 123456', birthDate: '1987-05' } }],
      can: { changeFacts: true, close: false, seal: false, seeReaders: false },
    })
    const list = (await desk.get('/cases?queue=unit')).json<{ items: CaseSummary[] }>()
    expect(list.items.find(({ id }) => id === opened.id)).toMatchObject({
      people: [{ role: 'complainant', nameLatin: 'Salma El Idrissi 123456' }],
    })
  })

  it('is opened once however often the same request comes', async () => {
    const key = { 'idempotency-key': systemIds.next() }
    const [first, second] = [await desk.post('/cases', {}, key), await desk.post('/cases', {}, key)]
    expect(first.json<Opened>().id).toBe(second.json<Opened>().id)
  })

  it('is numbered without gaps', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => open(desk)))
    const numbers = opened.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('takes the wording of the law of the day of the facts, and follows a corrected date', async () => {
    const { id } = await open(desk, {
      offences: [{ code: 'tl.tc.1' }, { code: 'tl.tc.10' }],
      facts: { happenedFrom: '2026-11-01T10:00:00Z' },
    })
    const { version } = await read(desk, id)
    await desk.done(`/cases/${id}/facts`, { baseVersion: version, facts: { happenedFrom: '2014-03-01T10:00:00Z' } })
    const file = await read(desk, id)
    expect(file.offences).toMatchObject([
      { code: 'tl.tc.1', offenceClass: 'delit_de_police', inForce: true },
      { code: 'tl.tc.10', inForce: false },
    ])
    expect(file.offenceClass).toBe('delit_de_police')
  })

  it('refuses what cannot be right, and says what to do', async () => {
    const { id } = await open(desk)
    expect(await refused(desk.post('/cases', { offences: [{ code: 'tl.none' }] }))).toEqual([422, 'OFFENCE_UNKNOWN'])
    expect(
      await refused(
        desk.post('/cases', { offences: [{ code: 'tl.tc.10' }], facts: { happenedFrom: '2010-01-01T00:00:00Z' } }),
      ),
    ).toEqual([422, 'OFFENCE_NOT_IN_FORCE'])
    expect(await refused(desk.post('/cases', { facts: { happenedFrom: '2026-11-23T09:06:00Z' } }))).toEqual([
      422,
      'CLOCK_WRONG',
    ])
    expect(
      await refused(
        desk.post('/cases', { facts: { happenedFrom: '2026-11-02T00:00:00Z', happenedTo: '2026-11-01T00:00:00Z' } }),
      ),
    ).toEqual([422, 'TIMES_REVERSED'])
    expect(await refused(desk.post(`/cases/${id}/facts`, { baseVersion: 7, facts: { place: 'مكان آخر' } }))).toEqual([
      409,
      'STALE_EDIT',
    ])
    expect(await refused(desk.post(`/cases/${id}/participants`, { role: 'witness', standing: 'fact' }))).toEqual([
      422,
      'PARTICIPANT_INCOMPLETE',
    ])
    expect(
      await refused(
        desk.post(`/cases/${id}/participants`, { role: 'witness', standing: 'fact', personId: systemIds.next() }),
      ),
    ).toEqual([404, 'PERSON_NOT_FOUND'])
  })

  it('does not exist for another unit, whatever is asked of it', async () => {
    const { id } = await open(desk)
    const other = await casework.at('investigator2')
    const absent = systemIds.next()
    for (const path of ['', '/history']) {
      const [theirs, none] = [await other.get(`/cases/${id}${path}`), await other.get(`/cases/${absent}${path}`)]
      expect(theirs.statusCode).toBe(404)
      expect({ ...theirs.json<object>(), correlationId: '' }).toEqual({ ...none.json<object>(), correlationId: '' })
    }
    expect(await refused(other.post(`/cases/${id}/notes`, { text: 'لا شيء' }))).toEqual([404, 'NOT_FOUND'])
    expect(await refused(desk.post(`/cases/${id}/closure`, { reason: 'other', baseVersion: 1 }))).toEqual([
      403,
      'NOT_PERMITTED',
    ])
    const nobody = await casework.http.inject({ method: 'GET', url: `/api/cases/${id}` })
    expect(nobody.statusCode).toBe(401)
  })

  it('keeps every role a person had', async () => {
    const { id, participants } = await open(desk, {
      participants: [{ role: 'witness', standing: 'fact', person: salma('777') }],
    })
    const link = participants[0]?.id ?? ''
    await desk.done(`/cases/${id}/participants/${link}/role`, {
      baseVersion: 1,
      role: 'suspect',
      standing: 'assessment',
    })
    const file = await read(desk, id)
    expect(file.participants.map(({ role, until, endReason }) => [role, until !== null, endReason])).toEqual([
      ['witness', true, 'new-role'],
      ['suspect', false, null],
    ])
    expect(
      await refused(desk.post(`/cases/${id}/participants/${link}/end`, { baseVersion: 2, reason: 'other' })),
    ).toEqual([409, 'PARTICIPANT_ENDED'])
  })

  it('is closed with a reason, refuses work, and is reopened', async () => {
    const { id } = await open(desk)
    await head.done(`/cases/${id}/closure`, { reason: 'unfounded', baseVersion: 1 })
    expect(await refused(desk.post(`/cases/${id}/tasks`, { title: 'استدعاء' }))).toEqual([409, 'CASE_ALREADY_CLOSED'])
    expect((await read(head, id)).can).toMatchObject({ reopen: true, changeFacts: false, addNote: true })
    await head.done(`/cases/${id}/reopening`, { reason: 'ظهر شاهد جديد', baseVersion: 2 })
    expect(await read(desk, id)).toMatchObject({ state: 'reopened', closedAt: null })
  })

  it('waits for the prosecutor, who then sees it', async () => {
    const { id } = await open(desk)
    const prosecutor = await casework.at('prosecutor')
    expect((await prosecutor.get(`/cases/${id}`)).statusCode).toBe(404)
    await desk.done(`/cases/${id}/prosecutor`, { prosecutorUnitId: casework.app.units.parquet, baseVersion: 1 })
    expect(await read(prosecutor, id)).toMatchObject({ state: 'waiting-prosecutor', can: { changeFacts: false } })
    const waiting = (await prosecutor.get('/cases?queue=waiting')).json<{ items: CaseSummary[] }>()
    expect(waiting.items.map((each) => each.id)).toContain(id)
    const readers = await head.get(`/cases/${id}/readers`)
    expect(readers.json()).toMatchObject({ items: [{ officer: { id: prosecutor.officerId, rank: null } }] })
    await desk.done(`/cases/${id}/resumption`, { baseVersion: 2 })
    expect(await read(desk, id)).toMatchObject({ state: 'open', waitingSince: null })
    expect(
      await refused(desk.post(`/cases/${id}/prosecutor`, { prosecutorUnitId: head2.unitId, baseVersion: 3 })),
    ).toEqual([422, 'CASE_CASE_UNIT_UNSUITABLE'])
  })
})

describe('a transfer', () => {
  it('moves the case when the other unit accepts, with a number of that unit', async () => {
    const { id, reference } = await open(desk)
    await head.done(`/cases/${id}/assignment`, { officerId: investigator.officerId })
    await head.done(`/cases/${id}/transfer`, { toUnitId: head2.unitId, reason: 'الوقائع في دائرتهم' })
    expect(await read(head2, id)).toMatchObject({ transferTo: { id: head2.unitId }, can: { answerTransfer: true } })
    expect((await head2.get('/cases/queues')).json()).toMatchObject({ incoming: 1 })
    // Seen, but not theirs to work on yet.
    expect(await refused(head2.post(`/cases/${id}/notes`, { text: 'ملاحظة' }))).toEqual([403, 'NOT_PERMITTED'])
    const accepted = await head2.done<{ reference: string }>(`/cases/${id}/transfer/answer`, { answer: 'accepted' })
    const file = await read(head2, id)
    expect(file).toMatchObject({ reference: accepted.reference, assignedTo: null, earlierNumbers: [{ reference }] })
    expect((await head.get(`/cases/${id}`)).statusCode).toBe(404)
    const history = (await head2.get(`/cases/${id}/history`)).json<{ items: { type: string }[] }>()
    expect(history.items.map(({ type }) => type)).toEqual([
      'case.transfer-accepted',
      'case.transfer-asked',
      'case.assigned',
      'case.opened',
    ])
  })

  it('leaves the case where it is when it is refused or withdrawn', async () => {
    const { id } = await open(desk)
    await head.done(`/cases/${id}/transfer`, { toUnitId: head2.unitId, reason: 'اختصاص' })
    await head2.done(`/cases/${id}/transfer/answer`, { answer: 'refused', note: 'ليس من اختصاصنا' })
    expect((await head2.get(`/cases/${id}`)).statusCode).toBe(404)
    await head.done(`/cases/${id}/transfer`, { toUnitId: head2.unitId, reason: 'مرة ثانية' })
    await head.done(`/cases/${id}/transfer/withdrawal`)
    expect(await read(head, id)).toMatchObject({
      transferTo: null,
      transfers: [{ state: 'refused', answer: 'ليس من اختصاصنا' }, { state: 'withdrawn' }],
    })
    expect(await refused(head.post(`/cases/${id}/transfer/withdrawal`))).toEqual([409, 'TRANSFER_NOT_PENDING'])
  })
})

describe('tasks', () => {
  it('make a case overdue until they are done', async () => {
    const { id } = await open(investigator, { assignTo: investigator.officerId })
    const task = await investigator.done<{ id: string }>(`/cases/${id}/tasks`, {
      title: 'سماع الجار',
      dueAt: '2026-11-23T08:00:00Z',
      assignedTo: investigator.officerId,
    })
    const overdue = async () =>
      (await investigator.get('/cases?queue=overdue')).json<{ items: CaseSummary[] }>().items.map((each) => each.id)
    expect(await overdue()).toContain(id)
    expect((await investigator.get('/tasks')).json()).toMatchObject({
      items: [{ id: task.id, caseId: id, overdue: true }],
    })
    await investigator.done(`/cases/${id}/tasks/${task.id}/done`, { baseVersion: 1, outcome: 'حضر وصرّح' })
    expect(await overdue()).not.toContain(id)
    expect(await refused(investigator.post(`/cases/${id}/tasks/${task.id}/done`, { baseVersion: 2 }))).toEqual([
      409,
      'TASK_ALREADY_DONE',
    ])
    await investigator.done(`/cases/${id}/tasks/${task.id}/reopening`, { baseVersion: 2 })
    const moved = await investigator.patch(`/cases/${id}/tasks/${task.id}`, {
      baseVersion: 3,
      dueAt: '2026-12-01T08:00:00Z',
    })
    expect(moved.statusCode).toBe(200)
    expect(await read(investigator, id)).toMatchObject({ nextDueAt: '2026-12-01T08:00:00.000Z', overdue: false })
    expect((await investigator.get('/cases/queues')).json()).toMatchObject({ mine: 1 })
  })
})

describe('officers', () => {
  it('are told of what is put on their desk, and nobody of his own act', async () => {
    const { id, reference } = await open(desk)
    await head.done(`/cases/${id}/assignment`, { officerId: investigator.officerId })
    await head.done(`/cases/${id}/transfer`, { toUnitId: head2.unitId, reason: 'اختصاص' })
    await head2.done(`/cases/${id}/transfer/answer`, { answer: 'refused' })
    await head.done(`/cases/${id}/tasks`, { title: 'جرد', assignedTo: head.officerId })
    const told = await casework.app.db.asSuperuser((client) =>
      client.query<{ kind: string; officer_id: string; params: object }>(
        'select kind, officer_id, params from notices.notice where link_id = $1 order by id',
        [id],
      ),
    )
    expect(told.rows).toEqual([
      { kind: 'case.assigned', officer_id: investigator.officerId, params: { reference } },
      { kind: 'case.transfer-asked', officer_id: head2.officerId, params: { reference } },
      { kind: 'case.transfer-refused', officer_id: head.officerId, params: { reference } },
    ])
  })
})

describe('the history', () => {
  it('tells in the reader’s language what was done, and the head who looked', async () => {
    const { id } = await open(desk)
    await desk.done(`/cases/${id}/participants`, { role: 'witness', standing: 'fact', person: salma('42') })
    await desk.done(`/cases/${id}/facts`, { baseVersion: 1, facts: { place: 'المحطة', how: 'شجار' } })
    const tell = async (language: string) => {
      const answer = await desk.get(`/cases/${id}/history`, { 'accept-language': language })
      return answer
        .json<{ items: { sentence: string }[] }>()
        .items.map(({ sentence }) => sentence.replaceAll(/[\u2068\u2069]/g, ''))
    }
    expect((await tell('ar')).slice(0, 2)).toEqual([
      'عُدّلت الوقائع: المكان، الكيفية.',
      'أُضيف سلمى الإدريسي 42 إلى الملف بصفة شاهد (واقعة ثابتة).',
    ])
    expect((await tell('fr'))[0]).toBe('Les faits ont été modifiés : le lieu, les circonstances.')
    await investigator.get(`/cases/${id}`, { 'x-purpose': `case:${id}` })
    const readers = await head.get(`/cases/${id}/readers`)
    expect(readers.json<{ items: unknown[] }>().items[0]).toMatchObject({
      type: 'case.read',
      officer: { id: investigator.officerId },
      purpose: { kind: 'case', id },
    })
    expect(await refused(investigator.get(`/cases/${id}/readers`))).toEqual([403, 'NOT_PERMITTED'])
  })
})
