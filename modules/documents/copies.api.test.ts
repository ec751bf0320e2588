import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseReaders } from '#contracts/casework/history.ts'
import type { Pv, PvSummary } from '#contracts/documents/pv.ts'
import type { Reading } from '#contracts/documents/reading.ts'
import { needTools } from '#platform/testing/need-tools.ts'
import { type DocumentsGround, layDocumentsGround } from '../../apps/server/testing-documents.ts'
import { docOf } from './domain/rich-text.ts'
import type { Desk } from './testing/documents-app.ts'
import { type Closed, begin, close, codeOf, filled, openCase, save, sign } from './testing/pv-steps.ts'

needTools('pdfsig')

let ground: DocumentsGround
let investigator: Desk
let head: Desk
let desk2: Desk
let inspector: Desk
beforeAll(async () => {
  ground = await layDocumentsGround()
  investigator = await ground.at('investigator')
  head = await ground.at('head')
  desk2 = await ground.at('desk2')
  inspector = await ground.at('inspector')
})
afterAll(() => ground.close())

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
    await expect(
      ground.app.db.app.pool.query("update documents.pv set source = '' where id = $1", [pv.id]),
    ).rejects.toThrow('permission denied')
    await expect(ground.app.db.app.pool.query('delete from documents.pv where id = $1', [pv.id])).rejects.toThrow(
      'permission denied',
    )
    // As the owner, whom no policy stops: the trigger does.
    for (const statement of [
      "update documents.pv set state = 'abandoned' where id = $1",
      'delete from documents.pv where id = $1',
    ]) {
      await expect(ground.app.db.asSuperuser((client) => client.query(statement, [pv.id]))).rejects.toThrow(
        'procès-verbal',
      )
    }
    await expect(ground.app.db.asSuperuser((client) => client.query('truncate documents.pv cascade'))).rejects.toThrow(
      'never',
    )
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
    const path = join(ground.work, 'copy.pdf')
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
    const { rows } = await ground.app.db.asSuperuser((client) =>
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
    const target = await ground.app.db.asSuperuser(async (client) => {
      const { rows } = await client.query<{ version: number }>('select version from casework.case_file where id = $1', [
        caseId,
      ])
      return rows[0]
    })
    await head.done(`/cases/${caseId}/prosecutor`, {
      prosecutorUnitId: ground.app.units.parquet,
      baseVersion: target?.version,
    })
    const prosecutor = await ground.at('prosecutor')
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
