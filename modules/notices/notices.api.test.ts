import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Caller, defineCommand } from '#platform/commands/types.ts'
import { systemIds } from '#platform/ids.ts'
import { type Officer, type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
import { type Audience, notify } from './notify.ts'

let app: TestApp
let head: Officer
let desk: Officer
let investigator: Officer
let origin: string
beforeAll(async () => {
  app = await createTestApp()
  ;[head, desk, investigator] = await Promise.all([app.as('head'), app.as('desk'), app.as('investigator')])
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(app.http.server.address() as AddressInfo).port}`
})
afterAll(() => app.close())

interface Listed {
  items: {
    id: string
    kind: string
    text: { ar: string; fr: string; en: string }
    readAt: string | null
    link: { id: string }
  }[]
  next: string | null
}
const listed = async (officer: Officer, query = ''): Promise<Listed> =>
  (await officer.get(`/notices${query}`)).json<Listed>()

const tell = (
  caller: Caller,
  unitId: string,
  to: Audience,
  id: string = randomUUID(),
  key?: string,
): Promise<{ told: number }> =>
  app.house.kernel.run(
    defineCommand({
      type: 'test.tell',
      permission: 'self.notices',
      input: z.strictObject({}),
      execute: async (tx) => ({
        result: {
          told: await notify(tx, {
            kind: 'case.emergency-access',
            to: [to],
            link: { type: 'case', id },
            unitId,
            aboutOfficerId: tx.actor.officerId,
            ...(key ? { key } : {}),
          }),
        },
        event: { type: 'notice.read', subjects: [] },
      }),
    }),
    caller,
    systemIds.next(),
    {},
  )

describe('a notice', () => {
  it('reaches its officer and nobody else, in three languages', async () => {
    const id = randomUUID()
    await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: investigator.officerId }, id)
    const mine = (await listed(investigator)).items.find((item) => item.link.id === id)
    expect(mine?.text.ar).toContain('نادية العمراني')
    expect(mine?.text.fr).toContain('Nadia El Amrani')
    for (const other of [head, desk, await app.as('inspector')]) {
      expect((await listed(other)).items.map((item) => item.link.id)).not.toContain(id)
      const refused = await other.post(`/notices/${mine?.id}/read`)
      expect(refused.statusCode).toBe(404)
    }
    expect((await app.http.inject({ url: '/api/notices' })).statusCode).toBe(401)
  })

  it('is hidden by row-level security alone, and its words cannot be changed', async () => {
    await app.beneath(desk, 'self.notices', async (client) => {
      const { rows } = await client.query('select 1 from notices.notice where officer_id <> $1', [desk.officerId])
      expect(rows).toEqual([])
      await expect(client.query(`update notices.notice set kind = 'x'`)).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('is read once, by its officer, and that is recorded', async () => {
    const id = randomUUID()
    await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: investigator.officerId }, id)
    const unread = (await listed(investigator, '?unread=true')).items
    const notice = unread.find((item) => item.link.id === id)
    const before = (await investigator.get('/notices/count')).json<{ unread: number }>().unread
    expect(before).toBe(unread.length)
    const key = { 'idempotency-key': systemIds.next() }
    const first = await investigator.post(`/notices/${notice?.id}/read`, undefined, key)
    expect(first.json()).toMatchObject({ id: notice?.id })
    app.clock.advance(1_000)
    expect((await investigator.post(`/notices/${notice?.id}/read`, undefined, key)).json()).toEqual(first.json())
    expect((await investigator.post(`/notices/${notice?.id}/read`)).json()).toEqual(first.json())
    expect((await investigator.get('/notices/count')).json()).toEqual({ unread: before - 1 })
    const events = await app.db.asSuperuser((client) =>
      client.query(`select 1 from audit.event where type = 'notice.read' and subjects @> $1`, [
        JSON.stringify([{ type: 'notice', id: notice?.id }]),
      ]),
    )
    expect(events.rows).toHaveLength(2)
  })

  it('marked read with all others leaves unread what came after the last one shown', async () => {
    await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: head.officerId })
    const shown = await listed(head)
    const later = randomUUID()
    await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: head.officerId }, later)
    const answer = await head.post('/notices/read-all', { upTo: shown.items[0]?.id })
    expect(answer.json()).toMatchObject({ read: expect.any(Number) as number })
    expect((await listed(head, '?unread=true')).items.map((item) => item.link.id)).toEqual([later])
  })

  it('comes by pages', async () => {
    for (let each = 0; each < 3; each += 1)
      await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: head.officerId })
    const all = await listed(head)
    const first = await listed(head, '?limit=2')
    const second = await listed(head, `?limit=2&after=${first.next}`)
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(
      all.items.slice(0, 4).map((item) => item.id),
    )
    expect((await head.get('/notices?after=x')).statusCode).toBe(400)
  })
})

describe('the holders of a role', () => {
  it('are those of the unit, else of the nearest unit above; a key tells once; nobody is told of his own act', async () => {
    const id = randomUUID()
    expect(
      await tell(desk.caller, app.units.p1, { kind: 'role', role: 'head-of-unit', unitId: app.units.p1 }, id),
    ).toEqual({ told: 1 })
    expect((await listed(head)).items[0]?.link.id).toBe(id)
    expect(
      await tell(desk.caller, app.units.p1, { kind: 'role', role: 'administrator', unitId: app.units.p1 }),
    ).toEqual({ told: 1 })
    expect(await tell(head.caller, app.units.p1, { kind: 'role', role: 'head-of-unit', unitId: app.units.p1 })).toEqual(
      { told: 0 },
    )
    const once = randomUUID()
    for (let each = 0; each < 2; each += 1) {
      await tell(desk.caller, app.units.p1, { kind: 'officer', officerId: head.officerId }, once, `key ${once}`)
    }
    expect((await listed(head)).items.filter((item) => item.link.id === once)).toHaveLength(1)
  })
})

describe('an emergency access', () => {
  it('tells the head of the unit and every inspector, once, and no officer who is a party', async () => {
    const caseId = randomUUID()
    const payload = {
      caseId,
      unitId: app.units.p1,
      officerId: investigator.officerId,
      since: app.clock.now().toISOString(),
      until: app.clock.now().toISOString(),
    }
    await app.runJob('notices.emergency-access', payload)
    await app.runJob('notices.emergency-access', payload)
    const inspector = await app.as('inspector')
    for (const officer of [head, inspector]) {
      const notices = (await listed(officer)).items.filter((item) => item.link.id === caseId)
      expect(notices.map((notice) => notice.kind)).toEqual(['case.emergency-access'])
      expect(notices[0]?.text.fr).toContain('Youssef Benjelloun')
    }
    expect((await listed(desk)).items.map((item) => item.link.id)).not.toContain(caseId)
    const sealed = randomUUID()
    await app.runJob('notices.emergency-access', { ...payload, caseId: sealed, barred: [head.officerId] })
    expect((await listed(head)).items.map((item) => item.link.id)).not.toContain(sealed)
    expect((await listed(inspector)).items.map((item) => item.link.id)).toContain(sealed)
  })
})

interface Stream {
  /** Resolves with the next event's name, or `end` when the stream closes. */
  next(): Promise<string>
  readonly seen: string[]
  close(): void
}

async function openStream(token: string): Promise<Stream> {
  const cut = new AbortController()
  const response = await fetch(`${origin}/api/live`, {
    headers: { cookie: `daira_session=${token}` },
    signal: cut.signal,
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('the stream has no body')
  const seen: string[] = []
  const waiting: string[] = []
  let rest = ''
  const next = async (): Promise<string> => {
    for (;;) {
      const known = waiting.shift()
      if (known !== undefined) return known
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }))
      if (done) return 'end'
      rest += value
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const name = /^event: (\w+)$/m.exec(block)?.[1]
        if (name !== undefined) {
          waiting.push(name)
          seen.push(block)
        }
      }
    }
  }
  return { next, seen, close: () => cut.abort() }
}

const signIn = async (key: string): Promise<{ token: string; caller: Caller }> => {
  const who = app.signIns.get(key)
  if (!who) throw new Error(key)
  // A code works once.
  app.clock.advance(60_000)
  return openSessionOf(app.house, who)
}

describe('the live channel', () => {
  it('says that there is news, without content, to the officer concerned and to no other', async () => {
    const [a, b] = [await signIn('investigator2'), await signIn('desk2')]
    const [mine, other] = [await openStream(a.token), await openStream(b.token)]
    expect([await mine.next(), await other.next()]).toEqual(['ready', 'ready'])
    const id2 = app.signIns.get('investigator2')?.officerId ?? ''
    const idDesk2 = app.signIns.get('desk2')?.officerId ?? ''
    await tell(desk.caller, app.units.p2, { kind: 'officer', officerId: id2 })
    expect(await mine.next()).toBe('news')
    expect(mine.seen.at(-1)).toBe('event: news\ndata: {}')
    // What the other hears next is its own news: nothing of the first came before it.
    await tell(desk.caller, app.units.p2, { kind: 'officer', officerId: idDesk2 })
    expect(await other.next()).toBe('news')
    expect(other.seen.filter((block) => block.includes('news'))).toHaveLength(1)
    mine.close()
    other.close()
  })

  it('closes within a second of the end of its session', async () => {
    const { token } = await signIn('desk3')
    const stream = await openStream(token)
    expect(await stream.next()).toBe('ready')
    const started = performance.now()
    const ended = await app.http.inject({
      method: 'DELETE',
      url: '/api/session',
      cookies: { daira_session: token },
      headers: { 'idempotency-key': systemIds.next() },
    })
    expect(ended.statusCode).toBeLessThan(300)
    expect(await stream.next()).toBe('end')
    expect(performance.now() - started).toBeLessThan(1_000)
    const again = await fetch(`${origin}/api/live`, { headers: { cookie: `daira_session=${token}` } })
    expect(again.status).toBe(401)
  })

  it('says nothing more to a session that ran out, and closes', async () => {
    const { token } = await signIn('investigator3')
    const stream = await openStream(token)
    expect(await stream.next()).toBe('ready')
    app.clock.advance(13 * 3_600_000)
    const officerId = app.signIns.get('investigator3')?.officerId ?? ''
    // Everyone's session has run out by now: a fresh one tells.
    const fresh = await openSessionOf(app.house, app.signIns.get('head3') ?? (await Promise.reject(new Error('head3'))))
    await tell(fresh.caller, app.units.p3, { kind: 'officer', officerId })
    expect(await stream.next()).toBe('end')
  })

  it('is for the signed-in', async () => {
    expect((await fetch(`${origin}/api/live`)).status).toBe(401)
  })
})
