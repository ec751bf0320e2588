import { makeCustodyGround } from '#modules/custody/testing/custody-ground.ts'
import type { DeskUnderTest } from './desk-under-test.ts'
import { foundStores, storeOne } from './seizure-scene.ts'

/** Records that the pages are looked at with. */
export interface Filled {
  readonly lineId: string
  readonly caseId: string
  /** Somebody of that case, about whom two sources disagree. */
  readonly personId: string
  readonly draftId: string
  readonly officerId: string
  /** Somebody held, and where. */
  readonly custodyId: string
  readonly placeId: string
  /** Something on a shelf, and a count of that shelf. */
  readonly exhibitId: string
  readonly stocktakingId: string
}

interface Made {
  readonly id: string
  readonly version: number
}

/** Fictional work of a precinct, made through the API by its officers. */
export async function fillDesk({ app }: DeskUnderTest): Promise<Filled> {
  const desk = await app.as('desk')
  const investigator = await app.as('investigator')
  const post = async <T>(officer: typeof desk, url: string, body: unknown): Promise<T> => {
    const answer = await officer.post(url, body)
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json<T>()
  }
  const contact = {
    nameAr: 'سعاد بنت الطاهر البناني',
    nameLatin: 'Souad Bennani',
    identityNumber: 'GA98214',
    phone: '+212 6 12 34 56 78',
  }
  const line = await post<Made>(desk, '/register', {
    kind: 'complaint',
    text: 'تصرّح أن شخصًا مجهولًا كسر نافذة سيارتها من نوع Dacia Logan المتوقفة قرب سوق الأحد، وسرق منها حاسوبًا من نوع Lenovo ThinkPad ووثائق إدارية، ولم تنتبه إلا صباح اليوم.',
    place: 'القنيطرة، شارع محمد الديوري، قرب سوق الأحد',
    contact: { capacity: 'complainant', ...contact, address: 'القنيطرة، حي الفتح، زنقة 12، رقم 7' },
  })
  await post(desk, '/register', {
    kind: 'declaration',
    category: 'loss',
    text: 'Perte d’un passeport français entre la gare et le marché central.',
    contact: { capacity: 'owner', nameLatin: 'Jean-Baptiste Delacroix-Montaigu de Saint-Germain' },
  })
  await post(desk, '/register', {
    kind: 'denunciation',
    anonymous: true,
    text: 'مكالمة مجهولة عن بيع أقراص مهلوسة قرب إعدادية.',
  })
  await post(desk, '/register', {
    kind: 'found-object',
    text: 'محفظة جلدية سوداء وُجدت في سيارة أجرة.',
    contact: { capacity: 'finder', nameAr: 'عبد الإله الودغيري' },
  })
  const yesterday = new Date(Date.now() - 26 * 3_600_000).toISOString()
  await post(desk, '/register', {
    kind: 'prosecutor-instruction',
    text: 'إجراء بحث في موضوع شكاية من أجل النصب، والاستماع إلى الأطراف.',
    letter: { sender: 'وكيل الملك لدى المحكمة الابتدائية بالقنيطرة', reference: '2026/3101/4417', date: '2026-11-10' },
    dueAt: yesterday,
  })
  const opened = await post<{ caseId: string }>(desk, `/register/${line.id}/case`, { baseVersion: line.version })
  const { caseId } = opened
  const file = (await investigator.get(`/cases/${caseId}`)).json<{ version: number }>()
  await post(investigator, `/cases/${caseId}/facts`, {
    baseVersion: file.version,
    facts: {
      happenedFrom: '2026-11-22T23:30:00Z',
      happenedPrecision: 'hour',
      place: 'القنيطرة، شارع محمد الديوري، قرب سوق الأحد',
      how: 'كسر زجاج النافذة الخلفية اليمنى لسيارة Dacia Logan رمادية متوقفة، وأخذ حاسوب محمول ووثائق. لا شهود حتى الآن؛ كاميرا صيدلية مقابلة قد تكون صوّرت المكان.',
      inquiry: 'preliminary',
    },
  })
  const { personId } = await post<{ personId: string }>(investigator, `/cases/${caseId}/participants`, {
    role: 'complainant',
    standing: 'fact',
    person: {
      source: 'document',
      names: [
        { script: 'ar', given: 'سعاد', family: 'بناني' },
        { script: 'latin', given: 'Souad', family: 'Bennani' },
      ],
      documents: [{ kind: 'national-id', number: 'GA98214', country: 'MA' }],
      facts: [{ kind: 'birth', date: '1987-05-03' }],
    },
  })
  await post(investigator, `/cases/${caseId}/participants`, {
    role: 'suspect',
    standing: 'assessment',
    person: { source: 'other', names: [] },
  })
  await post(investigator, `/persons/${personId}/facts`, {
    source: 'statement',
    sourceNote: 'زوجها',
    caseId,
    facts: [
      { kind: 'birth', date: '1986-05-03', place: 'سيدي سليمان' },
      { kind: 'occupation', text: 'Infirmière au centre hospitalier régional de Kénitra' },
      { kind: 'contact', type: 'phone', value: '+212612345678' },
    ],
  })
  await post(investigator, `/cases/${caseId}/tasks`, { title: 'طلب تسجيلات كاميرا الصيدلية', dueAt: yesterday })
  await post(investigator, `/cases/${caseId}/tasks`, { title: 'Entendre le gardien de nuit' })
  await post(investigator, `/cases/${caseId}/notes`, { text: 'السيارة موضوعة رهن إشارة الشرطة العلمية.' })
  // A page is looked at by the head, and drafts are their writer's own.
  const head = await app.as('head')
  const draftId = app.house.ids.next()
  await post(head, '/drafts', { id: draftId, caseId, form: 'ma.pv.complaint', actAt: new Date().toISOString() })
  const { participants } = (await investigator.get(`/cases/${caseId}`)).json<{
    participants: { id: string; role: string }[]
  }>()
  const inRole = (role: string): string => participants.find((each) => each.role === role)?.id ?? ''
  const scene = { caseId, suspect: inRole('suspect'), complainant: inRole('complainant') }
  const { shelf } = await foundStores(app)
  const exhibit = await storeOne(app, scene, shelf.id, 'S-2026-0099', 'حاسوب محمول من نوع Lenovo ThinkPad T480')
  const count = await post<Made>(await app.as('storekeeper'), '/exhibit-stocktakings', { placeId: shelf.id })
  const ground = await makeCustodyGround(app)
  const custodyId = await ground.open()
  return {
    lineId: line.id,
    caseId,
    personId,
    draftId,
    officerId: investigator.officerId,
    custodyId,
    placeId: ground.place.id,
    exhibitId: exhibit.id,
    stocktakingId: count.id,
  }
}
