import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moroccanCustody } from '#country/morocco/custody/index.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import type { RaisedAlarmView } from '#contracts/custody/alarm.ts'
import type { Notice } from '#contracts/notices/notices.ts'
import { type Officer, type TestApp, createTestApp } from '../../../apps/server/testing.ts'
import { cast } from '../../../apps/server/seed/cast.ts'
import { raiseAlarms } from './raise-alarms.ts'
import { type CustodyGround, makeCustodyGround } from '../testing/custody-ground.ts'

const hour = 3_600_000
const start = new Date('2026-11-23T09:00:00Z')
let app: TestApp
let ground: CustodyGround
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
})
afterAll(() => app.close())
// Sessions last: everything is taken down at one hour, and the worker alone goes on from there.
beforeEach(() => app.clock.set(start))

interface Stored {
  id: string
  custody_id: string
  what: string
  hours_before: string
  due_at: Date
  raised_at: Date | null
}
const stored = async (...ids: string[]): Promise<Stored[]> =>
  (
    await app.db.worker.pool.query<Stored>(
      'select * from custody.alarm where custody_id = any ($1) and dropped_at is null order by due_at',
      [ids],
    )
  ).rows
const raisedHours = async (id: string): Promise<number[]> =>
  (await stored(id))
    .filter(({ what, raised_at }) => what === 'deadline' && raised_at !== null)
    .map(({ hours_before }) => Number(hours_before))
const look = () => app.look('custody alarms')
/** The worker wakes at that hour from the start. */
const wake = async (hours: number): Promise<void> => {
  app.clock.set(new Date(start.getTime() + hours * hour))
  expect(await look()).toEqual([])
}
type Reader = Pick<Officer, 'get'>
const noticesOf = async (who: Reader, id: string): Promise<Notice[]> => {
  app.clock.set(start)
  const { items } = (await who.get('/notices?limit=100')).json<{ items: Notice[] }>()
  return items.filter(({ link }) => link.id === id)
}
const open = async (who: Reader): Promise<RaisedAlarmView[]> => {
  app.clock.set(start)
  const answer = await who.get('/custody-alarms?open=true')
  expect(answer.statusCode).toBe(200)
  return answer.json<{ items: RaisedAlarmView[] }>().items
}
const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code

describe('an alarm', () => {
  it('is raised at its hour, once, and told to officer, head, keeper and prosecutor, with nothing personal', async () => {
    const id = await ground.open()
    await wake(34.9)
    expect(await raisedHours(id)).toEqual([])
    await wake(35)
    await Promise.all([look(), look(), look()])
    expect(await raisedHours(id)).toEqual([12])
    for (const who of ['investigator', 'head', 'keeper', 'prosecutor']) {
      const [notice, ...more] = (await noticesOf(await app.as(who), id)).filter(
        ({ kind }) => kind === 'custody.alarm-deadline',
      )
      expect([who, more.length, notice?.kind]).toEqual([who, 0, 'custody.alarm-deadline'])
      expect(notice?.text.fr).toContain('12:00')
      expect(notice?.text.ar).not.toContain('التدريبي')
    }
    expect(await noticesOf(await app.as('head2'), id)).toEqual([])
    const { rows } = await app.db.asSuperuser((client) =>
      client.query<{ kind: string; codes: { count: number } }>(
        `select kind, codes from audit.event where type = 'custody.alarms-raised' and subjects @> $1`,
        [JSON.stringify([{ type: 'custody', id }])],
      ),
    )
    expect(rows.at(-1)).toMatchObject({ kind: 'system', codes: { count: expect.any(Number) as number } })
  })

  it('that was raised by a worker that died before it told anyone is told by the next, once', async () => {
    const id = await ground.open()
    app.clock.set(new Date(start.getTime() + 35 * hour))
    const { keyring, ids } = app.house
    const kernel = createKernel({ database: app.db.worker, vault: keyring.vault, clock: app.clock, ids })
    const raise = raiseAlarms({ rules: moroccanCustody })
    await kernel.run(raise, { kind: 'job', job: 'custody.alarms' }, ids.next(), { custodyIds: [id] })
    expect(await raisedHours(id)).toEqual([12])
    const told = async () =>
      (await noticesOf(ground.prosecutor, id)).filter(({ kind }) => kind === 'custody.alarm-deadline').length
    expect(await told()).toBe(0)
    await wake(35)
    await Promise.all([look(), look()])
    expect(await told()).toBe(1)
  })

  it('comes for each threshold that passed while no worker was there; an overdue one stays for ever', async () => {
    const id = await ground.open()
    await wake(60)
    expect(await raisedHours(id)).toEqual([12, 6, 2, 0.5, 0])
    const kinds = (await noticesOf(ground.prosecutor, id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'custody.overdue').length).toBeGreaterThan(0)
    const summary = await ground.read(id)
    expect(summary.alarms.filter(({ what }) => what === 'deadline').map(({ hoursBefore }) => hoursBefore)).toContain(0)
    await ground.record(id, { kind: 'end', at: ground.at(0), how: 'released' })
    expect((await open(ground.head)).filter(({ custodyId }) => custodyId === id)).toMatchObject([
      { what: 'deadline', hoursBefore: 0, ended: true },
    ])
  })

  it('follows the deadline: one that was extended, or whose clock stands still, raises nothing yet', async () => {
    const extended = await ground.open()
    await ground.record(extended, {
      kind: 'extension',
      at: ground.at(0),
      hours: 24,
      by: 'procureur',
      writtenReasoned: true,
      heard: 'presented',
      ref: '1/2026',
    })
    const takenBack = await ground.open()
    const { ids: given } = await ground.record(takenBack, {
      kind: 'extension',
      at: ground.at(0),
      hours: 24,
      by: 'procureur',
      writtenReasoned: true,
      heard: 'presented',
      ref: '3/2026',
    })
    await ground.record(takenBack, { kind: 'note', at: ground.at(0), note: 'تمديد لقيد آخر', corrects: given[0] })
    const inHospital = await ground.open()
    const { ids } = await ground.record(inHospital, {
      kind: 'exclusion',
      at: ground.at(0),
      exclusion: 'treatment',
      outsideDistrict: false,
    })
    await ground.record(inHospital, { kind: 'proof', at: ground.at(0), of: ids[0], document: 'شهادة 3' })
    const ended = await ground.open()
    await ground.record(ended, { kind: 'end', at: ground.at(0), how: 'released' })
    await wake(50)
    expect(await raisedHours(extended)).toEqual([])
    expect(await raisedHours(takenBack)).toEqual([12, 6, 2, 0.5, 0])
    expect(await raisedHours(inHospital)).toEqual([])
    await wake(59.5)
    expect(await raisedHours(extended)).toEqual([12])
    expect(await stored(ended)).toEqual([])
    app.clock.set(start)
    await ground.record(inHospital, { kind: 'ended', at: ground.at(0), of: ids[0] })
    await wake(42)
    expect(await raisedHours(inHospital)).toEqual([12, 6])
  })

  it('tells of a look in that was missed, and again each hour until someone looks in', async () => {
    const id = await ground.open()
    const missed = async () =>
      (await stored(id)).filter(({ what, raised_at }) => what === 'welfare' && raised_at !== null).length
    await wake(0.4)
    expect(await missed()).toBe(0)
    await wake(0.5)
    expect(await missed()).toBe(1)
    await wake(1.4)
    expect(await missed()).toBe(1)
    await wake(1.5)
    expect(await missed()).toBe(2)
    expect((await noticesOf(ground.keeper, id)).map(({ kind }) => kind)).toEqual([
      'custody.welfare-missed',
      'custody.welfare-missed',
    ])
    // The prosecutor is told that it was missed, not each time that it still is.
    expect(await noticesOf(ground.prosecutor, id)).toHaveLength(1)
    await ground.record(id, { kind: 'welfare', at: ground.at(0), state: 'well' })
    await wake(1)
    expect(await missed()).toBe(3)
  })

  it('asks of a clock that stands still whether what stops it is over, at each interval, by name, until it is', async () => {
    const id = await ground.open()
    const { ids } = await ground.record(id, {
      kind: 'exclusion',
      at: ground.at(0),
      exclusion: 'treatment',
      outsideDistrict: false,
    })
    await ground.record(id, { kind: 'proof', at: ground.at(0), of: ids[0], document: 'شهادة 7' })
    const asked = async () =>
      (await stored(id))
        .filter(({ what, raised_at }) => what === 'exclusion' && raised_at !== null)
        .map(({ hours_before }) => Number(hours_before))
    await wake(11.9)
    expect(await asked()).toEqual([])
    await wake(12)
    await Promise.all([look(), look(), look()])
    expect(await asked()).toEqual([12])
    await wake(24)
    expect(await asked()).toEqual([12, 24])
    for (const who of ['investigator', 'head', 'keeper', 'prosecutor']) {
      const told = (await noticesOf(await app.as(who), id)).filter(({ kind }) => kind === 'custody.exclusion-open')
      expect([who, told.length]).toEqual([who, 2])
      expect(told.map(({ text }) => text.fr).join(' ')).toMatch(/24/)
    }
    // Of one stop of the clock the last alarm says it all; taking note of it ends no exclusion.
    const mine = (await open(ground.prosecutor)).filter(
      ({ custodyId, what }) => custodyId === id && what === 'exclusion',
    )
    expect(mine.map(({ hoursBefore }) => hoursBefore)).toEqual([24])
    const noted = await ground.prosecutor.post(`/custody-alarms/${mine[0]?.id}/acknowledgement`, {})
    expect(noted.json()).toMatchObject({ capacity: 'prosecutor' })
    await wake(36)
    expect(await asked()).toEqual([12, 24, 36])
    app.clock.set(new Date(start.getTime() + 36.5 * hour))
    await (
      await app.again('investigator')
    ).post(`/custodies/${id}/entries`, {
      entries: [{ kind: 'ended', at: ground.at(36.2), of: ids[0] }],
    })
    await wake(60)
    expect(await asked()).toEqual([12, 24, 36])
  })

  it('of one that cannot be judged keeps none of the others silent, and is tried again', async () => {
    const [broken, sound] = [await ground.open(), await ground.open()]
    await ground.record(broken, {
      kind: 'extension',
      at: ground.at(0),
      hours: 24,
      by: 'procureur',
      writtenReasoned: true,
      heard: 'presented',
      ref: '2/2026',
    })
    const plant = (change: string) =>
      app.db.asSuperuser(async (client) => {
        await client.query('set session_replication_role = replica')
        await client.query(`update custody.entry set codes = ${change} where custody_id = $1 and kind = 'extension'`, [
          broken,
        ])
      })
    await plant(`codes - 'hours'`)
    app.clock.set(new Date(start.getTime() + 60 * hour))
    const failures = await look()
    expect(failures.map(String)).toEqual([`Error: custody ${broken}`])
    expect(await raisedHours(sound)).toEqual([12, 6, 2, 0.5, 0])
    expect(await raisedHours(broken)).toEqual([])
    await plant(`codes || '{"hours": 24}'`)
    await expect
      .poll(async () => {
        await look()
        return raisedHours(broken)
      })
      .toEqual([12])
  })
})

describe('thirty custodies', () => {
  it('raise each alarm once, whatever the machine’s clock does', { timeout: 120_000 }, async () => {
    const ids: string[] = []
    for (let each = 0; each < 30; each += 1)
      ids.push(await ground.open({ arrestedAt: ground.at(-1 - each / 30), placedAt: ground.at(-0.5) }))
    const hours: number[] = []
    for (let at = 34; at < 48.5; at += 0.25) hours.push(at)
    // An hour forwards and back, twice; in between two workers at once.
    for (const at of [
      ...hours.slice(0, 20),
      hours[24] ?? 0,
      ...hours.slice(18, 40),
      hours[44] ?? 0,
      ...hours.slice(38),
    ]) {
      app.clock.set(new Date(start.getTime() + at * hour))
      await Promise.all([look(), look()])
    }
    const alarms = (await stored(...ids)).filter(({ what }) => what === 'deadline')
    expect(alarms.filter(({ raised_at }) => raised_at === null)).toEqual([])
    for (const id of ids) expect(await raisedHours(id)).toEqual([12, 6, 2, 0.5, 0])
    expect(alarms.filter(({ raised_at, due_at }) => raised_at !== null && raised_at < due_at)).toEqual([])
    const { rows } = await app.db.worker.pool.query<{ officer_id: string; notices: number }>(
      `select officer_id, count(*)::int as notices from notices.notice
       where link_id = any ($1) and kind in ('custody.alarm-deadline', 'custody.overdue') group by officer_id`,
      [ids],
    )
    expect(rows.map(({ notices }) => notices)).toEqual([150, 150, 150, 150])
  })
})

describe('an acknowledgement', () => {
  it('is by name, with the capacity that the house knows, once each', async () => {
    const id = await ground.open()
    await wake(35)
    const [deadline] = (await open(ground.keeper)).filter(
      ({ custodyId, what }) => custodyId === id && what === 'deadline',
    )
    expect(deadline).toMatchObject({ hoursBefore: 12, cell: 'M1', place: { fr: 'Chambres de sûreté' }, ended: false })
    const url = `/custody-alarms/${deadline?.id}/acknowledgement`
    const planned = (await stored(id)).find(({ raised_at }) => raised_at === null)
    expect(codeOf(await ground.head.post(`/custody-alarms/${planned?.id}/acknowledgement`, {}))).toBe(
      'CUSTODY_ALARM_NOT_RAISED',
    )
    for (const [who, capacity] of [
      ['investigator', 'officer'],
      ['head', 'head'],
      ['prosecutor', 'prosecutor'],
      ['keeper', 'keeper'],
      ['apj', 'other'],
    ] as const) {
      const officer = await app.as(who)
      const answer = await officer.post(url, { note: 'اطلعت' })
      expect([who, answer.statusCode, answer.json()]).toEqual([who, 200, { at: start.toISOString(), capacity }])
      expect((await open(officer)).map((each) => each.id)).not.toContain(deadline?.id)
    }
    expect(codeOf(await ground.keeper.post(url, {}))).toBe('CUSTODY_ALARM_NOT_RAISED')
    const all = (await ground.keeper.get('/custody-alarms')).json<{ items: RaisedAlarmView[] }>().items
    // All in the same instant: in no order.
    const noted = all.find((each) => each.id === deadline?.id)?.acknowledged.map(({ capacity }) => capacity)
    expect(noted?.toSorted()).toEqual(['head', 'keeper', 'officer', 'other', 'prosecutor'])
    const elsewhere = await app.as('investigator2')
    expect((await elsewhere.post(url, {})).statusCode).toBe(404)
    expect((await open(elsewhere)).map(({ custodyId }) => custodyId)).not.toContain(id)
    expect((await (await app.as('desk')).post(url, {})).statusCode).toBe(403)
    expect((await app.http.inject({ url: '/api/custody-alarms' })).statusCode).toBe(401)
    const { rows } = await app.db.asSuperuser((client) =>
      client.query(`select 1 from audit.event where type = 'custody.alarm-acknowledged' and subjects @> $1`, [
        JSON.stringify([{ type: 'custody', id }]),
      ]),
    )
    expect(rows).toHaveLength(5)
  })

  it('that does not come within ten minutes is told to the head of the unit above, once', async () => {
    const [silent, answered] = [await ground.open(), await ground.open()]
    const above = await app.as('wilaya')
    await wake(35)
    const alarms = (await stored(silent, answered)).filter(
      ({ what, raised_at }) => what === 'deadline' && raised_at !== null,
    )
    app.clock.set(start)
    const taken = alarms.find(({ custody_id }) => custody_id === answered)
    expect((await ground.keeper.post(`/custody-alarms/${taken?.id}/acknowledgement`, {})).statusCode).toBe(200)
    const { rows: jobs } = await app.db.asSuperuser((client) =>
      client.query<{ payload: { alarmIds: string[]; commandId: string }; run_at: Date }>(
        `select p.payload, p.run_at from graphile_worker._private_jobs p
         join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'custody.escalate-alarms'`,
      ),
    )
    const waiting = jobs.filter(({ payload }) => alarms.some(({ id }) => payload.alarmIds.includes(id)))
    expect(waiting[0]?.run_at).toEqual(new Date(start.getTime() + 35 * hour + 10 * 60_000))
    for (const job of [...waiting, ...waiting]) await app.runJob('custody.escalate-alarms', job.payload)
    const { rows } = await app.db.worker.pool.query<{ link_id: string; officer_id: string }>(
      `select link_id, officer_id from notices.notice where kind = 'custody.alarm-unanswered' and link_id = any ($1)`,
      [[silent, answered]],
    )
    expect(rows).toEqual([{ link_id: silent, officer_id: above.officerId }])
    // It reaches a person of the training, who may take note of the alarm as a head.
    expect((await noticesOf(above, silent)).map(({ kind }) => kind)).toEqual(['custody.alarm-unanswered'])
    const missed = alarms.find(({ custody_id }) => custody_id === silent)
    const noted = await above.post(`/custody-alarms/${missed?.id}/acknowledgement`, {})
    expect([noted.statusCode, noted.json<{ capacity: string }>().capacity]).toEqual([200, 'head'])
    // Each wilaya of the training has one.
    const heads = cast.filter(({ role }) => role === 'head-of-unit').map(({ unit }) => unit)
    expect(heads).toEqual(expect.arrayContaining(['w1', 'w2']))
  })
})
