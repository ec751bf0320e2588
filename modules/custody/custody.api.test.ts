import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { type CustodyGround, makeCustodyGround } from './testing/custody-ground.ts'

const hour = 3_600_000
let app: TestApp
let ground: CustodyGround
beforeAll(async () => {
  app = await createTestApp()
  ground = await makeCustodyGround(app)
})
afterAll(() => app.close())

const codeOf = (answer: { json: <T>() => T }): string => answer.json<{ code: string }>().code

describe('placement', () => {
  it('is a numbered line of its book, with its clock, its cell and what the law still asks for', async () => {
    const id = await ground.open({
      entries: [
        {
          kind: 'rights',
          at: ground.at(-0.5),
          language: 'العربية',
          understood: true,
          silenceTold: true,
          signed: 'signed',
        },
        { kind: 'family-notice', at: ground.at(-0.4), outcome: 'objected' },
      ],
    })
    const custody = await ground.read(id)
    expect(custody).toMatchObject({ book: 'adults', number: 1, reference: 'GAV 2026/1' })
    expect(custody.name).toEqual({ ar: 'سفيان التدريبي', latin: 'Soufiane Tadribi' })
    expect(custody.clock).toMatchObject({ regime: 'ordinary', deadlineProven: ground.at(47), overdue: false })
    expect(custody.clock.sources.map(({ what }) => what)).toContain('regime')
    expect(custody.where).toMatchObject({ state: 'in-cell', cell: 'M1' })
    expect(custody.entries.map(({ entry }) => entry.kind)).toEqual(['risk', 'cell', 'rights', 'family-notice'])
    expect(custody.missing).toEqual(['lawyer-notice', 'prosecutor-notice', 'property'])
    const second = await ground.open()
    expect((await ground.read(second)).number).toBe(2)
  })

  it('is the same line for the keeper, the prosecutor and the visiting body, and none for another precinct', async () => {
    const id = await ground.open()
    for (const who of [ground.keeper, ground.prosecutor, await app.as('visitor')])
      expect((await ground.read(id, who)).id).toBe(id)
    const elsewhere = await app.as('investigator2')
    expect((await elsewhere.get(`/custodies/${id}`)).statusCode).toBe(404)
    expect(
      (await elsewhere.post(`/custodies/${id}/entries`, { entries: [{ kind: 'note', at: ground.at(0) }] })).statusCode,
    ).toBe(404)
    expect((await app.http.inject({ method: 'GET', url: `/api/custodies/${id}` })).statusCode).toBe(401)
    expect((await (await app.as('desk')).get(`/custodies/${id}`)).statusCode).toBe(403)
  })

  it('takes a minor down in a book of its own, and marks an officer who has not the quality', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const id = await ground.open({
      caseId,
      participantId: suspectId,
      measure: 'minor-retention',
      age: 'doubtful',
      grounds: ['inquiry-or-safety'],
      cellId: ground.cell('B1'),
    })
    const custody = await ground.read(id)
    expect(custody).toMatchObject({ book: 'minors', number: 1 })
    expect(custody.clock.findings).toEqual(expect.arrayContaining(['minor-treated', 'no-prior-authorisation']))
    expect(custody.missing).toContain('guardian-notice')
    expect(custody.missing).not.toContain('family-notice')
    expect(custody.marks).toBe(1)
  })

  it('says what is wrong and takes nothing down', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const body = (change: object) => ({
      caseId,
      participantId: suspectId,
      measure: 'custody',
      inquiry: 'flagrant',
      age: 'adult',
      grounds: ['keep-available'],
      arrestedAt: ground.at(-1),
      placedAt: ground.at(-0.5),
      arrestPlace: 'حي السلام',
      placeId: ground.place.id,
      ...change,
    })
    const wrong: [object, string][] = [
      [{ grounds: [] }, 'CUSTODY_GROUND_UNKNOWN'],
      [{ grounds: ['because'] }, 'CUSTODY_GROUND_UNKNOWN'],
      [{ placeId: v7() }, 'CUSTODY_PLACE_UNKNOWN'],
      [{ placedAt: ground.at(-2) }, 'CUSTODY_TIMES_REVERSED'],
      [{ placedAt: ground.at(2) }, 'CLOCK_WRONG'],
      [{ prosecutors: [app.units.p2] }, 'CUSTODY_PROSECUTOR_UNKNOWN'],
      [{ participantId: v7() }, 'REFERENCE_UNKNOWN'],
    ]
    for (const [change, code] of wrong) {
      const answer = await ground.investigator.post('/custodies', body(change))
      expect([codeOf(answer), answer.statusCode >= 400]).toEqual([code, true])
    }
    expect((await ground.investigator.get(`/cases/${caseId}/custodies`)).json()).toEqual({ items: [] })
  })
})

describe('what is taken down', () => {
  it('is never refused for breaking a rule: a search by the other sex, a long contact, a hearing by an agent, marked', async () => {
    const id = await ground.open({ arrestedAt: ground.at(-2), placedAt: ground.at(-1) })
    const apj = await app.as('apj')
    const { marks } = await ground.record(
      id,
      { kind: 'body-search', at: ground.at(-0.4), by: apj.officerId, extent: 'pat-down' },
      { kind: 'lawyer-contact', at: ground.at(-0.9), until: ground.at(0), who: 'محام تدريبي' },
      { kind: 'hearing', at: ground.at(-0.3), until: ground.at(-0.1), by: apj.officerId, toldOfFacts: true },
      { kind: 'cell', at: ground.at(0), cellId: ground.cell('F1') },
    )
    expect(marks).toEqual([
      'searched-by-other-sex',
      'contact-too-long',
      'taken-down-late',
      'hearing-before-rights',
      'officer-without-quality',
      'cell-not-for-this-person',
    ])
    expect((await ground.read(id)).where.cell).toBe('F1')
  })

  it('moves the deadline only by what is proven, and by an extension', async () => {
    const id = await ground.open()
    const { ids } = await ground.record(id, {
      kind: 'exclusion',
      at: ground.at(-0.4),
      until: ground.at(-0.2),
      exclusion: 'treatment',
      outsideDistrict: false,
    })
    const claimed = await ground.read(id)
    expect(claimed.clock.findings).toContain('exclusion-not-proven')
    expect(claimed.clock.deadlineProven).toBe(ground.at(47))
    expect(claimed.clock.deadlineClaimed).toBe(new Date(Date.parse(ground.at(47)) + 0.2 * hour).toISOString())
    await ground.record(
      id,
      { kind: 'proof', at: ground.at(0), of: ids[0], document: 'شهادة 12' },
      {
        kind: 'extension',
        at: ground.at(-0.1),
        hours: 24,
        by: 'procureur',
        writtenReasoned: true,
        heard: 'none',
        ref: '14/2026',
      },
    )
    const extended = await ground.read(id)
    expect(extended.clock.deadlineProven).toBe(new Date(Date.parse(ground.at(71)) + 0.2 * hour).toISOString())
    expect(extended.entries.find(({ entry }) => entry.kind === 'exclusion')?.proven).toBe(true)
  })

  it('is put right by another entry, and both stay', async () => {
    const id = await ground.open()
    const { ids } = await ground.record(id, { kind: 'meal', at: ground.at(-0.2), meal: 'lunch', outcome: 'taken' })
    await ground.record(id, { kind: 'meal', at: ground.at(-0.2), meal: 'lunch', outcome: 'refused', corrects: ids[0] })
    const meals = (await ground.read(id)).entries.filter(({ entry }) => entry.kind === 'meal')
    expect(meals.map(({ correctedBy }) => correctedBy !== null)).toEqual([true, false])
    expect(
      codeOf(
        await ground.investigator.post(`/custodies/${id}/entries`, {
          entries: [{ kind: 'proof', at: ground.at(0), of: v7(), document: 'x' }],
        }),
      ),
    ).toBe('CUSTODY_ENTRY_UNKNOWN')
  })

  it('names another prosecutor who is competent too, and lets his office see the line', async () => {
    const id = await ground.open()
    const before = (await ground.read(id)).prosecutors
    expect(before.map(({ unitId }) => unitId)).toEqual([app.units.parquet])
    const wrong = await ground.investigator.post(`/custodies/${id}/entries`, {
      entries: [{ kind: 'competence', at: ground.at(0), prosecutorUnitId: app.units.p2, ground: 'residence' }],
    })
    expect(codeOf(wrong)).toBe('CUSTODY_PROSECUTOR_UNKNOWN')
    const { rows } = await app.db.asSuperuser((client) =>
      client.query<{ id: string }>("select id from organisation.unit where kind = 'parquet' and closed_on is null"),
    )
    const other = rows.find((unit) => unit.id !== app.units.parquet)?.id
    expect(other).toBeDefined()
    await ground.record(id, { kind: 'competence', at: ground.at(0), prosecutorUnitId: other, ground: 'residence' })
    expect((await ground.read(id)).prosecutors.map(({ unitId }) => unitId)).toEqual([app.units.parquet, other])
  })

  it('marks a second custody of the same person, and takes it down', async () => {
    const file = await ground.openCase()
    const held = { caseId: file.caseId, participantId: file.suspectId }
    await ground.open(held)
    const second = await ground.open(held)
    expect((await ground.read(second)).marks).toBe(
      (await ground.read(second)).entries.flatMap((each) => each.marks).length + 1,
    )
  })

  it('comes from a paper book with both times', async () => {
    const id = await ground.open()
    const { marks } = await ground.record(id, {
      kind: 'welfare',
      at: ground.at(-0.9),
      state: 'well',
      paper: { page: '12', line: '3' },
    })
    expect(marks).toEqual(['from-paper', 'taken-down-late'])
    const entry = (await ground.read(id)).entries.find((each) => each.entry.kind === 'welfare')
    expect(entry?.entry.paper).toEqual({ page: '12', line: '3' })
    expect(entry?.recordedAt).toBe(app.clock.now().toISOString())
  })
})

describe('the cells', () => {
  it('stand as they stood at any past minute', async () => {
    const id = await ground.open({ arrestedAt: ground.at(-8), placedAt: ground.at(-7) })
    const { ids } = await ground.record(id, {
      kind: 'extraction',
      at: ground.at(-5),
      why: 'medical',
      to: 'المستشفى',
    })
    await ground.record(id, { kind: 'ended', at: ground.at(-4), of: ids[0], cellId: ground.cell('M1') })
    await ground.record(id, { kind: 'end', at: ground.at(-1), how: 'released' })
    const whereAt = async (hours: number) =>
      (await ground.board(ground.at(hours))).people.find((each) => each.id === id)?.where
    expect(await whereAt(-7.5)).toBeUndefined()
    expect(await whereAt(-6)).toMatchObject({ state: 'in-cell', cell: 'M1' })
    expect(await whereAt(-4.5)).toMatchObject({ state: 'out', outFor: 'medical' })
    expect(await whereAt(-3)).toMatchObject({ state: 'in-cell', cell: 'M1', since: ground.at(-4) })
    expect(await whereAt(0)).toBeUndefined()
  })
})

describe('the pulse', () => {
  it('differs once something was taken down, and only for those who may see it; asking leaves no look', async () => {
    const id = await ground.open()
    const pulse = async (who = ground.keeper) =>
      (await who.get(`/custody-places/${ground.place.id}/pulse`)).json<{ pulse: string }>().pulse
    const elsewhere = await app.as('investigator2')
    const reads = async () =>
      app.db.asSuperuser(async (client) => {
        const { rows } = await client.query<{ count: number }>(
          "select count(*)::int as count from audit.event where kind = 'read'",
        )
        return rows[0]?.count
      })
    const looked = await reads()
    const before = [await pulse(), await pulse(elsewhere)]
    expect(await pulse()).toBe(before[0])
    expect(await reads()).toBe(looked)
    await ground.record(id, { kind: 'welfare', at: ground.at(0), state: 'well' })
    expect(await pulse()).not.toBe(before[0])
    expect(await pulse(elsewhere)).toBe(before[1])
  })
})

describe('the end', () => {
  it('is taken down once, and the line signed once by an officer who has the quality', async () => {
    const id = await ground.open()
    const sign = (who: CustodyGround['head']) =>
      who.post(`/custodies/${id}/signature`, { person: 'refused', reason: 'لم يذكر سببًا' })
    expect(codeOf(await sign(ground.investigator))).toBe('CUSTODY_NOT_ENDED')
    await ground.record(id, { kind: 'end', at: ground.at(0), how: 'presented', to: 'وكيل الملك' })
    expect(
      codeOf(
        await ground.investigator.post(`/custodies/${id}/entries`, {
          entries: [{ kind: 'end', at: ground.at(0), how: 'released' }],
        }),
      ),
    ).toBe('CUSTODY_ALREADY_ENDED')
    expect(codeOf(await sign(await app.as('apj')))).toBe('CUSTODY_SIGNATURE_REFUSED')
    expect((await sign(ground.investigator)).statusCode).toBe(200)
    expect(codeOf(await sign(ground.head))).toBe('CUSTODY_ALREADY_SIGNED')
    expect(await ground.read(id)).toMatchObject({ endKind: 'presented', signed: true, welfareDueAt: null })
  })
})

describe('a sealed case', () => {
  it('hides its name from who runs the cells, and not the person in the cell', async () => {
    const { caseId, suspectId } = await ground.openCase()
    const id = await ground.open({ caseId, participantId: suspectId })
    const file = (await ground.head.get(`/cases/${caseId}`)).json<{ version: number }>()
    const sealed = await ground.head.post(`/cases/${caseId}/seal`, {
      reason: 'secrecy',
      officers: [ground.investigator.officerId],
      baseVersion: file.version,
    })
    expect([sealed.statusCode, sealed.body]).toEqual([200, expect.any(String)])
    const seen = await ground.read(id, ground.keeper)
    expect(seen).toMatchObject({ name: null, person: null, caseId: null, caseReference: null, participantId: null })
    expect(seen.where.cell).toBe('M1')
    expect((await ground.read(id)).name).not.toBeNull()
  })
})
