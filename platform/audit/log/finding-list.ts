import type { Finding, FindingCode } from './findings.ts'

/** Findings in the order they were made, each once; beyond `max` they are only counted. */
export class FindingList {
  readonly list: Finding[] = []
  omitted = 0
  readonly #max: number
  readonly #seen = new Set<string>()

  constructor(max: number) {
    this.#max = max
  }

  add(code: FindingCode, params: Finding['params'] = {}): void {
    const key = JSON.stringify([code, params])
    if (this.#seen.has(key)) return
    if (this.list.length >= this.#max) {
      this.omitted += 1
      return
    }
    this.#seen.add(key)
    this.list.push({ code, params })
  }
}
