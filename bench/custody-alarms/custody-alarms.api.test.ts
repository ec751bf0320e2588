import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeedClient } from '../../apps/server/seed/seed-client.ts'
import { type TestApp, createTestApp } from '../../apps/server/testing.ts'
import { runScenario } from './scenario.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
})
afterAll(() => app.close())

it('alarms come in time from a worker that is killed, and whose clock is set forwards and back; none is lost or twice', async () => {
  const client = async (key: string) => createSeedClient(app.http, app.house.ids, await app.as(key))
  const outcome = await runScenario({
    count: 30,
    seconds: 12,
    lanes: 2,
    clock: app.clock,
    precinct: {
      investigator: await client('investigator'),
      head: await client('head'),
      unitId: app.units.p1,
      parquetId: app.units.parquet,
    },
    worker: { home: dirname(dirname(app.house.keyring.dir)), url: app.db.workerUrl, logOrigin: 'daira/test' },
    say: () => undefined,
  })
  expect(outcome.faults).toEqual([])
  const parts = [outcome.seen, outcome.afterKill, outcome.afterStep, outcome.afterStepBack]
  for (const lateness of parts) expect(lateness.length).toBeGreaterThan(0)
  // Twice the bar of the bench: other tests run beside this one.
  expect(Math.max(...parts.flat())).toBeLessThan(10_000)
}, 180_000)
