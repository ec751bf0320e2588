import { z } from 'zod'
import type { Dice } from './random.ts'
import type { SeedClient } from './seed-client.ts'

const draftSchema = z.object({
  id: z.uuid(),
  seq: z.number(),
  content: z
    .object({
      values: z.record(z.string(), z.unknown()),
      origins: z.record(z.string(), z.record(z.string(), z.unknown())),
    })
    .loose(),
})
const closed = z.object({ id: z.uuid(), pages: z.number() })
const some = z.unknown()

const paragraph = (text: string): unknown => ({
  type: 'rich-text',
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
})

/**
 * A complaint taken down as a PV: drafted from what the file knows, confirmed, closed, and mostly signed on paper and
 * sealed. Some are left as drafts or wait for their signature, as on any day.
 */
export async function seedComplaintPv(dice: Dice, officer: SeedClient, caseId: string, text: string): Promise<void> {
  const id = officer.nextId()
  await officer.send(some, 'POST', '/drafts', { id, caseId, form: 'ma.pv.complaint' })
  const draft = await officer.send(draftSchema, 'GET', `/drafts/${id}`)
  const seq = draft.seq + 1
  const isFinished = dice.chance(0.85)
  await officer.send(some, 'PUT', `/drafts/${id}`, {
    writer: 'seed',
    seq,
    baseSeq: draft.seq,
    content: {
      ...draft.content,
      values: {
        ...draft.content.values,
        statement: paragraph(text),
        exchange: {
          type: 'question-answer',
          items: [
            { question: 'هل تعرف هوية الفاعل؟', answer: 'لا أعرف هويته، وبإمكاني التعرف عليه إن رأيته.' },
            { question: 'هل هناك شهود؟', answer: 'نعم، بعض المارة.' },
          ],
        },
        ...(isFinished
          ? {
              reading: { type: 'mention', variant: 'read-to' },
              additions: { type: 'mention', variant: 'none' },
              'victim-rights': { type: 'mention', variant: 'told' },
            }
          : {}),
      },
      origins: Object.fromEntries(
        Object.entries(draft.content.origins).map(([path, origin]) => [
          path,
          isFinished ? { ...origin, state: 'confirmed' } : origin,
        ]),
      ),
    },
  })
  if (!isFinished) return
  const pv = await officer.send(closed, 'POST', `/drafts/${id}/finalise`, { seq })
  if (dice.chance(0.2)) return
  // What was printed stands for the signed paper that comes back from the scanner.
  const scanUploadId = await officer.upload(
    'scan.pdf',
    'application/pdf',
    await officer.download(`/pvs/${pv.id}/pv.pdf`),
  )
  await officer.send(some, 'POST', `/pvs/${pv.id}/sign`, {
    scanUploadId,
    pagesCounted: pv.pages,
    signatures: [
      { code: 'author', key: 'author', how: 'signature' },
      { code: 'complainant', key: 'p-1', how: 'signature', ownHand: true },
    ],
  })
}
