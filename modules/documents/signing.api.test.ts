import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pv } from '#contracts/documents/pv.ts'
import { verifyPdfSeal } from '#platform/signing/index.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { type DocumentsGround, layDocumentsGround } from '../../apps/server/testing-documents.ts'
import { setUnitSetting } from '../organisation/commands/set-unit-setting.ts'
import type { Desk } from './testing/documents-app.ts'
import { type Closed, begin, close, codeOf, confirmed, openCase, save, sign, signatures } from './testing/pv-steps.ts'

needTools('pdfsig', 'pdftotext')

let ground: DocumentsGround
let investigator: Desk
let apj: Desk
beforeAll(async () => {
  ground = await layDocumentsGround()
  investigator = await ground.at('investigator')
  apj = await ground.at('apj')
})
afterAll(() => ground.close())

describe('signing', () => {
  it('seals the reconciled paper under the unit’s seal, and every verifier agrees', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const answer = await sign(investigator, pv, { strikeOuts: { words: 2, insertions: 0, approved: true } })
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('sealedAt')])
    const file = await investigator.get(`/pvs/${pv.id}/pv.pdf`)
    const path = join(ground.work, 'sealed.pdf')
    writeFileSync(path, file.rawPayload)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).toContain('Signature is Valid')
    expect(execFileSync('pdfsig', [path]).toString()).toContain('Total document signed')
    const root = await ground.seals.root(ground.app.clock.now())
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
    const before = ground.app.clock.now()
    const admin = await ground.app.as('admin')
    const unit = await ground.app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ version: number }>('select version from organisation.unit where id = $1', [
        investigator.unitId,
      ])
      return rows[0]
    })
    await ground.app.house.kernel.run(setUnitSetting, admin.caller, v7(), {
      unitId: investigator.unitId,
      baseVersion: unit?.version ?? 0,
      setting: 'sign_on_screen',
      value: true,
    })
    ground.app.clock.set(before)
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
    const review = { how: 'read-out', at: ground.app.clock.now().toISOString() }
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
    const path = join(ground.work, 'screen.pdf')
    writeFileSync(path, (await investigator.get(`/pvs/${pv.id}/pv.pdf`)).rawPayload)
    expect(execFileSync('pdfsig', ['-nocert', path]).toString()).toContain('Signature is Valid')
    expect((await investigator.post(`/pvs/${pv.id}/copies`, { purpose: 'للمصرحة' })).statusCode).toBe(201)
  })

  it('asks for a fresh proof of identity', async () => {
    const pv = await close(investigator, await openCase(investigator))
    const before = ground.app.clock.now()
    ground.app.clock.advance(6 * 60_000)
    expect(await codeOf(sign(investigator, pv))).toEqual([428, 'STEP_UP_NEEDED'])
    ground.app.clock.set(before)
  })
})
