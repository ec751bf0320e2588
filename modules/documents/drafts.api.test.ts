import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PvContent } from '#contracts/documents/content.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { systemIds } from '#platform/ids.ts'
import { type DocumentsGround, layDocumentsGround } from '../../apps/server/testing-documents.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import type { Desk } from './testing/documents-app.ts'
import { type Draft, begin, close, codeOf, confirmed, hiddenAddress, openCase, save } from './testing/pv-steps.ts'

let ground: DocumentsGround
let investigator: Desk
let apj: Desk
let head: Desk
let desk2: Desk
let inspector: Desk
beforeAll(async () => {
  ground = await layDocumentsGround()
  investigator = await ground.at('investigator')
  apj = await ground.at('apj')
  head = await ground.at('head')
  desk2 = await ground.at('desk2')
  inspector = await ground.at('inspector')
})
afterAll(() => ground.close())

describe('a draft', () => {
  it('begins with what the file knows, its source beside it, and no hidden address', async () => {
    const caseId = await openCase(investigator)
    const draft = await begin(investigator, caseId)
    expect(draft.content.values['complainant']).toMatchObject({
      people: [{ nameAr: 'سلمى الإدريسي', phone: '+212600000000', address: 'زنقة الليمون' }],
    })
    expect(draft.content.origins['complainant.p-1.nameAr']).toMatchObject({
      state: 'proposed',
      source: { given: 'document' },
    })
    expect(JSON.stringify(draft)).not.toContain(hiddenAddress)
  })

  it('is its officer’s alone: to anyone else it does not exist', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    for (const other of [head, apj]) {
      expect(await codeOf(other.get(`/drafts/${draft.id}`))).toEqual([404, 'NOT_FOUND'])
      expect(
        await codeOf(other.put(`/drafts/${draft.id}`, { writer: 'w', seq: 1, baseSeq: 0, content: draft.content })),
      ).toEqual([404, 'NOT_FOUND'])
      expect(await codeOf(other.post(`/drafts/${draft.id}/finalise`, { seq: 0 }))).toEqual([404, 'NOT_FOUND'])
      expect(JSON.stringify(await other.read('/drafts'))).not.toContain(draft.id)
    }
    expect(JSON.stringify(await investigator.read('/drafts'))).toContain(draft.id)
  })

  it('cannot be begun in a case that does not exist for its officer', async () => {
    const caseId = await openCase(investigator)
    expect(await codeOf(desk2.post('/drafts', { id: v7(), caseId, form: 'ma.pv.complaint' }))).toEqual([
      404,
      'NOT_FOUND',
    ])
    expect(await codeOf(inspector.post('/drafts', { id: v7(), caseId, form: 'ma.pv.complaint' }))).toEqual([
      403,
      'NOT_PERMITTED',
    ])
  })

  it('takes a resend as what it is and never puts less in the place of more', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    const text = (words: string): PvContent => ({ ...draft.content, subject: words })
    expect(await save(investigator, draft, text('أ ب ج'), { seq: 3 })).toMatchObject({ outcome: 'saved', seq: 3 })
    expect(await save(investigator, draft, text('أ ب ج'), { seq: 3 })).toMatchObject({ outcome: 'older', seq: 3 })
    expect(await save(investigator, draft, text('أ'), { seq: 1 })).toMatchObject({ outcome: 'older', seq: 3 })
    expect((await investigator.read<Draft>(`/drafts/${draft.id}`)).content.subject).toBe('أ ب ج')
  })

  it('keeps what another window typed aside, and gives the pen where it is taken', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    await save(investigator, draft, { ...draft.content, subject: 'الأولى' })
    const other = await save(
      investigator,
      draft,
      { ...draft.content, subject: 'الثانية' },
      { writer: 'window-2', seq: 5 },
    )
    expect(other.outcome).toBe('kept-aside')
    const aside = await investigator.read<{ content: PvContent }>(`/drafts/${draft.id}/copies/${other.copyId}`)
    expect(aside.content.subject).toBe('الثانية')
    expect((await investigator.read<Draft>(`/drafts/${draft.id}`)).content.subject).toBe('الأولى')
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/pen`, { writer: 'window-2' }))).toEqual([
      409,
      'DRAFT_HELD_ELSEWHERE',
    ])
    const pen = await investigator.done<{ seq: number }>(`/drafts/${draft.id}/pen`, { writer: 'window-2', force: true })
    expect(
      await save(investigator, draft, draft.content, { writer: 'window-2', seq: pen.seq + 1, baseSeq: pen.seq }),
    ).toMatchObject({ outcome: 'saved' })
    expect(await save(investigator, draft, draft.content, { seq: 9 })).toMatchObject({ outcome: 'kept-aside' })
  })

  it('can be thrown away and had back', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    await investigator.done(`/drafts/${draft.id}/discard`)
    expect(JSON.stringify(await investigator.read('/drafts'))).not.toContain(draft.id)
    expect(JSON.stringify(await investigator.read('/drafts?discarded=true'))).toContain(draft.id)
    expect(
      await codeOf(
        investigator.put(`/drafts/${draft.id}`, { writer: 'w', seq: 1, baseSeq: 0, content: draft.content }),
      ),
    ).toEqual([410, 'DRAFT_GONE'])
    await investigator.done(`/drafts/${draft.id}/restore`)
    expect(await save(investigator, draft, draft.content)).toMatchObject({ outcome: 'saved' })
  })

  it('is gone for good thirty days after, with its key; an open one is not', async () => {
    const caseId = await openCase(investigator)
    const [thrown, open] = [await begin(investigator, caseId), await begin(investigator, caseId)]
    await investigator.done(`/drafts/${thrown.id}/discard`)
    const worker = createKernel({
      database: ground.app.db.worker,
      vault: ground.app.house.keyring.vault,
      clock: { now: () => new Date(ground.app.clock.now().getTime() + 31 * 86_400_000) },
      ids: systemIds,
    })
    const job = { kind: 'job', job: 'documents.sweep-drafts' } as const
    expect(await worker.run(sweepDrafts, job, v7(), {})).toMatchObject({ removed: expect.any(Number) as number })
    const left = await ground.app.db.asSuperuser(async (client) => {
      const drafts = await client.query<{ id: string }>('select id from draft.pv_draft where id = any($1)', [
        [thrown.id, open.id],
      ])
      const keys = await client.query<{ id: string }>(
        'select subject_id as id from platform.data_key where wrapped is not null and subject_id = any($1)',
        [[thrown.id, open.id]],
      )
      return [drafts.rows, keys.rows]
    })
    expect(left).toEqual([[{ id: open.id }], [{ id: open.id }]])
  })

  it('is not to be read from the database, nor by another officer’s queries', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    await save(investigator, draft, { ...draft.content, subject: 'كلمة لا تُقرأ' })
    const { content } = await ground.app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ content: Buffer }>('select content from draft.pv_draft where id = $1', [
        draft.id,
      ])
      return rows[0] ?? { content: Buffer.from('') }
    })
    expect(content.length).toBeGreaterThan(20)
    expect(content.includes(Buffer.from('لا تُقرأ'))).toBe(false)
  })

  it('previews as a PDF that says what it is', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    const answer = await investigator.get(`/drafts/${draft.id}/preview.pdf`)
    expect([answer.statusCode, answer.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })
})

describe('closing a text', () => {
  it('asks for what the validity depends on, and says which', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    const { findings, clear } = await investigator.done<{
      findings: { check: string; level: string; text: { ar: string } }[]
      clear: boolean
    }>(`/drafts/${draft.id}/check`)
    expect(clear).toBe(false)
    expect(findings.filter((each) => each.level === 'blocks').map((each) => each.check)).toEqual(
      expect.arrayContaining(['reading-made', 'additions-made', 'victim-rights', 'answers-given', 'prefill-confirmed']),
    )
    const refused = await investigator.post(`/drafts/${draft.id}/finalise`, { seq: 0 })
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({ code: 'PV_NOT_COMPLETE' })
  })

  it('numbers without gaps, also when an attempt fails', async () => {
    const caseId = await openCase(investigator)
    const first = await close(investigator, caseId)
    const draft = await begin(investigator, caseId)
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 0 }))).toEqual([
      422,
      'PV_NOT_COMPLETE',
    ])
    const unprintable = { ...confirmed(draft.content), subject: 'رمز \u{1F600}' }
    await save(investigator, draft, unprintable)
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 1 }))).toEqual([422, 'PV_UNPRINTABLE'])
    expect((await close(investigator, caseId)).number).toBe(first.number + 1)
  })

  it('closes only the save the officer saw, no act that has not been yet, no text of another form', async () => {
    const caseId = await openCase(investigator)
    const draft = await begin(investigator, caseId)
    await save(investigator, draft, confirmed(draft.content))
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 0 }))).toEqual([409, 'STALE_EDIT'])
    await save(investigator, draft, { ...confirmed(draft.content), actAt: '2026-11-24T09:00:00Z' }, { seq: 2 })
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 2 }))).toEqual([422, 'CLOCK_WRONG'])
    const strange = {
      ...confirmed(draft.content),
      values: { ...confirmed(draft.content).values, motto: { type: 'text' as const, text: 'x' } },
    }
    await save(investigator, draft, strange, { seq: 3 })
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 3 }))).toEqual([
      422,
      'PV_TEXT_DOES_NOT_FIT',
    ])
    await save(investigator, draft, confirmed(draft.content), { seq: 4 })
    const key = v7()
    const once = await investigator.post(`/drafts/${draft.id}/finalise`, { seq: 4 }, { 'idempotency-key': key })
    const twice = await investigator.post(`/drafts/${draft.id}/finalise`, { seq: 4 }, { 'idempotency-key': key })
    expect(twice.json()).toEqual(once.json())
    expect(await codeOf(investigator.post(`/drafts/${draft.id}/finalise`, { seq: 4 }))).toEqual([410, 'DRAFT_GONE'])
  })
})
