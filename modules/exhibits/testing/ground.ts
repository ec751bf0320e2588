import type { OfficerOfTest, Recorded, Scene } from './scene.ts'
import { between, done, openScene, recordOne, step } from './scene.ts'

/** What the application of the composition root gives these tests. */
interface AppOfTest<O extends OfficerOfTest> {
  readonly clock: { now(): Date }
  as(key: string): Promise<O>
}

export interface Founded {
  readonly id: string
  readonly version: number
  readonly label: string
}

/** The officers of a precinct and one of another, a case with two people, and a room for exhibits. */
export async function openGround<O extends OfficerOfTest>(app: AppOfTest<O>) {
  const [investigator, keeper, head, desk2] = [
    await app.as('investigator'),
    await app.as('storekeeper'),
    await app.as('head'),
    await app.as('desk2'),
  ]
  const scene: Scene = await openScene(investigator)
  const found = (kind: string, code: string, parentId: string | null = null): Promise<Founded> =>
    done(keeper.post('/exhibit-places', { kind, code, labelAr: `مكان ${code}`, labelFr: `Lieu ${code}`, parentId }))
  const room = await found('room', 'R1')
  const now = (): Date => app.clock.now()
  const record = (more: { readonly body?: object; readonly item?: object } = {}): Promise<Recorded> =>
    recordOne(investigator, scene, now(), more)
  return {
    investigator,
    keeper,
    head,
    desk2,
    scene,
    room,
    now,
    found,
    foundShelf: (code: string): Promise<Founded> => found('shelf', code, room.id),
    record,
    /** Recorded under a seal, and brought to a place by the keeper. */
    stored: async (sealNumber: string, toPlaceId: string): Promise<Recorded> => {
      const made = await record({ item: { sealNumber } })
      await step(keeper, made.id, 'movements', { ...between(investigator, keeper), kind: 'stored', toPlaceId })
      return made
    },
  }
}
export type Ground<O extends OfficerOfTest> = Awaited<ReturnType<typeof openGround<O>>>
