/** What a bench measured. The last line printed is `name: figure (bar bar): ok` or `… falls short`. */
export interface BenchResult {
  readonly name: string
  readonly rows: readonly Readonly<Record<string, string | number>>[]
  readonly figure: string
  readonly bar: string
  readonly ok: boolean
  readonly notes?: readonly string[]
}

export type Bench = (args: readonly string[]) => Promise<BenchResult>

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('no samples')
  return value
}
