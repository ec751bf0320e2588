import { availableParallelism, loadavg } from 'node:os'
import type { BenchResult } from '../bench-result.ts'
import { makeBenchTables, measureCommandCost } from './command-cost.ts'
import { type Ground, layGround } from './ground.ts'
import { measureSequencing } from './sequencing.ts'

const addedBar = 2
const perSecondBar = 10_000

/** `npm run bench -- audit [ROUNDS] [EVENTS]`: what the log costs a command, and how fast events are sequenced. */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const rounds = Number(args[0] ?? 1_500)
  const events = Number(args[1] ?? 60_000)
  const ground = await layGround()
  try {
    await makeBenchTables(ground)
    const walls = await describeWalls(ground)
    const loadBefore = loadavg()[0] ?? 0
    const cost = await measureCommandCost(ground, rounds)
    const sequencing = await measureSequencing(ground, events)
    const perSecond = Math.round(sequencing.perSecond)
    return {
      name: 'audit',
      rows: [
        ...cost.rows,
        { what: 'added by the log', runs: rounds, 'p50 ms': cost.addedP50, 'p95 ms': cost.addedP95 },
        { what: 'events sequenced and signed', runs: sequencing.events, 'events/s': perSecond },
      ],
      figure: `${cost.addedP95} ms p95 added, ${perSecond} events/s`,
      bar: `≤ ${addedBar} ms p95 added, ≥ ${perSecondBar} events/s`,
      ok: cost.addedP95 <= addedBar && perSecond >= perSecondBar && events >= 50_000,
      notes: [
        ...walls,
        `load of the machine when it began: ${loadBefore.toFixed(1)} on ${availableParallelism()} cores; above their number the figures tell of the neighbours`,
        `added: difference of the percentiles of two variants run in turn in one process; fsync on; a session of an officer`,
        `sequencing: ${sequencing.events} events made in bulk by SQL as the worker (commands would be slower to make than to sequence); ${sequencing.proofs} inclusion proofs checked afterwards`,
      ],
    }
  } finally {
    await ground.close()
  }
}

async function describeWalls(ground: Ground): Promise<string[]> {
  const { rows } = await ground.house.database.pool.query<{ role: string; power: boolean; walls: boolean }>(
    `select current_user as role, r.rolsuper or r.rolbypassrls as power,
       (select bool_and(c.relrowsecurity and c.relforcerowsecurity) from pg_class c
          where c.oid in ('audit.event'::regclass, 'bench.note'::regclass, 'platform.command'::regclass)) as walls
     from pg_roles r where r.rolname = current_user`,
  )
  const found = rows[0]
  if (!found || found.power || !found.walls) throw new Error(`not behind the walls: ${JSON.stringify(found)}`)
  return [`role ${found.role} (no superuser, bypasses nothing), row-level security forced`]
}
