import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FeedItem, feedItemSchema } from '#contracts/custody/feed.ts'
import type { Register } from '#contracts/custody/place.ts'
import { canonicalJson } from '#platform/audit/log/index.ts'
import { type Officer, type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'

let app: TestApp
let ground: CustodyGround
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
})
afterAll(() => app.close())

const url = (after?: string, book = 'adults') =>
  `/custody-places/${ground.place.id}/feed?book=${book}${after ? `&after=${encodeURIComponent(after)}` : ''}`
async function feed(after?: string, who: { get: Officer['get'] } = ground.prosecutor): Promise<FeedItem[]> {
  const answer = await who.get(url(after))
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toContain('application/x-ndjson')
  return answer.body
    .split('\n')
    .filter(Boolean)
    .map((text) => feedItemSchema.parse(JSON.parse(text)))
}
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

describe('the feed of a book', () => {
  it('has each line, fact and signature once, in the order in which they were written', async () => {
    const first = await ground.open()
    const second = await ground.open()
    await ground.record(second, { kind: 'meal', at: ground.at(-0.1), meal: 'lunch', outcome: 'taken', diet: 'حمية' })
    await ground.record(first, { kind: 'end', at: ground.at(0), how: 'released' })
    const signed = await ground.investigator.post(`/custodies/${first}/signature`, { person: 'signed' })
    expect(signed.statusCode).toBe(200)
    const all = await feed()
    expect(all.map(({ what, number }) => `${what} ${number}`)).toEqual([
      'line 1',
      'entry 1',
      'entry 1',
      'line 2',
      'entry 2',
      'entry 2',
      'entry 2',
      'entry 1',
      'signature 1',
    ])
    const line = all[0]
    expect(line?.what === 'line' && line.person?.nameLatin).toBe('Soufiane Tadribi')
    expect(JSON.stringify(all)).not.toContain('حمية')
  })

  it('goes on from any cursor without a gap, and says the same again', async () => {
    const all = await feed()
    expect(await feed()).toEqual(all)
    for (const [index, { cursor }] of all.entries())
      expect((await feed(cursor)).map((each) => each.cursor)).toEqual(all.slice(index + 1).map((each) => each.cursor))
    const last = all.at(-1)?.cursor
    expect(await feed(last)).toEqual([])
    const third = await ground.open()
    expect((await feed(last)).map(({ what, custodyId }) => [what, custodyId])).toEqual([
      ['line', third],
      ['entry', third],
      ['entry', third],
    ])
  })

  it('is written one after the other, however many write at once', async () => {
    const before = (await feed()).at(-1)?.cursor
    const ids = await Promise.all([1, 2, 3, 4].map(() => ground.open()))
    await Promise.all(
      ids.flatMap((id) =>
        [1, 2].map(() => ground.record(id, { kind: 'rest', at: ground.at(-0.2), until: ground.at(-0.1) })),
      ),
    )
    const items = await feed(before)
    expect(items).toHaveLength(4 * (3 + 2))
    const positions = items.map(({ cursor }) => Number(Buffer.from(cursor, 'base64url').toString().split(' ').at(-1)))
    expect(positions).toEqual(positions.map((_, index) => (positions[0] ?? 0) + index))
    for (const id of ids) {
      const own = items.filter(({ custodyId }) => custodyId === id)
      expect(own.map((item) => (item.what === 'entry' ? item.seq : 0))).toEqual([0, 1, 2, 3, 4])
    }
  })

  it('lets anyone compute the digest of a month again, without a key', async () => {
    const items = await feed()
    let digest = sha256(canonicalJson({ v: 1, placeId: ground.place.id, book: 'adults', month: '2026-11' }))
    for (const line of items
      .filter((each) => each.what === 'line')
      .toSorted((one, other) => one.number - other.number)) {
      const entries = items
        .filter((each) => each.what === 'entry')
        .filter(({ custodyId }) => custodyId === line.custodyId)
        .toSorted((one, other) => one.seq - other.seq)
      const parts = [line, ...entries].map(({ stored }) =>
        sha256(canonicalJson(stored as Parameters<typeof canonicalJson>[0])),
      )
      digest = sha256(Buffer.concat([digest, ...parts]))
    }
    const shown = await ground.prosecutor.get(`/custody-places/${ground.place.id}/register?book=adults&month=2026-11`)
    expect(digest.toString('hex')).toBe(shown.json<Register>().digest)
  })

  it('leaves person and case out where the case is sealed to the reader', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const id = await ground.open({ caseId, participantId: suspectId })
    const { version } = (await ground.head.get(`/cases/${caseId}`)).json<{ version: number }>()
    const sealed = await ground.head.post(`/cases/${caseId}/seal`, {
      reason: 'secrecy',
      officers: [ground.investigator.officerId],
      baseVersion: version,
    })
    expect(sealed.statusCode).toBe(200)
    const line = (await feed()).find((each) => each.what === 'line' && each.custodyId === id)
    expect(line).toMatchObject({ person: null, caseReference: null, arrestPlace: null })
    expect(JSON.stringify(line)).not.toContain(caseId)
  })

  it('is for those who may export, takes its own cursors alone, and is in the log', async () => {
    for (const who of [ground.keeper, ground.investigator, await app.as('visitor')])
      expect((await who.get(url())).statusCode).toBe(403)
    expect((await app.http.inject({ method: 'GET', url: `/api${url()}` })).statusCode).toBe(401)
    const cursor = (await feed())[0]?.cursor ?? ''
    for (const wrong of ['x', cursor.slice(2), Buffer.from(`${ground.place.id} adults 1 2`).toString('base64url')])
      expect((await ground.prosecutor.get(url(wrong))).json<{ code: string }>().code).toBe('CUSTODY_CURSOR_UNKNOWN')
    expect((await ground.prosecutor.get(url(cursor, 'minors'))).json<{ code: string }>().code).toBe(
      'CUSTODY_CURSOR_UNKNOWN',
    )
    const logged = await app.db.asSuperuser(
      async (client) =>
        (
          await client.query(`select 1 from audit.event where type = 'custody-register.exported' and actor_id = $1`, [
            ground.prosecutor.officerId,
          ])
        ).rows,
    )
    expect(logged.length).toBeGreaterThan(0)
  })
})
