// The engine of the custody clock beside a calculator of another algorithm, written from the law alone.
import type { BenchResult } from '../bench-result.ts'
import { type Calculator, compareClocks } from './compare.ts'
import { findCalculator } from './find-calculator.ts'

const wanted = 1_000_000

/** `npm run bench -- custody-clock [cases] [seed]` */
export async function run(args: readonly string[]): Promise<BenchResult> {
  const count = Number(args[0] ?? wanted)
  const seed = Number(args[1] ?? 66)
  const calculate: Calculator | undefined = await findCalculator()
  if (!calculate) throw new Error('bench/custody-clock/calculator.ts is not there: there is nothing to compare with')
  const { cases, differences, examples, byKeys, byRegime } = compareClocks(calculate, count, seed)
  return {
    name: 'custody-clock',
    rows: [...byRegime].map(([regime, asked]) => ({ regime, asked })),
    figure: `${differences} differences in ${cases} cases`,
    bar: '0 in 1,000,000',
    ok: differences === 0 && cases >= wanted,
    notes: [
      ...[...byKeys].map(([keys, number]) => `${number} differ in: ${keys}`),
      ...examples.map((each) => JSON.stringify(each, undefined, 1)),
    ],
  }
}
