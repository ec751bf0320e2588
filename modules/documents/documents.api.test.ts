import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FieldValue, PvContent } from '#contracts/documents/content.ts'
import type { CaseReaders } from '#contracts/casework/case.ts'
import type { Pv, PvSummary } from '#contracts/documents/pv.ts'
import type { Reading } from '#contracts/documents/reading.ts'
import { moroccanDocuments } from '#country/morocco/forms/index.ts'
import { offences } from '#country/testland/offences/index.ts'
import { legalTimeOf } from '#modules/intake/index.ts'
import { loadRoles } from '#modules/organisation/index.ts'
import { setUnitSetting } from '../organisation/commands/set-unit-setting.ts'
import { createKernel } from '#platform/commands/kernel.ts'
import { createFileStore } from '#platform/files/index.ts'
import { systemIds } from '#platform/ids.ts'
import { createPdfRenderer } from '#platform/pdf/index.ts'
import { verifyPdfSeal } from '#platform/signing/index.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { roles } from '../../apps/server/modules.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { docOf } from './domain/rich-text.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { createUnitSeals, documentsRoles, parseDocumentsData } from './index.ts'
import { type Desk, startDocuments } from './testing/documents-app.ts'

needTools('pdfsig', 'pdftotext')

const work = mkdtempSync(join(tmpdir(), 'daira-pv-'))
const pdf = createPdfRenderer()
let app: TestApp
let documents: Awaited<ReturnType<typeof startDocuments>>
let seals: ReturnType<typeof createUnitSeals>
let investigator: Desk
let apj: Desk
let head: Desk
let desk2: Desk
let inspector: Desk

beforeAll(async () => {
  app = await createTestApp()
  const { keyring, country } = app.house
  const withDocuments = roles.map((role) => ({
    ...role,
    permissions: { ...role.permissions, ...documentsRoles[role.code] },
  }))
  await loadRoles({ ownerUrl: app.db.ownerUrl, vault: keyring.vault, clock: app.clock, ids: systemIds }, withDocuments)
  seals = createUnitSeals({
    dir: join(work, 'seals'),
    passphrase: keyring.sealPassphrase,
    iso: country.iso,
    authority: 'daira/test',
  })
  const legalTime = legalTimeOf(country.legalTime.zone)
  documents = await startDocuments(
    app,
    { offences, civilDate: (instant) => legalTime.dateOf(instant) },
    {
      kernel: app.house.kernel,
      files: createFileStore(join(work, 'files')),
      pdf,
      seals,
      data: parseDocumentsData(moroccanDocuments),
      legalTime,
      iso: country.iso,
      training: true,
    },
  )
  investigator = await documents.at('investigator')
  apj = await documents.at('apj')
  head = await documents.at('head')
  desk2 = await documents.at('desk2')
  inspector = await documents.at('inspector')
})
afterAll(async () => {
  await documents.close()
  await app.close()
  await pdf.close()
})

const hiddenAddress = 'عند خالتها بحي الزيتون'
const openCase = async (by: Desk): Promise<string> => {
  const opened = await by.done<{ id: string }>('/cases', {
    facts: { place: 'شارع البحر' },
    participants: [
      {
        role: 'complainant',
        standing: 'fact',
        person: {
          source: 'document',
          names: [{ script: 'ar', given: 'سلمى', family: 'الإدريسي' }],
          documents: [{ kind: 'national-id', number: 'AB 123456', country: 'MA' }],
          facts: [
            { kind: 'birth', date: '1987-05-03' },
            { kind: 'nationality', country: 'MA' },
            { kind: 'address', text: 'زنقة الليمون', hidden: false },
            { kind: 'address', text: hiddenAddress, hidden: true },
            { kind: 'contact', type: 'phone', value: '+212600000000' },
          ],
        },
      },
    ],
  })
  return opened.id
}

interface Draft {
  id: string
  seq: number
  content: PvContent
  copyList: { id: string; writer: string }[]
}
const begin = async (by: Desk, caseId: string, body: object = {}): Promise<Draft> => {
  const id = v7()
  await by.done('/drafts', { id, caseId, form: 'ma.pv.complaint', ...body })
  return by.read(`/drafts/${id}`)
}

const filled: Record<string, FieldValue> = {
  statement: { type: 'rich-text', doc: docOf('كنت أمشي بشارع البحر فخطف مني هاتفي من نوع Samsung.') },
  exchange: { type: 'question-answer', items: [{ question: 'متى وقع ذلك؟', answer: 'صباح اليوم.' }] },
  reading: { type: 'mention', variant: 'read-to' },
  additions: { type: 'mention', variant: 'none' },
  'victim-rights': { type: 'mention', variant: 'told' },
}
const confirmed = (content: PvContent): PvContent => ({
  ...content,
  values: { ...content.values, ...filled },
  origins: Object.fromEntries(
    Object.entries(content.origins).map(([path, origin]) => [path, { ...origin, state: 'confirmed' as const }]),
  ),
})
const save = (by: Desk, draft: Draft, content: PvContent, more: object = {}) =>
  by.saved<{ outcome: string; seq: number; copyId: string | null }>(`/drafts/${draft.id}`, {
    writer: 'window-1',
    seq: draft.seq + 1,
    baseSeq: draft.seq,
    content,
    ...more,
  })

interface Closed {
  id: string
  reference: string
  number: number
  pages: number
}
const close = async (by: Desk, caseId: string, body: object = {}): Promise<Closed> => {
  const draft = await begin(by, caseId, body)
  await save(by, draft, confirmed(draft.content))
  return by.done(`/drafts/${draft.id}/finalise`, { seq: draft.seq + 1 })
}
const signatures = [
  { code: 'author', key: 'author', how: 'signature' },
  { code: 'complainant', key: 'p-1', how: 'signature', ownHand: true },
]
const scanOf = (by: Desk) => by.upload('scan.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n% signed paper\n'))
const sign = async (by: Desk, pv: Closed, body: object = {}) =>
  by.post(`/pvs/${pv.id}/sign`, { scanUploadId: await scanOf(by), pagesCounted: pv.pages, signatures, ...body })
const codeOf = async (answer: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await answer
  return [statusCode, (json() as { code?: string }).code]
}

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
      database: app.db.worker,
      vault: app.house.keyring.vault,
      clock: { now: () => new Date(app.clock.now().getTime() + 31 * 86_400_000) },
      ids: systemIds,
    })
    const job = { kind: 'job', job: 'documents.sweep-drafts' } as const
    expect(await worker.run(sweepDrafts, job, v7(), {})).toMatchObject({ removed: expect.any(Number) as number })
    const left = await app.db.asSuperuser(async (client) => {
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
    const { content } = await app.db.asSuperuser(async (client) => {
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

describe('signing', () => {
  it('seals the reconciled paper under the unit’s seal, and every verifier agrees', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const answer = await sign(investigator, pv, { strikeOuts: { words: 2, insertions: 0, approved: true } })
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('sealedAt')])
    const file = await investigator.get(`/pvs/${pv.id}/pv.pdf`)
    const path = join(work, 'sealed.pdf')
    writeFileSync(path, file.rawPayload)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).toContain('Signature is Valid')
    expect(execFileSync('pdfsig', [path]).toString()).toContain('Total document signed')
    const root = await seals.root(app.clock.now())
    expect(verifyPdfSeal(file.rawPayload, [root.certificate])).toMatchObject({ ok: true, problems: [] })
    expect(execFileSync('pdftotext', [path, '-']).toString()).toContain(pv.reference.split('/')[0])
    const spoiled = Buffer.from(file.rawPayload)
    spoiled.writeUInt8(spoiled.readUInt8(2000) ^ 1, 2000)
    writeFileSync(path, spoiled)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).not.toContain('Signature is Valid')

    const read = await investigator.read<Pv>(`/pvs/${pv.id}`)
    expect(read).toMatchObject({
      state: 'sealed',
      signedOn: 'paper',
      hasScan: true,
      strikeOuts: { words: 2 },
      qualityAtAct: { qualities: ['opj'] },
    })
    expect(read.sealedHash).toBe((answer.json() as { sha256: string }).sha256)
    expect(read.text).toContain('Samsung')
    expect(read.can).toMatchObject({ sign: false, copy: true, correct: true })
    expect((await investigator.get(`/pvs/${pv.id}/scan`)).body).toContain('signed paper')
  })

  it('is refused to who lacks the quality; the record stays', async () => {
    const pv = await close(apj, await openCase(apj))
    const answer = await sign(apj, pv)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'PV_SIGNATURE_REFUSED', params: { checks: 'quality-held' } })
    expect(await apj.read<Pv>(`/pvs/${pv.id}`)).toMatchObject({
      state: 'finalised',
      remarks: expect.any(Array) as unknown[],
    })
    expect(await codeOf(sign(investigator, pv))).toEqual([403, 'NOT_PERMITTED'])
  })

  it('is read back in the words of its print, with the hour of the reading', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    const content = confirmed(draft.content)
    const at = '2026-11-20T14:05:00Z'
    await save(investigator, draft, {
      ...content,
      values: { ...content.values, reading: { type: 'mention', variant: 'read-by', at } },
    })
    const reading = await investigator.read<{ parts: unknown[] }>(`/drafts/${draft.id}/reading`)
    const said = JSON.stringify(reading)
    for (const words of ['سلمى الإدريسي', 'كنت أمشي بشارع البحر', 'قرأ المصرح', 'على الساعة'])
      expect(said).toContain(words)
    expect(await codeOf(apj.get(`/drafts/${draft.id}/reading`))).toEqual([404, 'NOT_FOUND'])
  })

  it('offers no supervisor to one who has the quality', async () => {
    const draft = await begin(investigator, await openCase(investigator))
    expect(await investigator.read(`/drafts/${draft.id}/supervisors`)).toEqual({ needed: false, items: [] })
    expect(await codeOf(apj.get(`/drafts/${draft.id}/supervisors`))).toEqual([404, 'NOT_FOUND'])
  })

  it('may be given to the officer under whose supervision it was drawn up', async () => {
    const draft = await begin(apj, await openCase(apj))
    await save(apj, draft, confirmed(draft.content))
    const offered = await apj.read<{ needed: boolean; items: { id: string; quality: { fr: string } }[] }>(
      `/drafts/${draft.id}/supervisors`,
    )
    expect(offered.needed).toBe(true)
    expect(offered.items.map((one) => one.id)).toContain(investigator.officerId)
    expect(offered.items.map((one) => one.id)).not.toContain(apj.officerId)
    expect(await codeOf(apj.post(`/drafts/${draft.id}/finalise`, { seq: 1, supervisorId: apj.officerId }))).toEqual([
      422,
      'SUPERVISOR_UNFIT',
    ])
    const pv = await apj.done<Closed>(`/drafts/${draft.id}/finalise`, { seq: 1, supervisorId: investigator.officerId })
    expect(JSON.stringify(await investigator.read('/pvs/to-sign'))).toContain(pv.id)
    expect((await sign(investigator, pv)).statusCode).toBe(200)
  })

  it.each([
    ['a missing page', { pagesCounted: 99 }, 'pages-counted'],
    [
      'strike-outs nobody approved',
      { strikeOuts: { words: 3, insertions: 1, approved: false } },
      'strike-outs-approved',
    ],
    ['a missing signature', { signatures: signatures.slice(0, 1) }, 'signatures-complete'],
    [
      'a refusal without its reason',
      { signatures: [signatures[0], { code: 'complainant', key: 'p-1', how: 'refused' }] },
      'reasons-given',
    ],
    ['no scan', { scanUploadId: null }, 'pages-counted'],
  ])('is refused for %s', async (_what, body, check) => {
    const pv = await close(investigator, await openCase(investigator))
    const answer = await sign(investigator, pv, body)
    expect(answer.json()).toMatchObject({ code: 'PV_SIGNATURE_REFUSED', params: { checks: check } })
  })

  it('takes a refusal with its reason down, and prints it', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const refusal = { code: 'complainant', key: 'p-1', how: 'refused', reason: 'يريد استشارة محاميه' }
    expect((await sign(investigator, pv, { signatures: [signatures[0], refusal] })).statusCode).toBe(200)
    expect((await investigator.read<Pv>(`/pvs/${pv.id}`)).signatures).toContainEqual({ ...refusal, review: null })
  })

  it('keeps its remarks as sentences, with the names they are about', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const { remarks } = await investigator.read<Pv>(`/pvs/${pv.id}`)
    expect(remarks.map(({ text }) => text.ar).join(' ')).toContain('سلمى الإدريسي')
    for (const { text } of remarks) {
      expect(text.ar).toMatch(/\p{Script=Arabic}/u)
      expect(`${text.ar}${text.fr}${text.en}`).not.toMatch(/[{}…]/)
    }
  })

  it('on the screen is off until the unit’s switch is on', async () => {
    const pv = await close(investigator, await openCase(investigator))
    expect(await codeOf(sign(investigator, pv, { mode: 'screen', scanUploadId: null }))).toEqual([
      422,
      'PV_SIGN_ON_SCREEN_OFF',
    ])
  })

  it('on the screen keeps the strokes, where the unit’s switch is on', async () => {
    const before = app.clock.now()
    const admin = await app.as('admin')
    const unit = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ version: number }>('select version from organisation.unit where id = $1', [
        investigator.unitId,
      ])
      return rows[0]
    })
    await app.house.kernel.run(setUnitSetting, admin.caller, v7(), {
      unitId: investigator.unitId,
      baseVersion: unit?.version ?? 0,
      setting: 'sign_on_screen',
      value: true,
    })
    app.clock.set(before)
    const pv = await close(investigator, await openCase(investigator))
    expect((await investigator.read<Pv>(`/pvs/${pv.id}`)).can.signOnScreen).toBe(true)
    const onScreen = { mode: 'screen', scanUploadId: null, pagesCounted: null }
    expect(await codeOf(sign(investigator, pv, onScreen))).toEqual([422, 'PV_STROKES_MISSING'])
    const strokes = [
      {
        points: [
          [1, 2],
          [30, 40],
        ],
        at: [0, 80],
      },
    ]
    const review = { how: 'read-out', at: app.clock.now().toISOString() }
    const drawn = signatures.map((signature) => ({ ...signature, strokes, review }))
    // The name in the own hand is drawn too.
    expect(await codeOf(sign(investigator, pv, { ...onScreen, signatures: drawn }))).toEqual([
      422,
      'PV_STROKES_MISSING',
    ])
    for (const one of drawn) if (one.ownHand) Object.assign(one, { nameStrokes: strokes })
    expect((await sign(investigator, pv, { ...onScreen, signatures: drawn })).statusCode).toBe(200)
    expect(await investigator.read<Pv>(`/pvs/${pv.id}`)).toMatchObject({
      signedOn: 'screen',
      hasScan: false,
      signatures: drawn.map(({ key }) => ({ key, review })),
    })
    expect(await codeOf(investigator.get(`/pvs/${pv.id}/scan`))).toEqual([404, 'NOT_FOUND'])
    const path = join(work, 'screen.pdf')
    writeFileSync(path, (await investigator.get(`/pvs/${pv.id}/pv.pdf`)).rawPayload)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).toContain('Signature is Valid')
    expect((await investigator.post(`/pvs/${pv.id}/copies`, { purpose: 'للمصرحة' })).statusCode).toBe(201)
  })

  it('asks for a fresh proof of identity', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const before = app.clock.now()
    app.clock.advance(6 * 60_000)
    expect(await codeOf(sign(investigator, pv))).toEqual([428, 'STEP_UP_NEEDED'])
    app.clock.set(before)
  })
})

describe('a sealed PV', () => {
  let pv: Closed
  let caseId: string
  beforeAll(async () => {
    caseId = await openCase(investigator)
    pv = await close(investigator, caseId)
    await sign(investigator, pv)
  })

  it('never changes, whoever asks the database', async () => {
    expect(await codeOf(sign(investigator, pv))).toEqual([409, 'PV_ALREADY_SEALED'])
    expect(await codeOf(investigator.post(`/pvs/${pv.id}/abandon`, { reason: 'other' }))).toEqual([
      409,
      'PV_ALREADY_SEALED',
    ])
    // As the application's own role: no such privilege.
    await expect(app.db.app.pool.query("update documents.pv set source = '' where id = $1", [pv.id])).rejects.toThrow(
      'permission denied',
    )
    await expect(app.db.app.pool.query('delete from documents.pv where id = $1', [pv.id])).rejects.toThrow(
      'permission denied',
    )
    // As the owner, whom no policy stops: the trigger does.
    for (const statement of [
      "update documents.pv set state = 'abandoned' where id = $1",
      'delete from documents.pv where id = $1',
    ]) {
      await expect(app.db.asSuperuser((client) => client.query(statement, [pv.id]))).rejects.toThrow('procès-verbal')
    }
    await expect(app.db.asSuperuser((client) => client.query('truncate documents.pv cascade'))).rejects.toThrow('never')
  })

  it('is corrected by another one, linked to it', async () => {
    const draft = await begin(investigator, caseId, { form: 'ma.pv.additional', corrects: pv.id })
    await save(investigator, draft, {
      ...draft.content,
      values: {
        kind: { type: 'choice', code: 'correction' },
        now: { type: 'rich-text', doc: docOf('الصواب: الساعة 10.') },
      },
    })
    const added = await investigator.done<Closed>(`/drafts/${draft.id}/finalise`, { seq: 1 })
    const list = await investigator.read<{ items: PvSummary[] }>(`/cases/${caseId}/pvs`)
    expect(list.items.find((item) => item.id === pv.id)?.correctedBy).toEqual([
      { id: added.id, reference: added.reference },
    ])
    expect((await investigator.read<Pv>(`/pvs/${added.id}`)).text).toContain('إضافي')
  })

  it('is copied with number and purpose; a certified copy bears the seal', async () => {
    const plain = await head.done<{ id: string; number: number }>(`/pvs/${pv.id}/copies`, { purpose: 'تسليم للمشتكية' })
    const certified = await head.done<{ id: string; number: number }>(`/pvs/${pv.id}/copies`, {
      purpose: 'للنيابة العامة',
      certified: true,
    })
    expect([plain.number, certified.number]).toEqual([1, 2])
    const path = join(work, 'copy.pdf')
    writeFileSync(path, (await head.get(`/pvs/${pv.id}/copies/${certified.id}/copy.pdf`)).rawPayload)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).toContain('Signature is Valid')
    const read = await head.read<Pv>(`/pvs/${pv.id}`)
    expect(read.copies.map((copy) => [copy.number, copy.certified, copy.purpose])).toEqual([
      [1, false, 'تسليم للمشتكية'],
      [2, true, 'للنيابة العامة'],
    ])
  })

  it('tells its readers apart: on the screen, to print, taken as a file, before a signature, as a copy', async () => {
    const since = (await head.read<CaseReaders>(`/cases/${caseId}/readers`)).items.length
    await investigator.get(`/pvs/${pv.id}/pv.pdf`)
    await investigator.get(`/pvs/${pv.id}/pv.pdf?as=print`)
    const taken = await investigator.get(`/pvs/${pv.id}/pv.pdf?as=download`)
    expect(taken.headers['content-disposition']).toMatch(/^attachment/)
    const reading = await investigator.read<Reading>(`/pvs/${pv.id}/reading`)
    expect(JSON.stringify(reading.parts)).toContain('Samsung')
    await head.done(`/pvs/${pv.id}/copies`, { purpose: 'للدفاع' })
    await head.done(`/pvs/${pv.id}/copies`, { purpose: 'للمحكمة', certified: true })
    const { items } = await head.read<CaseReaders>(`/cases/${caseId}/readers`)
    const added = items.slice(0, items.length - since).filter(({ look }) => look !== 'list')
    expect(added.map(({ look }) => look)).toEqual(['certified-copy', 'copy', 'signing', 'download', 'print', 'screen'])
    expect(added[3]?.sentence).toContain('the print')
    expect(await codeOf(investigator.get(`/pvs/${pv.id}/pv.pdf?as=anything`))).toEqual([400, 'INPUT_INVALID'])
    expect(await codeOf(inspector.get(`/pvs/${pv.id}/reading`))).toEqual([403, 'NOT_PERMITTED'])
  })

  it('leaves a trace of each opening, and does not exist for another precinct', async () => {
    await inspector.get(`/pvs/${pv.id}/pv.pdf`)
    const { rows } = await app.db.asSuperuser((client) =>
      client.query<{ kind: string }>("select kind from audit.event where type = 'pv.file-read' and actor_id = $1", [
        inspector.officerId,
      ]),
    )
    expect(rows.map((row) => row.kind)).toEqual(['read'])
    for (const url of [`/pvs/${pv.id}`, `/pvs/${pv.id}/pv.pdf`, `/cases/${caseId}/pvs`])
      expect(await codeOf(desk2.get(url))).toEqual([404, 'NOT_FOUND'])
    expect(await codeOf(inspector.post(`/pvs/${pv.id}/copies`, { purpose: 'اطلاع' }))).toEqual([403, 'NOT_PERMITTED'])
  })
})

describe('a PV that is not signed', () => {
  it('is its unit’s matter until then', async () => {
    const caseId = await openCase(investigator)
    const pv = await close(investigator, caseId)
    expect((await head.read<{ items: PvSummary[] }>(`/cases/${caseId}/pvs`)).items).toHaveLength(1)
    expect(await codeOf(desk2.get(`/pvs/${pv.id}`))).toEqual([404, 'NOT_FOUND'])
    const target = await app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ version: number }>('select version from casework.case_file where id = $1', [
        caseId,
      ])
      return rows[0]
    })
    await head.done(`/cases/${caseId}/prosecutor`, {
      prosecutorUnitId: app.units.parquet,
      baseVersion: target?.version,
    })
    const prosecutor = await documents.at('prosecutor')
    expect((await prosecutor.read<{ items: PvSummary[] }>(`/cases/${caseId}/pvs`)).items).toEqual([])
    await sign(investigator, pv)
    expect((await prosecutor.read<{ items: PvSummary[] }>(`/cases/${caseId}/pvs`)).items).toHaveLength(1)
    expect((await prosecutor.get(`/pvs/${pv.id}/pv.pdf`)).statusCode).toBe(200)
  })

  it('is given up with a reason, keeps its number, and its text can be taken up again', async () => {
    const caseId = await openCase(investigator)
    const pv = await close(investigator, caseId)
    expect(await codeOf(investigator.post(`/pvs/${pv.id}/copies`, { purpose: 'نسخة' }))).toEqual([409, 'PV_NOT_SEALED'])
    await investigator.done(`/pvs/${pv.id}/abandon`, { reason: 'text-wrong', note: 'خطأ في الساعة' })
    expect(await codeOf(sign(investigator, pv))).toEqual([409, 'PV_ABANDONED'])
    const draft = await begin(investigator, caseId, { from: pv.id })
    expect(draft.content.values['statement']).toEqual(filled['statement'])
    expect((await close(investigator, caseId)).number).toBe(pv.number + 1)
  })
})
