import { custodyClockLaw } from '#country/morocco/custody/index.ts'
import type { ClockAnswer, ClockCase } from '#modules/custody/domain/clock-case.ts'
import { askCustodyClock } from '#modules/custody/domain/clock.ts'
import { generateCases } from './generate-cases.ts'

/** Shares no type with the engine either: its answer is compared as it is written. */
export type Calculator = (input: ClockCase) => object

export interface Difference {
  readonly input: ClockCase
  readonly engine: ClockAnswer
  readonly calculator: object
  /** The keys of the answer that differ. */
  readonly keys: readonly string[]
}

export interface Comparison {
  readonly cases: number
  readonly differences: number
  /** The first few, whole. */
  readonly examples: readonly Difference[]
  readonly byKeys: ReadonlyMap<string, number>
  /** How often each measure was asked about: a generator that forgets one shows nothing about it. */
  readonly byRegime: ReadonlyMap<string, number>
}

/** Puts the same cases to the engine and to the calculator. Answers must be equal to the millisecond. */
export function compareClocks(calculate: Calculator, count: number, seed: number, keep = 20): Comparison {
  const examples: Difference[] = []
  const byKeys = new Map<string, number>()
  const byRegime = new Map<string, number>()
  let differences = 0
  for (const input of generateCases(count, seed)) {
    const engine = askCustodyClock(custodyClockLaw, input)
    const calculator = calculate(input)
    const regime = engine.regime ?? 'none'
    byRegime.set(regime, (byRegime.get(regime) ?? 0) + 1)
    if (JSON.stringify(engine) === JSON.stringify(calculator)) continue
    differences += 1
    const keys = [...new Set([...Object.keys(engine), ...Object.keys(calculator)])].filter(
      (key) => JSON.stringify(Reflect.get(engine, key)) !== JSON.stringify(Reflect.get(calculator, key)),
    )
    const name = keys.join(' ')
    byKeys.set(name, (byKeys.get(name) ?? 0) + 1)
    if (examples.length < keep) examples.push({ input, engine, calculator, keys })
  }
  return { cases: count, differences, examples, byKeys, byRegime }
}
