import { type BenchResult, percentile } from '../bench-result.ts'
import { openBusyHouse } from './busy-house.ts'
import { type Measured, openLoop } from './open-loop.ts'

const bars = { open: 150, save: 300 } as const

/**
 * A thousand signed-in officers, each opening a file every 30 s and saving every 60 s, both at once: the bar that OpenCRVS
 * published for its own. `what` names the half that is judged; both are shown.
 */
export async function measureCaseLoad(
  name: string,
  what: keyof typeof bars,
  args: readonly string[],
): Promise<BenchResult> {
  const officers = Number(args[0] ?? 1000)
  const seconds = Number(args[1] ?? 40)
  const house = await openBusyHouse(officers)
  try {
    const one = (at: number) => {
      const officer = house.officers[(at * 7919) % house.officers.length]
      if (!officer) throw new Error('nobody is signed in')
      return officer
    }
    // A short run first: the server compiles and fills its caches as it would have long ago.
    await openLoop(officers / 30, 4, async (at) => void (await house.call(one(at), 'GET', `/cases/${one(at).caseId}`)))
    const [open, save] = await Promise.all([
      openLoop(officers / 30, seconds, async (at) => {
        const officer = one(at)
        await house.call(officer, 'GET', `/cases/${officer.caseId}`)
      }),
      openLoop(officers / 60, seconds, async (at) => {
        const officer = one(at + 3)
        await house.call(officer, 'POST', `/cases/${officer.caseId}/notes`, { text: `ملاحظة ${at}` })
      }),
    ])
    const rows = [rowOf('open a case', open, bars.open), rowOf('save to a case', save, bars.save)]
    const judged = what === 'open' ? open : save
    const p95 = percentile(judged.latencies, 0.95)
    return {
      name,
      rows,
      figure: `p95 ${p95.toFixed(0)} ms`,
      bar: `≤ ${bars[what]} ms at ${officers} open sessions`,
      ok: p95 <= bars[what] && judged.failed === 0 && judged.latencies.length > 0,
      notes: [
        house.setting,
        'open loop: latency counts from when a request was due; server, worker, database and load share this machine',
      ],
    }
  } finally {
    await house.close()
  }
}

function rowOf(what: string, measured: Measured, bar: number): Record<string, string | number> {
  const at = (share: number): number => Math.round(percentile(measured.latencies, share))
  return {
    what,
    requests: measured.latencies.length,
    failed: measured.failed,
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    'bar ms (p95)': bar,
  }
}
