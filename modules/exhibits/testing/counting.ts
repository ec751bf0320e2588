import type { Stocktaking } from '#contracts/exhibits/stocktaking.ts'
import type { Ground } from './ground.ts'
import { type OfficerOfTest, done } from './scene.ts'

interface Heard {
  readonly items: readonly { readonly scanId: string; readonly result: string; readonly reference: string | null }[]
  readonly scanned: number
  readonly expected: number
}

/** The steps of a count as the keeper takes them; the ground is asked for late, since it is laid before the first test. */
export function createCounting(ground: () => Ground<OfficerOfTest>) {
  const keeper = (): OfficerOfTest => ground().keeper
  return {
    count: async (placeId: string): Promise<string> =>
      (await done<{ id: string }>(keeper().post('/exhibit-stocktakings', { placeId }))).id,
    scan: (id: string, ...scans: readonly object[]): Promise<Heard> =>
      done(keeper().post(`/exhibit-stocktakings/${id}/scans`, { scans })),
    report: (id: string): Promise<Stocktaking> => done(keeper().get(`/exhibit-stocktakings/${id}`)),
    close: (id: string, more: object = {}) =>
      keeper().post(`/exhibit-stocktakings/${id}/closure`, {
        withOfficerId: ground().investigator.officerId,
        ...more,
      }),
  }
}
