import { type Asked, type Play, type Scene, SceneOver } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'
import { openCase } from './casework.ts'

const complaint = {
  kind: 'complaint',
  text: 'سُرقت دراجتي النارية من أمام المقهى صباح اليوم.',
  place: 'شارع محمد الخامس',
  happenedFrom: '2026-11-23T07:00:00Z',
  contact: { capacity: 'complainant', nameAr: 'حنان البوعزاوي', phone: '+212 6 00 00 00 01' },
}
const letter = { sender: 'وكيل الملك لدى المحكمة الابتدائية', reference: '2026/3101/558', date: '2026-11-20' }

const scene = (
  world: FuzzWorld,
  name: string,
  body: object,
  work: (tools: {
    play: Play
    id: string
    /** A command on the line with its present version. */
    act: (who: string, path: string, body: object, mutants?: Asked['mutants']) => ReturnType<Play>
  }) => Promise<void>,
): Scene => ({
  name,
  play: async (play) => {
    const made = await play(world.officer('desk'), 'POST /api/register', { body })
    if (made.statusCode !== 201) throw new SceneOver('a line')
    const id = at(made, 'id')
    const act = (who: string, path: string, more: object, mutants: Asked['mutants'] = 'before'): ReturnType<Play> =>
      play(world.officer(who), `POST /api/register/{id}/${path}`, async () => {
        const line = await world.officer('desk').request({ method: 'GET', url: `/api/register/${id}` })
        return { params: { id }, body: { ...more, baseVersion: Number(at(line, 'version')) || 1 }, mutants }
      })
    await work({ play, id, act })
  },
})

export function intakeScenes(world: FuzzWorld): Scene[] {
  const { officer, units } = world
  return [
    scene(world, 'a line is handled', complaint, async ({ play, id, act }) => {
      const desk = officer('desk')
      for (const list of ['register', 'register/open', 'register/post', 'register/transfers']) {
        await play(desk, `GET /api/${list}`)
      }
      await play(desk, 'GET /api/register/{id}', { params: { id } })
      await act('head', 'assign', { ownerId: null })
      await act('desk', 'take', {}, 'after')
      await act('desk', 'deadline', { dueAt: '2026-11-30T12:00:00Z', remindAt: ['2026-11-28T12:00:00Z'] })
      await play(desk, 'POST /api/register/{id}/entries', {
        params: { id },
        body: { kind: 'correction', text: 'الاسم الصحيح: حنان البوعزيزي' },
      })
      await play(desk, 'POST /api/register/{id}/receipts', { params: { id }, mutants: 'after' })
      await play(desk, 'GET /api/register/{id}/receipt.pdf', { params: { id }, query: { lang: 'fr' } })
      await act('desk', 'close', { reason: 'informed' }, 'after')
      await act('desk', 'undo-close', {}, 'after')
      await act('desk', 'close', { reason: 'withdrawn', text: 'تنازل' }, 'before')
      await act('head', 'reopen', { text: 'عناصر جديدة' })
    }),
    scene(
      world,
      'post is answered',
      { kind: 'prosecutor-instruction', text: 'الاستماع إلى المشتكي', letter },
      async ({ act }) => {
        await act('desk', 'answer', { text: 'أُنجز المطلوب', reference: '12/2026' })
      },
    ),
    scene(
      world,
      'an anonymous denunciation is authorised',
      { kind: 'denunciation', anonymous: true, text: 'رسالة بدون اسم عن ترويج ممنوعات.' },
      async ({ act }) => {
        await act('investigator', 'authorisation', {
          decision: 'granted',
          text: 'نائب وكيل الملك المداوم، هاتفيا',
          decidedAt: '2026-11-23T08:40:00Z',
        })
      },
    ),
    scene(world, 'a line becomes a case', complaint, async ({ act }) => {
      await act('investigator', 'case', { offences: [world.offences[0]] })
    }),
    scene(world, 'a line joins a case', complaint, async ({ play, act }) => {
      const { id } = await openCase(play, world, 3)
      await act('desk', 'join', { caseId: id })
    }),
    ...(['accept', 'refuse'] as const).map((end) =>
      scene(world, `a line is sent, and they ${end}`, complaint, async ({ play, act }) => {
        const sent = await act('desk', 'send', { toUnitId: units.p2, reason: 'الاختصاص المكاني' })
        const id =
          at(sent, 'transferId') ||
          at(await officer('head2').request({ method: 'GET', url: '/api/register/transfers' }), 'items.0.id')
        await play(officer('head2'), `POST /api/register/transfers/{id}/${end}`, {
          params: { id },
          body: end === 'accept' ? {} : { reason: 'ليس من اختصاصنا' },
        })
      }),
    ),
    {
      name: 'the end of a shift',
      play: async (play) => {
        const desk = officer('desk')
        await play(desk, 'GET /api/bulletin', { query: { date: '2026-11-23' } })
        await play(desk, 'GET /api/bulletin.pdf', { query: { lang: 'ar' } })
        await play(desk, 'GET /api/register/day.pdf', { query: { date: '2026-11-23', lang: 'ar' } })
        const handover = await play(desk, 'POST /api/handovers', {
          body: { shiftFrom: '2026-11-23T00:00:00Z', shiftTo: '2026-11-23T08:00:00Z', text: 'لا شيء يذكر' },
        })
        await play(officer('head'), 'GET /api/handovers')
        await play(officer('head'), 'POST /api/handovers/{id}/acknowledge', {
          params: { id: at(handover, 'id') },
          body: { remark: 'اطلعت' },
        })
      },
    },
    {
      name: 'notices',
      play: async (play) => {
        const investigator = officer('investigator')
        const list = await play(investigator, 'GET /api/notices', { query: { unread: 'true' } })
        await play(investigator, 'GET /api/notices/count')
        const id = at(list, 'items.0.id')
        await play(investigator, 'POST /api/notices/{id}/read', { params: { id } })
        await play(investigator, 'POST /api/notices/read-all', { body: { upTo: id } })
      },
    },
  ]
}
