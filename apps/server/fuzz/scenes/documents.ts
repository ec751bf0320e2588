import { type Client, type Play, type Scene, SceneOver } from '../fuzz.ts'
import { systemIds } from '#platform/ids.ts'
import { type FuzzWorld, at } from '../world.ts'
import { openCase } from './casework.ts'

const paper = new TextEncoder().encode('%PDF-1.4\n% signed paper\n')
const form = 'ma.pv.complaint'

const textOf = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

/** What the officer types, and all that was proposed taken as right. */
function filled(content: Content): object {
  return {
    ...content,
    values: {
      ...content.values,
      statement: { type: 'rich-text', doc: textOf('كنت أمشي بشارع البحر فخطف مني هاتفي من نوع Samsung.') },
      exchange: { type: 'question-answer', items: [{ question: 'متى وقع ذلك؟', answer: 'صباح اليوم.' }] },
      reading: { type: 'mention', variant: 'read-to' },
      additions: { type: 'mention', variant: 'none' },
      'victim-rights': { type: 'mention', variant: 'told' },
    },
    origins: Object.fromEntries(
      Object.entries(content.origins).map(([path, origin]) => [path, { ...origin, state: 'confirmed' }]),
    ),
  }
}

interface Content {
  readonly values: object
  readonly origins: Readonly<Record<string, object>>
}
interface Draft {
  readonly seq: number
  readonly content: Content
}

async function draftOf(who: Client, id: string): Promise<Draft> {
  const answer = await who.request({ method: 'GET', url: `/api/drafts/${id}` })
  if (answer.statusCode !== 200) throw new SceneOver('a draft')
  return answer.json<Draft>()
}

async function scan(who: Client): Promise<string> {
  const body = { name: 'scan.pdf', mediaType: 'application/pdf', size: paper.length }
  const id = at(await who.request({ method: 'POST', url: '/api/uploads', body }), 'id')
  await who.request({ method: 'PUT', url: `/api/uploads/${id}?offset=0`, body: paper })
  return id
}

/** From an empty draft to a sealed PV with its copies, and what else may become of a draft. */
export function documentsScenes(world: FuzzWorld): Scene[] {
  const { officer } = world
  const investigator = officer('investigator')
  const begin = async (play: Play, round: number): Promise<{ caseId: string; id: string }> => {
    const { id: caseId } = await openCase(play, world, round)
    await play(investigator, 'GET /api/pv-forms', { query: { on: '2026-11-23' } })
    const made = await play(investigator, 'POST /api/drafts', () =>
      Promise.resolve({ body: { id: systemIds.next(), caseId, form } }),
    )
    return { caseId, id: at(made, 'id') }
  }
  const save = async (play: Play, id: string, writer: string): ReturnType<Play> =>
    play(investigator, 'PUT /api/drafts/{id}', async () => {
      const draft = await draftOf(investigator, id)
      return {
        params: { id },
        body: { writer, seq: draft.seq + 1, baseSeq: draft.seq, content: filled(draft.content) },
      }
    })
  const finalise = async (play: Play, id: string): Promise<{ params: { id: string }; pages: number }> => {
    const closed = await play(investigator, 'POST /api/drafts/{id}/finalise', async () => ({
      params: { id },
      body: { seq: (await draftOf(investigator, id)).seq },
      mutants: 'after',
    }))
    return { params: { id: at(closed, 'id') }, pages: Number(at(closed, 'pages')) }
  }
  return [
    {
      name: 'a PV is written, signed and copied',
      play: async (play, round) => {
        const { caseId, id } = await begin(play, round)
        const params = { id }
        await play(investigator, 'GET /api/drafts')
        await play(investigator, 'GET /api/drafts/{id}', { params })
        await save(play, id, 'window-1')
        const aside = await save(play, id, 'window-2')
        await play(investigator, 'GET /api/drafts/{id}/copies/{copyId}', {
          params: { id, copyId: at(aside, 'copyId') },
        })
        await play(investigator, 'POST /api/drafts/{id}/pen', { params, body: { writer: 'window-1', force: true } })
        await save(play, id, 'window-1')
        await play(investigator, 'POST /api/drafts/{id}/check', { params })
        await play(investigator, 'GET /api/drafts/{id}/preview.pdf', { params })
        const pv = await finalise(play, id)
        await play(investigator, 'GET /api/pvs/to-sign')
        await play(investigator, 'GET /api/cases/{id}/pvs', { params: { id: caseId } })
        const body = {
          scanUploadId: await scan(investigator),
          pagesCounted: pv.pages,
          signatures: [
            { code: 'author', key: 'author', how: 'signature' },
            { code: 'complainant', key: 'p-1', how: 'signature', ownHand: true },
          ],
        }
        await play(investigator, 'GET /api/pvs/{id}/reading', { params: pv.params })
        const signing = { params: pv.params, body }
        await play(investigator, 'POST /api/pvs/{id}/check-signing', signing)
        await play(investigator, 'POST /api/pvs/{id}/sign', {
          ...signing,
          mutants: round % 2 === 0 ? 'after' : 'before',
        })
        await play(investigator, 'GET /api/pvs/{id}', { params: pv.params })
        await play(investigator, 'GET /api/pvs/{id}/pv.pdf', { params: pv.params })
        await play(investigator, 'GET /api/pvs/{id}/scan', { params: pv.params })
        const copy = await play(investigator, 'POST /api/pvs/{id}/copies', {
          params: pv.params,
          body: { certified: true, purpose: 'طلب المشتكي' },
        })
        await play(investigator, 'GET /api/pvs/{id}/copies/{copyId}/copy.pdf', {
          params: { ...pv.params, copyId: at(copy, 'id') },
        })
      },
    },
    {
      name: 'a PV is given up',
      play: async (play, round) => {
        const { id } = await begin(play, round)
        await play(investigator, 'POST /api/drafts/{id}/discard', { params: { id } })
        await play(investigator, 'POST /api/drafts/{id}/restore', { params: { id } })
        await save(play, id, 'window-1')
        const pv = await finalise(play, id)
        await play(investigator, 'POST /api/pvs/{id}/abandon', {
          params: pv.params,
          body: { reason: 'text-wrong', note: 'أعيد تحريره' },
        })
      },
    },
  ]
}
