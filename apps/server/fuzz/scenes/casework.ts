import { type Asked, type Client, type Play, type Scene, SceneOver } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'

const person = (round: number, family: string): object => ({
  source: 'document',
  names: [
    { script: 'ar', given: 'سلمى', family: `الإدريسي ${family}` },
    { script: 'latin', given: 'Salma', family: `El Idrissi ${family}` },
  ],
  documents: [{ kind: 'national-id', number: `AB ${round}${family}`, country: 'MA' }],
  facts: [
    { kind: 'birth', date: '1987-05-03', place: 'القنيطرة' },
    { kind: 'nationality', country: 'MA' },
    { kind: 'contact', type: 'phone', value: '+212600000000' },
    { kind: 'address', text: 'زنقة الليمون', hidden: false },
    { kind: 'address', text: 'عند خالتها بحي الزيتون', hidden: true },
  ],
})

/** What a case needs at its present version. */
export const versionOf = async (who: Client, id: string): Promise<number> => {
  const answer = await who.request({ method: 'GET', url: `/api/cases/${id}` })
  return Number(at(answer, 'version')) || 1
}

export async function openCase(
  play: Play,
  world: FuzzWorld,
  round: number,
): Promise<{ id: string; participant: string }> {
  const answer = await play(world.officer('investigator'), 'POST /api/cases', {
    body: {
      offences: [{ code: world.offences[round % world.offences.length], main: true }],
      facts: { happenedFrom: '2026-11-22T20:00:00Z', place: 'السوق القديم', how: 'سُرقت الدراجة.' },
      participants: [{ role: 'complainant', standing: 'fact', person: person(round, '1') }],
    },
  })
  if (answer.statusCode !== 201) throw new SceneOver('a case')
  return { id: at(answer, 'id'), participant: at(answer, 'participants.0.id') }
}

const scene = (
  world: FuzzWorld,
  name: string,
  work: (tools: {
    play: Play
    id: string
    participant: string
    /** A command on the case with its present version. */
    act: (who: string, path: string, body: object, params?: Record<string, string>) => ReturnType<Play>
  }) => Promise<void>,
): Scene => ({
  name,
  play: async (play, round) => {
    const { id, participant } = await openCase(play, world, round)
    const act = (who: string, path: string, body: object, params: Record<string, string> = {}): ReturnType<Play> =>
      play(world.officer(who), `POST /api/cases/{id}/${path}`, async (): Promise<Asked> => ({
        params: { id, ...params },
        body: { ...body, baseVersion: await versionOf(world.officer(who), id) },
      }))
    await work({ play, id, participant, act })
  },
})

export function caseworkScenes(world: FuzzWorld): Scene[] {
  const { officer, units } = world
  return [
    scene(world, 'a case is worked on', async ({ play, id, participant, act }) => {
      const investigator = officer('investigator')
      for (const queue of ['mine', 'unit']) await play(investigator, 'GET /api/cases', { query: { queue } })
      await play(investigator, 'GET /api/cases/queues')
      await play(investigator, 'GET /api/cases/{id}', { params: { id } })
      await act('investigator', 'facts', {
        facts: {
          place: 'المحطة',
          how: 'شجار',
          inquiry: 'preliminary',
          point: { latitude: 34.0331, longitude: -5.0003 },
        },
      })
      await act('investigator', 'offences', { offences: [{ code: world.offences[2], main: true }] })
      await play(investigator, 'POST /api/cases/{id}/notes', { params: { id }, body: { text: 'اتصال بالشاهد' } })
      await play(officer('head'), 'POST /api/cases/{id}/assignment', {
        params: { id },
        body: { officerId: investigator.officerId },
      })
      const added = await play(investigator, 'POST /api/cases/{id}/participants', {
        params: { id },
        body: { role: 'witness', standing: 'fact', person: person(7, '2') },
      })
      const other = at(added, 'id') || participant
      const role = { baseVersion: 1, role: 'suspect', standing: 'assessment' }
      const now = { id, participantId: participant }
      await play(investigator, 'POST /api/cases/{id}/participants/{participantId}/role', { params: now, body: role })
      await play(investigator, 'POST /api/cases/{id}/participants/{participantId}/end', {
        params: { id, participantId: other },
        body: { baseVersion: 1, reason: 'withdrawn' },
        mutants: 'after',
      })
      await play(investigator, 'GET /api/cases/{id}/history', { params: { id } })
      await play(officer('head'), 'GET /api/cases/{id}/readers', { params: { id } })
      await play(officer('head'), 'GET /api/cases/{id}/protected', {
        params: { id },
        query: { reason: 'حماية الشاهد' },
      })
    }),
    scene(world, 'tasks', async ({ play, id }) => {
      const investigator = officer('investigator')
      const made = await play(investigator, 'POST /api/cases/{id}/tasks', {
        params: { id },
        body: { title: 'سماع الجار', dueAt: '2026-11-29T08:00:00Z', assignedTo: investigator.officerId },
      })
      const params = { id, taskId: at(made, 'id') }
      const version = async (): Promise<number> => {
        const file = await investigator.request({ method: 'GET', url: `/api/cases/${id}` })
        const { tasks = [] } = file.json<{ tasks?: { id: string; version: number }[] }>()
        return tasks.find((task) => task.id === params.taskId)?.version ?? 1
      }
      const act = (name: string, body: object): ReturnType<Play> =>
        play(investigator, name, async () => ({ params, body: { ...body, baseVersion: await version() } }))
      await play(investigator, 'GET /api/tasks')
      await act('PATCH /api/cases/{id}/tasks/{taskId}', { dueAt: '2026-12-01T08:00:00Z' })
      await act('POST /api/cases/{id}/tasks/{taskId}/done', { outcome: 'حضر' })
      await act('POST /api/cases/{id}/tasks/{taskId}/reopening', {})
    }),
    scene(world, 'the prosecutor, the end, the return', async ({ act }) => {
      await act('investigator', 'prosecutor', { prosecutorUnitId: units.parquet })
      await act('investigator', 'resumption', {})
      await act('head', 'closure', { reason: 'unfounded', note: 'لا دليل' })
      await act('head', 'reopening', { reason: 'ظهر شاهد جديد' })
    }),
    scene(world, 'a transfer', async ({ play, id }) => {
      const ask = { params: { id }, body: { toUnitId: units.p2, reason: 'الاختصاص المكاني' } }
      await play(officer('head'), 'POST /api/cases/{id}/transfer', ask)
      await play(officer('head'), 'POST /api/cases/{id}/transfer/withdrawal', { params: { id }, mutants: 'after' })
      await play(officer('head'), 'POST /api/cases/{id}/transfer', { ...ask, mutants: 'none' })
      await play(officer('head2'), 'POST /api/cases/{id}/transfer/answer', {
        params: { id },
        body: { answer: 'accepted' },
      })
    }),
    scene(world, 'a sealed case', async ({ play, id, act }) => {
      await act('head', 'seal', { reason: 'secrecy', officers: [officer('investigator').officerId] })
      await play(officer('head'), 'POST /api/cases/{id}/access', {
        params: { id },
        body: { add: [officer('desk').officerId] },
      })
      await play(officer('inspector'), 'POST /api/emergency-access', {
        body: { caseId: id, reason: 'خطر داهم على حياة قاصر' },
      })
      await act('head', 'unsealing', { reason: 'زال سبب الختم' })
    }),
    {
      name: 'searching',
      play: async (play) => {
        const investigator = officer('investigator')
        await play(investigator, 'GET /api/search', { query: { q: 'Idrissi', reason: 'تحقيق جار' } })
        await play(investigator, 'GET /api/offences', { query: { q: 'سرقة', on: '2026-11-01' } })
      },
    },
    scene(world, 'a person', async ({ play, id }) => {
      const investigator = officer('investigator')
      const found = await play(investigator, 'GET /api/persons', { query: { q: 'Idrissi', reason: 'تحقيق جار' } })
      const file = await investigator.request({ method: 'GET', url: `/api/cases/${id}` })
      const person = {
        params: { id: at(file, 'participants.0.person.id') || at(found, 'items.0.id') },
        query: { reason: 'تحقيق جار' },
      }
      await play(investigator, 'GET /api/persons/{id}', person)
      await play(officer('head'), 'GET /api/persons/{id}/protected', person)
      await play(investigator, 'POST /api/persons/{id}/facts', {
        params: person.params,
        body: { source: 'statement', caseId: id, facts: [{ kind: 'occupation', text: 'خياطة' }] },
      })
    }),
  ]
}
