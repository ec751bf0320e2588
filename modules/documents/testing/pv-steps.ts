import { v7 } from 'uuid'
import type { FieldValue, PvContent } from '#contracts/documents/content.ts'
import { docOf } from '../domain/rich-text.ts'
import type { Desk } from './documents-app.ts'

export const hiddenAddress = 'عند خالتها بحي الزيتون'
export const openCase = async (by: Desk): Promise<string> => {
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

export interface Draft {
  id: string
  seq: number
  content: PvContent
  copyList: { id: string; writer: string }[]
}
export const begin = async (by: Desk, caseId: string, body: object = {}): Promise<Draft> => {
  const id = v7()
  await by.done('/drafts', { id, caseId, form: 'ma.pv.complaint', ...body })
  return by.read(`/drafts/${id}`)
}

export const filled: Record<string, FieldValue> = {
  statement: { type: 'rich-text', doc: docOf('كنت أمشي بشارع البحر فخطف مني هاتفي من نوع Samsung.') },
  exchange: { type: 'question-answer', items: [{ question: 'متى وقع ذلك؟', answer: 'صباح اليوم.' }] },
  reading: { type: 'mention', variant: 'read-to' },
  additions: { type: 'mention', variant: 'none' },
  'victim-rights': { type: 'mention', variant: 'told' },
}
export const confirmed = (content: PvContent): PvContent => ({
  ...content,
  values: { ...content.values, ...filled },
  origins: Object.fromEntries(
    Object.entries(content.origins).map(([path, origin]) => [path, { ...origin, state: 'confirmed' as const }]),
  ),
})
export const save = (by: Desk, draft: Draft, content: PvContent, more: object = {}) =>
  by.saved<{ outcome: string; seq: number; copyId: string | null }>(`/drafts/${draft.id}`, {
    writer: 'window-1',
    seq: draft.seq + 1,
    baseSeq: draft.seq,
    content,
    ...more,
  })

export interface Closed {
  id: string
  reference: string
  number: number
  pages: number
}
export const close = async (by: Desk, caseId: string, body: object = {}): Promise<Closed> => {
  const draft = await begin(by, caseId, body)
  await save(by, draft, confirmed(draft.content))
  return by.done(`/drafts/${draft.id}/finalise`, { seq: draft.seq + 1 })
}
export const signatures = [
  { code: 'author', key: 'author', how: 'signature' },
  { code: 'complainant', key: 'p-1', how: 'signature', ownHand: true },
]
const scanOf = (by: Desk) => by.upload('scan.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n% signed paper\n'))
export const sign = async (by: Desk, pv: Closed, body: object = {}) =>
  by.post(`/pvs/${pv.id}/sign`, { scanUploadId: await scanOf(by), pagesCounted: pv.pages, signatures, ...body })
export const codeOf = async (answer: Promise<{ statusCode: number; json: () => unknown }>) => {
  const { statusCode, json } = await answer
  return [statusCode, (json() as { code?: string }).code]
}
