// The engine of the custody clock beside a calculator of another algorithm, written from the law alone.
import type { BenchResult } from '../bench-result.ts'
import { calculate } from './calculator.ts'
import { compareClocks } from './compare.ts'

const wanted = 1_000_000

/** `npm run bench -- custody-clock [cases] [seed]` */
export function run(args: readonly string[]): Promise<BenchResult> {
  const count = Number(args[0] ?? wanted)
  const seed = Number(args[1] ?? 66)
  const { cases, differences, examples, byKeys, byRegime } = compareClocks(calculate, count, seed)
  return Promise.resolve({
    name: 'custody-clock',
    rows: [...byRegime].map(([regime, asked]) => ({ regime, asked })),
    figure: `${differences} differences in ${cases} cases`,
    bar: '0 in 1,000,000',
    ok: differences === 0 && cases >= wanted,
    notes: [
      ...[...byKeys].map(([keys, number]) => `${number} differ in: ${keys}`),
      ...examples.map((each) => JSON.stringify(each, undefined, 1)),
    ],
  })
}
