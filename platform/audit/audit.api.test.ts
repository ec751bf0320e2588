import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import {
  leafHashOf,
  parseVerifierKey,
  verifyBundle,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from './log/index.ts'
import { createSequencer } from './sequencer.ts'

interface Page {
  items: {
    id: string
    type: string
    kind: string
    sentence: string
    recordedAt: string
    place: number | null
    actorId: string | null
    subjects: { type: string; id: string }[]
    detail: { state: string; content?: Record<string, unknown>; at?: string }
  }[]
  next: string | null
}

let app: TestApp
let inspector: Officer
const reason = 'reason=yearly%20inspection'

beforeAll(async () => {
  app = await createTestApp()
  inspector = await app.as('inspector')
  await place()
})
afterAll(() => app.close())

async function place(): Promise<void> {
  const sequencer = createSequencer(app.db.worker, app.house.keyring.checkpointSigner, app.clock)
  await sequencer.sequence()
  await sequencer.checkpoint()
}
const search = async (query: string): Promise<Page> => {
  const answer = await inspector.get(`/audit/events?${reason}&${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<Page>()
}
const logKey = (): ReturnType<typeof parseVerifierKey> => parseVerifierKey(app.house.keyring.logVerifierKey)
const anybody = (url: string) => app.http.inject({ url: `/api${url}` })

describe('the public side of the log', () => {
  it('hands out its newest checkpoint, and that it only grew, to anybody', async () => {
    const first = verifyCheckpoint((await anybody('/log/checkpoint')).body, [logKey()])
    if (!first.ok) throw new Error(first.message)
    await search('limit=1')
    await place()
    const second = verifyCheckpoint((await anybody('/log/checkpoint')).body, [logKey()])
    if (!second.ok) throw new Error(second.message)
    const [from, to] = [first.checkpoint, second.checkpoint]
    expect(to.size).toBeGreaterThan(from.size)
    const answer = await anybody(`/log/consistency?from=${from.size}&to=${to.size}`)
    const proof = answer.json<{ proof: string[] }>().proof.map((hash) => Buffer.from(hash, 'base64'))
    expect(
      verifyConsistency({ oldSize: from.size, newSize: to.size, oldRoot: from.root, newRoot: to.root, proof }),
    ).toBe(true)
    for (const [wrong, right] of [
      [to.size, from.size],
      [1, to.size + 1],
      ['x', 1],
    ])
      expect((await anybody(`/log/consistency?from=${wrong}&to=${right}`)).statusCode).toBe(400)
  })
})

describe('the search of the log', () => {
  it('is for the inspectorate, with a reason or the work in hand', async () => {
    expect((await anybody('/audit/events')).statusCode).toBe(401)
    for (const other of ['admin', 'head', 'desk']) {
      expect((await (await app.as(other)).get(`/audit/events?${reason}`)).statusCode).toBe(403)
      expect((await (await app.as(other)).get(`/audit/export?${reason}`)).statusCode).toBe(403)
    }
    const silent = await inspector.get('/audit/events')
    expect(silent.statusCode).toBe(422)
    expect(silent.json()).toMatchObject({ code: 'AUDIT_REASON_NEEDED' })
    const { id } = (await (await app.as('desk')).post('/cases', {})).json<{ id: string }>()
    const purposeful = await inspector.get('/audit/events?limit=1', { 'x-purpose': `case:${id}` })
    expect(purposeful.statusCode).toBe(200)
    const invented = await inspector.get('/audit/events?limit=1', {
      'x-purpose': 'case:019ab000-0000-7000-8000-000000000001',
    })
    expect(invented.json()).toMatchObject({ code: 'PURPOSE_UNKNOWN' })
  })

  it('finds by officer, record, type, kind and time, page by page, with sentences and detail', async () => {
    const enrolled = await search('type=officer.enrolled')
    expect(enrolled.items.length).toBeGreaterThan(8)
    expect(enrolled.items.every(({ type, detail }) => type === 'officer.enrolled' && detail.state === 'shown')).toBe(
      true,
    )
    const one = enrolled.items[0]
    const subject = one?.subjects[0]
    const about = await search(`subjectType=${subject?.type}&subjectId=${subject?.id}`)
    expect(about.items.map(({ id }) => id)).toContain(one?.id)
    expect(about.items.every(({ subjects }) => subjects.some(({ id }) => id === subject?.id))).toBe(true)
    const mine = await search(`actorId=${inspector.officerId}&kind=read`)
    expect(mine.items.length).toBeGreaterThan(0)
    expect(mine.items.every(({ actorId, kind }) => actorId === inspector.officerId && kind === 'read')).toBe(true)
    const refused = await search('type=request.refused')
    expect(refused.items[0]?.sentence.replaceAll(/[\u2068\u2069]/g, '')).toContain('A request was refused (log.')
    expect((await search('to=2020-01-01T00:00:00Z')).items).toEqual([])
    expect((await search('from=2020-01-01T00:00:00Z&limit=3')).items).toHaveLength(3)
    const seen: string[] = []
    let cursor = ''
    for (let pages = 0; pages < 50; pages += 1) {
      const page = await search(`type=officer.enrolled&limit=4${cursor}`)
      seen.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      cursor = `&cursor=${page.next}`
    }
    expect(seen).toEqual(enrolled.items.map(({ id }) => id))
    for (const wrong of ['cursor=x', 'subjectType=case', 'limit=1000', 'colour=red'])
      expect((await inspector.get(`/audit/events?${reason}&${wrong}`)).statusCode).toBe(400)
  })

  it('is itself in the log, with what was searched and why', async () => {
    app.clock.advance(1_000)
    await search('type=session.opened')
    app.clock.advance(1_000)
    const [newest] = (await search('type=log.read&limit=1')).items
    expect(newest).toMatchObject({
      kind: 'read',
      actorId: inspector.officerId,
      detail: { state: 'shown', content: { type: 'session.opened', reason: 'yearly inspection' } },
    })
  })
})

describe('the proof of one event', () => {
  it('holds against the public checkpoint', async () => {
    await place()
    const [event] = (await search('type=officer.enrolled&limit=1')).items
    const answer = await inspector.get(`/log/inclusion/${event?.id}`)
    expect(answer.statusCode).toBe(200)
    const { leaf, index, size, proof, checkpoint } = answer.json<{
      leaf: string
      index: number
      size: number
      proof: string[]
      checkpoint: string
    }>()
    const verified = verifyCheckpoint(checkpoint, [logKey()])
    if (!verified.ok) throw new Error(verified.message)
    const claim = { leafHash: leafHashOf(leaf), index, size, root: verified.checkpoint.root }
    const hashes = proof.map((hash) => Buffer.from(hash, 'base64'))
    expect(verified.checkpoint.size).toBe(size)
    expect(verifyInclusion({ ...claim, proof: hashes })).toBe(true)
    expect(verifyInclusion({ ...claim, leafHash: leafHashOf(`${leaf} `), proof: hashes })).toBe(false)
    expect(JSON.parse(leaf)).toMatchObject({ eventId: event?.id, type: 'officer.enrolled' })
  })

  it('is refused for what waits, what is absent and who may not', async () => {
    app.clock.advance(1_000)
    const [unplaced] = (await search('type=log.read&limit=1')).items
    expect(unplaced?.place).toBeNull()
    expect((await inspector.get(`/log/inclusion/${unplaced?.id}`)).json()).toMatchObject({
      code: 'AUDIT_ENTRY_WAITING',
    })
    expect((await inspector.get('/log/inclusion/019ab000-0000-7000-8000-000000000001')).statusCode).toBe(404)
    expect((await (await app.as('head')).get(`/log/inclusion/${unplaced?.id}`)).statusCode).toBe(403)
    expect((await anybody(`/log/inclusion/${unplaced?.id}`)).statusCode).toBe(401)
  })
})

describe('the export for an inspector', () => {
  it('streams a bundle that the offline verifier accepts, and leaves a trace', async () => {
    await place()
    expect((await inspector.get('/audit/export')).statusCode).toBe(422)
    const whole = await inspector.get(`/audit/export?${reason}`)
    expect(whole.headers['content-type']).toContain('application/jsonl')
    const trust = { logKeys: [app.house.keyring.logVerifierKey] }
    const report = await verifyBundle(whole.body.split('\n'), trust)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ ok: true, scope: { type: 'all' } })
    expect(report.counts.details).toBe(report.counts.leaves)
    const subject = (await search('type=officer.enrolled&limit=1')).items[0]?.subjects[0]
    const some = await inspector.get(
      `/audit/export?${reason}&subjectType=${subject?.type}&subjectId=${subject?.id}&since=1`,
    )
    const partial = await verifyBundle(some.body.split('\n'), trust)
    expect(partial).toMatchObject({ ok: true, scope: { type: 'selection' } })
    expect(partial.counts.leaves).toBeLessThan(report.counts.leaves)
    const [trace] = (await search('type=log.exported&limit=1')).items
    expect(trace).toMatchObject({ actorId: inspector.officerId, detail: { content: { reason: 'yearly inspection' } } })
    expect((await inspector.get(`/audit/export?${reason}&subjectType=case`)).statusCode).toBe(400)
  })
})
