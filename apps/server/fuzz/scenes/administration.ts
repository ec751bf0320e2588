import type { Asked, Play, Scene } from '../fuzz.ts'
import { type FuzzWorld, at } from '../world.ts'

const names = (word: string): object => ({
  ar: `الدائرة ${word}`,
  fr: `Arrondissement ${word}`,
  en: `Precinct ${word}`,
})
const words = ['أ', 'ب', 'ج', 'د', 'ه', 'و'] as const

/** What an administrator needs to enrol somebody for one turn of a scene. */
export const newcomer = (world: FuzzWorld, serviceNumber: string): object => ({
  serviceNumber,
  nameAr: 'سعاد بنعلي',
  nameLatin: 'Souad Benali',
  rankCode: null,
  sex: 'female',
  unitId: world.units.p1,
  post: 'desk',
  roles: [{ roleCode: 'desk-officer' }],
})

export function administrationScenes(world: FuzzWorld): Scene[] {
  const { officer, units } = world
  const admin = officer('admin')
  return [
    {
      name: 'units',
      play: async (play, round) => {
        await play(admin, 'GET /api/organisation/reference')
        await play(admin, 'GET /api/units', { query: { on: '2026-11-20' } })
        const founded = await play(admin, 'POST /api/units', {
          body: {
            kind: 'arrondissement',
            names: names(words[round % words.length] ?? 'ي'),
            parentId: units.w1,
            on: '2026-11-20',
            decisionRef: 'D-1',
          },
        })
        const id = at(founded, 'unitId')
        await play(admin, 'GET /api/units/{id}', { params: { id } })
        const now = async (body: object): Promise<Asked> => ({
          params: { id },
          body: {
            ...body,
            baseVersion: Number(at(await admin.request({ method: 'GET', url: `/api/units/${id}` }), 'version')),
          },
        })
        await play(admin, 'POST /api/units/{id}/events', () =>
          now({ on: '2026-11-21', decisionRef: 'D-2', change: { type: 'moved', parentId: units.w2 } }),
        )
        await play(admin, 'POST /api/units/{id}/settings', () => now({ setting: 'sign_on_screen', value: true }))
      },
    },
    {
      name: 'officers',
      play: async (play, round) => {
        const enrolled = await play(admin, 'POST /api/officers', {
          body: newcomer(world, `FUZZ-A${round}`),
          mutants: 'after',
        })
        const id = at(enrolled, 'officerId')
        await officersCareer(play, world, id)
      },
    },
    {
      name: 'law data',
      play: async (play) => {
        await play(admin, 'GET /api/law-sets')
        const set = await play(admin, 'GET /api/law-sets/{name}', { params: { name: 'quality-rules' } })
        const { version, data } = set.json<{ version: number; data: unknown }>()
        const proposed = await play(admin, 'POST /api/law-changes', {
          body: { name: 'quality-rules', baseVersion: version, data, legalBasis: 'Loi fictive 1-26, art. 2' },
          mutants: 'after',
        })
        await play(admin, 'GET /api/law-changes')
        const params = { id: at(proposed, 'lawChangeId') }
        await play(admin, 'GET /api/law-changes/{id}', { params })
        await play(officer('inspector'), 'POST /api/law-changes/{id}/decide', {
          params,
          body: { approve: false, reason: 'not what the text says' },
        })
      },
    },
    {
      name: 'files and what anybody sees',
      play: async (play) => {
        const bytes = new TextEncoder().encode('%PDF-1.7 nothing much')
        const announced = await play(admin, 'POST /api/uploads', {
          body: { name: 'وثيقة.pdf', mediaType: 'application/pdf', size: bytes.length },
        })
        const params = { id: at(announced, 'id') }
        await play(admin, 'PUT /api/uploads/{id}', { params, query: { offset: '0' }, body: bytes })
        await play(admin, 'GET /api/uploads/{id}', { params })
        await play(world.nobody, 'GET /api/training/sign-ins')
      },
    },
  ]
}

async function officersCareer(play: Play, { officer, units, minute }: FuzzWorld, id: string): Promise<void> {
  const admin = officer('admin')
  const params = { id }
  await play(admin, 'GET /api/officers', { query: { text: 'benali', below: 'true' } })
  await play(admin, 'GET /api/officers/{id}', { params })
  await play(admin, 'GET /api/officers/{id}/quality', { params, query: { at: '2026-11-23T08:00:00Z' } })
  await play(admin, 'POST /api/officers/{id}/qualities', {
    params,
    body: { kind: 'held', code: 'apj', decisionRef: 'CA-12/2026', from: '2026-11-01T00:00:00Z' },
  })
  minute()
  await play(admin, 'POST /api/officers/{id}/postings', async () => {
    const present = await admin.request({ method: 'GET', url: `/api/officers/${id}` })
    const baseVersion = Number(at(present, 'version')) || 1
    return { params, body: { baseVersion, unitId: units.p3, post: 'desk', rankCode: null, roles: ['desk-officer'] } }
  })
  const granted = await play(admin, 'POST /api/officers/{id}/roles', {
    params,
    body: { roleCode: 'investigator', unitId: units.p3 },
  })
  await play(admin, 'POST /api/role-grants/{id}/end', { params: { id: at(granted, 'grantId') }, mutants: 'after' })
  const absence = await play(admin, 'POST /api/officers/{id}/absences', {
    params,
    body: { kind: 'leave', from: '2026-11-23T08:00:00Z', to: '2026-11-29T08:00:00Z', acting: null },
    mutants: 'after',
  })
  await play(admin, 'POST /api/absences/{id}/end', { params: { id: at(absence, 'absenceId') }, mutants: 'after' })
  await play(admin, 'POST /api/officers/{id}/end-sessions', { params, body: { reason: 'left open' } })
  await play(admin, 'POST /api/officers/{id}/suspend', {
    params,
    body: { decisionRef: 'DGSN-77/2026' },
    mutants: 'after',
  })
  await play(admin, 'POST /api/officers/{id}/reinstate', {
    params,
    body: { decisionRef: 'DGSN-78/2026' },
    mutants: 'after',
  })
  const asked = await play(admin, 'POST /api/officers/{id}/recovery', {
    params,
    body: { reason: 'lost telephone' },
    mutants: 'after',
  })
  const approver = officer('inspector')
  await play(approver, 'GET /api/recoveries', { query: { officerId: id } })
  await play(approver, 'POST /api/recoveries/{id}/decide', {
    params: { id: at(asked, 'recoveryId') },
    body: { approve: false },
    mutants: 'after',
  })
}
