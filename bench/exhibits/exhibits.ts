import { availableParallelism, loadavg } from 'node:os'
import { sql } from 'kysely'
import { z } from 'zod'
import { createManualClock } from '#platform/clock.ts'
import { defineQuery } from '#platform/commands/types.ts'
import { createServer } from '#platform/http/server.ts'
import { openSessionOf } from '../../apps/server/seed/enrol-cast.ts'
import { createSeedClient } from '../../apps/server/seed/seed-client.ts'
import { layGround } from '../audit/ground.ts'
import { type Bench, percentile } from '../bench-result.ts'
import { fillStores } from './fill-stores.ts'

const barMs = 150
const counted = 500
const warmUp = 2
const any = z.unknown()

const setting = defineQuery({
  type: 'bench.setting',
  permission: 'exhibit.read',
  input: z.strictObject({}),
  recorded: false,
  execute: async (tx) => {
    const { rows } = await sql<{ role: string; bypass: boolean; exhibits: number; movements: number; places: number }>`
      select current_user as role, (select rolbypassrls or rolsuper from pg_roles where rolname = current_user) as bypass,
        (select count(*)::int from exhibits.exhibit) as exhibits, (select count(*)::int from exhibits.movement) as movements,
        (select count(*)::int from exhibits.place) as places`.execute(tx.tables())
    const [row] = rows
    if (!row) throw new Error('the database says nothing of itself')
    return { result: row }
  },
})

/** `npm run bench -- exhibits [EXHIBITS] [SHELVES] [ROUNDS]`: the store of one precinct read and counted by its keeper, through the API. */
export const run: Bench = async (args) => {
  const wanted = Number(args[0] ?? 20_000)
  const shelfCount = Number(args[1] ?? Math.max(1, Math.round(wanted / 100)))
  const rounds = Number(args[2] ?? 60)
  const clock = createManualClock(new Date('2026-11-23T09:00:00Z'))
  const ground = await layGround(clock)
  const { house } = ground
  const http = await createServer({ kernel: house.kernel, assembled: house.assembled, version: 'bench' })
  try {
    const session = async (key: string) => {
      const signIn = ground.signIns.get(key)
      if (!signIn) throw new Error(`nobody of the cast is called ${key}`)
      // A code works once.
      clock.advance(60_000)
      const { caller, token } = await openSessionOf(house, signIn)
      return { caller, client: createSeedClient(http, house.ids, { ...signIn, token }) }
    }
    const { client: investigator } = await session('investigator')
    const { client: keeper, caller } = await session('storekeeper')
    const begun = performance.now()
    const stock = { exhibits: wanted, shelves: shelfCount, counted, takenAt: clock.now().toISOString() }
    const filled = await fillStores({ investigator, keeper }, stock, (line) => console.error(`  ${line}`))
    const seconds = (performance.now() - begun) / 1000
    const before = await house.kernel.ask(setting, caller, {})
    if (before.exhibits < wanted || before.exhibits === 0 || before.bypass)
      throw new Error('the ground is not what is to be measured')
    console.error(`  filled in ${seconds.toFixed(0)} s, now measuring`)
    const load = loadavg()[0] ?? 0
    const at = <T>(all: readonly T[], round: number): T => {
      const found = all[(round * 7919) % all.length]
      if (found === undefined) throw new Error('nothing to ask for')
      return found
    }
    const get = (url: string) => keeper.send(any, 'GET', url)
    const measure = async (what: string, barred: boolean, ask: (round: number) => Promise<unknown>) => {
      const times: number[] = []
      for (let round = -warmUp; round < rounds; round += 1) {
        const start = performance.now()
        await ask(Math.abs(round))
        if (round >= 0) times.push(performance.now() - start)
      }
      return {
        what,
        asked: times.length,
        'p50 ms': ms(times, 0.5),
        'p95 ms': ms(times, 0.95),
        bar: barred ? barMs : '',
      }
    }
    const count = z.object({ id: z.uuid(), expected: z.int() })
    const { id, expected } = await keeper.send(count, 'POST', '/exhibit-stocktakings', {
      placeId: filled.counted.shelf,
    })
    if (expected !== counted) throw new Error(`${expected} expected on the shelf that is counted`)
    let scanned = 0
    const scan = () => {
      const text = at(filled.counted.labels, (scanned += 1))
      return keeper.send(any, 'POST', `/exhibit-stocktakings/${id}/scans`, { scans: [{ text }] })
    }
    const rows = [
      await measure('a shelf read', true, (round) => get(`/exhibits?place=${at(filled.shelves, round)}`)),
      await measure('a scan in a count of 500', true, scan),
      await measure('the queue', false, () => get('/exhibits')),
      await measure('a label looked up', false, (round) => get(`/exhibit-labels/${at(filled.labels, round)}`)),
      await measure('two words', false, () => get(`/exhibits?q=${encodeURIComponent('هاتف محمول')}`)),
      await measure('the count read', false, () => get(`/exhibit-stocktakings/${id}`)),
    ]
    const barred = rows.filter(({ bar }) => bar !== '')
    const worst = Math.max(...barred.map((row) => row['p95 ms']))
    return {
      name: 'exhibits',
      rows,
      figure: `a shelf read and a scan: p95 ${worst.toFixed(1)} ms at most`,
      bar: `≤ ${barMs} ms`,
      ok: worst <= barMs,
      notes: [
        `${before.exhibits} exhibits, ${before.movements} movements, ${before.places} places, role ${before.role}, row-level security ${before.bypass ? 'BYPASSED' : 'binds it'}; recorded through the API in ${seconds.toFixed(0)} s`,
        `load of the machine when it was measured: ${load.toFixed(1)} on ${availableParallelism()} cores`,
      ],
    }
  } finally {
    await http.close()
    await ground.close()
  }
}

const ms = (times: readonly number[], share: number): number => Number(percentile(times, share).toFixed(1))
