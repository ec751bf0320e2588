import type { PvContent } from '#contracts/documents/content.ts'
import { confirmed } from '#modules/documents/testing/pv-steps.ts'
import {
  type Recorded,
  type Scene,
  between,
  done,
  openScene,
  recordOne,
  step,
} from '#modules/exhibits/testing/scene.ts'
import type { TestApp } from '../apps/server/testing.ts'

/** A case of the investigator with a suspect, a complainant, and a PV that is drawn up. */
export async function openSeizureCase(app: TestApp): Promise<Scene & { readonly pv: string }> {
  const investigator = await app.as('investigator')
  const name = (given: string, latin: string) => [
    { script: 'ar', given, family: 'التجريبي' },
    { script: 'latin', given: latin, family: 'Essai' },
  ]
  const scene = await openScene(investigator, {
    facts: { place: 'القنيطرة، شارع محمد الديوري' },
    participants: [
      { role: 'suspect', standing: 'assessment', person: { source: 'statement', names: name('سالم', 'Salem') } },
      {
        role: 'complainant',
        standing: 'fact',
        person: {
          source: 'document',
          names: name('ليلى', 'Leïla'),
          documents: [{ kind: 'national-id', number: 'AB 123456', country: 'MA' }],
          facts: [
            { kind: 'birth', date: '1987-05-03' },
            { kind: 'nationality', country: 'MA' },
            { kind: 'address', text: 'زنقة الليمون', hidden: false },
            { kind: 'contact', type: 'phone', value: '+212600000000' },
          ],
        },
      },
    ],
  })
  const id = app.house.ids.next()
  await done(investigator.post('/drafts', { id, caseId: scene.caseId, form: 'ma.pv.complaint' }))
  const { seq, content } = await done<{ seq: number; content: PvContent }>(investigator.get(`/drafts/${id}`))
  const typed = { writer: 'window-1', seq: seq + 1, baseSeq: seq, content: confirmed(content) }
  await done(investigator.send('PUT', `/drafts/${id}`, typed))
  const { reference } = await done<{ reference: string }>(investigator.post(`/drafts/${id}/finalise`, { seq: seq + 1 }))
  return { ...scene, pv: reference }
}

interface Store {
  readonly id: string
  readonly label: string
}

/** A room of the precinct with two shelves; more are founded in it by their code. */
export async function foundStores(
  app: TestApp,
): Promise<{ shelf: Store; other: Store; foundShelf: (code: string) => Promise<Store> }> {
  const keeper = await app.as('storekeeper')
  const found = (kind: string, code: string, names: readonly [string, string], parentId?: string) =>
    done<Store>(keeper.post('/exhibit-places', { kind, code, labelAr: names[0], labelFr: names[1], parentId }))
  const room = await found('room', 'M1', ['مستودع المحجوزات', 'Dépôt des scellés'])
  return {
    shelf: await found('shelf', 'M1-A', ['الرف الأول', 'Première étagère'], room.id),
    other: await found('shelf', 'M1-B', ['الرف الثاني', 'Deuxième étagère'], room.id),
    foundShelf: (code) => found('shelf', code, [`رف الجرد ${code}`, `Étagère ${code}`], room.id),
  }
}

/** Something sealed that lies on a shelf. */
export async function storeOne(
  app: TestApp,
  scene: Scene,
  placeId: string,
  sealNumber: string,
  description: string,
): Promise<Recorded> {
  const [investigator, keeper] = [await app.as('investigator'), await app.as('storekeeper')]
  const made = await recordOne(investigator, scene, app.clock.now(), { item: { sealNumber, detail: { description } } })
  await step(keeper, made.id, 'movements', { ...between(investigator, keeper), kind: 'stored', toPlaceId: placeId })
  return made
}
